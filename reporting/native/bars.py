"""Bars, stacked or not, as native PowerPoint charts: their numbers can be edited in place."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from analytics.charts.bars import BarSpec
from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, paler
from foundation.locales import Lang
from reporting.native.axis import lay_out, no_skipping
from reporting.native.font import dress, points
from reporting.native.marks import (
    add_whiskers,
    category_rows,
    extent,
    has_interval,
    has_words,
    letters,
    words_by_place,
    write_words,
)
from reporting.registry import renders
from reporting.type.lettering import text_width
from reporting.type.numbers import NUMBER_FORMAT

#: Labels of pieces under four per cent of the bar would not fit.
_LEAST = 0.035


def is_stacked(chart: Chart) -> bool:
    return chart.spec_of(BarSpec).is_stacked


def axis_end(chart: Chart) -> float:
    """Right end of the axis: the whole of stacked bars, else as far as values and intervals reach."""
    whole = chart.spec_of(BarSpec).whole
    return extent(chart) if whole is None else whole


def label_format(chart: Chart) -> str:
    """Number format of the labels; pieces too small for one stay empty."""
    if not is_stacked(chart):
        return NUMBER_FORMAT[chart.value_format]
    shape = "0%" if chart.value_format == "percent" else "#,##0"
    return f'[<{_LEAST * axis_end(chart):.5g}]"";{shape}'


def past(chart: Chart) -> range:
    """Rows drawn paler: the months compared with."""
    return range(len(chart.frame))[len(chart.frame) - chart.spec_of(BarSpec).past :]


@renders("native", "bar", "stacked_share", "tier_bar")
def add_bars(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the chart to the slide; `box` left, top, width, height in EMU. Returns its graphic frame."""
    from pptx.enum.chart import XL_CHART_TYPE

    is_share = is_stacked(chart)
    kind = XL_CHART_TYPE.BAR_STACKED if is_share else XL_CHART_TYPE.BAR_CLUSTERED
    left, top, width, height = box
    size = letters(width)
    rows = len(category_rows(chart, lang))
    key = _key_height(chart, lang, width) if is_stacked(chart) else 0
    # Few bars stay slim: half an inch a row at most.
    frame = slide.shapes.add_chart(
        kind, left, top, width, min(height, 457200 * (rows + 1) + key), _data(chart, lang)
    )
    drawn = frame.chart
    dress(drawn.font, colour=INK)
    drawn.font.size = points(size)
    drawn.has_title = False
    _axes(drawn, end=axis_end(chart))
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 28, 100
    for series, drawn_series in zip(chart.series, plot.series, strict=False):
        _paint(drawn_series, chart, series, size=size)
    _legend(drawn, is_shown=is_share, size=size)
    if has_interval(chart):
        add_whiskers(plot.series[0], chart, lang)
    if has_words(chart):
        write_words(plot.series[len(chart.series)], words_by_place(chart, lang), size=size)
    _lay_out(drawn, chart, lang, top=max(key / frame.height, 0.01), width=width)
    return frame


def _data(chart: Chart, lang: Lang) -> Any:
    from pptx.chart.data import CategoryChartData

    rows = category_rows(chart, lang)
    data = CategoryChartData(number_format=NUMBER_FORMAT[chart.value_format])
    data.categories = [name for name, _ in rows]
    for series in chart.series:
        column = chart.frame[series.column]
        cells = [None if at is None or pd.isna(column.iloc[at]) else float(column.iloc[at]) for _, at in rows]
        data.add_series(series.title.get(lang), cells)
    if has_words(chart):
        # An unseen series of zeros carries the words, at the foot of the rows that have no bar.
        places = words_by_place(chart, lang)
        # Its name is blank, so that it leaves no trace in the colour key.
        data.add_series(" ", [0 if at in places else None for at in range(len(rows))])
    return data


def _axes(drawn: Any, *, end: float) -> None:
    from pptx.enum.chart import XL_TICK_MARK

    category, value = drawn.category_axis, drawn.value_axis
    category.reverse_order = True
    category.major_tick_mark = XL_TICK_MARK.NONE
    category.format.line.fill.background()
    no_skipping(category)
    value.has_major_gridlines = False
    value.visible = False
    value.minimum_scale, value.maximum_scale = 0, end


def _paint(drawn: Any, chart: Chart, series: Series, *, size: float) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_LABEL_POSITION

    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = RGBColor.from_string(series.colour[1:])
    drawn.format.line.color.rgb = RGBColor(255, 255, 255)
    labels = drawn.data_labels
    labels.show_value = True
    labels.number_format = label_format(chart)
    labels.number_format_is_linked = False
    labels.font.size = points(size)
    dress(labels.font, colour=series.ink)
    # At the end of the bar a whisker would run through the number.
    unstacked = XL_LABEL_POSITION.INSIDE_BASE if has_interval(chart) else XL_LABEL_POSITION.OUTSIDE_END
    labels.position = XL_LABEL_POSITION.CENTER if is_stacked(chart) else unstacked
    for at in past(chart):
        point = drawn.points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = RGBColor.from_string(paler(series.colour)[1:])
        point.format.line.color.rgb = RGBColor(255, 255, 255)
        label = point.data_label
        label.font.size = points(size)
        dress(label.font, colour=INK)
        label.position = XL_LABEL_POSITION.CENTER
        _repeat_format(label, label_format(chart))


def _repeat_format(label: Any, number_format: str) -> None:
    """A label of one point does not inherit its series' number format: written again, in schema order."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    element = label._dLbl
    for old in element.findall(qn("c:numFmt")):
        element.remove(old)
    quoted = number_format.replace('"', "&quot;").replace("<", "&lt;")
    fresh = parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="{quoted}" sourceLinked="0"/>')
    element.find(qn("c:idx")).addnext(fresh)


def _legend(drawn: Any, *, is_shown: bool, size: float) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    drawn.has_legend = is_shown
    if is_shown:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = points(size)
        dress(drawn.legend.font, colour=INK)


def _key_height(chart: Chart, lang: Lang, width: int) -> int:
    """Height of the colour key in EMU: as many lines as its names need."""
    needed = sum(text_width(series.title.get(lang), letters(width)) + 32 for series in chart.series) * 12700
    return round(330_000 * math.ceil(needed / (width * 0.7)))


def _lay_out(drawn: Any, chart: Chart, lang: Lang, *, top: float, width: int) -> None:
    """The longest name stays on one line, the rest is for the bars."""
    longest = max(text_width(name, letters(width)) for name, _ in category_rows(chart, lang))
    left = min(0.4, (longest + 18) / (width / 12700))
    lay_out(drawn, x=left, y=top, w=0.99 - left, h=0.99 - top)
