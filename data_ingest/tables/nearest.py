"""A worksheet whose header is not recognised: its probable header row, and the sheet nearest to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column, Sheet
from data_ingest.tables.grid import Grid
from data_ingest.tables.headers import is_serial, look_up, spread
from foundation.locales import Text

#: Rows in which a header is looked for.
_HEAD = 40
#: A header fills most of the table's width, and hardly any of its cells is a number.
_WIDE, _WORDY = 0.6, 0.7
_NUMBER = re.compile(r"^[\d\s.,:/年月日%¥￥+-]+$")
_LONGEST = 40
#: One common word (市州) makes no table.
_FEWEST = 2


@dataclass(frozen=True)
class Nearest:
    """row: of the header, from 0 within the grid; depth: how many rows. headers: column by column, "" blank.

    table: the sheet with the most columns of such headers, None where no sheet has two; known: the headers
    that it has; lacking: titles of its required columns that no header stands for.
    """

    row: int
    depth: int
    headers: tuple[str, ...]
    table: str | None
    known: tuple[str, ...]
    lacking: tuple[Text, ...]


def nearest(grid: Grid) -> Nearest | None:
    """The probable header and its nearest sheet; None without a row that could be a header."""
    row = _header_row(grid)
    if row is None:
        return None
    depth = 2 if _is_parent(grid, row) else 1
    headers = tuple(grid.stacked(row, depth))
    table = _closest(headers)
    columns = {target for target in read_as(headers, table) if target} if table else set()
    known = [h for h in headers if h and table and look_up(h, table)]
    missing = lacking(SHEETS[table], columns) if table else ()
    return Nearest(row, depth, headers, table, tuple(known), missing)


def read_as(headers: Sequence[str], table: str) -> list[str | None]:
    """The column or helper of this sheet that each header is read as without a mapping; None: unknown.

    A column of the twin alone is written `terms.started_on`.
    """
    return [_read_as(header, table) if header else None for header in headers]


def _read_as(header: str, table: str) -> str | None:
    if match := look_up(header, table):
        return match[0].column
    twin = SHEETS[table].twin
    match = look_up(header, twin) if twin else None
    return f"{twin}.{match[0].column}" if match else None


def lacking(sheet: Sheet, columns: set[str]) -> tuple[Text, ...]:
    """Titles of the required columns (of an either-group: the first) that no header stands for."""
    named = {name.partition("__")[0] for name in columns}
    required = [c for c in sheet.columns if c.required and not _is_excused(c, named)]
    titles = [column.title for column in required if column.name not in named]
    return (*titles, *(sheet.by_name[group[0]].title for group in sheet.either if not named & set(group)))


def _is_excused(column: Column, named: set[str]) -> bool:
    return column.required_unless is not None and column.required_unless[0] in named


def _header_row(grid: Grid) -> int | None:
    """The first row that is as wide as the table and holds words."""
    rows = [[cell for cell in grid.row(place) if cell] for place in range(min(grid.height, _HEAD))]
    width = max((len(cells) for cells in rows), default=0)
    wide = (place for place, cells in enumerate(rows) if len(cells) >= max(2, _WIDE * width))
    return next((place for place in wide if _is_wordy(rows[place])), None)


def _is_wordy(cells: list[str]) -> bool:
    words = [cell for cell in cells if len(cell) <= _LONGEST and not _NUMBER.match(cell)]
    return len(words) >= _WORDY * len(cells)


def _is_parent(grid: Grid, row: int) -> bool:
    """Cells merged over several columns have their children in the next row."""
    return row + 1 < grid.height and any(m[0] == m[2] == row and m[3] > m[1] for m in grid.merges)


def _closest(headers: Sequence[str]) -> str | None:
    """A rare header tells more than one that many sheets have."""
    weights = {
        sheet_id: sum(
            1 / spread()[match[1]] for match in (look_up(h, sheet_id) for h in headers if h) if match
        )
        for sheet_id in SHEETS
    }
    best = max(weights, key=lambda sheet_id: weights[sheet_id])
    return best if sum(1 for h in headers if h and look_up(h, best)) >= _FEWEST else None


def shown(headers: Sequence[str]) -> str:
    """Headers in a line, running numbers left out."""
    words = ["".join(header.split()) for header in headers if header and not is_serial(header)]
    return "、".join(words[:12]) + ("…" if len(words) > 12 else "")
