"""`liaison serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from service.cli.options import AddressOption, HomeOption, PortOption
from service.cli.terminal import REFUSED, WRONG_USAGE, cli_text, find_home, print_stderr, stop, user_name

if TYPE_CHECKING:
    from foundation.warehouse.home import Home


def serve(home: HomeOption = None, port: PortOption = 8501, address: AddressOption = "127.0.0.1") -> None:
    start(find_home(home), address=address, port=port)


def start(home: Home, *, address: str, port: int) -> None:
    """Serve until stopped; first a snapshot that an older program wrote is built anew."""
    from service.web.address import AddressRefusedError
    from service.web.server import serve as run

    renew(home)
    try:
        run(home, address=address, port=port, on_ready=lambda url: print_stderr(cli_text("serving", url=url)))
    except AddressRefusedError as error:
        stop(error.reason, WRONG_USAGE)


def renew(home: Home) -> None:
    """Bring a snapshot of an older schema up to date before anybody reads it."""
    from foundation.warehouse.snapshots import current

    snapshot = current(home)
    if snapshot is None:
        print_stderr(cli_text("serving_nothing"))
        return
    if not snapshot.is_outdated:
        return
    from refresh import BuildError, build_snapshot
    from service.cli.progress import progress_display

    print_stderr(cli_text("older_schema"))
    try:
        with progress_display() as progress:
            build_snapshot(home, progress, who=user_name())
    except BuildError as error:
        stop(error.reason, REFUSED)


def password() -> None:
    """Ask twice, print the line for users.toml."""
    from foundation.access.passwords import hash_line

    typer.echo(
        hash_line(typer.prompt(cli_text("ask_password"), hide_input=True, confirmation_prompt=True, err=True))
    )
