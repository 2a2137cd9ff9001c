"""Numbers read back from what leaves: group label → series title → value, missing values left out."""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import pairwise
from typing import Any

import openpyxl
import pandas as pd
from pptx import Presentation

from analytics.charts.declaration import Chart
from foundation.locales import Lang
from reporting.screen.figure import figure
from reporting.sheet.workbook import workbook
from reporting.slide.chart import slides
from reporting.type.table import header, table

Numbers = dict[str, dict[str, float]]


def of_chart(chart: Chart, lang: Lang) -> Numbers:
    found: Numbers = defaultdict(dict)
    for series in chart.series:
        for label, value in zip(chart.shown("label", lang), chart.frame[series.column], strict=True):
            if pd.notna(value):
                found[label][series.title.get(lang)] = value
    return dict(found)


def of_figure(chart: Chart, lang: Lang, **more: Any) -> Numbers:
    """Lengths of the visible bars, or the words on the tiles."""
    labels = dict(zip(chart.frame["group"], chart.shown("label", lang), strict=True))
    drawn = figure(chart, lang, **more)
    if chart.kind == "tile_grid":
        return _of_tiles(chart, lang, [str(note.text) for note in drawn.layout.annotations])
    is_words = dict(zip(chart.frame["group"], chart.frame["note"] != "", strict=True))
    found: Numbers = defaultdict(dict)
    for trace in drawn.data:
        for (group, column), value in zip(trace.customdata, trace.x, strict=True):
            if column and not is_words[group]:
                found[labels[group]][str(trace.name)] = value
    return dict(found)


def of_slide(chart: Chart, lang: Lang) -> Numbers:
    """The cached values of the native chart, or the words in the table's cells."""
    slide = Presentation(io.BytesIO(slides([chart], lang))).slides[0]
    frame = next(shape for shape in slide.shapes if shape.has_chart or shape.has_table)
    if frame.has_table:
        cells = [cell.text_frame.text.split("\n") for row in frame.table.rows for cell in row.cells]
        return _of_tiles(chart, lang, [line for lines in cells if lines != [""] for line in lines])
    labels = chart.shown("label", lang)
    found: Numbers = defaultdict(dict)
    plot = frame.chart.plots[0]
    for series in plot.series:
        if series.name.strip():
            for category, value in zip(plot.categories, series.values, strict=True):
                label = next((name for name in labels if str(category).split("  ")[0] == name), None)
                if value is not None and label:
                    found[label][series.name] = value
    return dict(found)


def of_workbook(chart: Chart, lang: Lang) -> Numbers:
    """The cells of the data sheet."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(chart, lang)))
    rows = book.worksheets[1].values
    titles = next(rows)
    named = {series.title.get(lang) for series in chart.series}
    found: Numbers = defaultdict(dict)
    for cells in rows:
        for title, cell in zip(titles, cells, strict=True):
            if title in named and cell is not None:
                found[cells[0]][title] = cell
    return dict(found)


def of_table(chart: Chart, lang: Lang) -> Numbers:
    """Per cents of the table, as fractions again."""
    shown = table(chart, lang).set_index(chart.category_title.get(lang))
    found: Numbers = defaultdict(dict)
    for series in chart.series:
        title = series.title.get(lang)
        for label, value in shown[header(chart, title, lang)].dropna().items():
            found[str(label)][title] = value / 100
    return dict(found)


def _of_tiles(chart: Chart, lang: Lang, lines: list[str]) -> Numbers:
    """Tiles are written name, value, detail; a value in words has no per cent sign."""
    title = chart.series[0].title.get(lang)
    plain = [line.replace("<b>", "").replace("</b>", "") for line in lines]
    return {
        name: {title: float(value.rstrip("%")) / 100}
        for name, value in pairwise(plain)
        if name in chart.shown("label", lang) and value.endswith("%")
    }
