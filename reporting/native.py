"""Bars and stacked shares as native PowerPoint charts: their numbers can be edited in place."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, MUTED
from foundation.locales import Lang
from reporting.deck import dress
from reporting.numbers import NUMBER_FORMAT, shown
from reporting.screen.canvas import text_width

_TEXT = 12.0  # points: 24 px on a projector
#: Labels of pieces under four per cent would not fit.
_SHARE_LABEL = '[<0.035]"";0%'


def add_chart(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the chart to the slide; `box` left, top, width, height in EMU. Returns its graphic frame."""
    from pptx.enum.chart import XL_CHART_TYPE

    is_share = chart.kind == "stacked_share"
    kind = XL_CHART_TYPE.BAR_STACKED if is_share else XL_CHART_TYPE.BAR_CLUSTERED
    left, top, width, height = box
    rows = len(category_rows(chart, lang))
    # Few bars stay slim: half an inch a row at most.
    frame = slide.shapes.add_chart(
        kind, left, top, width, min(height, 457200 * (rows + 1)), _data(chart, lang)
    )
    drawn = frame.chart
    dress(drawn.font, colour=INK)
    drawn.font.size = _points(_TEXT)
    drawn.has_title = False
    _axes(drawn, end=1.0 if is_share else extent(chart))
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 28, 100
    for series, drawn_series in zip(chart.series, plot.series, strict=False):
        _paint(drawn_series, chart, series)
    _legend(drawn, is_shown=is_share)
    if has_interval(chart):
        _whiskers(plot.series[0], chart, lang)
    if has_words(chart):
        _write_words(plot.series[len(chart.series)], words_by_place(chart, lang))
    _lay_out(drawn, chart, lang, has_legend=is_share)
    return frame


def category_rows(chart: Chart, lang: Lang) -> list[tuple[str, int | None]]:
    """Category names with n beside (`武汉  60`) and the frame's row, `(" ", None)` where a gap stands."""
    rows: list[tuple[str, int | None]] = []
    labels = zip(chart.shown("label", lang), chart.frame["n"], chart.frame["gap_before"], strict=True)
    for place, (label, n, is_apart) in enumerate(labels):
        rows += [(" ", None)] if is_apart else []
        rows.append((f"{label}  {shown(n, 'integer')}".rstrip(), place))
    return rows


def has_words(chart: Chart) -> bool:
    return bool((chart.frame["note"] != "").any())


def words_by_place(chart: Chart, lang: Lang) -> dict[int, str]:
    """Position among the categories → words in place of the bar."""
    notes = chart.shown("note", lang)
    return {
        at: notes[place]
        for at, (_, place) in enumerate(category_rows(chart, lang))
        if place is not None and notes[place]
    }


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


def extent(chart: Chart) -> float:
    """Right end of the axis of plain bars: the largest value or upper limit, and room for its label."""
    columns = [column for column in ("value", "high") if column in chart.frame]
    largest = float(chart.frame[columns].max().max())
    return largest * (1.02 if has_interval(chart) else 1.1) if largest > 0 else 1.0


def _axes(drawn: Any, *, end: float) -> None:
    from pptx.enum.chart import XL_TICK_MARK

    category, value = drawn.category_axis, drawn.value_axis
    category.reverse_order = True
    category.major_tick_mark = XL_TICK_MARK.NONE
    category.format.line.fill.background()
    _no_skipping(category)
    value.has_major_gridlines = False
    value.visible = False
    value.minimum_scale, value.maximum_scale = 0, end


def _paint(drawn: Any, chart: Chart, series: Series) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_LABEL_POSITION

    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = RGBColor.from_string(series.colour[1:])
    drawn.format.line.color.rgb = RGBColor(255, 255, 255)
    labels = drawn.data_labels
    labels.show_value = True
    is_share = chart.kind == "stacked_share"
    labels.number_format = _SHARE_LABEL if is_share else NUMBER_FORMAT[chart.value_format]
    labels.number_format_is_linked = False
    labels.font.size = _points(_TEXT)
    dress(labels.font, colour=series.ink)
    # At the end of the bar a whisker would run through the number.
    alone = XL_LABEL_POSITION.INSIDE_BASE if has_interval(chart) else XL_LABEL_POSITION.OUTSIDE_END
    labels.position = XL_LABEL_POSITION.CENTER if is_share else alone


def _legend(drawn: Any, *, is_shown: bool) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    drawn.has_legend = is_shown
    if is_shown:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = _points(_TEXT)
        dress(drawn.legend.font, colour=INK)


def _no_skipping(category: Any) -> None:
    """Every row keeps its name, however tight the axis."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    element = category._element
    before = element.find("{*}noMultiLvlLbl")
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    if before is None:
        element.append(skip)
    else:
        before.addprevious(skip)


def _lay_out(drawn: Any, chart: Chart, lang: Lang, *, has_legend: bool) -> None:
    """Fix the plot area, so that the longest name stays on one line and the rest is for the bars."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    longest = max(text_width(name, 12) for name, _ in category_rows(chart, lang))
    left = min(0.4, (longest + 18) / (12.09 * 72))
    top = 0.07 if has_legend else 0.01
    area = drawn._chartSpace.chart.plotArea
    for old in area.findall("{*}layout"):
        area.remove(old)
    numbers = {"x": left, "y": top, "w": 0.99 - left, "h": 0.99 - top}
    inner = "".join(f'<c:{name} val="{number:.4f}"/>' for name, number in numbers.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{inner}</c:manualLayout></c:layout>'
        ),
    )


def has_interval(chart: Chart) -> bool:
    return "low" in chart.frame and bool(chart.frame["low"].notna().any())


def reaches(chart: Chart, lang: Lang) -> tuple[list[float], list[float]]:
    """How far each category's interval reaches below and above its value; 0 where there is none."""
    down, up = [], []
    for _, place in category_rows(chart, lang):
        row = None if place is None else chart.frame.iloc[place]
        is_drawn = row is not None and not pd.isna(row["low"]) and not pd.isna(row["value"])
        down.append(float(row["value"] - row["low"]) if is_drawn and row is not None else 0.0)
        up.append(float(row["high"] - row["value"]) if is_drawn and row is not None else 0.0)
    return down, up


def _whiskers(drawn: Any, chart: Chart, lang: Lang) -> None:
    """Intervals as native error bars with their own lengths."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    down, up = reaches(chart, lang)
    parts = []
    for tag, lengths in (("plus", up), ("minus", down)):
        points = "".join(f'<c:pt idx="{i}"><c:v>{v:.6f}</c:v></c:pt>' for i, v in enumerate(lengths))
        parts.append(f'<c:{tag}><c:numLit><c:ptCount val="{len(lengths)}"/>{points}</c:numLit></c:{tag}>')
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/>{"".join(parts)}<c:spPr><a:ln w="9525"><a:solidFill>'
        f'<a:srgbClr val="{MUTED[1:]}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    drawn._element.find("{*}cat").addprevious(bars)


def _write_words(drawn: Any, words: dict[int, str]) -> None:
    """Words of the suppressed rows as labels of the unseen series, on one line."""
    from pptx.enum.chart import XL_LABEL_POSITION

    drawn.format.fill.background()
    drawn.format.line.fill.background()
    for at, text in words.items():
        label = drawn.points[at].data_label
        label.position = XL_LABEL_POSITION.INSIDE_BASE
        run = label.text_frame.paragraphs[0].add_run()
        run.text = text
        run.font.size = _points(_TEXT)
        dress(run.font, colour=MUTED)
        # PowerPoint wraps labels at a fifth of the chart's width unless told otherwise.
        label.text_frame._txBody.find("{*}bodyPr").set("wrap", "none")


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(size)
