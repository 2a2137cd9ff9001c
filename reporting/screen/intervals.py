"""Ranges in Plotly: a pale bar from low to high, a dot at the value, the range in words at the right."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED, NEUTRAL
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.bars import hover_value
from reporting.screen.canvas import Canvas, Size
from reporting.screen.rows import BAR, label_rows, outline, plan, unfading
from reporting.type.lettering import text_width
from reporting.type.numbers import shown, span
from reporting.type.ticks import value_ticks

_UNSEEN = "rgba(0,0,0,0)"


@renders("screen", "interval_bars")
def draw_intervals(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every bar: [group code, "value"]; rows in words too."""
    rows = plan(chart, lang, size)
    low, end, ticks = scale(chart)
    ranges = _ranges(chart)
    right = round(max(text_width(words, size.text) for words in ranges)) + 14
    top, bottom = 28 if chart.references else 10, round(size.text * 3.4)
    canvas = Canvas(
        height=round(rows.depth(size) * size.row) + bottom + top,
        margin={"l": rows.left, "r": right, "t": top, "b": bottom},
        x=(low, end),
        y=(rows.depth(size), 0),
    )
    canvas.scale("x", ticks, size=size.text, title=chart.x_title.get(lang) if chart.x_title else "")
    for at, _ in ticks:
        canvas.rule(x=(at, at), y=(0, rows.total))
    for mark in chart.references:
        x, line = float(mark.at), {"color": MUTED, "dash": "dot"}
        canvas.rule(x=(x, x), y=(0, rows.total), line=line)
        words = f"{mark.title.get(lang)} {shown(x, chart.value_format)}"
        canvas.write(words, x=x, y=0, dy=10, anchor="center", size=size.text, colour=MUTED)
    hover = _hover(chart, lang, ranges)
    canvas.traces.append(_bars(chart, lang, rows.centres, hover, low=low, end=end))
    if chart.frame["value"].notna().any():
        canvas.traces.append(_dots(chart, lang, rows.centres, hover))
    label_rows(canvas, chart, size, rows)
    for words, y in zip(ranges, rows.centres, strict=True):
        canvas.write(words, x=end, y=y, dx=10, size=size.text, colour=MUTED)
    outline(canvas, chart, rows, selected=selected, width=end)
    return canvas.figure()


def scale(chart: Chart) -> tuple[float, float, list[tuple[float, str]]]:
    """Ends and marks of the axis: from 0, from 1 for ranks, to the widest range or the value beyond it."""
    frame = chart.frame
    is_rank = bool(frame["value"].isna().all()) and chart.value_format == "integer"
    ends = frame[["low", "value", "high"]].astype(float)
    widest = float(ends.max().max()) if ends["high"].notna().any() else 1.0
    if is_rank:
        places = [1, *range(5, int(widest) + 1, 5)]
        return 0.5, widest + 0.5, [(float(at), f"{at}") for at in places]
    ticks = value_ticks(min(0.0, float(ends.min().min() or 0)), widest, chart.value_format, count=4)
    return ticks[0][0], max(ticks[-1][0], widest), ticks


def _ranges(chart: Chart) -> list[str]:
    """`35–52%`, `3–14`; "" for rows in words."""
    pairs = zip(chart.frame["low"], chart.frame["high"], strict=True)
    return [span(low, high, chart.value_format) for low, high in pairs]


def _bars(
    chart: Chart, lang: Lang, centres: tuple[float, ...], hover: list[str], *, low: float, end: float
) -> dict[str, Any]:
    frame = chart.frame
    is_words = frame["low"].isna()
    # A rank is a place, not a point: its bar is one wide.
    half = 0.5 if low == 0.5 else 0.0
    return {
        "type": "bar",
        "name": chart.series[0].title.get(lang),
        "orientation": "h",
        "base": (frame["low"] - half).where(~is_words, low).to_list(),
        "x": (frame["high"] - frame["low"] + 2 * half).where(~is_words, end - low).to_list(),
        "y": centres,
        "width": BAR * 0.7,
        "marker": {"color": [_UNSEEN if words else NEUTRAL for words in is_words], "line": {"width": 0}},
        **unfading(INK),
        "customdata": [[group, "value"] for group in frame["group"]],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover(chart: Chart, lang: Lang, ranges: list[str]) -> list[str]:
    """As of any chart of one metric; a range of rank alone is said in words."""
    hovers = hover_value(chart, lang)
    for at, (value, words) in enumerate(zip(chart.frame["value"].to_list(), ranges, strict=True)):
        if pd.isna(value) and words:
            head = hovers[at].split("<br>")[0]
            line = say("report.hover_value", lang, title=chart.series[0].title.get(lang), value=words)
            hovers[at] = f"{head}<br>{line}"
    return hovers


def _dots(chart: Chart, lang: Lang, centres: tuple[float, ...], hover: list[str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": chart.series[0].title.get(lang),
        "mode": "markers",
        "x": chart.frame["value"].to_list(),
        "y": centres,
        "marker": {"size": 9, "color": INK, "opacity": 1},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "customdata": [[group, "value"] for group in chart.frame["group"]],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
