"""Worksheets as ASCII tables: `|` between cells, `\\n` within one, an empty line is a blank row."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from data_ingest.readers.cells import Cells, Merge
from data_ingest.tables import find_tables


def cells(text: str, *, name: str = "Sheet1", merges: tuple[Merge, ...] = ()) -> Cells:
    lines = text.strip("\n").split("\n")
    rows = [[cell.strip().replace("\\n", "\n") or None for cell in line.split("|")] for line in lines]
    width = max(map(len, rows))
    columns = zip(*(row + [None] * (width - len(row)) for row in rows), strict=True)
    table = pa.table({f"c{place}": pa.array(column, pa.string()) for place, column in enumerate(columns)})
    return Cells(name, table, 1, merges)


def tables(text: str, **more: Any) -> dict[str, list[dict[str, Any]]]:
    """Sheet id → rows, empty cells left out."""
    found = find_tables(cells(text, **more)).tables
    return {
        table.sheet_id: [{k: v for k, v in row.items() if v is not None} for row in table.frame.to_pylist()]
        for table in found
    }
