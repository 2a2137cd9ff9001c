"""Bars, stacked or not, as a native Excel chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, MUTED, paler
from foundation.locales import Lang, say
from reporting.native.bars import axis_end, is_stacked, label_format, past
from reporting.native.marks import has_interval, has_words, words_by_place
from reporting.registry import renders
from reporting.sheet.data import ABOVE, BELOW, LABELS, ZEROS, DataColumn, data_columns, place_of
from reporting.sheet.placing import FONT, finish, put_chart, reads
from reporting.sheet.style import Book

_EDGE = {"color": "#FFFFFF", "width": 0.75}


@renders("sheet", "bar", "stacked_share", "tier_bar")
def write_bars(book: Book, sheet: Any, chart: Chart, lang: Lang) -> None:
    """Draw the chart; it is as tall as its rows need."""
    columns = data_columns(chart, lang)
    stacked = {"subtype": "stacked"} if is_stacked(chart) else {}
    drawn = book.book.add_chart({"type": "bar", **stacked})
    for series in chart.series:
        drawn.add_series(_series(chart, series, lang, columns=columns))
    if has_words(chart):
        drawn.add_series(_words_series(chart, lang, columns=columns))
    bounds = {"min": 0, "max": axis_end(chart)}
    drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}} | bounds)
    plain = {"line": {"none": True}, "major_tick_mark": "none", "num_font": FONT}
    drawn.set_y_axis({"reverse": True, "interval_unit": 1} | plain)
    drawn.set_legend({"position": "top", "font": FONT} if is_stacked(chart) else {"none": True})
    height = 150 + 26 * len(columns[0].cells)
    finish(drawn, height=height)
    put_chart(book, sheet, chart, lang, drawn=drawn, height=height)


def _series(chart: Chart, series: Series, lang: Lang, *, columns: Sequence[DataColumn]) -> dict[str, Any]:
    unstacked = "inside_base" if has_interval(chart) else "outside_end"
    options = {
        "fill": {"color": series.colour},
        "border": _EDGE,
        "gap": 28,
        "overlap": 100,
        "points": _points(chart, series.colour),
        "data_labels": {
            "value": True,
            "position": "center" if is_stacked(chart) else unstacked,
            "num_format": label_format(chart),
            "font": FONT | {"color": series.ink},
            **_past_labels(chart),
        },
    }
    return reads(columns, series.column, by=LABELS, lang=lang) | options | _whiskers(chart, lang, columns)


def _points(chart: Chart, colour: str) -> list[Any] | None:
    """Fills of single bars: paler for the months compared with."""
    if not past(chart):
        return None
    return [None, *[{"fill": {"color": paler(colour)}, "border": _EDGE} for _ in past(chart)]]


def _past_labels(chart: Chart) -> dict[str, Any]:
    """Ink on the paler bars."""
    if not past(chart):
        return {}
    return {"custom": [None, *[{"font": FONT | {"color": INK}} for _ in past(chart)]]}


def _words_series(chart: Chart, lang: Lang, *, columns: Sequence[DataColumn]) -> dict[str, Any]:
    """An unseen series of zeros whose labels are the words of the rows without a bar."""
    words, font = words_by_place(chart, lang), FONT | {"color": MUTED}
    rows = range(len(columns[0].cells))
    custom = [{"value": words[at], "font": font} if at in words else {"delete": True} for at in rows]
    return reads(columns, ZEROS, by=LABELS, lang=lang) | {
        "fill": {"none": True},
        "border": {"none": True},
        "data_labels": {"value": True, "position": "inside_base", "custom": custom, "font": font},
    }


def _whiskers(chart: Chart, lang: Lang, columns: Sequence[DataColumn]) -> dict[str, Any]:
    """Intervals as error bars that read the hidden columns, so that they follow edited numbers."""
    if not has_interval(chart):
        return {}
    from xlsxwriter.utility import xl_range_formula

    data, last = say("report.sheet_data", lang), len(columns[0].cells)
    places = [place_of(columns, key) for key in (BELOW, ABOVE)]
    minus, plus = (f"={xl_range_formula(data, 1, at, last, at)}" for at in places)
    line = {"color": MUTED, "width": 0.75}
    sides = {"type": "custom", "minus_values": minus, "plus_values": plus}
    return {"x_error_bars": sides | {"end_style": 0, "line": line}}
