"""A heatmap in Plotly: cells as shapes, numerals upon them, unseen square markers that can be clicked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart, worded
from analytics.charts.heatmap import HeatmapSpec
from analytics.charts.palette import INK, MUTED, SURFACE, heat
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.type.lettering import folded, text_width
from reporting.type.numbers import fraction_of, shown

_PAD = 0.025  # half the gap between cells, in cells
_SIDE = 66  # width of a column of numbers beside the matrix, pixels


@dataclass(frozen=True)
class MatrixPlan:
    """Margins in pixels, width of a cell, the labels of rows and columns in lines."""

    left: int
    top: int
    right: int
    bottom: int
    cell: float
    rows: list[str]
    columns: list[str]
    is_turned: bool


@renders("screen", "heatmap")
def draw_heatmap(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every cell: [row code, column code]. selected: "row>column", or a row."""
    plan = _plan(chart, lang, size)
    rows, columns = len(plan.rows), len(plan.columns)
    lines = max(label.count("\n") + 1 for label in plan.rows)
    row = round(max(size.row * (1.25 if size.is_narrow else 1.5), lines * size.text * 1.3 + 3))
    canvas = Canvas(
        height=rows * row + plan.top + plan.bottom,
        margin={"l": plan.left, "r": plan.right, "t": plan.top, "b": plan.bottom},
        x=(0, columns),
        y=(rows, 0),
    )
    places = _places(chart)
    for cell, (x, y), note in zip(
        chart.frame.to_dict("records"), places, chart.shown("note", lang), strict=True
    ):
        is_selected = selected in (f"{cell['group']}>{cell['column']}", cell["group"])
        _cell(canvas, chart, size, plan, cell=cell, at=(x, y), note=note, is_selected=is_selected)
    _labels(canvas, chart, lang, size, plan)
    _marks(canvas, chart, lang, size, rows=rows)
    canvas.traces.append(_markers(chart, lang, places, side=min(row, plan.cell) - 2))
    return canvas.figure()


def _plan(chart: Chart, lang: Lang, size: Size) -> MatrixPlan:
    spec = chart.spec_of(HeatmapSpec)
    room = size.width * (0.32 if size.is_narrow else 0.3)
    folded_rows = [
        folded(w, size=size.text, width=room) for w in worded(chart.spec_of(HeatmapSpec).rows, "label", lang)
    ]
    longest = max(text_width(line, size.text) for lines in folded_rows for line in lines)
    n_width = _n_width(chart, size)
    left = round(longest) + n_width + 14
    right = 4 if size.is_narrow else 4 + _SIDE * len(spec.sides)
    names = worded(spec.columns, "label", lang)
    cell = (size.width - left - right) / len(names)
    heads = [folded(name, size=size.text, width=cell - 3) for name in names]
    is_turned = any(text_width(line, size.text) > cell + 2 for lines in heads for line in lines)
    head = max(text_width(name, size.text) for name in names) + 8
    if not is_turned:
        names = ["\n".join(lines) for lines in heads]
        head = size.text * (0.4 + 1.3 * max(len(lines) for lines in heads))
    top = round(head + (size.text * 1.6 if chart.x_title else 0)) + 6
    bottom = round(size.text * 1.8) if chart.references else 6
    return MatrixPlan(
        left, top, right, bottom, cell, ["\n".join(lines) for lines in folded_rows], names, is_turned
    )


def _n_width(chart: Chart, size: Size) -> int:
    """Room for the sizes beside the row labels; a phone has none to spare."""
    sizes = [shown(n, "integer") for n in chart.spec_of(HeatmapSpec).rows["n"]]
    return 0 if size.is_narrow or not any(sizes) else round(max(text_width(n, size.text) for n in sizes)) + 12


def _places(chart: Chart) -> list[tuple[int, int]]:
    spec = chart.spec_of(HeatmapSpec)
    columns = {code: at for at, code in enumerate(spec.columns["column"])}
    rows = {code: at for at, code in enumerate(spec.rows["row"])}
    return [(columns[c], rows[r]) for r, c in zip(chart.frame["group"], chart.frame["column"], strict=True)]


def _cell(
    canvas: Canvas,
    chart: Chart,
    size: Size,
    plan: MatrixPlan,
    *,
    cell: dict[Any, Any],
    at: tuple[int, int],
    note: str,
    is_selected: bool,
) -> None:
    x, y = at
    is_plain = cell["is_blank"] or pd.isna(cell["value"])
    fill, ink = (SURFACE, MUTED) if is_plain else heat(cell["part"])
    line = {"color": INK, "width": 2} if is_selected else {"width": 0}
    canvas.frame(
        x=(x + _PAD, x + 1 - _PAD), y=(y + _PAD, y + 1 - _PAD), fillcolor=fill, line=line, layer="below"
    )
    value = "" if cell["is_blank"] else shown(cell["value"], chart.value_format, is_short=True)
    words = note or value.removesuffix("%")
    if words:
        words = words if text_width(words, size.text) <= plan.cell else "…"
        canvas.write(words, x=x + 0.5, y=y + 0.5, anchor="center", size=size.text, colour=ink)


def _labels(canvas: Canvas, chart: Chart, lang: Lang, size: Size, plan: MatrixPlan) -> None:
    spec = chart.spec_of(HeatmapSpec)
    n_width = _n_width(chart, size)
    for y, (label, n) in enumerate(zip(plan.rows, spec.rows["n"], strict=True)):
        canvas.write(label, x=0, y=y + 0.5, dx=-10 - n_width, anchor="right", size=size.text)
        if n_width:
            words = shown(n, "integer")
            canvas.write(words, x=0, y=y + 0.5, dx=-10, anchor="right", size=size.text, colour=MUTED)
    head: dict[str, Any] = {"yanchor": "bottom", "colour": MUTED, "size": size.text, "y": 0, "dy": 2}
    turned: dict[str, Any] = {"textangle": -90} if plan.is_turned else {}
    for x, label in enumerate(plan.columns):
        canvas.write(label, x=x + 0.5, anchor="center", **head, **turned)
    title = "\n".join(folded(chart.category_title.get(lang), size=size.text, width=plan.left - 12))
    canvas.write(title, x=0, dx=-10, anchor="right", **head)
    if chart.x_title:
        words = chart.x_title.get(lang)
        middle = len(plan.columns) / 2
        canvas.write(
            words, x=middle, y=0, dy=plan.top - size.text, anchor="center", size=size.text, colour=MUTED
        )
    if size.is_narrow:
        return
    for place, field in enumerate(spec.sides):
        right = 8 + _SIDE * (place + 1) - 8
        lines = "\n".join(folded(field.title.get(lang), size=13, width=_SIDE - 4))
        last = len(plan.columns)
        canvas.write(
            lines, x=last, y=0, dx=right, dy=4, anchor="right", size=13, colour=MUTED, yanchor="bottom"
        )
        for y, number in enumerate(spec.rows[field.column]):
            value_format = field.format if field.format not in ("text", "date") else "integer"
            words = shown(number, value_format, is_short=True)  # type: ignore[arg-type]  # narrowed above
            canvas.write(words, x=last, y=y + 0.5, dx=right, anchor="right", size=size.text)


def _marks(canvas: Canvas, chart: Chart, lang: Lang, size: Size, *, rows: int) -> None:
    """Dashed lines before a column; a wording is written once, under its first line."""
    place = {code: at for at, code in enumerate(chart.spec_of(HeatmapSpec).columns["column"])}
    written: set[str] = set()
    for mark in chart.references:
        x = place.get(str(mark.at))
        if x is None:
            continue
        canvas.rule(x=(x, x), y=(0, rows), line={"color": INK, "dash": "dot"}, layer="above")
        words = mark.title.get(lang)
        if words not in written:
            canvas.write(words, x=x, y=rows, dy=-12, anchor="center", size=size.text, colour=MUTED)
        written.add(words)


def _markers(chart: Chart, lang: Lang, places: list[tuple[int, int]], *, side: float) -> dict[str, Any]:
    frame, title = chart.frame, chart.series[0].title.get(lang)
    texts = (chart.shown(column, lang) for column in ("label", "column_label", "note"))
    hover = []
    for row, column, note, cell in zip(*texts, frame.to_dict("records"), strict=True):
        head = say("report.hover_cell", lang, row=row, column=column)
        value = shown(cell["value"], chart.value_format)
        blank = chart.note.get(lang) if chart.note and cell["is_blank"] else ""
        line = say("report.hover_value", lang, title=title, value=value) if value else blank
        counts = fraction_of(cell.get("numerator"), cell.get("denominator"))
        hover.append(plain("\n".join(part for part in (head, note or line, counts) if part)))
    return {
        "type": "scatter",
        "name": title,
        "mode": "markers",
        "x": [x + 0.5 for x, _ in places],
        "y": [y + 0.5 for _, y in places],
        "marker": {"symbol": "square", "size": max(side, 12), "opacity": 0},
        "unselected": {"marker": {"opacity": 0}},
        "selected": {"marker": {"opacity": 0}},
        "customdata": frame[["group", "column"]].to_numpy().tolist(),
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
