"""`liaison corrections DIR`: the senders' own files back, wrong cells marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from service.cli.options import HomeOption, JsonOption
from service.cli.templates import Folder
from service.cli.terminal import (
    REFUSED,
    WRONG_USAGE,
    cli_text,
    console,
    find_home,
    print_json,
    stop,
    user_name,
)

if TYPE_CHECKING:
    from refresh.review.returns import ReturnWorkbook


def corrections(folder: Folder, home: HomeOption = None, is_json: JsonOption = False) -> None:
    from refresh.review.returns import NothingPublishedError, write_returns
    from service.cli.progress import progress_display

    at = find_home(home)
    if folder.exists() and not folder.is_dir():
        stop(cli_text("not_a_folder", path=folder), WRONG_USAGE)
    try:
        with progress_display() as progress:
            written = write_returns(at, folder, who=user_name(), progress=progress)
    except NothingPublishedError:
        stop(cli_text("no_snapshot_here", home=at.root), REFUSED)
    except OSError as error:
        stop(cli_text("cannot_write", path=folder, why=error), WRONG_USAGE)
    if is_json:
        print_json({"files": [{**workbook.__dict__, "path": str(workbook.path)} for workbook in written]})
    else:
        _print(written)


def _print(written: list[ReturnWorkbook]) -> None:
    from rich.table import Table

    if not written:
        typer.echo(cli_text("corrections_none"))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("sender", "file", "cells", "written"):
        table.add_column(
            cli_text(f"col_{name}"), justify="right" if name == "cells" else "left", overflow="fold"
        )
    for workbook in written:
        cells = cli_text("status_refused") if workbook.unread and not workbook.cells else str(workbook.cells)
        table.add_row(workbook.sender, workbook.source, cells, str(workbook.path))
    out = console()
    out.print(table)
    out.print(
        cli_text("corrections_written", count=len(written), cells=sum(workbook.cells for workbook in written))
    )
