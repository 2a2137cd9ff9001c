"""Downloads of the data page. They hold personal data: each leaves by a ticket and is built when fetched."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pandas as pd

from data_ingest.templates import write_templates
from data_ingest.titles import column_title, table_title
from foundation.access import audit, tickets
from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse.corrections import FilePart
from pages.shell.context import PageContext
from refresh.intake import accounts
from refresh.review.returns import write_returns
from reporting.sheet.lists import list_workbook

CELLS, RETURN, RETURNS, TEMPLATES = "cells", "return", "returns", "templates"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ALL = 1_000_000
SHOWN = ("file", "sender", "sheet", "table", "row_number", "column_name", "value", "is_row_held", "message")


def cells_frame(cells: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The table of wrong cells as people read it: titles for ids, the message in one language."""
    frame = cells.assign(message=cells[f"message_{lang}"])[list(SHOWN)].copy()
    names = [
        column_title(table, column, lang)
        for table, column in zip(cells["table"], cells["column_name"], strict=True)
    ]
    frame["column_name"] = names
    frame["table"] = [table_title(table, lang) for table in cells["table"]]
    frame["is_row_held"] = [
        say("data.row_held" if is_held else "data.row_loaded", lang) for is_held in cells["is_row_held"]
    ]
    return frame.rename(columns={name: say(f"data.col_{name}", lang) for name in SHOWN})


@tickets.builder(CELLS)
def wrong_cells(viewer: Viewer, *, context: PageContext, chosen: dict[str, object]) -> tickets.Payload:
    """The list of wrong cells as filtered, contacts masked."""
    cells = accounts.cells(context.snapshot, viewer, **chosen, most=_ALL)  # type: ignore[arg-type]  # the page's own filters
    audit.record(context.home, viewer, "export", {"what": "quarantine", "rows": len(cells), **chosen})
    title = context.say("data.cells_title")
    data = list_workbook(cells_frame(cells, context.lang), title, context.stamp, context.lang)
    return tickets.Payload(data=data, name=f"{title}.xlsx", media_type=_XLSX)


@tickets.builder(RETURN)
def one_return(viewer: Viewer, *, context: PageContext, sha256: str, part: str) -> tickets.Payload:
    """One file's return workbook."""
    with tempfile.TemporaryDirectory(prefix="liaison-") as folder:
        (file,) = write_returns(context.home, Path(folder), who=viewer.name, only=FilePart(sha256, part))
        return tickets.Payload(data=file.path.read_bytes(), name=file.path.name, media_type=_XLSX)


@tickets.builder(RETURNS)
def all_returns(viewer: Viewer, *, context: PageContext) -> tickets.Payload:
    """Every return workbook, in a folder for each sender."""
    with tempfile.TemporaryDirectory(prefix="liaison-") as folder:
        written = write_returns(context.home, Path(folder), who=viewer.name)
        data = _zipped([(str(file.path.relative_to(folder)), file.path) for file in written])
    return tickets.Payload(
        data=data, name=f"{context.say('data.returns_zip')}.zip", media_type="application/zip"
    )


@tickets.builder(TEMPLATES)
def templates(_viewer: Viewer, *, lang: Lang) -> tickets.Payload:
    """Blank workbooks for senders."""
    with tempfile.TemporaryDirectory(prefix="liaison-") as folder:
        written = write_templates(Path(folder))
        data = _zipped([(file.path.name, file.path) for file in written])
    return tickets.Payload(data=data, name=f"{say('data.templates', lang)}.zip", media_type="application/zip")


def _zipped(files: list[tuple[str, Path]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in files:
            archive.write(path, name)
    return buffer.getvalue()
