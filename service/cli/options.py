"""Options that several commands take, worded once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from service.cli.terminal import WRONG_USAGE, cli_text, stop

HomeOption = Annotated[Path | None, typer.Option("--home", help=cli_text("opt_home"), show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help=cli_text("opt_json"))]
NoWaitOption = Annotated[bool, typer.Option("--no-wait", help=cli_text("opt_no_wait"))]
PortOption = Annotated[int, typer.Option("--port", help=cli_text("opt_port"), min=1, max=65535)]
AddressOption = Annotated[str, typer.Option("--address", help=cli_text("opt_address"))]


def day(value: str | None, name: str) -> dt.date | None:
    """`2026-01-10` of an option; anything else is wrong usage."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        stop(cli_text("bad_day", option=name, value=value), WRONG_USAGE)


def month(value: str | None, name: str) -> dt.date | None:
    """First day of `2025-12`; anything else is wrong usage."""
    if value is None:
        return None
    try:
        return dt.datetime.strptime(value, "%Y-%m").date()
    except ValueError:
        stop(cli_text("bad_month", option=name, value=value), WRONG_USAGE)
