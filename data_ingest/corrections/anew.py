"""The sender's table as a new .xlsx with the wrong cells marked: for text files, and for what is too large or
too odd to be opened as a workbook.

Every cell is text, as it was read: long numbers and dates are what the sender wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import quote_sheetname

from data_ingest.corrections.plan import (
    COVER_WIDTHS,
    HELD_FILL,
    ISSUE_FILL,
    MOST_COMMENTS,
    MarkedCell,
    Plan,
    comment,
    cover_header,
    cover_height,
    cover_rows,
)
from data_ingest.readers.cells import Cells
from data_ingest.readers.marks import SOURCE_HASH, SOURCE_PART
from data_ingest.tables.notes import RETURN_NOTES, is_our_notes
from foundation.locales import say

#: What a worksheet can hold.
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_SLICE = 20_000
_LONGEST_CELL = 32_000
_FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\\", "_"))


def fits(sheets: tuple[Cells, ...]) -> bool:
    """Whether a workbook can hold it all: a text file may have more rows than a worksheet."""
    return all(
        cells.first_row + cells.table.num_rows <= MOST_ROWS
        and cells.first_column + cells.table.num_columns < MOST_COLUMNS
        for cells in sheets
    )


def write_anew(sheets: tuple[Cells, ...], target: Path, plan: Plan) -> None:
    """The cover, then every worksheet in the file's order, each cell where it stood."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    sheets = tuple(cells for cells in sheets if not is_our_notes(cells))
    names = _sheet_names(sheets)
    with xlsxwriter.Workbook(str(target), options) as book:
        formats = _formats(book)
        cover = book.add_worksheet(say("returns.cover_sheet", "zh"))
        _write_cover(cover, plan, names, formats)
        for cells in sheets:
            _write_sheet(book.add_worksheet(names[cells.name]), cells, plan, formats)
        if plan.source:
            book.set_custom_property(SOURCE_HASH, plan.source.sha256, "text")
            if plan.source.part:
                book.set_custom_property(SOURCE_PART, plan.source.part, "text")


def _formats(book: Any) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 16, "font_color": "#12436D"},
        "header": {"bold": True, "bg_color": "#F4F6F8", "text_wrap": True, "valign": "top"},
        "cell": {"num_format": "@"},
        "words": {"text_wrap": True, "valign": "top"},
        "link": {"font_color": "#12436D", "underline": 1, "valign": "top"},
        "held": {"num_format": "@", "bg_color": f"#{HELD_FILL}", "valign": "top"},
        "issue": {"num_format": "@", "bg_color": f"#{ISSUE_FILL}", "valign": "top"},
    }
    return {name: book.add_format(values) for name, values in kinds.items()}


def _sheet_names(sheets: tuple[Cells, ...]) -> dict[str, str]:
    """Names that a workbook allows: a text file's worksheet is called as the file was."""
    taken, names = {say("returns.cover_sheet", "zh").lower()}, {}
    for cells in sheets:
        name = base = cells.name.translate(_FORBIDDEN).strip("' ")[:31] or "Sheet"
        while name.lower() in taken:
            name = f"{base[:27]}_{len(taken)}"
        taken.add(name.lower())
        names[cells.name] = name
    return names


def _colour(marks: list[MarkedCell]) -> str:
    return "held" if any(mark.is_row_held for mark in marks) else "issue"


def _write_cover(page: Any, plan: Plan, names: dict[str, str], formats: dict[str, Any]) -> None:
    for column, width in enumerate(COVER_WIDTHS):
        page.set_column(column, column, width)
    page.write_string(0, 0, RETURN_NOTES, formats["title"])
    for row, line in enumerate(plan.about, 1):
        page.set_row(row, 18 * (len(line) // 76 + 1))
        page.merge_range(row, 0, row, len(COVER_WIDTHS) - 1, line, formats["words"])
    start = len(plan.about) + 2
    page.write_row(start, 0, cover_header(), formats["header"])
    rows = cover_rows(plan)
    for row, values in enumerate(rows, start + 1):
        page.set_row(row, cover_height(values))
        is_mark = row - start <= len(plan.marks)
        number = formats[_colour([plan.marks[row - start - 1]])] if is_mark else formats["words"]
        page.write_string(row, 0, values[0], number)
        for column, value in enumerate(values[1:], 1):
            page.write_string(row, column, value[:_LONGEST_CELL], formats["words"])
        if values[2]:
            sheet = quote_sheetname(names[values[1]])
            page.write_url(row, 2, f"internal:{sheet}!{values[2]}", formats["link"], values[2])
    page.freeze_panes(start + 1, 0)
    page.hide_gridlines(2)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write_sheet(page: Any, cells: Cells, plan: Plan, formats: dict[str, Any]) -> None:
    """Row by row, as constant memory wants it."""
    marked = {
        (row, column): marks for (sheet, row, column), marks in plan.cells.items() if sheet == cells.name
    }
    headers = {(h.row, h.column): h.title for h in plan.headers if h.sheet == cells.name}
    extra: dict[int, list[tuple[int, str]]] = {}
    for row, column in {*marked, *headers}:
        if column >= cells.first_column + cells.table.num_columns:
            extra.setdefault(row, []).append((column, headers.get((row, column), "")))
    page.set_column(0, cells.first_column + cells.table.num_columns, 16)
    commented = 0
    row = cells.first_row
    for start in range(0, cells.table.num_rows, _SLICE):
        part = cells.table.slice(start, _SLICE)
        for values in zip(*(column.to_pylist() for column in part.columns), strict=True):
            filled = list(enumerate(values, cells.first_column)) + sorted(extra.get(row, ()))
            commented += _write_row(page, row, filled, marked, formats, is_full=commented >= MOST_COMMENTS)
            row += 1


def _write_row(
    page: Any,
    row: int,
    filled: list[tuple[int, str | None]],
    marked: dict[tuple[int, int], list[MarkedCell]],
    formats: dict[str, Any],
    *,
    is_full: bool,
) -> int:
    """Write one row with its comments (no row can be changed later); how many cells got one."""
    commented = 0
    for column, value in filled:
        marks = marked.get((row, column))
        if marks:
            page.write(row - 1, column - 1, value or "", formats[_colour(marks)])
            commented += not is_full and _comment(page, row, column, marks)
        elif value:
            page.write_string(row - 1, column - 1, value[:_LONGEST_CELL], formats["cell"])
    return commented


def _comment(page: Any, row: int, column: int, marks: list[MarkedCell]) -> bool:
    words = comment(marks)
    options = {
        "author": say("returns.author", "zh"),
        "width": 340,
        "height": 30 + 18 * (len(words) // 22 + 2),
    }
    page.write_comment(row - 1, column - 1, words, options)
    return True
