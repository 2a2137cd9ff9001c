"""Excel's XML of 2003 ("XML Spreadsheet"), which platforms still export as .xls → worksheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from data_ingest.readers.cells import Cells, RefusedError
from data_ingest.readers.flow import DocumentTable, sheets
from data_ingest.readers.limits import Limits
from data_ingest.readers.word import parsed

_NS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_LARGEST = 200_000_000
_WIDEST, _TALLEST = 2_000, 1_048_576


def read_sheet_xml(path: Path, name: str, limits: Limits) -> list[Cells]:
    if path.stat().st_size > _LARGEST:
        raise RefusedError("bomb", expanded=path.stat().st_size // 1_000_000)
    root = parsed(path.read_bytes())
    worksheets: list[Cells] = []
    for worksheet in root.iter(f"{_NS}Worksheet"):
        grid = _grid(worksheet, worksheet.get(f"{_NS}Name") or Path(name).stem, limits)
        if any(map(any, grid.rows)):
            worksheets += sheets([grid], name, limits)
    if not worksheets:
        raise RefusedError("empty")
    return worksheets


def _grid(worksheet: Any, name: str, limits: Limits) -> DocumentTable:
    grid = DocumentTable(name=name)
    widest = 1
    for row in worksheet.iter(f"{_NS}Row"):
        place = min(_number(row, "Index", len(grid.rows) + 1), _TALLEST)
        if place * widest > limits.cells:
            raise RefusedError("too_large", sheet=name, rows=place, columns=widest)
        grid.rows += [[] for _ in range(len(grid.rows), place - 1)]
        grid.hidden_rows += row.get(f"{_NS}Hidden") == "1"
        grid.rows.append(_row(row, grid))
        widest = max(widest, len(grid.rows[-1]))
    return grid


def _row(row: Any, grid: DocumentTable) -> list[str]:
    cells: list[str] = []
    top = len(grid.rows)
    for cell in row.iterchildren(f"{_NS}Cell"):
        place = min(_number(cell, "Index", len(cells) + 1), _WIDEST)
        cells += [""] * (place - 1 - len(cells))
        right, down = (
            min(_number(cell, "MergeAcross", 0), _WIDEST),
            min(_number(cell, "MergeDown", 0), _TALLEST),
        )
        if right or down:
            grid.merges.append((top, place - 1, top + down, place - 1 + right))
        cells += [_value(cell), *[""] * right]
    return cells[:_WIDEST]


def _value(cell: Any) -> str:
    """Dates come as 2023-05-08T00:00:00.000; errors as Excel shows them."""
    data = cell.find(f"{_NS}Data")
    if data is None:
        return ""
    text = "".join(data.itertext())
    if data.get(f"{_NS}Type") == "DateTime":
        return text.removesuffix(".000").removesuffix("T00:00:00").replace("T", " ")
    if data.get(f"{_NS}Type") == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    return text


def _number(element: Any, name: str, default: int) -> int:
    value = element.get(f"{_NS}{name}", "")
    return int(value) if value.isdigit() and len(value) < 9 else default
