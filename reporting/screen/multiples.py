"""Small charts in Plotly, one a unit in a grid: band, centre, line, and the quarters beyond the band."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.palette import ACCENT, INK, MUTED, QUIET
from analytics.charts.small_multiples import RECENT, MultiplesSpec
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.rows import hover_head
from reporting.type.lettering import folded, text_width
from reporting.type.numbers import shown

_BAND = "#E9EEF3"
_ROW = 116  # height of a small chart, pixels
_PLOT = (0.36, 0.93)  # where the drawing begins and ends, in parts of its height


@renders("screen", "small_multiples")
def draw_multiples(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every small chart and of its coloured points: [group code, "value"]."""
    columns = 2 if size.is_narrow else 6 if size.width >= 800 else 4
    rows = math.ceil(len(chart.frame) / columns)
    canvas = Canvas(
        height=rows * _ROW + 8, margin={"l": 2, "r": 2, "t": 4, "b": 4}, x=(0, columns), y=(rows, 0)
    )
    room = size.width / columns
    low, high = _range(chart)
    values = 1 - (text_width("100%", size.text) + 14) / room  # where a line ends, its value beside it
    series = {str(g): rows_ for g, rows_ in chart.spec_of(MultiplesSpec).series.groupby("group", sort=False)}
    points: list[tuple[float, float, str]] = []
    texts = zip(chart.shown("label", lang), chart.shown("note", lang), strict=True)
    for place, (row, (label, note)) in enumerate(zip(chart.frame.to_dict("records"), texts, strict=True)):
        corner = (place % columns, place // columns)
        _head(canvas, row, corner, label=label, size=size, room=room, is_selected=row["group"] == selected)
        if note or row["group"] not in series:
            _words(canvas, note or say("report.no_value", lang), corner, room=room)
        else:
            history = series[row["group"]]
            points += _draw(canvas, chart, history, corner, size=size, low=low, high=high, right=values)
    canvas.traces.append(_cells(chart, lang, columns=columns, side=min(room, _ROW) - 10))
    if points:
        canvas.traces.append(_signals(points))
    return canvas.figure()


def _range(chart: Chart) -> tuple[float, float]:
    """One scale for all: every value and every band, never below 0 where nothing is."""
    frame = chart.spec_of(MultiplesSpec).series
    if frame.empty:
        return 0.0, 1.0
    highest = float(frame[["value", "high"]].max().max())
    lowest = float(frame[["value", "low"]].min().min())
    return max(0.0, lowest) if frame["value"].min() >= 0 else lowest, highest if highest > 0 else 1.0


def _head(
    canvas: Canvas,
    row: Mapping[Any, Any],
    corner: tuple[int, int],
    *,
    label: str,
    size: Size,
    room: float,
    is_selected: bool,
) -> None:
    x, y = corner
    canvas.write(label, x=x, y=y + 0.12, dx=6, size=size.text, is_bold=True)
    n = f"n={shown(row['n'], 'integer')}"
    if text_width(label, size.text) + text_width(n, 13) + 26 < room:
        canvas.write(n, x=x + 1, y=y + 0.12, dx=-8, anchor="right", size=13, colour=MUTED)
    if is_selected:
        canvas.frame(x=(x + 0.01, x + 0.99), y=(y + 0.01, y + 0.97), line={"color": INK, "width": 2})
    else:
        canvas.rule(x=(x + 0.03, x + 0.95), y=(y + 0.97, y + 0.97))


def _words(canvas: Canvas, note: str, corner: tuple[int, int], *, room: float) -> None:
    lines = folded(note, size=13, width=room - 20)
    canvas.write("\n".join(lines), x=corner[0], y=corner[1] + 0.55, dx=6, size=13, colour=MUTED)


def _draw(
    canvas: Canvas,
    chart: Chart,
    history: pd.DataFrame,
    corner: tuple[int, int],
    *,
    size: Size,
    low: float,
    high: float,
    right: float,
) -> list[tuple[float, float, str]]:
    """Band, centre, line and last value of one unit; returns its points beyond (x, y, group)."""
    x0, y0 = corner
    last = max(len(history) - 1, 1)

    def at(step: float, value: float) -> tuple[float, float]:
        part = (min(max(value, low), high) - low) / (high - low)
        return x0 + 0.04 + step / last * (right - 0.04), y0 + _PLOT[1] - part * (_PLOT[1] - _PLOT[0])

    values: list[Any] = history["value"].to_list()
    first: dict[str, Any] = {name: history[name].iat[0] for name in ("group", "low", "centre", "high")}
    if pd.notna(first["low"]):
        ends = (at(0, first["low"]), at(last, first["high"]))
        across, up = (ends[0][0], ends[1][0]), (ends[0][1], ends[1][1])
        canvas.frame(x=across, y=up, fillcolor=_BAND, line={"width": 0}, layer="below")
        middle = at(0, first["centre"])[1]
        line = {"color": QUIET, "dash": "dot"}
        canvas.rule(x=across, y=(middle, middle), line=line)
    is_signal = [signal != "" for signal in history["signal"].to_list()]
    places = [at(step, v) if pd.notna(v) else None for step, v in enumerate(values)]
    colour = ACCENT if any(is_signal[-RECENT:]) else QUIET
    path = _path(places)
    if path:
        stroke: dict[str, Any] = {"color": colour, "width": 1.6}
        canvas.path(path, colour="rgba(0,0,0,0)", line=stroke, layer="above")
    end = places[-1]
    if end:
        words = shown(values[-1], chart.value_format, is_short=True)
        canvas.write(words, x=end[0], y=end[1], dx=7, size=size.text, colour=ACCENT if is_signal[-1] else INK)
    group = str(first["group"])
    return [(*place, group) for place, hit in zip(places, is_signal, strict=True) if hit and place]


def _path(places: list[tuple[float, float] | None]) -> str:
    """A line through the known points, broken where one is missing."""
    parts, is_open = [], False
    for place in places:
        if place:
            parts.append(f"{'L' if is_open else 'M'} {place[0]:.4f},{place[1]:.4f}")
        is_open = place is not None
    return " ".join(parts)


def _cells(chart: Chart, lang: Lang, *, columns: int, side: float) -> dict[str, Any]:
    """An unseen square over each small chart."""
    frame, title = chart.frame, chart.series[0].title.get(lang)
    hover = []
    for head, note, row in zip(
        hover_head(chart, lang), chart.shown("note", lang), frame.to_dict("records"), strict=True
    ):
        value = shown(row["value"], chart.value_format)
        lines = [head, note or say("report.hover_value", lang, title=title, value=value)]
        if row["period"]:
            lines.append(
                say("report.hover_value", lang, title=say("report.last_signal", lang), value=row["period"])
            )
        hover.append(plain("\n".join(lines)))
    return {
        "type": "scatter",
        "name": title,
        "mode": "markers",
        "x": [at % columns + 0.5 for at in range(len(frame))],
        "y": [at // columns + 0.55 for at in range(len(frame))],
        "marker": {"symbol": "square", "size": side, "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "customdata": [[group, "value"] for group in frame["group"]],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _signals(points: list[tuple[float, float, str]]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _, _ in points],
        "y": [y for _, y, _ in points],
        "marker": {"size": 8, "color": ACCENT, "opacity": 1},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "skip",
        "customdata": [[group, "value"] for _, _, group in points],
    }
