"""The data sheet of an exported chart: its numbers, and beside them what the native chart reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, Field
from foundation.locales import Lang, say
from reporting.native.columns import column_names
from reporting.native.marks import category_rows, has_interval, reaches, words_by_place
from reporting.sheet.style import Book, width, write_cell
from reporting.type.numbers import NUMBER_FORMAT
from reporting.type.words import note_words


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


def columns(chart: Chart, lang: Lang) -> list[Column]:
    """The data sheet, left to right; of bar charts the last ones serve the chart and are hidden."""
    if chart.fields:
        return [_column(chart, field, lang) for field in chart.fields]
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


def _column(chart: Chart, field: Field, lang: Lang) -> Column:
    """A declared column of the chart's table."""
    title = field.title.get(lang)
    if field.format == "text":
        return Column(title, list(chart.shown(field.column, lang)))
    if field.format == "date":
        days = [
            None if pd.isna(day) else pd.Timestamp(day).to_pydatetime() for day in chart.frame[field.column]
        ]
        return Column(title, days, "yyyy-mm-dd")
    cells = [None if pd.isna(value) else float(value) for value in chart.frame[field.column]]
    return Column(title, cells, NUMBER_FORMAT[field.format])


def _helpers(chart: Chart, lang: Lang) -> list[Column]:
    """Hidden columns that the chart reads: reach of the interval, zeros for the words, labels (last)."""
    rows, words = category_rows(chart, lang), words_by_place(chart, lang)
    found: list[Column] = []
    if chart.kind == "columns":
        names: list[Any] = list(column_names(chart, lang))
        return [Column(say("report.label_in_chart", lang), names, is_hidden=True)]
    if has_interval(chart):
        down, up = reaches(chart, lang)
        found = [Column("95% −", list(down), is_hidden=True), Column("95% +", list(up), is_hidden=True)]
    zeros: list[Any] = [0 if at in words else None for at in range(len(rows))]
    labels: list[Any] = [name for name, _ in rows]
    found.append(Column(" ", zeros, is_hidden=True))
    return [*found, Column(say("report.label_in_chart", lang), labels, is_hidden=True)]


def add_data(book: Book, columns: list[Column], lang: Lang, *, footer: str) -> None:
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
