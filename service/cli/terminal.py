"""What every command shares: language, home, exit codes, the two streams."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from foundation.locales import Lang, Text, say
from foundation.warehouse.home import Home

if TYPE_CHECKING:
    from rich.console import Console

DONE, REFUSED, WRONG_USAGE, OUR_FAULT = 0, 1, 2, 3

#: Chinese unless LIAISON_LANG says en.
LANG: Lang = "en" if os.environ.get("LIAISON_LANG", "").lower().startswith("en") else "zh"

#: The home of the running command, for the log of what goes wrong.
_homes: list[Home] = []


def cli_text(key: str, **values: Any) -> str:
    """An interface text of this room, in the terminal's language."""
    return say(f"cli.{key}", LANG, **values)


def find_home(given: Path | None) -> Home:
    """`--home`, else $LIAISON_HOME, else ./data."""
    home = Home.find(given)
    _homes.append(home)
    return home


def home_in_use() -> Home | None:
    """The home that the command chose, if it came that far."""
    return _homes[-1] if _homes else None


def print_json(document: Any) -> None:
    """One document on stdout and nothing else."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False, default=str) + "\n")


def console(*, is_error: bool = False) -> Console:
    """A console of the width of the terminal; wide enough for tables where there is none."""
    from rich.console import Console

    stream = sys.stderr if is_error else sys.stdout
    is_plain = not stream.isatty()
    return Console(
        stderr=is_error, width=140 if is_plain and "COLUMNS" not in os.environ else None, highlight=False
    )


def print_stderr(message: str | Text) -> None:
    """One line on stderr."""
    sys.stderr.write((message if isinstance(message, str) else message.get(LANG)) + "\n")


def stop(message: str | Text, exit_code: int) -> NoReturn:
    """Say why on stderr and end with this exit code."""
    print_stderr(message)
    raise typer.Exit(exit_code)


def user_name() -> str:
    """Who types here, for the ledger."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "cli"
