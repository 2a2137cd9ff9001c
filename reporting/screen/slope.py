"""Slopes in Plotly: a line a unit between two months, colour and bold type only beyond chance."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.palette import ACCENT, INK, MUTED, NEUTRAL, QUIET
from foundation.locales import Lang
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.rows import hover_head
from reporting.type.lettering import spread, text_width
from reporting.type.numbers import shown
from reporting.type.ticks import value_ticks

#: As tall as the block of rows that stands beside it.
_TALL = 460


@renders("screen", "slope")
def draw_slope(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of both ends of a line: [group code, "before" or "after"]."""
    drawn = chart.frame[chart.frame["change"].notna()].assign(
        shown_label=pd.Series(chart.shown("label", lang), index=chart.frame.index)
    )
    rows = drawn.to_dict("records")
    labels = [_label(row, chart) for row in rows]
    line = size.text * 1.3
    height = round(max(len(drawn) * line, 300 if size.is_narrow else _TALL))
    top = _top(chart, drawn)
    low = min(0.0, float(drawn[["before", "after"]].min().min())) if len(drawn) else 0.0
    right = round(max((text_width(words, size.text) for words in labels), default=40)) + 34
    left = round(text_width("100.0%", size.text)) + 18
    canvas = Canvas(
        height=height + round(size.text * 2) + 8,
        margin={"l": left, "r": right, "t": round(size.text * 2), "b": 8},
        x=(0, 1),
        y=(low, top),
    )
    for x, series in enumerate(chart.series):
        canvas.rule(x=(x, x), y=(low, top))
        anchor = "right" if x else "left"
        canvas.write(series.title.get(lang), x=x, y=top, dy=12, anchor=anchor, size=size.text, colour=MUTED)
    heads = dict(zip(chart.frame["group"], hover_head(chart, lang), strict=True))
    status = dict(zip(chart.frame["group"], chart.shown("status", lang), strict=True))
    for row in sorted(rows, key=lambda r: r["is_beyond"]):
        group = row["group"]
        canvas.traces.append(_line(chart, row, heads[group], status[group], is_selected=group == selected))
    if "is_named" in drawn:
        # The selected unit is named too.
        drawn = drawn.assign(is_named=drawn["is_named"] | (drawn["group"] == selected))
    _ends(canvas, chart, size, drawn, labels, low=low, top=top, height=height)
    return canvas.figure()


def _top(chart: Chart, drawn: pd.DataFrame) -> float:
    largest = float(drawn[["before", "after"]].max().max()) if len(drawn) else 1.0
    ticks = value_ticks(0, largest, chart.value_format)
    return max(largest, ticks[-1][0]) if largest > 0 else 1.0


def _label(row: dict[Any, Any], chart: Chart) -> str:
    return f"{row['shown_label']} {shown(row['after'], chart.value_format, is_short=True)}"


def _line(chart: Chart, row: dict[Any, Any], head: str, status: str, *, is_selected: bool) -> dict[str, Any]:
    colour = ACCENT if row["is_beyond"] else INK if is_selected else NEUTRAL
    first, second = (shown(row[when], chart.value_format) for when in ("before", "after"))
    hover = plain("\n".join([head, f"{first} → {second}", status]))
    return {
        "type": "scatter",
        "name": row["shown_label"],
        "mode": "lines+markers",
        "x": [0, 1],
        "y": [row["before"], row["after"]],
        "line": {"color": colour, "width": 2.5 if row["is_beyond"] or is_selected else 1.2},
        "marker": {
            "size": 8 if row["is_beyond"] else 6,
            "color": colour if row["is_beyond"] else QUIET,
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "customdata": [[row["group"], "before"], [row["group"], "after"]],
        "hovertext": [hover] * 2,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _ends(
    canvas: Canvas,
    chart: Chart,
    size: Size,
    drawn: pd.DataFrame,
    labels: list[str],
    *,
    low: float,
    top: float,
    height: int,
) -> None:
    """Every line's name and value at its right end, moved apart; the earlier value beside the claims.

    A frame may say `is_named`: names down the side of a chart read as a league table, so the comparison of
    units names only those beyond a limit.
    """
    order = drawn.assign(words=labels).sort_values(["after", "group"], kind="stable")
    if "is_named" in order:
        order = order[order["is_named"]]
    pixels = [(value - low) / (top - low) * height for value in order["after"]]
    at = spread(pixels, [size.text * 1.25] * len(order), low=0, high=height)
    for row, y, wish in zip(order.to_dict("records"), at, pixels, strict=True):
        height_at = min(max(low + y / height * (top - low), low), top)
        colour = ACCENT if row["is_beyond"] else MUTED
        canvas.write(
            row["words"], x=1, y=height_at, dx=26, size=size.text, colour=colour, is_bold=row["is_beyond"]
        )
        if abs(y - wish) > 3:
            _lead(canvas, value=row["after"], y=height_at)
    claims = order[order["is_beyond"]]
    wished = [(value - low) / (top - low) * height for value in sorted(claims["before"])]
    spots = spread(wished, [size.text * 1.25] * len(wished), low=0, high=height)
    for value, y in zip(sorted(claims["before"]), spots, strict=True):
        words = shown(value, chart.value_format, is_short=True)
        place = min(max(low + y / height * (top - low), low), top)
        canvas.write(words, x=0, y=place, dx=-10, anchor="right", size=size.text, colour=ACCENT, is_bold=True)


def _lead(canvas: Canvas, *, value: float, y: float) -> None:
    """A hairline from the end of a line to its name, where the name had to move."""
    canvas.annotations.append(
        {"x": 1, "y": value, "ax": 22, "ay": y, "axref": "pixel", "ayref": "y", "text": "", "showarrow": True,
         "arrowhead": 0, "arrowwidth": 1, "arrowcolor": NEUTRAL, "standoff": 6, "font": {"size": 13}}
    )  # fmt: skip
