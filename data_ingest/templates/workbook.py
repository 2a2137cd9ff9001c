"""Forms → an .xlsx that senders fill in: drop-downs, notes, formats, an example, and how to fill it in.

The layout is one that the reader takes from anybody: title, 填报单位 line, 填报日期 line, header, rows.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter

from data_ingest.readers.column_letters import column_letter
from data_ingest.sheets.declaration import Sheet
from data_ingest.tables.furniture import EXAMPLE_MARK
from data_ingest.tables.notes import TEMPLATE_NOTES
from data_ingest.templates.form import FormColumn, form
from foundation.locales import say

TITLE_ROW, REPORTER_ROW, DATED_ROW, HEADER_ROW, EXAMPLE_ROW = range(5)
#: Drop-downs and formats reach down to here.
LAST_ROW = 5000
#: Wider forms print over several pages, on paper that still can be read.
_ONE_PAGE = 12
_A3, _A4 = 8, 9
_SERIAL = "序号"
_CHOICES = "选项"
#: The same declarations give the same bytes.
_MADE_ON = dt.datetime(2025, 1, 1)
_FORMATS: dict[str, dict[str, Any]] = {
    "cell": {"valign": "top", "text_wrap": True},
    "date": {"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"},
    "month": {"valign": "top", "num_format": "yyyy-mm", "align": "left"},
    # As text, or the table program rounds 18 digits and drops leading zeros.
    "text": {"valign": "top", "num_format": "@", "text_wrap": True},
    "title": {"bold": True, "font_size": 16, "valign": "vcenter", "font_color": "#12436D"},
    "label": {"bold": True, "font_color": "#5B6774"},
    "input": {"bottom": 1, "bottom_color": "#5B6774", "align": "left"},
    "input_date": {"bottom": 1, "bottom_color": "#5B6774", "num_format": "yyyy-mm-dd", "align": "left"},
    "header": {"bold": True, "bg_color": "#F4F6F8", "border": 1, "border_color": "#DDE3E9"},
    "header_must": {"bold": True, "bg_color": "#BCD5E8", "border": 1, "border_color": "#DDE3E9"},
    "example": {"italic": True, "font_color": "#5B6774", "bg_color": "#F4F6F8", "valign": "top"},
    "words": {"text_wrap": True, "valign": "top"},
}
for _name in ("header", "header_must"):
    _FORMATS[_name] |= {"text_wrap": True, "align": "center", "valign": "vcenter", "font_color": "#16202C"}
_TEXT_KINDS = frozenset({"number_text", "phone", "officer", "reference"})


def write_workbook(path: Path, sheets: tuple[Sheet, ...]) -> None:
    """One worksheet a form, then 填写说明; the values of the drop-downs in a hidden sheet."""
    # In memory: temporary files would carry the time of day into the archive.
    with xlsxwriter.Workbook(str(path), {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": path.stem, "created": _MADE_ON})
        formats = {name: book.add_format(values) for name, values in _FORMATS.items()}
        pages = [(sheet, form(sheet), book.add_worksheet(sheet.title.zh)) for sheet in sheets]
        notes = book.add_worksheet(say("returns.notes_sheet", "zh"))
        choices = _Choices(book)
        for sheet, columns, page in pages:
            _write_form(page, sheet, columns, formats, choices)
        _write_notes(notes, [(sheet, columns) for sheet, columns, _ in pages], formats)
        pages[0][2].activate()


class _Choices:
    """Lists of drop-downs, each once, in a hidden sheet: within the rule they may not pass 255 letters."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._page: Any = None
        self._places: dict[tuple[str, ...], str] = {}

    def range_of(self, choices: tuple[str, ...]) -> str:
        if self._page is None:
            self._page = self._book.add_worksheet(_CHOICES)
            self._page.hide()
        if choices not in self._places:
            place = len(self._places)
            self._page.write_column(0, place, choices)
            letters = column_letter(place + 1)
            self._places[choices] = f"='{_CHOICES}'!${letters}$1:${letters}${len(choices)}"
        return self._places[choices]


def _write_form(page: Any, sheet: Sheet, columns: list[FormColumn], formats: Any, choices: _Choices) -> None:
    page.write_string(TITLE_ROW, 0, sheet.title.zh, formats["title"])
    page.set_row(TITLE_ROW, 28)
    page.write_string(REPORTER_ROW, 0, say("returns.reporter_line", "zh"), formats["label"])
    page.write_blank(REPORTER_ROW, 2, None, formats["input"])
    page.write_string(DATED_ROW, 0, say("returns.dated_line", "zh"), formats["label"])
    page.write_blank(DATED_ROW, 2, None, formats["input_date"])
    page.set_row(HEADER_ROW, 36)
    page.set_column(0, 0, 7, formats["cell"])
    page.write_string(HEADER_ROW, 0, _SERIAL, formats["header"])
    page.write_string(EXAMPLE_ROW, 0, EXAMPLE_MARK, formats["example"])
    page.write_comment(EXAMPLE_ROW, 0, say("returns.example_note", "zh"), _comment(3))
    for place, column in enumerate(columns, 1):
        _write_column(page, place, column, formats, choices)
    page.freeze_panes(HEADER_ROW + 1, min(len(columns), 2))
    page.set_landscape()
    if len(columns) <= _ONE_PAGE:
        page.fit_to_pages(1, 0)
    page.set_paper(_A3 if len(columns) > _ONE_PAGE else _A4)
    page.repeat_rows(HEADER_ROW)
    page.repeat_columns(0, min(len(columns), 2))


def _write_column(page: Any, place: int, column: FormColumn, formats: Any, choices: _Choices) -> None:
    kind = column.kind if column.kind in ("date", "month") else "text" if _is_text(column) else "cell"
    page.set_column(place, place, _width(column), formats[kind])
    header = formats["header_must" if column.must else "header"]
    page.write_string(HEADER_ROW, place, f"{column.must}{column.header}", header)
    page.write_comment(HEADER_ROW, place, column.note, _comment(len(column.note) // 16 + 2))
    page.write_string(EXAMPLE_ROW, place, column.example, formats["example"])
    if rule := _rule(column, choices):
        page.data_validation(EXAMPLE_ROW + 1, place, LAST_ROW - 1, place, rule)


def _is_text(column: FormColumn) -> bool:
    return column.kind in _TEXT_KINDS


def _width(column: FormColumn) -> int:
    """Chinese letters are two wide; a drop-down needs room for its longest value."""
    longest = max([len(column.header) + 1, len(column.example), *map(len, column.choices)])
    return max(10, min(2 * longest + 2, 30))


def _comment(lines: int) -> dict[str, Any]:
    return {"author": say("returns.author", "zh"), "x_scale": 1.7, "height": 18 * min(lines, 16)}


def _rule(column: FormColumn, choices: _Choices) -> dict[str, Any] | None:
    """Data validation: strict for closed lists; elsewhere a question, since the reader takes more forms."""
    shared = {"error_title": column.header[:32], "error_message": column.note[:255], "error_type": "warning"}
    if column.choices:
        strict = {"error_type": "stop" if column.is_strict else "information"}
        return {**shared, "validate": "list", "source": choices.range_of(column.choices), **strict}
    if column.kind in ("date", "month"):
        return {**shared, "validate": "date", "criteria": ">=", "value": dt.date(1930, 1, 1)}
    if column.kind in ("integer", "number", "money"):
        return {
            **shared,
            "validate": "integer" if column.kind == "integer" else "decimal",
            "criteria": ">=",
            "value": 0,
        }
    return None


def _write_notes(page: Any, pages: list[tuple[Sheet, list[FormColumn]]], formats: Any) -> None:
    """填写说明: the general rules, then every column of every form with how to fill it in."""
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 20)
    page.set_column(2, 2, 8)
    page.set_column(3, 3, 90)
    page.write_string(0, 0, TEMPLATE_NOTES, formats["title"])
    row = 1
    for line in say("returns.notes", "zh").split("\n"):
        page.merge_range(row, 0, row, 3, line, formats["words"])
        row += 1
    titles = [say(f"returns.notes_{name}", "zh") for name in ("sheet_title", "column", "must", "how")]
    for place, title in enumerate(titles):
        page.write_string(row + 1, place, title, formats["header"])
    row += 2
    for sheet, columns in pages:
        for column in columns:
            for place, text in enumerate((sheet.title.zh, column.header, column.must, column.note)):
                page.write_string(row, place, text, formats["words"])
            row += 1
    page.hide_gridlines(2)
