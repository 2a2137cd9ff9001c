"""An officer's timeline in Plotly: a row a kind, marks by day, the window on grey, terms as dotted lines."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart, worded
from analytics.charts.palette import ACCENT, INK, LINE, MUTED, PAPER
from analytics.charts.timeline import TimelineSpec
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.type.lettering import folded, text_width

_WINDOW = "#F0F3F7"
#: symbol, fill, size of each mark.
LOOKS = {
    "self_initiated": ("circle", ACCENT, 10),
    "other": ("circle", PAPER, 10),
    "contract": ("diamond", ACCENT, 13),
}


@renders("screen", "timeline")
def draw_timeline(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every mark: [running number, kind]."""
    spec = chart.spec_of(TimelineSpec)
    kinds, start, end = spec.kinds, spec.span.start, spec.span.end
    room = size.width * 0.3
    names = ["\n".join(folded(w, size=size.text, width=room)) for w in worded(kinds, "label", lang)]
    left = round(max(text_width(line, size.text) for name in names for line in name.split("\n"))) + 14
    days = (end - start).days
    lines = max(name.count("\n") + 1 for name in names)
    row = max(round(size.row * 1.25), round(lines * size.text * 1.3) + 4)
    heads = _heads(chart, lang, size, start=start, days=days, free=size.width - left - 14)
    margin = {"l": left, "r": 14, "t": round(size.text * 1.35 * len(heads)) + 8, "b": round(size.text * 2.6)}
    height = len(kinds) * row + margin["t"] + margin["b"]
    canvas = Canvas(height=height, margin=margin, x=(-0.01 * days, days * 1.005), y=(len(kinds), 0))
    _ground(canvas, chart, start=start, days=days, rows=len(kinds))
    for line, items in enumerate(heads):
        up = 11 + line * size.text * 1.35
        for at, words, anchor in items:
            canvas.write(words, x=at, y=0, dy=up, anchor=anchor, size=size.text, colour=MUTED)
    for at, name in enumerate(names):
        canvas.rule(x=(0, days), y=(at + 0.5, at + 0.5), line={"color": LINE})
        canvas.write(name, x=0, y=at + 0.5, dx=-10, anchor="right", size=size.text)
    canvas.scale("x", _months(start, end, lang, free=size.width - left), size=size.text)
    if len(chart.frame):
        canvas.traces.append(_marks(chart, lang, start=start, selected=selected))
    return canvas.figure()


def _ground(canvas: Canvas, chart: Chart, *, start: pd.Timestamp, days: int, rows: int) -> None:
    """The window on grey, the starts of terms as dotted lines."""
    window = chart.spec_of(TimelineSpec).window
    first, last = (min(max((day - start).days, 0), days) for day in (window.start, window.end))
    canvas.frame(x=(first, last), y=(0, rows), fillcolor=_WINDOW, line={"width": 0}, layer="below")
    for term in chart.references:
        at = (pd.Timestamp(term.at) - start).days
        if 0 <= at <= days:
            canvas.rule(x=(at, at), y=(0, rows), line={"color": MUTED, "dash": "dot"})


def _heads(
    chart: Chart, lang: Lang, size: Size, *, start: pd.Timestamp, days: int, free: float
) -> list[list[tuple[float, str, str]]]:
    """Words above the window and the terms: lines of (day, words, anchor), so that none overlap."""
    window = chart.spec_of(TimelineSpec).window
    wanted = [(max((window.start - start).days, 0), say("report.timeline_window", lang))]
    wanted += [((pd.Timestamp(term.at) - start).days, term.title.get(lang)) for term in chart.references]
    lines: list[list[tuple[float, str, str]]] = []
    occupied: list[list[tuple[float, float]]] = []
    for at, words in wanted:
        if not 0 <= at <= days:
            continue
        wide = text_width(words, size.text) / free * days
        anchor = "left" if at + wide <= days else "right"
        box = (at, at + wide) if anchor == "left" else (at - wide, at)
        row = next((n for n, boxes in enumerate(occupied) if _is_free(box, boxes)), len(occupied))
        if row == len(occupied):
            occupied.append([])
            lines.append([])
        occupied[row].append(box)
        lines[row].append((float(at), words, anchor))
    return lines


def _is_free(box: tuple[float, float], boxes: list[tuple[float, float]]) -> bool:
    return all(box[1] < low or box[0] > high for low, high in boxes)


def _months(start: pd.Timestamp, end: pd.Timestamp, lang: Lang, *, free: float) -> list[tuple[float, str]]:
    """Quarter starts, named by the year in January; on narrow drawings years and halves only."""
    step = (
        3
        if free / max((end - start).days / 91, 1) > 52
        else 6
        if free / ((end - start).days / 182) > 52
        else 12
    )
    first = pd.Timestamp(start.year, 1, 1)
    ticks = []
    for day in pd.date_range(first, end, freq=f"{step}MS"):
        if day >= start:
            ticks.append((float((day - start).days), _month_words(day, lang)))
    return ticks


def _month_words(day: pd.Timestamp, lang: Lang) -> str:
    if day.month == 1:
        return f"{day.year} 年" if lang == "zh" else f"{day.year}"
    return f"{day.month} 月" if lang == "zh" else day.strftime("%b")


def _marks(chart: Chart, lang: Lang, *, start: pd.Timestamp, selected: str | None) -> dict[str, Any]:
    frame = chart.frame
    rows = {kind: at for at, kind in enumerate(chart.spec_of(TimelineSpec).kinds["kind"])}
    texts = zip(*(chart.shown(c, lang) for c in ("label", "title", "counts_as")), strict=True)
    hover = [
        plain("\n".join(filter(None, [f"{day:%Y-%m-%d}  {label}", title, counts])))
        for day, (label, title, counts) in zip(frame["date"], texts, strict=True)
    ]
    is_chosen = [group == selected for group in frame["group"]]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(day - start).days for day in frame["date"]],
        "y": [rows[kind] + 0.5 for kind in frame["column"]],
        "marker": {
            "symbol": [LOOKS[mark][0] for mark in frame["mark"]],
            "color": [LOOKS[mark][1] for mark in frame["mark"]],
            "size": [LOOKS[mark][2] for mark in frame["mark"]],
            "line": {
                "color": [INK if c else ACCENT for c in is_chosen],
                "width": [4 if c else 2 for c in is_chosen],
            },
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "customdata": frame[["group", "column"]].to_numpy().tolist(),
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
