"""The funnel as points and lines: limits, centre, units by how far they are from chance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.funnel_plot import FAR, NEAR
from analytics.charts.palette import ACCENT, INK, MUTED, QUIET
from foundation.locales import Lang, say
from reporting.numbers import shown
from reporting.plots.plan import Axis, Plot, Trace
from reporting.ticks import value_ticks

#: Office programs mark a log axis at powers of ten only, so that it starts and ends where the sizes do.
_FORMATS = {"percent": "0%", "integer": "#,##0", "decimal": "0.0"}


def plan_funnel(chart: Chart, lang: Lang, room: float) -> Plot:
    """Three series of units (beyond 99.8 %, beyond 95 %, within), four limits, the centre."""
    limits = chart.parts["limits"]
    values = chart.frame["value"].dropna()
    top = float(max(limits[FAR[1]].max(), values.max() if len(values) else 0))
    ticks = value_ticks(0, top * 1.05, chart.value_format)
    major = ticks[1][0] - ticks[0][0] if len(ticks) > 1 else None
    high = math.ceil(top * 1.02 / major) * major if major else top
    sizes = say("report.funnel_log", lang, title=chart.x_title.get(lang) if chart.x_title else "")
    value = chart.y_title.get(lang) if chart.y_title else ""
    return Plot(
        traces=(*_limits(chart, lang), *_units(chart, lang)),
        x=Axis(
            float(limits["n"].min()),
            float(limits["n"].max()) * (1.4 if room > 60 else 2.0),
            sizes,
            "0",
            is_log=True,
        ),
        y=Axis(0, high, value, _FORMATS[chart.value_format], major),
        left=max(0.07, 5.5 / room),
    )


def _limits(chart: Chart, lang: Lang) -> list[Trace]:
    frame, centre = chart.parts["limits"], chart.references[0]
    found = []
    for names, tag, width in ((FAR, "99_8", 0.75), (NEAR, "95", 1.25)):
        words = say(f"report.funnel_limit_{tag}", lang)
        for name in names:
            points = tuple((float(n), float(v)) for n, v in zip(frame["n"], frame[name], strict=True))
            labels = (*[""] * (len(points) - 1), words if name == names[1] else "")
            found.append(Trace(words, points, QUIET, "solid", width, labels=labels))
    at = float(centre.at)
    ends = tuple((float(n), at) for n in (frame["n"].iloc[0], frame["n"].iloc[-1]))
    words = f"{centre.title.get(lang)} {shown(at, chart.value_format)}"
    return [*found, Trace(centre.title.get(lang), ends, MUTED, "solid", labels=("", words))]


def _units(chart: Chart, lang: Lang) -> list[Trace]:
    found = []
    drawn = chart.frame.assign(shown_label=chart.shown("label", lang)).loc[lambda f: f["value"].notna()]
    looks = (
        ("", QUIET, "circle", "within"),
        ("95", INK, "hollow", "limit_95"),
        ("99_8", ACCENT, "circle", "limit_99_8"),
    )
    for level, colour, marker, name in looks:
        rows = drawn[drawn["beyond"] == level]
        if rows.empty:
            continue
        points = tuple((float(n), float(v)) for n, v in zip(rows["n"], rows["value"], strict=True))
        labels = tuple(_label(row, chart) if level else "" for row in rows.to_dict("records"))
        words = say(f"report.funnel_{name}", lang) if not level else say(f"report.beyond_{level}", lang)
        found.append(Trace(words, points, colour, marker=marker, labels=labels))  # type: ignore[arg-type]  # one of looks
    return found


def _label(row: Mapping[Any, Any], chart: Chart) -> str:
    return f"{row['shown_label']} {shown(row['value'], chart.value_format)}"
