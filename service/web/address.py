"""Where the server may listen: beyond this computer only when people have to sign in."""

from __future__ import annotations

import ipaddress
import socket

from foundation.access import users
from foundation.locales import Text, text
from foundation.warehouse.home import Home


class AddressRefusedError(Exception):
    """The server does not listen there; `reason` says why and what to do."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def is_loopback(address: str) -> bool:
    """Whether only this computer can reach the address: `127.0.0.1`, `::1`, `localhost`."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def check_access(home: Home, address: str) -> None:
    """Refuse an address that others can reach while nobody has to sign in, or while nobody could."""
    if users.is_configured(home):
        try:
            users.load(home)
        except users.UsersFileError as error:
            raise AddressRefusedError(error.reason) from error
    elif not is_loopback(address):
        raise AddressRefusedError(text("web.needs_users").format(address=address, file=home.users))


def listen(address: str, port: int) -> socket.socket:
    """A listening socket. Raises AddressRefusedError where the port is taken or the address is not ours."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen(128)
    except OSError as error:
        reason = text("web.port_taken").format(address=address, port=port, why=error.strerror or error)
        raise AddressRefusedError(reason) from error
    return listener
