"""The funnel as points and lines: limits, centre, units by how far they are from chance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart
from analytics.charts.funnel_plot import FAR, NEAR, FunnelSpec
from analytics.charts.palette import ACCENT, INK, MUTED, QUIET
from foundation.locales import Lang, say
from reporting.native.plan import Axis, Marker, Plot, Side, Trace, number_shape
from reporting.registry import renders
from reporting.type.lettering import text_width
from reporting.type.numbers import shown
from reporting.type.placing import ABOVE, BELOW, LEFT, RIGHT, Box, Label, Spot, placed
from reporting.type.ticks import value_ticks

_SPOTS: dict[Spot, Side] = {RIGHT: "right", LEFT: "left", ABOVE: "above", BELOW: "below"}
_HIGH = 0.34  # height of the drawing, in parts of the chart's width
_LOOKS: tuple[tuple[str, str, Marker, str], ...] = (
    ("", QUIET, "circle", "within"),
    ("95", INK, "hollow", "limit_95"),
    ("99_8", ACCENT, "circle", "limit_99_8"),
)


@renders("plan", "funnel")
def plan_funnel(chart: Chart, lang: Lang, room: float) -> Plot:
    """Units beyond 99.8 %, beyond 95 % and within, four limits, the centre.

    Office programs mark a log axis at powers of ten only, so that it starts and ends where the sizes do.
    """
    limits = chart.spec_of(FunnelSpec).limits
    values = chart.frame["value"].dropna()
    top = float(max(limits[FAR[1]].max(), values.max() if len(values) else 0))
    ticks = value_ticks(0, top * 1.05, chart.value_format)
    major = ticks[1][0] - ticks[0][0] if len(ticks) > 1 else None
    high = math.ceil(top * 1.02 / major) * major if major else top
    sizes = say("report.funnel_log", lang, title=chart.x_title.get(lang) if chart.x_title else "")
    value = chart.y_title.get(lang) if chart.y_title else ""
    widest = float(limits["n"].max()) * (1.4 if room > 60 else 2.0)
    x = Axis(float(limits["n"].min()), widest, sizes, "0", is_log=True)
    y = Axis(0, high, value, number_shape(chart.value_format, major), major)
    return Plot(
        traces=(*_limits(chart, lang, room / high), *_units(chart, lang, (x, y), room)),
        x=x,
        y=y,
        left=max(0.07, 5.5 / room),
    )


def _limits(chart: Chart, lang: Lang, scale: float) -> list[Trace]:
    """scale: letters of the drawing's width per unit of value."""
    frame, centre = chart.spec_of(FunnelSpec).limits, chart.spec_of(FunnelSpec).centre
    last = frame.iloc[-1]
    is_close = (last[FAR[1]] - last[NEAR[1]]) * scale * _HIGH < 1.3
    traces = []
    for names, tag, width in ((FAR, "99_8", 0.75), (NEAR, "95", 1.25)):
        words = say(f"report.funnel_limit_{tag}", lang)
        for name in names:
            points = tuple((float(n), float(v)) for n, v in zip(frame["n"], frame[name], strict=True))
            labels = (*[""] * (len(points) - 1), words if name == names[1] else "")
            # Two names at one height: the outer one moves up.
            side: Side = "above" if is_close and names == FAR else "right"
            traces.append(Trace(words, points, QUIET, "solid", width, labels=labels, side=side))
    at = float(centre.at)
    ends = tuple((float(n), at) for n in (frame["n"].iloc[0], frame["n"].iloc[-1]))
    words = f"{centre.title.get(lang)} {shown(at, chart.value_format)}"
    return [*traces, Trace(centre.title.get(lang), ends, MUTED, "solid", labels=("", words))]


def _units(chart: Chart, lang: Lang, axes: tuple[Axis, Axis], room: float) -> list[Trace]:
    """A series a level; those with names once for each side that the names stand on."""
    drawn = chart.frame.assign(shown_label=chart.shown("label", lang)).loc[lambda f: f["value"].notna()]
    sides = _sides(drawn, chart, axes, room)
    traces = []
    for level, colour, marker, name in _LOOKS:
        words = say(f"report.funnel_{name}", lang) if not level else say(f"report.beyond_{level}", lang)
        for side in ("right", "left", "above", "below") if level else ("right",):
            rows = drawn[(drawn["beyond"] == level) & (sides == side)]
            if rows.empty:
                continue
            points = tuple((float(n), float(v)) for n, v in zip(rows["n"], rows["value"], strict=True))
            labels = tuple(_label(row, chart) if level else "" for row in rows.to_dict("records"))
            traces.append(Trace(words, points, colour, marker=marker, labels=labels, side=side))
    return traces


def _sides(drawn: pd.DataFrame, chart: Chart, axes: tuple[Axis, Axis], room: float) -> pd.Series:
    """Where each name stands, clear of the other points; in letters, as near as they can be reckoned."""
    x, y = axes
    wide, high = room * 0.9, room * _HIGH
    across = math.log(x.high / x.low)
    at = {
        i: (math.log(n / x.low) / across * wide, value / y.high * high)
        for i, n, value in zip(drawn.index, drawn["n"], drawn["value"], strict=True)
    }
    points = [Box(a - 0.5, a + 0.5, b - 0.5, b + 0.5) for a, b in at.values()]
    # The limits' own names stand right of the largest size.
    last = chart.spec_of(FunnelSpec).limits.iloc[-1]
    start = math.log(float(last["n"]) / x.low) / across * wide
    heights = [float(chart.spec_of(FunnelSpec).centre.at), float(last[NEAR[1]]), float(last[FAR[1]])]
    ends = [Box(start, wide * 1.05, v / y.high * high - 0.7, v / y.high * high + 0.7) for v in heights]
    named = drawn.index[drawn["beyond"] != ""]
    rows = {i: drawn.loc[i] for i in named}
    labels = [Label(*at[i], text_width(_label(rows[i], chart), 1), 1.3) for i in named]
    spots = placed(labels, list(_SPOTS), blocked=points + ends, room=Box(0, wide * 1.05, 0, high), gap=0.7)
    sides = pd.Series("right", index=drawn.index, dtype=object)
    for i, spot in zip(named, spots, strict=True):
        sides[i] = _SPOTS[spot]
    return sides


def _label(row: Mapping[Any, Any], chart: Chart) -> str:
    return f"{row['shown_label']} {shown(row['value'], chart.value_format)}"
