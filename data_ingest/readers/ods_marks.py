"""What calamine does not show of OpenDocument spreadsheets: error cells, hidden rows, merged ranges."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from data_ingest.readers.cells import Merge
from data_ingest.readers.marks import SCAN_LIMIT, Marks

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
#: The most that a repeated row or cell counts for: the blank filler of a sheet repeats by the million.
_MOST = 1_048_576


@dataclass
class _Sheet:
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden: int = 0
    row: int = 0


def ods_marks(container: zipfile.ZipFile) -> dict[str, Marks]:
    """Sheet name → marks."""
    if container.getinfo("content.xml").file_size > SCAN_LIMIT:
        return {}
    marks_by_sheet: dict[str, Marks] = {}
    sheet = _Sheet()
    with container.open("content.xml") as xml:
        events = etree.iterparse(xml, tag=(f"{_TABLE}table", f"{_TABLE}table-row"), resolve_entities=False)
        for _, element in events:
            if element.tag == f"{_TABLE}table-row":
                _row(element, sheet)
            else:
                marks = Marks(sheet.errors, sheet.hidden, tuple(sheet.merges))
                marks_by_sheet[element.get(f"{_TABLE}name", "")] = marks
                sheet = _Sheet()
            element.clear()
    return marks_by_sheet


def _row(element: Any, sheet: _Sheet) -> None:
    times = _count(element, "number-rows-repeated")
    cells, column = [], 0
    for cell in element:
        cells.append((column, cell))
        column += _count(cell, "number-columns-repeated")
    is_filled = any(len(cell) for _, cell in cells)
    if is_filled and element.get(f"{_TABLE}visibility") in ("collapse", "filter"):
        sheet.hidden += times
    for place, cell in cells:
        _cell(cell, place, sheet)
    sheet.row += times


def _cell(cell: Any, column: int, sheet: _Sheet) -> None:
    if cell.get(_KIND) == "error":
        shown = "".join(cell.find(f"{_TEXT}p").itertext()) if cell.find(f"{_TEXT}p") is not None else ""
        sheet.errors[sheet.row, column] = shown if shown.startswith("#") else "#VALUE!"
    down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if down > 1 or right > 1:
        sheet.merges.append((sheet.row, column, sheet.row + down - 1, column + right - 1))


def _count(element: Any, name: str) -> int:
    value = element.get(f"{_TABLE}{name}", "1")
    return min(int(value), _MOST) if value.isdigit() else 1
