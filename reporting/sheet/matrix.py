"""A matrix as cells of a worksheet: numbers as numbers, coloured as on screen."""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import LINE
from foundation.locales import Lang
from reporting.registry import renders
from reporting.sheet.style import Book, width, write_cell, write_head, write_note
from reporting.type.matrices.cells import Cell, matrix
from reporting.type.numbers import SHORT_FORMAT
from reporting.type.stamp import stamp_line

_TOP = 3  # title, subtitle, air


@renders("sheet", via="matrix", is_table=True)
def write_matrix(book: Book, sheet: Any, chart: Chart, lang: Lang) -> None:
    """Write title, matrix, note and stamp."""
    grid = matrix(chart, lang)
    write_head(book, sheet, chart.title.get(lang), chart.subtitle.get(lang))
    labels = [row[0].value for row in grid.rows]
    sheet.set_column(0, 0, min(width([*labels, grid.corner], least=10), 36))
    sheet.set_column(1, len(grid.heads), max(8, min(max(width([h], least=8) for h in grid.heads), 16)))
    sheet.set_row(_TOP, 34)
    for at, words in enumerate((grid.corner, *grid.heads)):
        write_cell(sheet, _TOP, at, words, book.header_style if at == 0 else book.aligned_header("center"))
    for row, cells in enumerate(grid.rows, start=_TOP + 1):
        sheet.set_row(row, 24)
        for at, cell in enumerate(cells):
            write_cell(sheet, row, at, cell.value, _style(book, cell, is_first=at == 0))
    for row, words in enumerate(grid.notes, start=_TOP + 1):
        if words:
            write_cell(sheet, row, 2, words, book.muted_style)
    below = _TOP + len(grid.rows) + 2
    if chart.note:
        below = write_note(book, sheet, below, chart.note.get(lang))
    write_cell(sheet, below, 0, stamp_line(chart.stamp, lang), book.muted_style)


def _style(book: Book, cell: Cell, *, is_first: bool) -> Any:
    number = {} if cell.format == "text" else {"num_format": SHORT_FORMAT[cell.format]}
    return book.style(
        bg_color=cell.fill,
        font_color=cell.ink,
        bold=cell.is_bold,
        align="left" if is_first else "center",
        bottom=1,
        border_color=LINE,
        **number,
    )
