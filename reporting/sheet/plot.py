"""Points and lines as a native Excel chart that reads a sheet of its own."""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import LINE, MUTED, PAPER, ink_of, mixed
from foundation.locales import Lang, say
from reporting.native.plan import Axis, Plot, Trace
from reporting.registry import renderer, renders
from reporting.sheet.placing import FONT, WIDTH, put_chart
from reporting.sheet.style import Book, width, write_cell
from reporting.type.stamp import stamp_line

_EMS = WIDTH * 0.75 / 10  # letters side by side on the chart
#: First row, x column and last row of a trace on the sheet of points.
Place = tuple[int, int, int]


def add_points(book: Book, plot: Plot, lang: Lang, *, footer: str) -> list[Place]:
    """Write what the chart draws: x and y of each trace, side by side."""
    sheet = book.add(say("report.sheet_points", lang), footer=footer, lang=lang)
    places, at = [], 0
    for trace in plot.traces:
        name = trace.name.strip() or say("report.label_in_chart", lang)
        heads = [say("report.place", lang), name]
        rows = _rows(trace, plot)
        for offset, head in enumerate(heads):
            write_cell(sheet, 0, at + offset, head, book.header_style)
            sheet.set_column(at + offset, at + offset, width([head], least=9))
        for row, cells in enumerate(rows, start=1):
            for offset, cell in enumerate(cells):
                write_cell(sheet, row, at + offset, cell, book.style())
        places.append((1, at, len(rows)))
        at += len(heads) + 1
    sheet.freeze_panes(1, 0)
    return places


def _rows(trace: Trace, plot: Plot) -> list[tuple[Any, ...]]:
    if plot.categories:
        by_place = {int(x): y for x, y in trace.points}
        return [(name, by_place.get(at)) for at, name in enumerate(plot.categories)]
    return list(trace.points)


@renders("sheet", via="plan")
def write_plot(book: Book, sheet: Any, chart: Chart, lang: Lang) -> None:
    """Draw the chart, and add the sheet of points that it reads."""
    plot: Plot = renderer(chart.kind, "plan")(chart, lang, _EMS)
    places = add_points(book, plot, lang, footer=stamp_line(chart.stamp, lang))
    height = 150 + 30 * plot.rows if plot.rows else 520
    drawn = _drawn(book, plot, lang, places=places, height=height)
    put_chart(book, sheet, chart, lang, drawn=drawn, height=height)


def _drawn(book: Book, plot: Plot, lang: Lang, *, places: list[Place], height: int) -> Any:
    """The chart: scatter, or lines over categories."""
    kind = {"type": "line"} if plot.categories else {"type": "scatter", "subtype": "straight"}
    drawn = book.book.add_chart(kind)
    sheet = say("report.sheet_points", lang)
    for trace, (first, at, last) in zip(plot.traces, places, strict=True):
        drawn.add_series(_series(trace, plot, sheet=sheet, first=first, at=at, last=last))
    drawn.set_x_axis(_axis(plot.x, is_category=bool(plot.categories)))
    drawn.set_y_axis(_axis(plot.y, is_category=False))
    drawn.set_legend(_key(plot))
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_plotarea({"layout": _layout(plot)})
    drawn.set_size({"width": WIDTH, "height": height})
    drawn.show_blanks_as("gap")
    return drawn


def _series(trace: Trace, plot: Plot, *, sheet: str, first: int, at: int, last: int) -> dict[str, Any]:
    options: dict[str, Any] = {
        "name": [sheet, 0, at + 1],
        "categories": [sheet, first, at, last, at],
        "values": [sheet, first, at + 1, last, at + 1],
        "line": {"none": True},
        "marker": {"type": "none"},
    }
    if trace.line:
        dash = {"dash_type": "dash"} if trace.line == "dash" else {}
        options["line"] = {"color": trace.colour, "width": trace.width, **dash}
    if trace.marker:
        fill = mixed(PAPER, trace.colour, 0.25) if trace.marker == "hollow" else trace.colour
        shape = "diamond" if trace.marker == "diamond" else "circle"
        edge = {"color": trace.colour, "width": 1.5}
        options["marker"] = {"type": shape, "size": 8, "fill": {"color": fill}, "border": edge}
    if any(trace.labels):
        options["data_labels"] = _labels(trace, plot, rows=last - first + 1)
    return options


def _labels(trace: Trace, plot: Plot, *, rows: int) -> dict[str, Any]:
    font = FONT | {"color": ink_of(trace.colour)}
    words = dict(enumerate(trace.labels))
    if plot.categories:
        words = {int(x): label for (x, _), label in zip(trace.points, trace.labels, strict=True)}
    custom = [{"value": words[i], "font": font} if words.get(i) else {"delete": True} for i in range(rows)]
    return {"value": True, "position": trace.side, "custom": custom, "font": font}


def _axis(axis: Axis, *, is_category: bool) -> dict[str, Any]:
    options: dict[str, Any] = {
        "visible": axis.is_shown,
        "major_gridlines": {"visible": False},
        "line": {"color": LINE},
        "num_font": FONT | {"color": MUTED},
    }
    if axis.title:
        options |= {"name": axis.title, "name_font": FONT | {"bold": False, "color": MUTED}}
    if not is_category:
        options |= {"min": axis.low, "max": axis.high, "num_format": axis.number_format}
        options |= {"major_unit": axis.major} if axis.major else {}
        options |= {"log_base": 10} if axis.is_log else {}
    return options


def _key(plot: Plot) -> dict[str, Any]:
    if not plot.has_key:
        return {"none": True}
    helpers = [at for at, trace in enumerate(plot.traces) if trace.is_helper]
    return {"position": "top", "font": FONT, "delete_series": helpers}


def _layout(plot: Plot) -> dict[str, float]:
    top, bottom = 0.1 if plot.has_key else 0.04, 0.18 if plot.x.title else 0.1
    return {"x": plot.left, "y": top, "width": 1 - plot.left - plot.right, "height": 1 - top - bottom}
