"""`liaison corrections DIR`: the senders' own files back, wrong cells marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from service.cli.options import HomeOption, JsonOption
from service.cli.session import REFUSED, WRONG_USAGE, console, find_home, print_json, stop, who, word
from service.cli.templates import Folder

if TYPE_CHECKING:
    from refresh.review.returns import Returned


def corrections(folder: Folder, home: HomeOption = None, is_json: JsonOption = False) -> None:
    from refresh.review.returns import NothingPublishedError, write_returns
    from service.cli.progress import shown

    at = find_home(home)
    if folder.exists() and not folder.is_dir():
        stop(word("not_a_folder", path=folder), WRONG_USAGE)
    try:
        with shown() as progress:
            written = write_returns(at, folder, who=who(), progress=progress)
    except NothingPublishedError:
        stop(word("no_snapshot_here", home=at.root), REFUSED)
    except OSError as error:
        stop(word("cannot_write", path=folder, why=error), WRONG_USAGE)
    if is_json:
        print_json({"files": [{**one.__dict__, "path": str(one.path)} for one in written]})
    else:
        _print(written)


def _print(written: list[Returned]) -> None:
    from rich.table import Table

    if not written:
        typer.echo(word("corrections_none"))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("sender", "file", "cells", "written"):
        table.add_column(word(f"col_{name}"), justify="right" if name == "cells" else "left", overflow="fold")
    for one in written:
        cells = word("status_refused") if one.unread and not one.cells else str(one.cells)
        table.add_row(one.sender, one.source, cells, str(one.path))
    out = console()
    out.print(table)
    out.print(word("corrections_written", count=len(written), cells=sum(one.cells for one in written)))
