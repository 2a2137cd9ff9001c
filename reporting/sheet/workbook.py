"""A chart → Excel: a native chart on the first sheet, its numbers on the second, its source on the third."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from analytics.charts.declaration import Chart
from foundation.locales import Lang, say
from reporting.native.registry import PLANS
from reporting.sheet.bars import bar_chart, column_chart
from reporting.sheet.data import Column, add_data, columns
from reporting.sheet.matrix import add_matrix_sheet
from reporting.sheet.plot import add_points, plot_chart
from reporting.sheet.style import Book, add_stamp_sheet, write_cell, write_head, write_note
from reporting.sheet.tiles import add_tile_sheet
from reporting.type.matrix import MATRICES
from reporting.type.stamp import stamp_line

_EMS = 1060 * 0.75 / 10  # letters side by side on the chart of a workbook


def workbook(chart: Chart, lang: Lang) -> bytes:
    """The chart as .xlsx. The same chart gives the same bytes."""
    footer = stamp_line(chart.stamp, lang)
    book = Book(title=chart.title.get(lang), stamp=chart.stamp, subject=footer)
    found = columns(chart, lang)
    if chart.kind == "tile_grid":
        add_tile_sheet(book, chart, lang, footer=footer)
    elif chart.kind in MATRICES:
        add_matrix_sheet(book, chart, lang, footer=footer)
    else:
        sheet = book.add(say("report.sheet_chart", lang), footer=footer, lang=lang)
    add_data(book, found, lang, footer=footer)
    add_stamp_sheet(book, chart, lang, footer=footer)
    if chart.kind in PLANS:
        plan = PLANS[chart.kind](chart, lang, _EMS)
        places = add_points(book, plan, lang, footer=footer)
        height = 150 + 30 * plan.rows if plan.rows else 520
        drawn = plot_chart(book, plan, lang, places=places, height=height)
        _place(book, sheet, chart, lang, drawn=drawn, height=height)
    elif chart.kind not in MATRICES and chart.kind != "tile_grid":
        _add_bars(book, sheet, chart, lang, found=found)
    return _unwrapped(book.close())


def _add_bars(book: Book, sheet: Any, chart: Chart, lang: Lang, *, found: list[Column]) -> None:
    is_upright = chart.kind == "columns"
    height = 420 if is_upright else 150 + 26 * len(found[0].cells)
    draw = column_chart if is_upright else bar_chart
    drawn = draw(book, chart, lang, columns=found, height=height)
    _place(book, sheet, chart, lang, drawn=drawn, height=height)


def _place(book: Book, sheet: Any, chart: Chart, lang: Lang, *, drawn: Any, height: int) -> None:
    """Title above, chart, note and stamp below."""
    write_head(book, sheet, chart.title.get(lang), chart.subtitle.get(lang))
    sheet.insert_chart(2, 0, drawn, {"object_position": 1})
    below = 4 + height // 20
    if chart.note:
        below = write_note(book, sheet, below, chart.note.get(lang))
    write_cell(sheet, below, 0, stamp_line(chart.stamp, lang), book.muted_style)


def _unwrapped(content: bytes) -> bytes:
    """Let labels written in words keep to one line: Excel wraps them at a fifth of the chart otherwise."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename.startswith("xl/charts/chart"):
                part = part.replace(b"<c:rich><a:bodyPr/>", b'<c:rich><a:bodyPr wrap="none"/>')
            out.writestr(entry, part)
    return target.getvalue()
