"""The tile grid as cells of a worksheet: three rows and one column a tile, values as numbers."""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import LINE, MUTED
from foundation.locales import Lang
from reporting.registry import renders
from reporting.sheet.style import Book, write_cell, write_head
from reporting.type.numbers import NUMBER_FORMAT
from reporting.type.stamp import stamp_line

_TOP = 3  # title, subtitle, air


@renders("sheet", "tile_grid", is_table=True)
def write_tiles(book: Book, sheet: Any, chart: Chart, lang: Lang) -> None:
    """Write title, grid, note and stamp. Narrow empty columns and low rows keep the tiles apart."""
    write_head(book, sheet, chart.title.get(lang), chart.subtitle.get(lang))
    texts = zip(*(chart.shown(name, lang) for name in ("label", "note", "detail")), strict=True)
    wide, rows = int(chart.frame["x"].max()) + 1, int(chart.frame["y"].max()) + 1
    for x in range(wide):
        sheet.set_column(2 * x, 2 * x, 15)
        sheet.set_column(2 * x + 1, 2 * x + 1, 1)
    for y in range(rows):
        for line, height in enumerate((20, 26, 18, 6)):
            sheet.set_row(_TOP + 4 * y + line, height)
    styles = {is_words: _styles(book, chart, is_words=is_words) for is_words in (True, False)}
    for row, (label, note, detail) in zip(chart.frame.to_dict("records"), texts, strict=True):
        cells = (label, note or row["value"], detail)
        _tile(sheet, cells, x=2 * int(row["x"]), y=_TOP + 4 * int(row["y"]), styles=styles[bool(note)])
    below = _TOP + 4 * rows
    if chart.note:
        write_cell(sheet, below, 0, chart.note.get(lang), book.muted_style)
        below += 1
    write_cell(sheet, below, 0, stamp_line(chart.stamp, lang), book.muted_style)


def _tile(sheet: Any, cells: tuple[Any, Any, Any], *, x: int, y: int, styles: tuple[Any, Any, Any]) -> None:
    for line, (cell, style) in enumerate(zip(cells, styles, strict=True)):
        write_cell(sheet, y + line, x, cell, style)


def _styles(book: Book, chart: Chart, *, is_words: bool) -> tuple[Any, Any, Any]:
    """Formats of the three lines: filled where there is a value, framed where there are words."""
    edge = {"left": 1, "right": 1, "border_color": LINE} if is_words else {"bg_color": chart.series[0].colour}
    side = {"indent": 1, "align": "left"} | edge
    top, bottom = ({"top": 1}, {"bottom": 1}) if is_words else ({}, {})
    colour = {"font_color": MUTED, "font_size": 12} if is_words else {"bold": True, "font_size": 16}
    return (
        book.style(**side, **top),
        book.style(**side, **colour, num_format=NUMBER_FORMAT[chart.value_format]),
        book.style(**side, **bottom, font_color=MUTED, font_size=10),
    )
