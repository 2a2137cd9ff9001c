"""The data sheet of an exported chart: its numbers, and beside them what the native chart reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, TableColumn
from foundation.locales import Lang, say
from reporting.native.marks import category_rows, has_interval, reaches, words_by_place
from reporting.registry import renderer, renders
from reporting.sheet.style import Book, width, write_cell
from reporting.type.numbers import NUMBER_FORMAT
from reporting.type.words import note_words

#: Keys of the hidden columns that a native chart reads: how far the interval reaches below and above the
#: value, zeros that carry the words of rows without a bar, the labels of the axis.
BELOW, ABOVE, ZEROS, LABELS = "below", "above", "zeros", "labels"


@dataclass(frozen=True)
class DataColumn:
    """A column of the data sheet: header, one cell per category row (None = gap), format, hidden or not.

    key: the frame's column that it holds, or one of the keys of the hidden columns.
    """

    key: str
    header: str
    cells: list[Any]
    number_format: str = "General"
    is_hidden: bool = False

    @property
    def is_number(self) -> bool:
        return self.number_format != "General"


def data_columns(chart: Chart, lang: Lang) -> list[DataColumn]:
    """The data sheet, left to right; columns that only the chart reads are hidden."""
    columns: list[DataColumn] = renderer(chart.kind, "data")(chart, lang)
    return columns


def place_of(columns: Sequence[DataColumn], key: str) -> int:
    """Where the column with this key stands, counted from 0."""
    return next(at for at, column in enumerate(columns) if column.key == key)


@renders("data")
def columns_of_fields(chart: Chart, lang: Lang) -> list[DataColumn]:
    """The columns that the chart declares for its table."""
    return [_column(chart, field, lang) for field in chart.fields]


def _column(chart: Chart, field: TableColumn, lang: Lang) -> DataColumn:
    title, cells = field.title.get(lang), chart.frame[field.column]
    if field.format == "text":
        return DataColumn(field.column, title, chart.shown(field.column, lang))
    if field.format == "date":
        days = [None if pd.isna(day) else pd.Timestamp(day).to_pydatetime() for day in cells]
        return DataColumn(field.column, title, days, "yyyy-mm-dd")
    numbers = [None if pd.isna(value) else float(value) for value in cells]
    return DataColumn(field.column, title, numbers, NUMBER_FORMAT[field.format])


@renders("data", "bar", "stacked_share", "tier_bar", "tile_grid")
def columns_of_bars(chart: Chart, lang: Lang) -> list[DataColumn]:
    """The chart's series with their counts and intervals; hidden, what bars read beside them."""
    rows, words = category_rows(chart, lang), words_by_place(chart, lang)
    helpers: list[DataColumn] = []
    if has_interval(chart):
        down, up = reaches(chart, lang)
        helpers += [hidden(BELOW, "95% −", down), hidden(ABOVE, "95% +", up)]
    helpers.append(hidden(ZEROS, " ", [0 if at in words else None for at in range(len(rows))]))
    helpers.append(hidden(LABELS, say("report.label_in_chart", lang), [name for name, _ in rows]))
    return [*columns_of_series(chart, lang), *helpers]


def hidden(key: str, header: str, cells: Iterable[Any]) -> DataColumn:
    """A column that only the native chart reads."""
    return DataColumn(key, header, list(cells), is_hidden=True)


def columns_of_series(chart: Chart, lang: Lang) -> list[DataColumn]:
    """One row a category: label, n, values, counts, interval, numerator and denominator, words."""
    places = [place for _, place in category_rows(chart, lang)]

    def cells(values: Any) -> list[Any]:
        listed = list(values)
        return [None if place is None else listed[place] for place in places]

    frame, value_format = chart.frame, NUMBER_FORMAT[chart.value_format]
    columns = [
        DataColumn("label", chart.category_title.get(lang), cells(chart.shown("label", lang))),
        DataColumn("n", chart.n_title.get(lang), cells(frame["n"]), "#,##0"),
    ]
    for series in chart.series:
        values = cells(frame[series.column])
        columns.append(DataColumn(series.column, series.title.get(lang), values, value_format))
    for series in chart.series:
        if series.count:
            title = say("report.persons", lang, title=series.title.get(lang))
            columns.append(DataColumn(series.count, title, cells(frame[series.count]), "#,##0"))
    formats = {"low": value_format, "high": value_format, "numerator": "#,##0.##", "denominator": "#,##0"}
    columns += [
        DataColumn(key, say(f"report.{key}", lang), cells(frame[key]), number_format)
        for key, number_format in formats.items()
        if key in frame and frame[key].notna().any()
    ]
    return [*columns, DataColumn("note", say("report.note", lang), cells(note_words(chart, lang)))]


def add_data(book: Book, columns: Sequence[DataColumn], lang: Lang, *, footer: str) -> None:
    """Write the data sheet; its header is frozen and repeats on every printed page."""
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
