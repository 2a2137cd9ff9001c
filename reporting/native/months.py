"""Charts over months as lines over categories: slopes between two, histories over many."""

from __future__ import annotations

from analytics.charts.declaration import Chart
from analytics.charts.palette import ACCENT, QUIET
from foundation.locales import Lang
from reporting.native.plan import Axis, Plot, Trace, number_shape
from reporting.registry import renders
from reporting.type.numbers import shown
from reporting.type.ticks import value_ticks


@renders("plan", "slope")
def plan_slope(chart: Chart, lang: Lang, room: float) -> Plot:
    """A line a unit over two months; names at the end of those that the screen names."""
    drawn = chart.frame.assign(words=chart.shown("label", lang)).loc[lambda f: f["change"].notna()]
    top = float(drawn[["before", "after"]].max().max()) if len(drawn) else 1.0
    traces = []
    for row in drawn.sort_values("is_beyond", kind="stable").to_dict("records"):
        beyond = bool(row["is_beyond"])
        ends = [shown(row[when], chart.value_format, is_short=True) for when in ("before", "after")]
        labels = ("", f"{row['words']} {ends[0]} → {ends[1]}") if row.get("is_named", True) else ("", "")
        points = ((0.0, float(row["before"])), (1.0, float(row["after"])))
        colour, wide = (ACCENT, 2.25) if beyond else (QUIET, 0.75)
        traces.append(Trace(row["words"], points, colour, "solid", wide, "circle", labels))
    return Plot(
        tuple(traces),
        Axis(0, 1),
        value_axis(chart, lang, top=top),
        categories=tuple(series.title.get(lang) for series in chart.series),
        left=max(0.07, 5.5 / room),
    )


def value_axis(chart: Chart, lang: Lang, *, top: float, low: float = 0.0) -> Axis:
    """The upright axis from low to the first mark above the largest value."""
    ticks = value_ticks(low, top, chart.value_format)
    major = ticks[1][0] - ticks[0][0] if len(ticks) > 1 else None
    high = ticks[-1][0] + (major or 0) if ticks[-1][0] < top else ticks[-1][0]
    return Axis(
        low,
        high,
        chart.y_title.get(lang) if chart.y_title else "",
        number_shape(chart.value_format, major),
        major,
    )
