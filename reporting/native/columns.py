"""Upright columns as a native PowerPoint chart; the one in force and the one tried keep their colours."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.columns import ROLES
from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED
from foundation.locales import Lang, say
from reporting.native.font import dress
from reporting.native.marks import letters
from reporting.registry import renders
from reporting.type.numbers import NUMBER_FORMAT


def column_names(chart: Chart, lang: Lang) -> list[str]:
    """Labels of the columns; what is in force and what is tried say so: `≥4 现行`."""
    roles = [f" {say(f'report.{role}', lang)}" if role else "" for role in chart.frame["role"]]
    return [f"{label}{role}" for label, role in zip(chart.shown("label", lang), roles, strict=True)]


@renders("native", "columns")
def add_columns(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the chart; `box` left, top, width, height in EMU. Returns its graphic frame."""
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
    from pptx.util import Pt

    data = CategoryChartData(number_format=NUMBER_FORMAT[chart.value_format])
    data.categories = column_names(chart, lang)
    series = chart.series[0]
    values = [None if pd.isna(v) else float(v) for v in chart.frame["value"]]
    data.add_series(series.title.get(lang), values)
    size = Pt(letters(box[2]))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    drawn = frame.chart
    drawn.font.size = size
    dress(drawn.font, colour=INK)
    drawn.has_title = drawn.has_legend = False
    _axes(drawn, chart, lang, size=size)
    plot = drawn.plots[0]
    plot.gap_width, plot.vary_by_categories = 55, False
    labels = plot.series[0].data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.number_format, labels.number_format_is_linked = NUMBER_FORMAT[chart.value_format], False
    labels.font.size = size
    dress(labels.font, colour=INK)
    for at, role in enumerate(chart.frame["role"]):
        fill = plot.series[0].points[at].format.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string(ROLES[role][1:])
    return frame


def _axes(drawn: Any, chart: Chart, lang: Lang, *, size: Any) -> None:
    from pptx.enum.chart import XL_TICK_MARK

    category, value = drawn.category_axis, drawn.value_axis
    value.visible = value.has_major_gridlines = False
    value.minimum_scale = 0
    category.major_tick_mark = XL_TICK_MARK.NONE
    category.format.line.fill.background()
    category.tick_labels.font.size = size
    dress(category.tick_labels.font, colour=INK)
    category.has_title = chart.x_title is not None
    if chart.x_title:
        run = category.axis_title.text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold = chart.x_title.get(lang), size, False
        dress(run.font, colour=MUTED)
