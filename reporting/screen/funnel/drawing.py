"""A funnel plot in Plotly: bands of chance, one point a unit, names only beyond a limit."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.funnel_plot import FAR, NEAR, FunnelSpec
from analytics.charts.palette import ACCENT, INK, MUTED, PAPER, QUIET
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.bars import hover_value
from reporting.screen.canvas import Canvas, Size
from reporting.screen.funnel.names import write_names
from reporting.type.lettering import spread, text_width
from reporting.type.numbers import shown
from reporting.type.placing import Box
from reporting.type.ticks import log_ticks, value_ticks

_BANDS = ((FAR, "#EEF2F6"), (NEAR, "#DFE7EE"))


@renders("screen", "funnel")
def draw_funnel(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every point: [group code, "value"]. x is log10 of n: an axis of our own making."""
    limits, drawn = chart.spec_of(FunnelSpec).limits, chart.frame[chart.frame["value"].notna()]
    low_n, high_n = float(limits["n"].min()), float(limits["n"].max())
    top = float(max(limits[FAR[1]].max(), drawn["value"].max() if len(drawn) else 0))
    y_ticks = value_ticks(0, top, chart.value_format)
    top = max(top, y_ticks[-1][0])
    left = round(max(text_width(words, size.text) for _, words in y_ticks)) + 12
    height = 300 if size.is_narrow else round(size.row * 13.2)
    bottom = round(size.text * 3.6)
    names = _limit_words(chart, lang, size)
    right = round(max(text_width(words, size.text) for _, words in names)) + 12
    canvas = Canvas(
        height=height + bottom + 12,
        margin={"l": left, "r": right, "t": 12, "b": bottom},
        x=(math.log10(low_n) - 0.03, math.log10(high_n) + 0.01),
        y=(0, top * 1.02),
    )
    for (low, high), colour in _BANDS:
        canvas.path(_outline(limits, low, high), colour=colour)
    centre = float(chart.spec_of(FunnelSpec).centre.at)
    canvas.rule(
        x=(math.log10(low_n), math.log10(high_n)), y=(centre, centre), line={"color": MUTED, "width": 1.5}
    )
    ticks = [(math.log10(n), f"{n:g}") for n in log_ticks(low_n, high_n)]
    title = say("report.funnel_log", lang, title=chart.x_title.get(lang) if chart.x_title else "")
    canvas.scale("x", ticks, size=size.text, title=title)
    canvas.scale("y", y_ticks, size=size.text)
    canvas.traces.append(_points(chart, lang, size, drawn, selected=selected))
    pixels = spread([at / top * height for at, _ in names], [size.text * 1.25] * 3, low=0, high=height)
    for (_, words), y in zip(names, pixels, strict=True):
        x = canvas.layout["xaxis"]["range"][1]
        canvas.write(words, x=x, y=y / height * top, dx=6, size=size.text, colour=MUTED)
    blocked = [
        Box(size.width - right + 6, size.width, y - size.text * 0.7, y + size.text * 0.7) for y in pixels
    ]
    write_names(canvas, chart, lang, size, blocked=blocked, height=height)
    return canvas.figure()


def _outline(limits: pd.DataFrame, low: str, high: str) -> str:
    """The band as a path: out along the upper limit, back along the lower. Exact at each n, no smoothing."""
    x = [math.log10(n) for n in limits["n"]]
    forth = [f"{a:.5f},{b:.5f}" for a, b in zip(x, limits[high], strict=True)]
    back = [f"{a:.5f},{b:.5f}" for a, b in zip(x, limits[low], strict=True)]
    return "M " + " L ".join([*forth, *reversed(back)]) + " Z"


def _points(
    chart: Chart, lang: Lang, size: Size, drawn: pd.DataFrame, *, selected: str | None
) -> dict[str, Any]:
    """Filled beyond 99.8 %, hollow between 95 and 99.8, grey within."""
    big = 12 if not size.is_narrow else 11
    colours = {"99_8": (ACCENT, ACCENT), "95": (PAPER, INK), "": (QUIET, PAPER)}
    hover = pd.Series(hover_value(chart, lang), index=chart.frame.index)[drawn.index]
    status = pd.Series(chart.shown("status", lang), index=chart.frame.index)[drawn.index]
    rings = [
        INK if g == selected else colours[b][1] for g, b in zip(drawn["group"], drawn["beyond"], strict=True)
    ]
    wide = [
        3 if g == selected else 2 if b else 1 for g, b in zip(drawn["group"], drawn["beyond"], strict=True)
    ]
    return {
        "type": "scatter",
        "name": chart.series[0].title.get(lang),
        "mode": "markers",
        "x": [math.log10(n) for n in drawn["n"]],
        "y": drawn["value"].to_list(),
        "marker": {
            "size": [big if b else big - 3 for b in drawn["beyond"]],
            "color": [colours[b][0] for b in drawn["beyond"]],
            "line": {"color": rings, "width": wide},
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "customdata": [[group, "value"] for group in drawn["group"]],
        "hovertext": [
            f"{a}<br>{b or say('report.funnel_within', lang)}" for a, b in zip(hover, status, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _limit_words(chart: Chart, lang: Lang, size: Size) -> list[tuple[float, str]]:
    """Heights and names of the centre and of the limits, written right of the bands' narrow end."""
    last, centre = chart.spec_of(FunnelSpec).limits.iloc[-1], chart.spec_of(FunnelSpec).centre
    value = shown(float(centre.at), chart.value_format, is_short=size.is_narrow)
    limits = (
        ("95%", "99.8%")
        if size.is_narrow
        else [say(f"report.funnel_limit_{at}", lang) for at in ("95", "99_8")]
    )
    return [
        (float(centre.at), f"{centre.title.get(lang)} {value}"),
        (float(last[NEAR[1]]), limits[0]),
        (float(last[FAR[1]]), limits[1]),
    ]
