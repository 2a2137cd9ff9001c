"""Steps in Plotly: the share by each day with its band, and the values on the marked day."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import MUTED, ink_of
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.curves import Place, band, ends, grid, room_right, value_scale
from reporting.type.corners import stairs
from reporting.type.lettering import text_width
from reporting.type.numbers import shown
from reporting.type.ticks import day_ticks


@renders("screen", "step")
def draw_step(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every point: [series, "value"]. selected: a series, drawn thicker."""
    top, ticks = value_scale(chart)
    until = float(chart.frame["time"].max())
    left = round(max(text_width(words, size.text) for _, words in ticks)) + 12
    right = room_right(chart, lang, size)
    height = 210 if size.is_narrow else round(size.row * 10)
    head = round(size.text * 1.7) if chart.references else 10
    margin = {"l": left, "r": right, "t": head, "b": round(size.text * 3.4)}
    canvas = Canvas(height=height + head + margin["b"], margin=margin, x=(0, until), y=(0, top))
    grid(canvas, ticks, across=(0, until))
    canvas.scale("y", ticks, size=size.text)
    title = chart.x_title.get(lang) if chart.x_title else ""
    days = day_ticks(until, count=4 if size.is_narrow else 7)
    canvas.scale("x", days, size=size.text, title=title)
    lasts: list[tuple[Series, Place]] = []
    for series in reversed(chart.series):
        rows = chart.frame[chart.frame["group"] == series.column]
        banded = rows.dropna(subset=["low", "high"])
        band(canvas, stairs(banded, "low"), stairs(banded, "high"), colour=series.colour)
        canvas.traces.append(_trace(chart, lang, series, rows, is_selected=series.column == selected))
        lasts.append((series, (until, float(rows["value"].iloc[-1]))))
    _mark(canvas, chart, lang, size, top=top)
    ends(canvas, chart, lang, size, lasts, height=height, top=top)
    return canvas.figure()


def _trace(
    chart: Chart, lang: Lang, series: Series, rows: pd.DataFrame, *, is_selected: bool
) -> dict[str, Any]:
    hover = []
    for row in rows.to_dict("records"):
        value, low, high = (shown(row[c], "percent") for c in ("value", "low", "high"))
        title = chart.x_title.get(lang) if chart.x_title else ""
        parts = [f"{series.title.get(lang)} {value}", f"{title} {row['time']:g}"]
        parts += [say("report.hover_interval", lang, low=low, high=high)] if low else []
        hover.append(plain("\n".join(parts)))
    return {
        "type": "scatter",
        "name": series.title.get(lang),
        "mode": "lines+markers",
        "x": rows["time"].to_list(),
        "y": rows["value"].to_list(),
        "line": {"color": series.colour, "width": 3 if is_selected else 2, "shape": "hv"},
        "marker": {"size": 7, "opacity": 0, "color": series.colour},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "cliponaxis": False,
        "customdata": [[series.column, "value"]] * len(rows),
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _mark(canvas: Canvas, chart: Chart, lang: Lang, size: Size, *, top: float) -> None:
    """The marked day: a dotted line, and every line's value there."""
    for mark in chart.references:
        day = float(mark.at)
        canvas.rule(x=(day, day), y=(0, top), line={"color": MUTED, "dash": "dot"})
        canvas.write(mark.title.get(lang), x=day, y=top, dy=11, anchor="center", size=size.text, colour=MUTED)
        rows = chart.frame[chart.frame["time"] == day].sort_values("value", ascending=False)
        colours = {series.column: series.colour for series in chart.series}
        for at, row in enumerate(rows.to_dict("records")):
            # The highest above its line at the left, the others below theirs at the right.
            side: dict[str, Any] = {"dx": 7, "dy": -12}
            if at == 0:
                side = {"dx": -7, "dy": 11, "anchor": "right"}
            style: dict[str, Any] = {
                "size": size.text,
                "colour": ink_of(colours[row["group"]]),
                "is_bold": True,
            }
            canvas.write(shown(row["value"], "percent"), x=day, y=row["value"], **side, **style)
            canvas.shapes.append(_dot(day, row["value"], colours[row["group"]]))


def _dot(x: float, y: float, colour: str) -> dict[str, Any]:
    """A dot of fixed size upon a line."""
    pixels = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": x, "yanchor": y}
    box = {"x0": -4, "x1": 4, "y0": -4, "y1": 4}
    return {"type": "circle", "fillcolor": colour, "line": {"color": "#FFFFFF", "width": 1}} | pixels | box
