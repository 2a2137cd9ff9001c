"""The sender's own .xlsx with the wrong cells marked: layout, styles, widths and other sheets as they were.

Formulas become the results that were read: nothing is computed, nothing of another's formulas is passed on.
Macros do not survive. Only for files that the limited reader has already taken.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

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
from data_ingest.readers.column_letters import column_letter
from data_ingest.readers.marks import SOURCE_HASH, SOURCE_PART
from data_ingest.tables.notes import RETURN_NOTES
from foundation.locales import say

_FILLS = {colour: PatternFill("solid", start_color=f"FF{colour}") for colour in (HELD_FILL, ISSUE_FILL)}
_HEADER_FILL = PatternFill("solid", start_color="FFF4F6F8")
_WRAP = Alignment(wrap_text=True, vertical="top")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_in_place(source: Path, target: Path, plan: Plan) -> None:
    """Raises whatever openpyxl raises for a workbook that it cannot open."""
    book = openpyxl.load_workbook(source, data_only=True, keep_links=False, keep_vba=False)
    author = say("returns.author", "zh")
    _remove_former(book, author)
    for header in plan.headers:
        book[header.sheet].cell(header.row, header.column, header.title).font = Font(bold=True)
    for at, ((sheet, row, column), marks) in enumerate(plan.cells.items()):
        _mark(book[sheet].cell(row, column), marks, author=author, is_commented=at < MOST_COMMENTS)
    _write_cover(book, plan)
    _set_source(book, plan)
    book.save(target)


def _remove_former(book: Any, author: str) -> None:
    """A file that goes back a second time shows only what is wrong now."""
    for page in list(book.worksheets):
        if page["A1"].value == RETURN_NOTES:
            book.remove(page)
            continue
        for cells in page._cells.values():
            if cells.comment is not None and cells.comment.author == author:
                cells.comment, cells.fill = None, PatternFill()


def _mark(cell: Any, marks: list[MarkedCell], *, author: str, is_commented: bool) -> None:
    cell.fill = _FILLS[HELD_FILL if any(mark.is_row_held for mark in marks) else ISSUE_FILL]
    if not is_commented:
        return
    text = comment(marks)
    if cell.comment is not None:
        text += "\n" + say("returns.own_comment", "zh", text=cell.comment.text)
    cell.comment = Comment(_CONTROL.sub("", text), author, width=340, height=30 + 18 * (len(text) // 22 + 2))


def _write_cover(book: Any, plan: Plan) -> None:
    page = book.create_sheet(say("returns.cover_sheet", "zh"), 0)
    for other in book.worksheets:
        # Two selected sheets are a group: what is typed into one would land in both.
        other.sheet_view.tabSelected = False
    book.active, page.sheet_view.tabSelected = 0, True
    page.sheet_view.showGridLines = False
    page["A1"], page["A1"].font = RETURN_NOTES, Font(bold=True, size=16, color="12436D")
    for row, line in enumerate(plan.about, 2):
        _put(page.cell(row, 1), line)
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(COVER_WIDTHS))
        page.row_dimensions[row].height = 18 * (len(line) // 76 + 1)
    start = len(plan.about) + 3
    for column, title in enumerate(cover_header(), 1):
        cell = page.cell(start, column, title)
        cell.font, cell.fill, cell.alignment = Font(bold=True), _HEADER_FILL, _WRAP
    for row, values in enumerate(cover_rows(plan), start + 1):
        _write_row(page, row, values)
        page.row_dimensions[row].height = cover_height(values)
    for mark, row in zip(plan.marks, range(start + 1, start + 1 + len(plan.marks)), strict=True):
        page.cell(row, 1).fill = _FILLS[HELD_FILL if mark.is_row_held else ISSUE_FILL]
    for column, width in enumerate(COVER_WIDTHS, 1):
        page.column_dimensions[column_letter(column)].width = width
    page.freeze_panes = page.cell(start + 1, 1)
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _write_row(page: Any, row: int, values: list[str]) -> None:
    for column, value in enumerate(values, 1):
        cell = page.cell(row, column)
        _put(cell, value)
        cell.alignment = _WRAP
    if values[2]:
        link = page.cell(row, 3)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"{quote_sheetname(values[1])}!{values[2]}")
        link.font = Font(color="12436D", underline="single")


def _put(cell: Any, value: str) -> None:
    """As text, whatever it begins with: a sender's `=…` is no formula here."""
    cell.value = _CONTROL.sub("", value)[:32_000]
    cell.data_type = "s"
    cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
    cell.alignment = _WRAP


def _set_source(book: Any, plan: Plan) -> None:
    properties = book.custom_doc_props
    for name in (SOURCE_HASH, SOURCE_PART):
        if name in properties.names:
            del properties[name]
    if plan.source:
        properties.append(StringProperty(name=SOURCE_HASH, value=plan.source.sha256))
        if plan.source.part:
            properties.append(StringProperty(name=SOURCE_PART, value=plan.source.part))
