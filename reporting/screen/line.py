"""A history in Plotly: lines over months with their bands, values at the right end."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, MUTED
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.curves import Place, band, ends, grid, room_right, value_scale
from reporting.type.lettering import text_width
from reporting.type.numbers import shown


@renders("screen", "line")
def draw_line(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every point: [period, series]."""
    periods = list(dict.fromkeys(chart.frame["group"]))
    names = dict(zip(chart.frame["group"], chart.shown("label", lang), strict=True))
    top, ticks = value_scale(chart)
    left = round(max(text_width(words, size.text) for _, words in ticks)) + 12
    right = room_right(chart, lang, size)
    height = 200 if size.is_narrow else round(size.row * 9)
    head = round(size.text * 1.6) if chart.references else 10
    last = max(len(periods) - 1, 1)
    margin = {"l": left, "r": right, "t": head, "b": round(size.text * 2.6)}
    canvas = Canvas(height=height + margin["t"] + margin["b"], margin=margin, x=(-0.2, last), y=(0, top))
    grid(canvas, ticks, across=(0, last))
    canvas.scale("y", ticks, size=size.text)
    canvas.scale("x", _marks(periods, names, size, free=size.width - left - right), size=size.text)
    for mark in chart.references:
        at = float(mark.at)
        canvas.rule(x=(0, last), y=(at, at), line={"color": MUTED, "dash": "dash"})
        canvas.write(mark.title.get(lang), x=0, y=at, dx=4, dy=9, size=size.text, colour=MUTED)
    place = {period: at for at, period in enumerate(periods)}
    lasts: list[tuple[Series, Place]] = []
    for series in reversed(chart.series):
        rows = chart.frame[chart.frame["column"] == series.column]
        banded = rows.dropna(subset=["low", "high"])
        lower = [(float(place[g]), float(v)) for g, v in zip(banded["group"], banded["low"], strict=True)]
        upper = [(float(place[g]), float(v)) for g, v in zip(banded["group"], banded["high"], strict=True)]
        band(canvas, lower, upper, colour=series.colour)
        canvas.traces.append(_trace(chart, lang, series, rows, place=place, selected=selected))
        drawn = rows.dropna(subset=["value"])
        if len(drawn):
            lasts.append((series, (float(place[drawn["group"].iloc[-1]]), float(drawn["value"].iloc[-1]))))
    ends(canvas, chart, lang, size, lasts, height=height, top=top)
    return canvas.figure()


def _marks(periods: list[str], names: dict[str, str], size: Size, *, free: float) -> list[tuple[float, str]]:
    """As many names of months as fit, the last one always among them."""
    wide = max(text_width(words, size.text) for words in names.values()) + 12
    every = max(1, -(-len(periods) * wide // max(free, 1)))
    last = len(periods) - 1
    return [(float(at), names[period]) for at, period in enumerate(periods) if (last - at) % every == 0]


def _trace(
    chart: Chart,
    lang: Lang,
    series: Series,
    rows: pd.DataFrame,
    *,
    place: dict[str, int],
    selected: str | None,
) -> dict[str, Any]:
    hover, names = [], dict(zip(chart.frame["group"], chart.shown("label", lang), strict=True))
    for row in rows.to_dict("records"):
        value, low, high = (shown(row[c], chart.value_format) for c in ("value", "low", "high"))
        parts = [
            names[row["group"]],
            say("report.hover_value", lang, title=series.title.get(lang), value=value),
        ]
        parts += [say("report.hover_interval", lang, low=low, high=high)] if low else []
        hover.append(plain("\n".join(parts)))
    rings = [INK if group == selected else series.colour for group in rows["group"]]
    return {
        "type": "scatter",
        "name": series.title.get(lang),
        "mode": "lines+markers",
        "x": [place[group] for group in rows["group"]],
        "y": rows["value"].to_list(),
        "line": {"color": series.colour, "width": 2},
        "marker": {"size": 6, "color": series.colour, "opacity": 1, "line": {"color": rings, "width": 2}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "connectgaps": False,
        "cliponaxis": False,
        "customdata": rows[["group", "column"]].to_numpy().tolist(),
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
