"""A few upright columns in Plotly: the one in force dark, the one tried lighter, counts above."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.columns import ROLES
from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED, PAPER
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.bars import hover_value
from reporting.screen.canvas import Canvas, Size
from reporting.screen.rows import unfading
from reporting.type.lettering import text_width
from reporting.type.numbers import shown

_THICK = 0.62


@renders("screen", "columns")
def draw_columns(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every column: [group code, "value"]."""
    frame = chart.frame
    top = float(frame["value"].max())
    top = top if top > 0 else 1.0
    under = _under(chart, lang, size)
    depth = round(size.text * ((1.9 if chart.x_title else 0) + 1.9 + 1.3 * bool(under)))
    canvas = Canvas(
        height=(200 if size.is_narrow else 240) + depth,
        margin={"l": 4, "r": 4, "t": round(size.text * 2), "b": depth},
        x=(-0.5, len(frame) - 0.5),
        y=(0, top),
    )
    canvas.traces.append(_bars(chart, lang))
    room = size.width / len(frame) * _THICK
    rows = zip(frame["value"].fillna(0.0), frame["role"], frame["group"], strict=True)
    _label(canvas, chart, lang, size)
    for x, (height, role, group) in enumerate(rows):
        inside = say(f"report.{role}", lang) if role else ""
        if role in under:
            canvas.write(under[role], x=x, y=0, dy=-30, anchor="center", size=size.text)
        elif role and text_width(inside, size.text) <= room and height > top * 0.15:
            ink = PAPER if role == "current" else INK
            canvas.write(inside, x=x, y=0, dy=14, anchor="center", size=size.text, colour=ink)
        if group == selected:
            line = {"color": INK, "width": 2}
            canvas.frame(x=(x - 0.42, x + 0.42), y=(0, height), line=line, layer="above")
    if chart.x_title:
        words, middle = chart.x_title.get(lang), (len(frame) - 1) / 2
        at: dict[str, Any] = {"x": middle, "y": 0, "dy": 8 - depth, "anchor": "center"}
        canvas.write(words, size=size.text, colour=MUTED, **at)
    return canvas.figure()


def _bars(chart: Chart, lang: Lang) -> dict[str, Any]:
    frame = chart.frame
    return {
        "type": "bar",
        "name": chart.series[0].title.get(lang),
        "x": list(range(len(frame))),
        "y": frame["value"].to_list(),
        "width": _THICK,
        "marker": {"color": [ROLES[role] for role in frame["role"]], "line": {"width": 0}},
        **unfading(INK),
        "customdata": [[group, "value"] for group in frame["group"]],
        "hovertext": hover_value(chart, lang),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _label(canvas: Canvas, chart: Chart, lang: Lang, size: Size) -> None:
    """The count above each column, its label below."""
    frame = chart.frame
    rows = zip(frame["value"], chart.shown("label", lang), frame["role"], strict=True)
    for x, (value, label, role) in enumerate(rows):
        words, height = shown(value, chart.value_format), 0.0 if pd.isna(value) else float(value)
        canvas.write(words, x=x, y=height, dy=11, anchor="center", size=size.text, is_bold=bool(role))
        canvas.write(label, x=x, y=0, dy=-12, anchor="center", size=size.text, colour=MUTED)


def _under(chart: Chart, lang: Lang, size: Size) -> dict[str, str]:
    """Words for the columns in force and tried under their labels, where neighbours leave the room.

    Inside a column they would need a width that only the page knows.
    """
    spacing = size.width / len(chart.frame)
    words = {role: say(f"report.{role}", lang) for role in chart.frame["role"] if role}
    wide = max((text_width(word, size.text) for word in words.values()), default=0.0)
    return words if wide <= spacing + 4 else {}
