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
    """A cover or notes page is passed over quietly; what looks like a table is told of."""
    if tabular_rows < _TABULAR:
        return PassedOver(file, cells.name, text("ingest.sheet_notes"))
    reason = text("ingest.sheet_unrecognised").format(rows=tabular_rows)
    why, remedy = _about(cells) or (Text("", ""), text("ingest.remedy_no_table"))
    return PassedOver(file, cells.name, joined(reason, why), remedy, is_error=True)


def no_table(sheets: Sequence[Cells]) -> Refusal:
    """The file as a whole: what its first worksheet with something like a header shows and lacks."""
    if not sheets:
        return Refusal.of("empty")
    refusal = Refusal.of("no_table", sheets="、".join(cells.name for cells in sheets[:5]))
    about = next(filter(None, map(_about, sheets)), None)
    return replace(refusal, details=about[0], remedy=about[1]) if about else refusal


def _about(cells: Cells) -> tuple[Text, Text] | None:
    """What stands in its header, and what would be needed; None without anything like a header."""
    found = nearest(Grid(first_rows(cells, _HEAD)))
    return (_found(found, cells.first_row + found.row), _needed(found)) if found else None


def _found(one: Nearest, row: int) -> Text:
    headers = {"row": row, "headers": shown(one.headers)}
    if one.table is None:
        return text("ingest.header_unknown").format(**headers)
    about = {
        "known": shown(one.known),
        "unknown": shown([h for h in one.headers if h not in one.known]) or "—",
    }
    return _titled("ingest.header_nearest", one, **headers, **about)


def _needed(one: Nearest) -> Text:
    """What to do: give the missing columns, or say once on the page what the headers mean."""
    if one.table is None:
        return text("ingest.remedy_header_unknown")
    if not one.lacking:
        return text("ingest.remedy_no_table")
    return _titled("ingest.remedy_header_nearest", one)


def _titled(key: str, one: Nearest, **values: object) -> Text:
    """With the sheet's title and the titles of what it lacks, each in its language."""
    words = text(key)
    assert one.table is not None
    sheet = SHEETS[one.table].title
    zh = "、".join(title.zh for title in one.lacking) or "—"
    en = ", ".join(title.en for title in one.lacking) or "—"
    return Text(
        words.zh.format(**values, sheet=sheet.zh, lacking=zh),
        words.en.format(**values, sheet=sheet.en, lacking=en),
    )
