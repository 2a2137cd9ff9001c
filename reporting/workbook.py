"""A chart → Excel: a native chart on the first sheet, its numbers on the second, its source on the third."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import MUTED
from foundation.locales import Lang, say
from reporting.native import category_rows, extent, has_interval, has_words, reaches, words_by_place
from reporting.numbers import NUMBER_FORMAT
from reporting.sheets import Book, add_stamp_sheet, width, write_cell, write_head
from reporting.stamp import stamp_line
from reporting.tilesheet import add_tile_sheet
from reporting.words import note_words

_FONT = {"name": "Microsoft YaHei", "size": 10}
_SHARE_LABEL = '[<0.035]"";0%'


@dataclass(frozen=True)
class Column:
    """A column of the data sheet: header, one cell per category row (None = gap), format, hidden or not."""

    header: str
    cells: list[Any]
    number_format: str = "General"
    is_hidden: bool = False

    @property
    def is_number(self) -> bool:
        return self.number_format != "General"


def workbook(chart: Chart, lang: Lang) -> bytes:
    """The chart as .xlsx. The same chart gives the same bytes."""
    footer = stamp_line(chart.stamp, lang)
    book = Book(title=chart.title.get(lang), stamp=chart.stamp, subject=footer)
    if chart.kind == "tile_grid":
        add_tile_sheet(book, chart, lang, footer=footer)
        _add_data(book, _columns(chart, lang), lang, footer=footer)
    else:
        sheet = book.add(say("report.sheet_chart", lang), footer=footer, lang=lang)
        columns = _columns(chart, lang)
        _add_data(book, columns, lang, footer=footer)
        _add_chart_sheet(book, sheet, chart, lang, columns=columns)
    add_stamp_sheet(book, chart, lang, footer=footer)
    return _unwrapped(book.close())


def _columns(chart: Chart, lang: Lang) -> list[Column]:
    """The data sheet, left to right; the last ones serve the chart and are hidden."""
    rows = category_rows(chart, lang)
    places = [place for _, place in rows]

    def cells(values: Any) -> list[Any]:
        listed = list(values)
        return [None if place is None else listed[place] for place in places]

    frame, value_format = chart.frame, NUMBER_FORMAT[chart.value_format]
    columns = [Column(chart.category_title.get(lang), cells(chart.shown("label", lang)))]
    columns.append(Column(chart.n_title.get(lang), cells(frame["n"]), "#,##0"))
    columns += [Column(s.title.get(lang), cells(frame[s.column]), value_format) for s in chart.series]
    for series in chart.series:
        if series.count:
            name = say("report.persons", lang, title=series.title.get(lang))
            columns.append(Column(name, cells(frame[series.count]), "#,##0"))
    more = (
        ("low", value_format),
        ("high", value_format),
        ("numerator", "#,##0.##"),
        ("denominator", "#,##0"),
    )
    columns += [
        Column(say(f"report.{name}", lang), cells(frame[name]), number_format)
        for name, number_format in more
        if name in frame and frame[name].notna().any()
    ]
    columns.append(Column(say("report.note", lang), cells(note_words(chart, lang))))
    return [*columns, *_helpers(chart, lang)]


def _helpers(chart: Chart, lang: Lang) -> list[Column]:
    """Hidden columns that the chart reads: reach of the interval, zeros for the words, labels (last)."""
    rows, words = category_rows(chart, lang), words_by_place(chart, lang)
    found: list[Column] = []
    if has_interval(chart):
        down, up = reaches(chart, lang)
        found = [Column("95% −", list(down), is_hidden=True), Column("95% +", list(up), is_hidden=True)]
    zeros: list[Any] = [0 if at in words else None for at in range(len(rows))]
    labels: list[Any] = [name for name, _ in rows]
    found.append(Column(" ", zeros, is_hidden=True))
    return [*found, Column(say("report.label_in_chart", lang), labels, is_hidden=True)]


def _add_data(book: Book, columns: list[Column], lang: Lang, *, footer: str) -> None:
    sheet = book.add(say("report.sheet_data", lang), footer=footer, lang=lang)
    left, right = book.header_style, book.aligned_header("right")
    for at, column in enumerate(columns):
        style = book.style(num_format=column.number_format, indent=0 if column.is_number or at == 0 else 1)
        # A long header wraps to two lines.
        header = column.header[: (len(column.header) + 2) * 2 // 3] if column.is_number else column.header
        words = [cell for cell in column.cells if isinstance(cell, str)]
        wide = width([header, *words], least=9 if column.is_number else 6)
        sheet.set_column(at, at, wide, None, {"hidden": column.is_hidden})
        sheet.write_string(0, at, column.header, right if column.is_number else left)
        for row, cell in enumerate(column.cells, start=1):
            write_cell(sheet, row, at, cell, style)
    sheet.set_row(0, 34)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _add_chart_sheet(book: Book, sheet: Any, chart: Chart, lang: Lang, *, columns: list[Column]) -> None:
    write_head(book, sheet, chart.title.get(lang), chart.subtitle.get(lang))
    height = 150 + 26 * len(columns[0].cells)
    sheet.insert_chart(
        2, 0, _native(book, chart, lang, columns=columns, height=height), {"object_position": 1}
    )
    below = 4 + height // 20
    if chart.note:
        write_cell(sheet, below, 0, chart.note.get(lang), book.muted_style)
        below += 1
    write_cell(sheet, below, 0, stamp_line(chart.stamp, lang), book.muted_style)


def _native(book: Book, chart: Chart, lang: Lang, *, columns: list[Column], height: int) -> Any:
    is_share = chart.kind == "stacked_share"
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
            "data_labels": {
                "value": True,
                "position": position,
                "num_format": _SHARE_LABEL if is_share else NUMBER_FORMAT[chart.value_format],
                "font": _FONT | {"color": series.ink},
            },
        }
        drawn.add_series(options | _whiskers(chart, data=data, columns=len(columns), last=last))
    if has_words(chart):
        drawn.add_series(_words_series(chart, lang, data=data, at=len(columns) - 2, last=last))
    end = 1.0 if is_share else extent(chart)
    drawn.set_x_axis({"visible": False, "min": 0, "max": end, "major_gridlines": {"visible": False}})
    drawn.set_y_axis(
        {
            "reverse": True,
            "line": {"none": True},
            "major_tick_mark": "none",
            "num_font": _FONT,
            "interval_unit": 1,
        }
    )
    drawn.set_legend({"position": "top", "font": _FONT} if is_share else {"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_size({"width": 1060, "height": height})
    drawn.show_hidden_data()
    return drawn


def _words_series(chart: Chart, lang: Lang, *, data: str, at: int, last: int) -> dict[str, Any]:
    """An unseen series of zeros whose labels are the words of the rows without a bar."""
    words = words_by_place(chart, lang)
    font = _FONT | {"color": MUTED}
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


def _unwrapped(content: bytes) -> bytes:
    """Let labels written in words keep to one line: Excel wraps them at a fifth of the chart otherwise."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename.startswith("xl/charts/chart"):
                part = part.replace(b"<c:rich><a:bodyPr/>", b'<c:rich><a:bodyPr wrap="none"/>')
            out.writestr(entry, part)
    return target.getvalue()
