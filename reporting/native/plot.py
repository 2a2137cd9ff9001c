"""Points and lines as a native PowerPoint chart: scatter, or lines over categories."""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, LINE, MUTED, PAPER, ink_of, mixed
from foundation.locales import Lang
from reporting.native.axis import lay_out, logarithmic
from reporting.native.font import dress, points
from reporting.native.marks import ems, letters
from reporting.native.plan import Axis, Plot, Trace
from reporting.registry import renderer, renders

_ROW = 430_000  # EMU: the tallest row of a chart by row


@renders("native", via="plan")
def add_plot(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the chart; `box` left, top, width, height in EMU. Returns its graphic frame."""
    from pptx.enum.chart import XL_CHART_TYPE

    left, top, width, height = box
    plot, size = renderer(chart.kind, "plan")(chart, lang, ems(width)), points(letters(width))
    kind = XL_CHART_TYPE.LINE_MARKERS if plot.categories else XL_CHART_TYPE.XY_SCATTER
    if plot.rows:
        height = min(height, _ROW * (plot.rows + 2))
    frame = slide.shapes.add_chart(kind, left, top, width, height, _data(plot))
    drawn = frame.chart
    drawn.font.size = size
    dress(drawn.font, colour=INK)
    drawn.has_title = False
    _key(drawn, plot, size=size)
    _axis(
        drawn.category_axis if plot.categories else drawn.value_axis,
        plot,
        is_x=bool(plot.categories),
        size=size,
    )
    if plot.categories:
        _axis(drawn.value_axis, plot, is_x=False, size=size)
    else:
        _axis(drawn.category_axis, plot, is_x=True, size=size)
    for trace, series in zip(plot.traces, drawn.plots[0].series, strict=True):
        _paint(series, trace, plot, size=size)
        _open_gaps(series)
    _lay_out(drawn, plot)
    return frame


def _data(plot: Plot) -> Any:
    from pptx.chart.data import CategoryChartData, XyChartData

    if plot.categories:
        data = CategoryChartData(number_format=plot.y.number_format)
        data.categories = list(plot.categories)
        for trace in plot.traces:
            by_place = {int(x): y for x, y in trace.points}
            data.add_series(trace.name, [by_place.get(at) for at in range(len(plot.categories))])
        return data
    scatter = XyChartData(number_format="General")
    longest = max(len(trace.points) for trace in plot.traces)
    for at, trace in enumerate(plot.traces):
        series = scatter.add_series(trace.name)
        for x, y in trace.points:
            series.add_data_point(x, y)
        # LibreOffice loses what stands before a longer series: the first is filled up with gaps.
        for _ in range(longest - len(trace.points) if at == 0 else 0):
            series.add_data_point(trace.points[-1][0] if trace.points else 0, None)
    return scatter


def _key(drawn: Any, plot: Plot, *, size: Any) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    drawn.has_legend = plot.has_key
    if plot.has_key:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
        _drop_helpers(drawn.legend, plot)
        drawn.legend.font.size = size
        dress(drawn.legend.font, colour=INK)


def _drop_helpers(legend: Any, plot: Plot) -> None:
    """Series that only carry words or intervals have no entry in the key."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    place = legend._element.find("{*}legendPos")
    for at, trace in enumerate(plot.traces):
        if trace.is_helper:
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
            place.addnext(parse_xml(entry))
            place = place.getnext()


def _axis(drawn: Any, plot: Plot, *, is_x: bool, size: Any) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_TICK_MARK
    from pptx.util import Pt

    axis: Axis = plot.x if is_x else plot.y
    drawn.visible = axis.is_shown
    drawn.has_major_gridlines = drawn.has_minor_gridlines = False
    drawn.major_tick_mark = XL_TICK_MARK.OUTSIDE if is_x else XL_TICK_MARK.NONE
    drawn.format.line.color.rgb = RGBColor.from_string(LINE[1:])
    drawn.format.line.width = Pt(0.75)
    drawn.tick_labels.font.size = size
    dress(drawn.tick_labels.font, colour=MUTED)
    if not (is_x and plot.categories):
        drawn.minimum_scale, drawn.maximum_scale = axis.low, axis.high
        drawn.tick_labels.number_format, drawn.tick_labels.number_format_is_linked = axis.number_format, False
        if axis.major:
            drawn.major_unit = axis.major
        if axis.is_log:
            logarithmic(drawn)
    drawn.has_title = bool(axis.title)
    if axis.title:
        run = drawn.axis_title.text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold = axis.title, size, False
        dress(run.font, colour=MUTED)


def _paint(series: Any, trace: Trace, plot: Plot, *, size: Any) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    colour = RGBColor.from_string(trace.colour[1:])
    series.smooth = False
    if trace.line:
        series.format.line.color.rgb, series.format.line.width = colour, Pt(trace.width)
        if trace.line == "dash":
            series.format.line.dash_style = MSO_LINE.DASH
    else:
        series.format.line.fill.background()
    marker = series.marker
    if trace.marker:
        is_diamond = trace.marker == "diamond"
        marker.style = XL_MARKER_STYLE.DIAMOND if is_diamond else XL_MARKER_STYLE.CIRCLE
        marker.size = 9 if is_diamond else 8
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = _hollow(trace.colour) if trace.marker == "hollow" else colour
        marker.format.line.color.rgb = colour
        marker.format.line.width = Pt(1.5)
    else:
        marker.style = XL_MARKER_STYLE.NONE
    _label(series, trace, plot, size=size)


def _hollow(colour: str) -> Any:
    """Ground of a hollow mark: a tint, for programs that do not draw the edge of a mark."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(mixed(PAPER, colour, 0.25)[1:])


def _label(series: Any, trace: Trace, plot: Plot, *, size: Any) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION

    sides = {
        "right": XL_LABEL_POSITION.RIGHT,
        "left": XL_LABEL_POSITION.LEFT,
        "above": XL_LABEL_POSITION.ABOVE,
        "below": XL_LABEL_POSITION.BELOW,
    }
    for at, words in enumerate(trace.labels):
        if not words:
            continue
        # Over categories a series has one place for each of them, in xy one for each point.
        label = series.points[int(trace.points[at][0]) if plot.categories else at].data_label
        label.position = sides[trace.side]
        for number, line in enumerate(words.split("\n")):
            paragraph = label.text_frame.paragraphs[0] if number == 0 else label.text_frame.add_paragraph()
            run = paragraph.add_run()
            run.text, run.font.size = line, size
            dress(run.font, colour=ink_of(trace.colour))
        label.text_frame._txBody.find("{*}bodyPr").set("wrap", "none")


def _open_gaps(series: Any) -> None:
    """A point without y is a gap in the line: python-pptx writes the word None, which no program reads."""
    for place in [pt for pt in series._element.iter("{*}pt") if pt.findtext("{*}v") == "None"]:
        place.getparent().remove(place)


def _lay_out(drawn: Any, plot: Plot) -> None:
    top, bottom = 0.1 if plot.has_key else 0.04, 0.16 if plot.x.title else 0.1
    lay_out(drawn, x=plot.left, y=top, w=1 - plot.left - plot.right, h=1 - top - bottom)
