"""Charts by row as points: labels at the left, marks with intervals, words at the right."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED, QUIET
from foundation.locales import Lang, say
from reporting.native.marks import category_rows
from reporting.native.plan import Axis, Plot, Point, Trace, intervals, number_shape
from reporting.registry import renders
from reporting.type.lettering import text_width
from reporting.type.numbers import fraction_of, span
from reporting.type.ticks import value_ticks

_AIR = 0.03  # between the words and the ends of the scale


@renders("plan", "dumbbell")
def plan_dumbbell(chart: Chart, lang: Lang, room: float) -> Plot:
    """Circle and diamond of each row with their intervals; fractions at the right."""
    frame = chart.frame
    groups = list(dict.fromkeys(frame["group"]))
    labels = dict(zip(frame["group"], chart.shown("label", lang), strict=True))
    height = {group: float(len(groups) - at) for at, group in enumerate(groups)}
    top = float(frame["high"].max()) if frame["high"].notna().any() else 1.0
    words = [fraction_of(row["numerator"], row["denominator"]) for row in frame.to_dict("records")]
    notes = chart.shown("note", lang)
    ends = [f"{w}  {n}".strip() for w, n in zip(words, notes, strict=True)]
    axis = _axis(0, top, chart, lang, room=room, left=list(labels.values()), right=ends)
    names = [(-_AIR * top, height[group]) for group in groups]
    traces: list[Trace] = []
    for series, shape, shift in zip(chart.series, ("circle", "diamond"), (0.16, -0.16), strict=True):
        side = frame[frame["column"] == series.column]
        drawn = side[side["value"].notna()]
        points = tuple(
            (float(v), height[g] + shift) for g, v in zip(drawn["group"], drawn["value"], strict=True)
        )
        ranges = zip(drawn["low"], drawn["high"], (y for _, y in points), strict=True)
        traces.append(intervals(say("report.interval", lang), [tuple(r) for r in ranges], series.colour))
        marker = "circle" if shape == "circle" else "diamond"
        name = series.title.get(lang)
        traces.append(Trace(name, points, series.colour, marker=marker))  # type: ignore[arg-type]  # one of two shapes
        spots = [((1 + _AIR) * top, height[group] + shift) for group in side["group"]]
        traces.append(_words("  ", spots, [ends[at] for at in side.index], series.colour, side="right"))
    traces.append(_words(" ", names, [labels[group] for group in groups], INK, side="left"))
    y = Axis(0.4, len(groups) + 0.6, is_shown=False)
    return Plot(tuple(traces), axis, y, left=0.02, has_key=True, rows=2 * len(groups))


@renders("plan", "interval_bars")
def plan_intervals(chart: Chart, lang: Lang, room: float) -> Plot:
    """The range of each row and its value, if there is one."""
    rows = category_rows(chart, lang)
    frame, notes = chart.frame, chart.shown("note", lang)
    ends_of = frame[["low", "value", "high"]].astype(float)
    low = float(ends_of.min().min()) if frame["low"].notna().any() else 0.0
    is_rank = bool(frame["value"].isna().all()) and chart.value_format == "integer"
    start = 1.0 if is_rank else min(0.0, low)
    top = float(ends_of.max().max()) if frame["high"].notna().any() else 1.0
    labels, points, ranges, ends = [], [], [], []
    for at, (name, place) in enumerate(rows):
        y = float(len(rows) - at)
        row = None if place is None else frame.iloc[place]
        labels.append((name, y))
        if row is None or place is None:
            continue
        ends.append((notes[place] or span(row["low"], row["high"], chart.value_format), y))
        if pd.notna(row["low"]):
            ranges.append((float(row["low"]), float(row["high"]), y))
            points += [(float(row["value"]), y)] if pd.notna(row["value"]) else []
    left = [(start - _AIR * (top - start), y) for _, y in labels]
    right = [(top + _AIR * (top - start), y) for _, y in ends]
    title = chart.series[0].title.get(lang)
    traces = [
        intervals(title if is_rank else say("report.interval", lang), ranges, MUTED),
        _words(" ", left, [name for name, _ in labels], INK, side="left"),
        *([] if is_rank else [Trace(title, tuple(points), INK, marker="circle")]),
        _words("  ", right, [words for words, _ in ends], MUTED, side="right"),
        *_references(chart, lang, height=len(rows) + 0.6),
    ]
    axis = _axis(start, top, chart, lang, room=room, left=[n for n, _ in labels], right=[w for w, _ in ends])
    return Plot(tuple(traces), axis, Axis(0.4, len(rows) + 0.6, is_shown=False), left=0.02, rows=len(rows))


def _references(chart: Chart, lang: Lang, *, height: float) -> list[Trace]:
    return [
        Trace(mark.title.get(lang), ((float(mark.at), 0.4), (float(mark.at), height)), QUIET, "dash", 1.0)
        for mark in chart.references
    ]


def _words(name: str, points: Sequence[Point], words: Sequence[str], colour: str, *, side: str) -> Trace:
    """An unseen series that carries words."""
    return Trace(name, tuple(points), colour, labels=tuple(words), side=side, is_helper=True)  # type: ignore[arg-type]  # "left" or "right"


def _axis(
    low: float,
    high: float,
    chart: Chart,
    lang: Lang,
    *,
    room: float,
    left: Sequence[str],
    right: Sequence[str],
) -> Axis:
    """The axis, longer at both ends for the words beside the marks; numbers stand on its own part only."""
    ticks = value_ticks(low, high, chart.value_format, count=4)
    major = ticks[1][0] - ticks[0][0] if len(ticks) > 1 else high - low
    parts = [max((text_width(w, 1) for w in words), default=0.0) + 3.3 for words in (left, right)]
    length = (high - low) / max(1 - sum(parts) / (room * 0.96), 0.2)
    shape = number_shape(chart.value_format, major)
    shown_only = f'[<{low - 1e-9:.6g}]"";[>{high + major:.6g}]"";{shape}'
    start = low - major * -(-length * parts[0] / (room * 0.96) // major)
    return Axis(
        start,
        high + length * parts[1] / (room * 0.96),
        chart.x_title.get(lang) if chart.x_title else "",
        shown_only,
        major,
    )
