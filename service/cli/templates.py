"""`liaison templates DIR`: blank workbooks for senders."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import JsonOption
from service.cli.terminal import WRONG_USAGE, cli_text, print_json, stop

Folder = Annotated[Path, typer.Argument(help=cli_text("arg_folder"), show_default=False)]


def templates(folder: Folder, is_json: JsonOption = False) -> None:
    from data_ingest.templates import write_templates

    if folder.exists() and not folder.is_dir():
        stop(cli_text("not_a_folder", path=folder), WRONG_USAGE)
    try:
        written = write_templates(folder)
    except OSError as error:
        stop(cli_text("cannot_write", path=folder, why=error.strerror), WRONG_USAGE)
    if is_json:
        print_json({"files": [{"path": str(t.path), "sheets": list(t.sheets)} for t in written]})
        return
    for template in written:
        typer.echo(template.path)
    typer.echo(cli_text("templates_written", count=len(written)))
