"""Sheets that hold rows but no table (forms, roll calls, letters) → the table that they amount to."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow as pa

from data_ingest.readers.cells import Cells
from foundation.fast.coded import plain

Rows = list[list[str]]
#: Longer or wider sheets are tables or nothing.
_MOST_ROWS, _MOST_COLUMNS = 5_000, 80


@dataclass
class Record:
    """One row to be: where it begins in the sheet (from 0), and its cells by header as written."""

    row: int
    cells: dict[str, str] = field(default_factory=dict)


def rows_of(cells: Cells) -> Rows:
    """The sheet as lists of trimmed texts; none of a sheet that is no such document."""
    if cells.table.num_rows > _MOST_ROWS or cells.table.num_columns > _MOST_COLUMNS:
        return []
    columns = [plain(column).to_pylist() for column in cells.table.columns]
    return [[(cell or "").strip() for cell in row] for row in zip(*columns, strict=True)]


def as_table(cells: Cells, records: list[Record], lines: Rows) -> Cells:
    """A worksheet with a header row, each record in the row where it begins, `lines` above and below.

    The header stands in a row of its own, above the first record, so that row numbers stay the sheet's.
    """
    headers = list(dict.fromkeys(name for record in records for name in record.cells))
    width = max(len(headers), 1)
    rows: Rows = [[] for _ in range(max(len(lines), records[-1].row + 1))]
    first, last = records[0].row, records[-1].row
    for place, line in enumerate(lines):
        shown = [cell for cell in line if cell]
        if place < first or place > last:
            rows[place] = ["　".join(shown)[:200]] if shown else []
    for record in records:
        rows[record.row] = [record.cells.get(name, "") for name in headers]
    rows.insert(first, headers)
    columns = ([row[place] if place < len(row) else "" for row in rows] for place in range(width))
    table = {f"c{p}": pa.array([c or None for c in column], pa.string()) for p, column in enumerate(columns)}
    return Cells(cells.name, pa.table(table), cells.first_row - 1, (), cells.is_hidden, cells.hidden_rows)
