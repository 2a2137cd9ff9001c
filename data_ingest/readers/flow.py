"""Documents that run from top to bottom, text between tables → worksheets of cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from data_ingest.readers.cells import Cells, Merge, RefusedError
from data_ingest.readers.limits import Limits
from foundation.fast.coded import coded_table

#: Lines before a table that go with it: its title, 填报单位, 填报日期.
_LINES_ABOVE = 12


@dataclass
class DocumentTable:
    """A table as it is written: `rows[r][c]`, merged cells hold their text once, at the top left."""

    rows: list[list[str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: int = 0
    name: str = ""


#: A line of text, or a table.
Block = str | DocumentTable


def sheets(blocks: Iterable[Block], name: str, limits: Limits) -> list[Cells]:
    """One worksheet a table, with the lines above it; a document without tables is one column of lines.

    Rows are counted through the whole document, so that a number names one place in it.
    """
    lines: list[str] = []
    worksheets: list[Cells] = []
    row = 1
    # A table without any text only draws a frame: left out.
    blocks = [block for block in blocks if isinstance(block, str) or any(map(any, block.rows))]
    tables = sum(isinstance(block, DocumentTable) for block in blocks)
    for block in blocks:
        if isinstance(block, str):
            lines.append(block)
            row += 1
            continue
        above = lines[-_LINES_ABOVE:]
        title = block.name or (name if tables == 1 else f"{name} 表{len(worksheets) + 1}")
        worksheets.append(_cells(above, block, title, row - len(above), limits))
        row += len(block.rows)
        lines = []
    if lines and not worksheets:
        return [_cells(lines, DocumentTable(), name, 1, limits)]
    # What stands below the last table (signatures, 填报日期) goes with it.
    return (
        [*worksheets[:-1], _with_lines(worksheets[-1], lines[:_LINES_ABOVE])]
        if worksheets and lines
        else worksheets
    )


def _cells(above: list[str], grid: DocumentTable, name: str, first_row: int, limits: Limits) -> Cells:
    rows = [[line] for line in above] + grid.rows
    width = max(map(len, rows), default=1)
    if len(rows) * width > limits.cells:
        raise RefusedError("too_large", sheet=name, rows=len(rows), columns=width)
    depth = len(above)
    merges = tuple((a + depth, b, c + depth, d) for a, b, c, d in grid.merges)
    return Cells(name, coded_table(_table(rows, width)), first_row, merges, hidden_rows=grid.hidden_rows)


def _with_lines(cells: Cells, lines: list[str]) -> Cells:
    below = _table([[line] for line in lines], cells.table.num_columns)
    table = pa.concat_tables([pa.table({n: c.cast(pa.string()) for n, c in _columns(cells)}), below])
    return Cells(cells.name, coded_table(table), cells.first_row, cells.merges, hidden_rows=cells.hidden_rows)


def _columns(cells: Cells) -> list[tuple[str, pa.ChunkedArray]]:
    return list(zip(cells.table.column_names, cells.table.columns, strict=True))


def _table(rows: list[list[str]], width: int) -> pa.Table:
    columns = ([row[place] if place < len(row) else "" for row in rows] for place in range(width))
    arrays = [pa.array([cell.strip() or None for cell in column], pa.string()) for column in columns]
    return pa.table({f"c{place}": array for place, array in enumerate(arrays)})
