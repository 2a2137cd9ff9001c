"""Why a worksheet gave no rows, in words that say what was found and what would be needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data_ingest.loaded import PassedOver
from data_ingest.readers.cells import Cells, Refusal
from data_ingest.sheets import SHEETS
from data_ingest.tables.grid import Grid, first_rows
from data_ingest.tables.nearest import Nearest, nearest, shown
from foundation.locales import Text, joined, text

#: A cover or notes page has fewer rows of three cells and more.
_TABULAR = 3
_HEAD = 60


def without_table(file: str, cells: Cells, tabular_rows: int) -> PassedOver:
    """Why a worksheet has no table: a notes page is passed over without error, else it is an error."""
    if tabular_rows < _TABULAR:
        return PassedOver(file, cells.name, text("ingest.sheet_notes"))
    reason = text("ingest.sheet_unrecognised").format(rows=tabular_rows)
    why, remedy = _about(cells) or (Text("", ""), text("ingest.remedy_no_table"))
    return PassedOver(file, cells.name, joined(reason, why), remedy, is_error=True)


def no_table(sheets: Sequence[Cells]) -> Refusal:
    """The refusal of a file without any table, with the headers found and the columns missing in its first
    worksheet that has something like a header."""
    if not sheets:
        return Refusal.of("empty")
    refusal = Refusal.of("no_table", sheets="、".join(cells.name for cells in sheets[:5]))
    about = next(filter(None, map(_about, sheets)), None)
    return replace(refusal, details=about[0], remedy=about[1]) if about else refusal


def _about(cells: Cells) -> tuple[Text, Text] | None:
    """The headers found, and the remedy; None without anything like a header."""
    header = nearest(Grid(first_rows(cells, _HEAD)))
    return (_header_shown(header, cells.first_row + header.row), _needed(header)) if header else None


def _header_shown(header: Nearest, row: int) -> Text:
    headers = {"row": row, "headers": shown(header.headers)}
    if header.table is None:
        return text("ingest.header_unknown").format(**headers)
    about = {
        "known": shown(header.known),
        "unknown": shown([h for h in header.headers if h not in header.known]) or "—",
    }
    return _titled("ingest.header_nearest", header, **headers, **about)


def _needed(header: Nearest) -> Text:
    """What to do: give the missing columns, or say once on the page what the headers mean."""
    if header.table is None:
        return text("ingest.remedy_header_unknown")
    if not header.lacking:
        return text("ingest.remedy_no_table")
    return _titled("ingest.remedy_header_nearest", header)


def _titled(key: str, header: Nearest, **values: object) -> Text:
    """The text of `key` with the sheet's title and the titles of the missing columns, in each language."""
    words = text(key)
    assert header.table is not None
    sheet = SHEETS[header.table].title
    zh = "、".join(title.zh for title in header.lacking) or "—"
    en = ", ".join(title.en for title in header.lacking) or "—"
    return Text(
        words.zh.format(**values, sheet=sheet.zh, lacking=zh),
        words.en.format(**values, sheet=sheet.en, lacking=en),
    )
