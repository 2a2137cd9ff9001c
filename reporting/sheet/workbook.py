"""A chart → Excel: a native chart on the first sheet, its numbers on the second, its source on the third."""

from __future__ import annotations

import io
import zipfile

from analytics.charts.declaration import Chart
from foundation.locales import Lang, say
from reporting.registry import renderer
from reporting.sheet.data import add_data, data_columns
from reporting.sheet.style import Book, add_stamp_sheet
from reporting.type.stamp import stamp_line


def workbook(chart: Chart, lang: Lang) -> bytes:
    """The chart as .xlsx. The same chart gives the same bytes."""
    footer = stamp_line(chart.stamp, lang)
    book = Book(title=chart.title.get(lang), stamp=chart.stamp, subject=footer)
    sheet = book.add(say("report.sheet_chart", lang), footer=footer, lang=lang)
    add_data(book, data_columns(chart, lang), lang, footer=footer)
    add_stamp_sheet(book, chart, lang, footer=footer)
    renderer(chart.kind, "sheet")(book, sheet, chart, lang)
    return _unwrapped(book.close())


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
