"""Stacked shares in Plotly: one bar a unit, both ends on a baseline, numerals on the bars."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, PAPER
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.rows import BAR, RowPlan, has_note, hover_head, label_rows, outline, plan, unfading
from reporting.type.lettering import text_width
from reporting.type.numbers import shown

_UNSEEN = "rgba(0,0,0,0)"


@renders("screen", "stacked_share")
def draw_shares(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every bar: [group code, series column]; "" for the words of a suppressed row."""
    rows = plan(chart, lang, size)
    key = _key_lines(chart, lang, size)
    top = round(len(key) * size.text * 1.45) + 12
    canvas = Canvas(
        height=round(rows.depth(size) * size.row) + top + 8,
        margin={"l": rows.left, "r": 6, "t": top, "b": 8},
        x=(0, 1),
        y=(rows.depth(size), 0),
    )
    canvas.layout["barmode"] = "stack"
    canvas.traces += [_trace(chart, lang, size, rows, series) for series in chart.series]
    canvas.traces.append(_click_area(chart, lang, rows))
    label_rows(canvas, chart, size, rows)
    outline(canvas, chart, rows, selected=selected, width=1)
    canvas.annotations.append(_key(key, lang=lang, size=size, left=rows.left))
    return canvas.figure()


def _trace(chart: Chart, lang: Lang, size: Size, rows: RowPlan, series: Series) -> dict[str, Any]:
    shares = chart.frame[series.column]
    is_first, is_last = series is chart.series[0], series is chart.series[-1]
    return {
        "type": "bar",
        "name": series.title.get(lang),
        "orientation": "h",
        "x": shares.to_list(),
        "y": rows.centres,
        "width": BAR,
        "marker": {"color": series.colour, "line": {"color": PAPER, "width": 1}},
        **unfading(series.ink),
        "text": _numerals(chart, size, rows, series),
        "textposition": "inside",
        "insidetextanchor": "start" if is_first else "end" if is_last else "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": series.ink, "size": size.text},
        "customdata": [[group, series.column] for group in chart.frame["group"]],
        "hovertext": _hover(chart, lang, series),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _numerals(chart: Chart, size: Size, rows: RowPlan, series: Series) -> list[str]:
    """Whole per cents, the sign on the first bar only; none where the piece is too short for it.

    On a phone only the two ends that share a baseline are labelled.
    """
    if size.is_narrow and series not in (chart.series[0], chart.series[-1]):
        return [""] * len(chart.frame)
    first = (~has_note(chart)).to_list().index(True) if (~has_note(chart)).any() else -1
    free = size.width - rows.left
    pad = "\u200a" if size.is_narrow else "\u00a0"  # keeps numerals off the edges of their bar
    words = []
    for place, share in enumerate(chart.frame[series.column]):
        number = shown(share, "percent", is_short=True).removesuffix("%")
        tries = [f"{pad}{number}%{pad}"] * (place == first) + [f"{pad}{number}{pad}", ""]
        words.append(next(text for text in tries if not text or share * free >= text_width(text, size.text)))
    return words


def _hover(chart: Chart, lang: Lang, series: Series) -> list[str]:
    counts = chart.frame[series.count] if series.count else [None] * len(chart.frame)
    lines = [
        say(
            "report.hover_share",
            lang,
            title=series.title.get(lang),
            value=shown(share, "percent"),
            count=shown(count, "integer"),
        )
        for share, count in zip(chart.frame[series.column], counts, strict=True)
    ]
    return [plain(f"{head}\n{line}") for head, line in zip(hover_head(chart, lang), lines, strict=True)]


def _click_area(chart: Chart, lang: Lang, rows: RowPlan) -> dict[str, Any]:
    """Unseen bars under the words of suppressed rows: shapes and annotations cannot be clicked, bars can."""
    words = has_note(chart).to_list()
    notes = chart.shown("note", lang)
    heads = hover_head(chart, lang)
    chosen = [place for place, is_words in enumerate(words) if is_words]
    return {
        "type": "bar",
        "name": "",
        "orientation": "h",
        "x": [1] * len(chosen),
        "y": [rows.centres[place] for place in chosen],
        "width": 1,
        "marker": {"color": _UNSEEN, "line": {"width": 0}},
        **unfading(PAPER),
        "customdata": [[chart.frame["group"].iloc[place], ""] for place in chosen],
        "hovertext": [plain(f"{heads[place]}\n{notes[place]}") for place in chosen],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _key_lines(chart: Chart, lang: Lang, size: Size) -> list[list[Series]]:
    """Colour key in the order of the bars, broken into lines that fit."""
    lines: list[list[Series]] = [[]]
    used = 0.0
    for series in chart.series:
        width = text_width(f"■ {series.title.get(lang)}   ", size.text)
        if lines[-1] and used + width > size.width:
            lines.append([])
            used = 0.0
        lines[-1].append(series)
        used += width
    return lines


def _key(lines: list[list[Series]], *, lang: Lang, size: Size, left: int) -> dict[str, Any]:
    rows = [
        "\u2003".join(
            f"<span style='color:{item.colour}'>■</span> {plain(item.title.get(lang))}" for item in line
        )
        for line in lines
    ]
    return {
        "text": "<br>".join(rows),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xshift": -left,
        "yshift": 6,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "font": {"size": size.text, "color": INK},
        "showarrow": False,
    }
