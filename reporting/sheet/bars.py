"""Bars, stacked or not, as a native Excel chart."""

from __future__ import annotations

from typing import Any

from analytics.charts.columns import ROLES
from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED, paler
from foundation.locales import Lang, say
from reporting.native.bars import axis_end, is_stacked, label_format, past
from reporting.native.marks import has_interval, has_words, words_by_place
from reporting.sheet.data import Column
from reporting.sheet.style import Book
from reporting.type.lettering import TYPEFACE
from reporting.type.numbers import NUMBER_FORMAT

FONT = {"name": TYPEFACE, "size": 10}


def bar_chart(book: Book, chart: Chart, lang: Lang, *, columns: list[Column], height: int) -> Any:
    is_share = is_stacked(chart)
    drawn = book.book.add_chart({"type": "bar", **({"subtype": "stacked"} if is_share else {})})
    data = say("report.sheet_data", lang)
    last = len(columns[0].cells)
    for at, series in enumerate(chart.series, start=2):
        position = "center" if is_share else "inside_base" if has_interval(chart) else "outside_end"
        options = {
            "name": [data, 0, at],
            "categories": [data, 1, len(columns) - 1, last, len(columns) - 1],
            "values": [data, 1, at, last, at],
            "fill": {"color": series.colour},
            "border": {"color": "#FFFFFF", "width": 0.75},
            "gap": 28,
            "overlap": 100,
            "points": _points(chart, series.colour),
            "data_labels": {
                "value": True,
                "position": position,
                "num_format": label_format(chart),
                "font": FONT | {"color": series.ink},
                **_past_labels(chart),
            },
        }
        drawn.add_series(options | _whiskers(chart, data=data, columns=len(columns), last=last))
    if has_words(chart):
        drawn.add_series(_words_series(chart, lang, data=data, at=len(columns) - 2, last=last))
    drawn.set_x_axis(
        {"visible": False, "min": 0, "max": axis_end(chart), "major_gridlines": {"visible": False}}
    )
    drawn.set_y_axis(
        {
            "reverse": True,
            "line": {"none": True},
            "major_tick_mark": "none",
            "num_font": FONT,
            "interval_unit": 1,
        }
    )
    drawn.set_legend({"position": "top", "font": FONT} if is_share else {"none": True})
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_size({"width": 1060, "height": height})
    drawn.show_hidden_data()
    return drawn


def _points(chart: Chart, colour: str) -> list[Any] | None:
    """Fills of single bars: paler for the months compared with."""
    if not past(chart):
        return None
    pale = {"fill": {"color": paler(colour)}, "border": {"color": "#FFFFFF", "width": 0.75}}
    return [None, *[pale for _ in past(chart)]]


def _past_labels(chart: Chart) -> dict[str, Any]:
    """Ink on the paler bars."""
    if not past(chart):
        return {}
    return {"custom": [None, *[{"font": FONT | {"color": INK}} for _ in past(chart)]]}


def column_chart(book: Book, chart: Chart, lang: Lang, *, columns: list[Column], height: int) -> Any:
    """Upright columns; the one in force and the one tried keep their colours."""
    drawn = book.book.add_chart({"type": "column"})
    data, last = say("report.sheet_data", lang), len(columns[0].cells)
    drawn.add_series(
        {
            "name": [data, 0, 2],
            "categories": [data, 1, len(columns) - 1, last, len(columns) - 1],
            "values": [data, 1, 2, last, 2],
            "gap": 55,
            "points": [{"fill": {"color": ROLES[role]}} for role in chart.frame["role"]],
            "data_labels": {
                "value": True,
                "position": "outside_end",
                "num_format": NUMBER_FORMAT[chart.value_format],
                "font": FONT | {"color": INK},
            },
        }
    )
    title = {"name": chart.x_title.get(lang), "name_font": FONT | {"bold": False}} if chart.x_title else {}
    drawn.set_x_axis({"line": {"none": True}, "major_tick_mark": "none", "num_font": FONT} | title)
    drawn.set_y_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    drawn.set_legend({"none": True})
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_size({"width": 1060, "height": height})
    drawn.show_hidden_data()
    return drawn


def _words_series(chart: Chart, lang: Lang, *, data: str, at: int, last: int) -> dict[str, Any]:
    """An unseen series of zeros whose labels are the words of the rows without a bar."""
    words = words_by_place(chart, lang)
    font = FONT | {"color": MUTED}
    custom = [{"value": words[i], "font": font} if i in words else {"delete": True} for i in range(last)]
    return {
        "name": [data, 0, at],
        "categories": [data, 1, at + 1, last, at + 1],
        "values": [data, 1, at, last, at],
        "fill": {"none": True},
        "border": {"none": True},
        "data_labels": {"value": True, "position": "inside_base", "custom": custom, "font": font},
    }


def _whiskers(chart: Chart, *, data: str, columns: int, last: int) -> dict[str, Any]:
    """Intervals as error bars that read the hidden columns, so that they follow edited numbers."""
    if not has_interval(chart):
        return {}
    from xlsxwriter.utility import xl_col_to_name

    letters = [xl_col_to_name(columns - back) for back in (4, 3)]
    minus, plus = (f"='{data}'!${letter}$2:${letter}${last + 1}" for letter in letters)
    line = {"color": MUTED, "width": 0.75}
    return {
        "x_error_bars": {
            "type": "custom",
            "minus_values": minus,
            "plus_values": plus,
            "end_style": 0,
            "line": line,
        }
    }
