"""Pairs with intervals in Plotly: circle and diamond in their channel's colour, fractions at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, LINE, MUTED
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.rows import RowPlan, label_rows, plan
from reporting.type.lettering import text_width
from reporting.type.numbers import fraction_of, shown
from reporting.type.ticks import value_ticks

_APART = 0.2  # half the distance of the two marks of a row, in rows
SYMBOLS = ("circle", "diamond")


@renders("screen", "dumbbell")
def draw_dumbbell(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every mark: [row code, side]; so for the words of a suppressed side."""
    rows, by_row = _rows(chart, lang, size)
    high = chart.frame["high"].max()
    ticks = value_ticks(0, float(high) if pd.notna(high) else 1.0, chart.value_format, count=4)
    end = max(ticks[-1][0], 0.0 if pd.isna(high) else float(high))
    right = round(max(text_width(words, size.text) for words in _fractions(chart))) + 14
    top = round(size.text * 1.5) * _key_lines(chart, lang, size) + 10
    bottom = round(size.text * 3.4)
    pitch = _pitch(size).row
    canvas = Canvas(
        height=round(rows.total * pitch) + top + bottom,
        margin={"l": rows.left, "r": right, "t": top, "b": bottom},
        x=(0, end),
        y=(rows.total, 0),
    )
    for at, _ in ticks:
        canvas.rule(x=(at, at), y=(0, rows.total))
    canvas.scale("x", ticks, size=size.text, title=chart.x_title.get(lang) if chart.x_title else "")
    label_rows(canvas, by_row, size, rows)
    heights = dict(zip(by_row.frame["group"], rows.centres, strict=True))
    _links(canvas, chart, heights)
    for series, symbol, shift in zip(chart.series, SYMBOLS, (-_APART, _APART), strict=True):
        side = chart.frame[chart.frame["column"] == series.column]
        heights_of = [heights[group] + shift for group in side["group"]]
        canvas.traces.append(_marks(chart, lang, series, side, heights_of, symbol=symbol))
        _words(canvas, chart, lang, size, series=series, side=side, heights=heights_of)
    _key(canvas, chart, lang, size, left=rows.left, lines=_key_lines(chart, lang, size))
    if selected in heights:
        y = heights[selected]
        canvas.frame(x=(0, end), y=(y - 0.46, y + 0.46), line={"color": INK, "width": 2}, layer="above")
    return canvas.figure()


def _pitch(size: Size) -> Size:
    """Rows of two marks need almost two rows of height."""
    return replace(size, row=round(size.row * 1.85))


def _rows(chart: Chart, lang: Lang, size: Size) -> tuple[RowPlan, Chart]:
    """The plan of the rows, and the chart with one line a row, for its labels."""
    frame = chart.frame.drop_duplicates("group").assign(n=float("nan"), note="", note_en="")
    by_row = replace(chart, frame=frame.reset_index(drop=True))
    return plan(by_row, lang, _pitch(size)), by_row


def _fractions(chart: Chart) -> list[str]:
    pairs = zip(chart.frame["numerator"], chart.frame["denominator"], strict=True)
    return [fraction_of(part, whole) for part, whole in pairs]


def _links(canvas: Canvas, chart: Chart, heights: dict[str, float]) -> None:
    """A thin line between the two marks of a row."""
    wide = chart.frame.pivot(index="group", columns="column", values="value")
    first, second = (series.column for series in chart.series)
    for group, row in wide.reindex(columns=[first, second]).dropna().iterrows():
        y = heights[str(group)]
        canvas.rule(x=(row[first], row[second]), y=(y - _APART, y + _APART), line={"color": MUTED})


def _marks(
    chart: Chart, lang: Lang, series: Series, side: pd.DataFrame, heights: list[float], *, symbol: str
) -> dict[str, Any]:
    """Marks with intervals; a side in words gets an unseen mark where its words begin."""
    is_words = side["value"].isna()
    return {
        "type": "scatter",
        "name": series.title.get(lang),
        "mode": "markers",
        "x": side["value"].fillna(0.02 * float(chart.frame["high"].max() or 1)).to_list(),
        "y": heights,
        "marker": {
            "symbol": symbol,
            "size": [18 if words else 10 for words in is_words],
            "color": ["rgba(0,0,0,0)" if words else series.colour for words in is_words],
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": (side["high"] - side["value"]).to_list(),
            "arrayminus": (side["value"] - side["low"]).to_list(),
            "color": series.colour,
            "thickness": 1.4,
            "width": 0,
        },
        "customdata": side[["group", "column"]].to_numpy().tolist(),
        "hovertext": _hover(chart, lang, side, series),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover(chart: Chart, lang: Lang, side: pd.DataFrame, series: Series) -> list[str]:
    labels = dict(zip(chart.frame["group"], chart.shown("label", lang), strict=True))
    notes = pd.Series(chart.shown("note", lang), index=chart.frame.index)[side.index]
    fractions = pd.Series(_fractions(chart), index=chart.frame.index)[side.index]
    hovers = []
    for row, note, fraction in zip(side.to_dict("records"), notes, fractions, strict=True):
        value, low, high = (shown(row[c], chart.value_format) for c in ("value", "low", "high"))
        line = note or say(
            "report.hover_value", lang, title=series.title.get(lang), value=f"{value} {fraction}"
        )
        parts = [labels[row["group"]], line]
        parts += [say("report.hover_interval", lang, low=low, high=high)] if low and not note else []
        hovers.append(plain("\n".join(parts)))
    return hovers


def _words(
    canvas: Canvas,
    chart: Chart,
    lang: Lang,
    size: Size,
    *,
    series: Series,
    side: pd.DataFrame,
    heights: list[float],
) -> None:
    """Fractions at the right in the side's colour, words in place of a suppressed mark."""
    fractions = pd.Series(_fractions(chart), index=chart.frame.index)[side.index]
    notes = pd.Series(chart.shown("note", lang), index=chart.frame.index)[side.index]
    end = canvas.layout["xaxis"]["range"][1]
    for fraction, note, y in zip(fractions, notes, heights, strict=True):
        canvas.write(fraction, x=end, y=y, dx=10, size=size.text, colour=series.colour)
        if note:
            canvas.write(note, x=0, y=y, dx=4, size=size.text, colour=series.colour)


def _key_lines(chart: Chart, lang: Lang, size: Size) -> int:
    needed = sum(text_width(f"● {series.title.get(lang)}", size.text) + 20 for series in chart.series)
    return 1 if needed <= size.width else 2


def _key(canvas: Canvas, chart: Chart, lang: Lang, size: Size, *, left: int, lines: int) -> None:
    items = [
        f"<span style='color:{series.colour}'>{mark} {plain(series.title.get(lang))}</span>"
        for mark, series in zip("●◆", chart.series, strict=True)
    ]
    where = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xshift": -left, "yshift": 4}
    words = ("<br>" if lines == 2 else "\u2003").join(items)
    font = {"size": size.text, "color": LINE}
    anchor = {"xanchor": "left", "yanchor": "bottom", "align": "left", "showarrow": False, "font": font}
    canvas.annotations.append({"text": words} | where | anchor)
