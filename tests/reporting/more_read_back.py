"""Numbers of the other kinds read back from what leaves, by the codes of their marks or in their order."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pandas as pd
from pptx import Presentation

from analytics.charts.declaration import Chart
from foundation.locales import Lang
from reporting.screen.figure import figure
from reporting.sheet.workbook import workbook
from reporting.slide.chart import slides


def marks(chart: Chart, lang: Lang, **more: Any) -> dict[tuple[str, str], tuple[Any, Any, str]]:
    """Code pair of every mark that can be clicked → x, y and hover of its last occurrence."""
    found = {}
    for trace in figure(chart, lang, **more).data:
        if trace.customdata is None:
            continue
        hover = trace.hovertext if trace.hovertext is not None else [""] * len(trace.x)
        for codes, x, y, words in zip(trace.customdata, trace.x, trace.y, hover, strict=True):
            found[tuple(codes)] = (x, y, words)
    return found


def last_number(words: str) -> float:
    """The last number of a hover: `… 23 人` → 23, `… 66.0%` → 0.66."""
    found = re.findall(r"[\d,]*\.?\d+%?", words.replace("</b>", ""))[-1]
    value = float(found.rstrip("%").replace(",", ""))
    return value / 100 if found.endswith("%") else value


def slide_frame(chart: Chart, lang: Lang) -> Any:
    slide = Presentation(io.BytesIO(slides([chart], lang))).slides[0]
    return next(shape for shape in slide.shapes if shape.has_chart or shape.has_table)


def slide_points(chart: Chart, lang: Lang) -> dict[str, list[tuple[float, float]]]:
    """Series name → its (x, y) in a native scatter."""
    found: dict[str, list[tuple[float, float]]] = {}
    for series in slide_frame(chart, lang).chart.plots[0].series:
        element = series._element
        xs, ys = (_by_place(element.find(f"{{*}}{tag}")) for tag in ("xVal", "yVal"))
        found.setdefault(series.name, []).extend((xs[at], ys[at]) for at in ys)
    return found


def _by_place(values: Any) -> dict[str, float]:
    """Cached numbers by their place; a gap has none."""
    return {point.get("idx"): float(point.findtext("{*}v")) for point in values.iter("{*}pt")}


def slide_cells(chart: Chart, lang: Lang) -> list[list[str]]:
    rows = slide_frame(chart, lang).table.rows
    # A blank that takes room stands in an empty cell.
    return [[cell.text_frame.text.strip("\u00a0") for cell in row.cells] for row in rows]


def data_sheet(chart: Chart, lang: Lang) -> pd.DataFrame:
    """The data sheet of the workbook, headers as columns."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(chart, lang)))
    rows = list(book["数据" if lang == "zh" else "Data"].values)
    return pd.DataFrame(rows[1:], columns=rows[0])


def chart_sheet(chart: Chart, lang: Lang) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(workbook(chart, lang)))
    return list(book.worksheets[0].values)


def points_sheet(chart: Chart, lang: Lang) -> dict[str, list[tuple[Any, Any]]]:
    """What the native Excel chart reads: header of each trace → its (place, value)."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(chart, lang)))
    columns = list(zip(*book["图中坐标" if lang == "zh" else "Points"].values, strict=True))
    found: dict[str, list[tuple[Any, Any]]] = {}
    for at in range(len(columns) - 1):
        if columns[at][0] == ("位置" if lang == "zh" else "Place"):
            pairs = zip(columns[at][1:], columns[at + 1][1:], strict=True)
            found.setdefault(columns[at + 1][0], []).extend(p for p in pairs if None not in p)
    return found
