"""A native chart on the first sheet of its workbook: what it reads, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.charts.declaration import Chart
from foundation.locales import Lang, say
from reporting.sheet.data import DataColumn, place_of
from reporting.sheet.style import Book, write_cell, write_head, write_note
from reporting.type.lettering import TYPEFACE
from reporting.type.stamp import stamp_line

FONT = {"name": TYPEFACE, "size": 10}
#: Width of the chart, pixels.
WIDTH = 1060


def reads(columns: Sequence[DataColumn], key: str, *, by: str, lang: Lang) -> dict[str, Any]:
    """Name, categories and values of a series: columns of the data sheet, by their keys."""
    data, last = say("report.sheet_data", lang), len(columns[0].cells)
    values, names = place_of(columns, key), place_of(columns, by)
    return {
        "name": [data, 0, values],
        "categories": [data, 1, names, last, names],
        "values": [data, 1, values, last, values],
    }


def finish(drawn: Any, *, height: int) -> None:
    """No title and no border: both stand on the sheet; hidden columns are drawn."""
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_size({"width": WIDTH, "height": height})
    drawn.show_hidden_data()


def put_chart(book: Book, sheet: Any, chart: Chart, lang: Lang, *, drawn: Any, height: int) -> None:
    """Title above, chart, note and stamp below. height: the chart's, in pixels."""
    write_head(book, sheet, chart.title.get(lang), chart.subtitle.get(lang))
    sheet.insert_chart(2, 0, drawn, {"object_position": 1})
    below = 4 + height // 20
    if chart.note:
        below = write_note(book, sheet, below, chart.note.get(lang))
    write_cell(sheet, below, 0, stamp_line(chart.stamp, lang), book.muted_style)
