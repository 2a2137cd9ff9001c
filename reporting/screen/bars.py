"""Plain bars in Plotly: value written at the end, interval as a thin line, words where there is no value."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.palette import MUTED
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.rows import BAR, RowPlan, has_note, hover_head, label_rows, outline, plan, unfading
from reporting.type.lettering import text_width
from reporting.type.numbers import shown


@renders("screen", "bar")
def draw_bars(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every bar: [group code, series column]."""
    rows = plan(chart, lang, size)
    right = round(text_width("100.0%", size.text)) + 16
    extent = _extent(chart)
    canvas = Canvas(
        height=round(rows.depth(size) * size.row) + 16,
        margin={"l": rows.left, "r": right, "t": 8, "b": 8},
        x=(0, extent),
        y=(rows.depth(size), 0),
    )
    canvas.traces.append(_trace(chart, lang, rows, extent))
    label_rows(canvas, chart, size, rows)
    for value, high, y in _ends(chart, rows):
        words = shown(value, chart.value_format)
        canvas.write(words, x=high, y=y, dx=8, size=size.text)
    outline(canvas, chart, rows, selected=selected, width=extent)
    return canvas.figure()


def _extent(chart: Chart) -> float:
    """Right end of the axis: the largest value or upper limit, so that bars fill the block."""
    largest = chart.frame[["value", "high"]].max().max()
    return float(largest) if largest > 0 else 1.0


def _ends(chart: Chart, rows: RowPlan) -> list[tuple[float, float, float]]:
    """Value, right end of what is drawn, and height of every row that has a mark."""
    frame = chart.frame
    end = frame[["value", "high"]].max(axis=1)
    return [
        (value, stop, y)
        for value, stop, y in zip(frame["value"], end, rows.centres, strict=True)
        if pd.notna(value)
    ]


def _trace(chart: Chart, lang: Lang, rows: RowPlan, extent: float) -> dict[str, Any]:
    frame, series = chart.frame, chart.series[0]
    is_words = has_note(chart)
    # Rows of words get an unseen bar of full length, so that a click on them drills as well.
    length = frame["value"].where(~is_words, extent)
    colours = [series.colour if not words else "rgba(0,0,0,0)" for words in is_words]
    return {
        "type": "bar",
        "name": series.title.get(lang),
        "orientation": "h",
        "x": length.to_list(),
        "y": rows.centres,
        "width": BAR,
        "marker": {"color": colours, "line": {"width": 0}},
        **unfading(series.ink),
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": (frame["high"] - frame["value"]).to_list(),
            "arrayminus": (frame["value"] - frame["low"]).to_list(),
            "color": MUTED,
            "thickness": 1,
            "width": 0,
        },
        "customdata": [[group, series.column] for group in frame["group"]],
        "hovertext": hover_value(chart, lang),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def hover_value(chart: Chart, lang: Lang) -> list[str]:
    """Hover of a chart of one metric: head, value or words, interval where there is one."""
    title, frame = chart.series[0].title.get(lang), chart.frame
    nothing = pd.Series(float("nan"), index=frame.index)
    columns = zip(
        hover_head(chart, lang),
        chart.shown("note", lang),
        *(frame.get(column, nothing) for column in ("value", "low", "high")),
        strict=True,
    )
    lines = []
    for head, note, *numbers in columns:
        value, low, high = (shown(number, chart.value_format) for number in numbers)
        parts = [head, note or say("report.hover_value", lang, title=title, value=value)]
        if low and high and not note:
            parts.append(say("report.hover_interval", lang, low=low, high=high))
        lines.append(plain("\n".join(parts)))
    return lines
