"""Short-lived download tickets: the only way by which a file with personal data leaves.

A page mints a ticket (who asks, what for, until when) and shows its address; `service/web` redeems it.
The file itself is built when it is fetched, by the builder registered for its kind, and is never
stored: not in a cache, not on disk, not in Streamlit's public media folder.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from foundation.access.viewer import Viewer

#: Where `service/web` answers.
ROUTE = "/download"
LIFETIME_SECONDS = 600.0
#: A download manager or a retry may ask again; a forwarded address soon gets nothing.
USES = 3
#: Every rerun of a page mints anew; the oldest go first.
KEPT_AT_MOST = 20_000


@dataclass(frozen=True)
class Payload:
    """A finished file. name: as a person would call it, any language; the route makes it safe."""

    data: bytes
    name: str
    media_type: str = "application/octet-stream"


Builder = Callable[..., Payload]


@dataclass
class Ticket:
    """What a token stands for. `params` are the builder's keyword arguments."""

    kind: str
    viewer: Viewer
    params: Mapping[str, Any]
    expires: float
    uses: int = USES


_builders: dict[str, Builder] = {}
_tickets: OrderedDict[str, Ticket] = OrderedDict()
_guard = threading.Lock()


def builder(kind: str) -> Callable[[Builder], Builder]:
    """Register `make(viewer, **params) -> Payload` under `kind`; a module read again replaces its own."""

    def register(make: Builder) -> Builder:
        _builders[kind] = make
        return make

    return register


def mint(viewer: Viewer, kind: str, *, clock: Callable[[], float] = time.monotonic, **params: Any) -> str:
    """The address (path) under which `viewer` can fetch this file for some minutes. Cheap: builds nothing.

    Raises KeyError for a kind that nobody registered.
    """
    if kind not in _builders:
        raise KeyError(kind)
    token = secrets.token_urlsafe(24)
    with _guard:
        _tickets[token] = Ticket(kind=kind, viewer=viewer, params=params, expires=clock() + LIFETIME_SECONDS)
        while len(_tickets) > KEPT_AT_MOST or next(iter(_tickets.values())).expires < clock():
            _tickets.popitem(last=False)
    return f"{ROUTE}/{token}"


def redeem(token: str, *, clock: Callable[[], float] = time.monotonic) -> Ticket | None:
    """The ticket of a token, one use less; None if unknown, expired or used up."""
    with _guard:
        ticket = _tickets.get(token)
        if ticket is None or ticket.expires < clock():
            _tickets.pop(token, None)
            return None
        ticket.uses -= 1
        if ticket.uses <= 0:
            del _tickets[token]
        return ticket


def build_payload(ticket: Ticket) -> Payload:
    """Make the file now, with the rights of the viewer for whom the ticket was minted."""
    return _builders[ticket.kind](ticket.viewer, **ticket.params)
