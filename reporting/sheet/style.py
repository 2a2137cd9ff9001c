"""What every workbook that we write shares: type, formats, widths, print set-up, fixed creation time."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.charts.declaration import Chart, Stamp
from analytics.charts.palette import INK, LINE, MUTED, SURFACE
from foundation.locales import Lang, say
from reporting.type.lettering import TYPEFACE, folded, text_width
from reporting.type.safe import neutralise
from reporting.type.stamp import created, stamp_rows

if TYPE_CHECKING:
    import xlsxwriter

#: Widest column, in characters: longer text wraps.
_WIDEST = 56
#: A note's type and the width of a chart above it, pixels.
_NOTE, _PAGE = 13, 1060


class Book:
    """A workbook being written: sheets through `add`, bytes from `close`."""

    def __init__(self, *, title: str, stamp: Stamp, subject: str) -> None:
        import xlsxwriter

        self._buffer = io.BytesIO()
        plain = {"font_name": TYPEFACE, "font_size": 11, "font_color": INK, "valign": "vcenter"}
        self.book: xlsxwriter.Workbook = xlsxwriter.Workbook(
            self._buffer,
            {
                "in_memory": True,
                # A text is a text: neither formula nor link nor number.
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": plain,
            },
        )
        self.book.set_properties({"title": title, "subject": subject, "created": created(stamp)})
        self._plain = plain

    def style(self, **properties: Any) -> Any:
        return self.book.add_format(self._plain | properties)

    @property
    def title_style(self) -> Any:
        return self.style(bold=True, font_size=16)

    @property
    def muted_style(self) -> Any:
        return self.style(font_color=MUTED, font_size=10)

    @property
    def header_style(self) -> Any:
        return self.aligned_header("left")

    def aligned_header(self, side: str) -> Any:
        edge = {"bottom": 1, "bottom_color": LINE}
        return self.style(bold=True, bg_color=SURFACE, text_wrap=True, align=side, **edge)

    def add(self, name: str, *, footer: str, lang: Lang, is_landscape: bool = True) -> Any:
        """A sheet without grid lines that prints on A4, one page wide, with the stamp at its foot."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        if is_landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{footer.replace('&', '&&')}&R{say('report.page_of', lang)}")
        return sheet

    def close(self) -> bytes:
        self.book.close()
        return self._buffer.getvalue()


def write_cell(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
    """Write one value by its type: a missing one stays empty, a text never becomes a formula."""
    if value is None or value is pd.NaT or (not isinstance(value, (str, list)) and pd.isna(value)):
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, (dt.datetime, dt.date)):
        sheet.write_datetime(row, column, value, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, neutralise(value), style)
    elif hasattr(value, "__float__"):
        sheet.write_number(row, column, float(value), style)
    else:
        sheet.write_string(row, column, neutralise(str(value)), style)


def width(cells: Iterable[Any], *, least: int = 6) -> float:
    """Column width in Excel's characters for what the column holds."""
    longest = max((text_width(str(cell), 1) for cell in cells if cell is not None), default=0)
    return min(_WIDEST, max(least, longest * 2 + 3))


def write_head(book: Book, sheet: Any, *lines: str) -> None:
    """Title in the first row, muted lines below it."""
    for row, words in enumerate(lines):
        sheet.set_row(row, 28 if row == 0 else 18)
        write_cell(sheet, row, 0, words, book.muted_style if row else book.title_style)


def write_note(book: Book, sheet: Any, row: int, words: str) -> int:
    """Muted words over as many rows as they need; returns the row after them.

    One long row would make the page so wide that everything on it prints small.
    """
    for line in folded(words, size=_NOTE, width=_PAGE):
        write_cell(sheet, row, 0, line, book.muted_style)
        row += 1
    return row


def add_stamp_sheet(book: Book, chart: Chart, lang: Lang, *, footer: str) -> None:
    """The sheet that says where the numbers come from."""
    sheet = book.add(say("report.sheet_stamp", lang), footer=footer, lang=lang, is_landscape=False)
    rows = stamp_rows(chart, lang)
    heads = (say("report.stamp_item", lang), say("report.stamp_value", lang))
    sheet.set_column(0, 0, width([*(item for item, _ in rows), heads[0]], least=14))
    sheet.set_column(1, 1, 70)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, book.header_style)
    muted, wrapped = book.style(font_color=MUTED, valign="top"), book.style(text_wrap=True)
    for place, (item, content) in enumerate(rows, start=1):
        write_cell(sheet, place, 0, item, muted)
        write_cell(sheet, place, 1, content, wrapped)
