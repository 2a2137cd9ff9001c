"""Upright columns as a native Excel chart; the one in force and the one tried keep their colours."""

from __future__ import annotations

from typing import Any

from analytics.charts.columns import ROLES
from analytics.charts.declaration import Chart
from analytics.charts.palette import INK
from foundation.locales import Lang, say
from reporting.native.columns import column_names
from reporting.registry import renders
from reporting.sheet.data import LABELS, DataColumn, columns_of_series, data_columns, hidden
from reporting.sheet.placing import FONT, finish, put_chart, reads
from reporting.sheet.style import Book
from reporting.type.numbers import NUMBER_FORMAT

_HEIGHT = 420  # pixels


@renders("data", "columns")
def columns_of_columns(chart: Chart, lang: Lang) -> list[DataColumn]:
    """The values, and hidden the labels of the axis."""
    names = hidden(LABELS, say("report.label_in_chart", lang), column_names(chart, lang))
    return [*columns_of_series(chart, lang), names]


@renders("sheet", "columns")
def write_columns(book: Book, sheet: Any, chart: Chart, lang: Lang) -> None:
    """Draw the chart with its numbers above the columns."""
    drawn = book.book.add_chart({"type": "column"})
    drawn.add_series(
        reads(data_columns(chart, lang), chart.series[0].column, by=LABELS, lang=lang)
        | {
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
    finish(drawn, height=_HEIGHT)
    put_chart(book, sheet, chart, lang, drawn=drawn, height=_HEIGHT)
