"""Histories, waiting times and timelines as points and lines."""

from __future__ import annotations

import pandas as pd

from analytics.charts.declaration import Chart, worded
from analytics.charts.palette import ACCENT, INK, MUTED, QUIET, mixed
from analytics.charts.timeline import TimelineSpec
from foundation.locales import Lang, say
from reporting.native.months import value_axis
from reporting.native.plan import Axis, Plot, Point, Trace
from reporting.registry import renders
from reporting.type.corners import stairs
from reporting.type.lettering import text_width
from reporting.type.numbers import shown
from reporting.type.ticks import day_ticks

_EXCEL_DAY = pd.Timestamp(1899, 12, 30)


@renders("plan", "line")
def plan_line(chart: Chart, lang: Lang, room: float) -> Plot:
    """Lines over months; limits of their intervals as thin lines."""
    periods = list(dict.fromkeys(chart.frame["group"]))
    names = dict(zip(chart.frame["group"], chart.shown("label", lang), strict=True))
    traces: list[Trace] = []
    for series in chart.series:
        rows = chart.frame[chart.frame["column"] == series.column]
        for column in ("low", "high"):
            points = _points(rows["group"], rows[column], periods)
            if points:
                pale, title = mixed(series.colour, "#FFFFFF", 0.5), say(f"report.{column}", lang)
                traces.append(Trace(title, points, pale, "solid", 0.75, is_helper=True))
        points = _points(rows["group"], rows["value"], periods)
        last = shown(rows["value"].dropna().iloc[-1], chart.value_format) if points else ""
        labels = (*[""] * (len(points) - 1), last) if points else ()
        traces.append(Trace(series.title.get(lang), points, series.colour, "solid", 2.0, "circle", labels))
    for mark in chart.references:
        level = tuple((float(at), float(mark.at)) for at in range(len(periods)))
        labels = (mark.title.get(lang), *[""] * (len(periods) - 1))
        traces.append(Trace(mark.title.get(lang), level, MUTED, "dash", 1.0, labels=labels, side="above"))
    axis = value_axis(chart, lang, top=float(chart.frame[["value", "high"]].max().max()))
    return Plot(
        tuple(traces),
        Axis(0, 1),
        axis,
        categories=tuple(names[period] for period in periods),
        left=max(0.07, 5.5 / room),
        right=0.06,
        has_key=len(chart.series) > 1,
    )


def _points(groups: pd.Series, values: pd.Series, periods: list[str]) -> tuple[Point, ...]:
    pairs = zip(groups, values, strict=True)
    return tuple((float(periods.index(g)), float(v)) for g, v in pairs if pd.notna(v))


@renders("plan", "step")
def plan_step(chart: Chart, lang: Lang, room: float) -> Plot:
    """Step lines as corners; limits thin; the marked day dashed, with the values there."""
    until = float(chart.frame["time"].max())
    axis = value_axis(chart, lang, top=float(chart.frame[["value", "high"]].max().max()))
    traces: list[Trace] = []
    for series in chart.series:
        rows = chart.frame[chart.frame["group"] == series.column]
        name, pale = series.title.get(lang), mixed(series.colour, "#FFFFFF", 0.5)
        corners = stairs(rows, "value")
        last = shown(rows["value"].iloc[-1], "percent")
        labels = (*[""] * (len(corners) - 1), f"{name} {last}" if len(chart.series) > 1 else last)
        traces.append(Trace(name, corners, series.colour, "solid", 2.0, labels=labels))
        for column in ("low", "high"):
            limit = stairs(rows.dropna(subset=[column]), column)
            traces.append(Trace(say(f"report.{column}", lang), limit, pale, "solid", 0.75, is_helper=True))
        traces += _at_mark(rows, chart, lang, name=name, colour=series.colour)
    for reference in chart.references:
        words = reference.title.get(lang)
        ends = ((float(reference.at), axis.low), (float(reference.at), axis.high))
        traces.append(Trace(words, ends, QUIET, "dash", 1.0, labels=("", words)))
    title = chart.x_title.get(lang) if chart.x_title else ""
    days = day_ticks(until, count=7)
    beside = max(text_width(f"{s.title.get(lang)} 100.0%", 1) for s in chart.series) / room + 0.02
    return Plot(
        tuple(traces),
        Axis(0, until, title, "0", days[1][0] if len(days) > 1 else None),
        axis,
        left=max(0.07, 5.5 / room),
        right=beside,
    )


def _at_mark(rows: pd.DataFrame, chart: Chart, lang: Lang, *, name: str, colour: str) -> list[Trace]:
    """A dot and the value of a line on the marked day."""
    traces = []
    for mark in chart.references:
        at = rows.loc[rows["time"] == float(mark.at), "value"]
        if len(at):
            spot = ((float(mark.at), float(at.iloc[0])),)
            words = (shown(at.iloc[0], "percent"),)
            title = f"{name} · {mark.title.get(lang)}"
            traces.append(Trace(title, spot, colour, marker="circle", labels=words, side="left"))
    return traces


@renders("plan", "timeline")
def plan_timeline(chart: Chart, lang: Lang, room: float) -> Plot:
    """Days along x as Excel's own day numbers; a row a kind; one series a mark."""
    spec = chart.spec_of(TimelineSpec)
    kinds, start, end = spec.kinds, _day(spec.span.start), _day(spec.span.end)
    height = {kind: float(len(kinds) - at) for at, kind in enumerate(kinds["kind"])}
    labels = worded(kinds, "label", lang)
    wide = (max(text_width(w, 1) for w in labels) + 2) / (room * 0.96)
    low = start - (end - start) * wide / (1 - wide)
    markers = {"self_initiated": "circle", "other": "hollow", "contract": "diamond"}
    traces = []
    for series in chart.series:
        rows = chart.frame[chart.frame["mark"] == series.column]
        places = zip(rows["date"], rows["column"], strict=True)
        points = tuple((_day(day), height[kind]) for day, kind in places)
        if points:
            marker = markers[series.column]
            traces.append(Trace(series.title.get(lang), points, ACCENT, marker=marker))  # type: ignore[arg-type]  # one of looks
    top = len(kinds) + 0.6
    first = _day(spec.window.start)
    edges = ((first, 0.4), (first, top))
    words = say("report.timeline_window", lang)
    traces.append(Trace(words, edges, QUIET, "solid", 1.0, labels=("", words)))
    for term in chart.references:
        at, words = _day(term.at), term.title.get(lang)
        if start <= at <= end:
            traces.append(Trace(words, ((at, 0.4), (at, top)), MUTED, "dash", 1.0, labels=("", words)))
    names = tuple((start - (end - start) * 0.01, height[kind]) for kind in kinds["kind"])
    traces.append(Trace(" ", names, INK, labels=tuple(labels), side="left", is_helper=True))
    shape = f'[<{start - 1:.0f}]"";yyyy-mm'
    x = Axis(low, end, "", shape, major=round((end - start) / 4))
    return Plot(
        tuple(traces), x, Axis(0.4, top + 0.5, is_shown=False), left=0.02, has_key=True, rows=len(kinds)
    )


def _day(value: object) -> float:
    """A day as Excel counts it."""
    return float((pd.Timestamp(value) - _EXCEL_DAY).days)  # type: ignore[arg-type]  # dates and ISO texts alike
