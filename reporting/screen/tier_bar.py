"""Two stacked bars of counts in Plotly: this month above, the month compared with thinner and paler below."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import plotly.graph_objects as go

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, LINE, MUTED, PAPER, paler
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.rows import hover_head, unfading
from reporting.type.lettering import spread, text_width
from reporting.type.numbers import shown

#: Centre and thickness of the bars, in rows of the canvas: the first thick, the others thin.
_FIRST, _NEXT, _STEP = (0.62, 0.9), 0.55, 0.85


@renders("screen", "tier_bar")
def draw_tier_bar(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every piece: [month, tier]. `selected`: "month" or "month/tier" to outline."""
    months = chart.shown("label", lang)
    left = round(max(text_width(m, size.text) for m in months)) + 16
    places = [_FIRST, *((_FIRST[0] + 0.95 + _STEP * i, _NEXT) for i in range(len(months) - 1))]
    depth = places[-1][0] + 0.5
    names = None if size.is_narrow else _names(chart, lang, size, free=size.width - left)
    key = _key_rows(chart, lang, size) if names is None else []
    row = round(size.row * 1.45)
    top = 8 if key else round(size.text * 1.6) + 8
    canvas = Canvas(
        height=round(depth * row) + top + 6 + round(len(key) * size.text * 1.55),
        margin={"l": left, "r": 4, "t": top, "b": 6 + round(len(key) * size.text * 1.55)},
        x=(0, float(chart.frame["n"].max()) or 1.0),
        y=(depth, 0),
    )
    canvas.layout["barmode"] = "stack"
    free = size.width - left
    for series in chart.series:
        canvas.traces.append(_trace(chart, lang, size, series, places=places, free=free))
    for place, (label, (y, _)) in enumerate(zip(months, places, strict=True)):
        colour = MUTED if place else INK
        canvas.write(
            label, x=0, y=y, dx=-10, anchor="right", size=size.text, is_bold=not place, colour=colour
        )
    if key:
        canvas.annotations.append(_key(key, left=left, size=size))
    for name, at in names or []:
        x = at / free * canvas.layout["xaxis"]["range"][1]
        canvas.write(name, x=x, y=_FIRST[0] - _FIRST[1] / 2, dy=12, anchor="center", size=size.text)
    _outline(canvas, chart, places, selected=selected)
    return canvas.figure()


def _trace(
    chart: Chart, lang: Lang, size: Size, series: Series, *, places: list[tuple[float, float]], free: float
) -> dict[str, Any]:
    counts = chart.frame[series.column].to_list()
    title, total = series.title.get(lang), float(chart.frame["n"].max()) or 1.0
    words = [shown(count, "integer") for count in counts]
    fits = [
        count / total * free >= text_width(w, size.text) + 4 for count, w in zip(counts, words, strict=True)
    ]
    inks = [series.ink, *[INK] * (len(counts) - 1)]
    state = {"marker": {"opacity": 1}, "textfont": {"color": inks}}
    return {
        "type": "bar",
        "name": title,
        "orientation": "h",
        "x": counts,
        "y": [y for y, _ in places],
        "width": [thickness for _, thickness in places],
        "marker": {
            "color": [series.colour, *[paler(series.colour)] * (len(counts) - 1)],
            "line": {"color": PAPER, "width": 1},
        },
        **unfading(series.ink),
        **(
            {}
            if len(counts) == 1
            else {"selected": {"marker": state["marker"]}, "unselected": {"marker": state["marker"]}}
        ),
        "text": [w if ok else "" for w, ok in zip(words, fits, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": inks, "size": [size.text + 2, *[size.text] * (len(counts) - 1)]},
        "customdata": [[month, series.column] for month in chart.frame["group"]],
        "hovertext": [
            plain(f"{head}\n{say('report.hover_value', lang, title=title, value=w)}")
            for head, w in zip(hover_head(chart, lang), words, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _names(chart: Chart, lang: Lang, size: Size, *, free: float) -> list[tuple[str, float]] | None:
    """Short names and where they stand above the first bar, in pixels.

    Moved apart where they would overlap; None where a name would not stand over its own piece any more.
    """
    counts = [float(chart.frame[series.column].iloc[0]) for series in chart.series]
    scale = free / (float(chart.frame["n"].max()) or 1.0)
    middles = [(end - count / 2) * scale for end, count in zip(accumulate(counts), counts, strict=True)]
    names = [say(f"report.tier_{series.column}", lang) for series in chart.series]
    drawn = [at for at, count in enumerate(counts) if count > 0]
    widths = [text_width(names[at], size.text) for at in drawn]
    centres = spread([middles[at] for at in drawn], widths, low=0, high=free, gap=8)
    for at, centre in zip(drawn, centres, strict=True):
        if abs(centre - middles[at]) > counts[at] * scale / 2 + size.text * 2.2:
            return None
    return [(names[at], centre) for at, centre in zip(drawn, centres, strict=True)]


def _key_rows(chart: Chart, lang: Lang, size: Size) -> list[str]:
    """Names with their colours and counts, as many on a line as fit."""
    items = [
        (series.colour, f"{series.title.get(lang)} {shown(chart.frame[series.column].iloc[0], 'integer')}")
        for series in chart.series
    ]
    lines: list[list[str]] = [[]]
    used = 0.0
    for colour, words in items:
        width = text_width(f"■ {words}", size.text) + size.text
        if lines[-1] and used + width > size.width:
            lines.append([])
            used = 0.0
        edge = LINE if colour == PAPER else colour
        lines[-1].append(f"<span style='color:{edge}'>■</span> {plain(words)}")
        used += width
    return ["\u2003".join(line) for line in lines]


def _key(rows: list[str], *, left: int, size: Size) -> dict[str, Any]:
    where = {"xref": "paper", "yref": "paper", "x": 0, "y": 0, "xshift": -left, "yshift": -4}
    anchor = {"xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False}
    return {"text": "<br>".join(rows), "font": {"size": size.text, "color": INK}} | where | anchor


def _outline(
    canvas: Canvas, chart: Chart, places: list[tuple[float, float]], *, selected: str | None
) -> None:
    month, _, tier = (selected or "").partition("/")
    for at, (group, (y, thickness)) in enumerate(zip(chart.frame["group"], places, strict=True)):
        if group != month:
            continue
        columns = [series.column for series in chart.series]
        ends = [0.0, *accumulate(float(chart.frame[c].iloc[at]) for c in columns)]
        first = columns.index(tier) if tier in columns else 0
        last = first + 1 if tier in columns else len(columns)
        edge = (y - thickness / 2, y + thickness / 2)
        canvas.frame(x=(ends[first], ends[last]), y=edge, line={"color": INK, "width": 2}, layer="above")
