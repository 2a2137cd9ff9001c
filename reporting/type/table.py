"""A chart as a table, for the page and for CSV: localized headers, per cents as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.charts.declaration import Chart, TableColumn
from foundation.locales import Lang, say
from reporting.registry import renderer, renders
from reporting.type.matrices.cells import matrix
from reporting.type.numbers import half_up
from reporting.type.safe import neutralised
from reporting.type.stamp import stamp_line
from reporting.type.words import note_words

#: Decimals of the numbers of a table, by value format.
_DIGITS = {"percent": 1, "integer": 0, "decimal": 2}


def table(chart: Chart, lang: Lang) -> pd.DataFrame:
    """One row a category in the chart's order: label, n, values (36.7 under `主动型（%）`), counts, words.

    A suppressed row has no value, its counts and its words.
    """
    frame: pd.DataFrame = renderer(chart.kind, "table")(chart, lang)
    return frame


@renders("table", via="matrix")
def table_of_matrix(chart: Chart, lang: Lang) -> pd.DataFrame:
    """The matrix as the page shows it."""
    return matrix(chart, lang).frame()


@renders("table")
def table_of_fields(chart: Chart, lang: Lang) -> pd.DataFrame:
    """The columns that the chart declares."""
    return pd.DataFrame({_head(field, lang): _cells(chart, field, lang) for field in chart.fields})


@renders("table", "bar", "stacked_share", "tile_grid", "tier_bar", "columns")
def table_of_series(chart: Chart, lang: Lang) -> pd.DataFrame:
    """Label, n, values, counts, interval, numerator and denominator, words."""
    frame = chart.frame
    columns: dict[str, Sequence[object] | pd.Series] = {
        chart.category_title.get(lang): chart.shown("label", lang)
    }
    if frame["n"].notna().any():
        columns[chart.n_title.get(lang)] = frame["n"].astype("Int64")
    for series in chart.series:
        columns[header(chart, series.title.get(lang), lang)] = _numbers(chart, series.column)
    for series in chart.series:
        if series.count:
            name = say("report.persons", lang, title=series.title.get(lang))
            columns[name] = frame[series.count].astype("Int64")
    for column in ("low", "high"):
        if column in frame and frame[column].notna().any():
            columns[header(chart, say(f"report.{column}", lang), lang)] = _numbers(chart, column)
    if "numerator" in frame and frame["denominator"].notna().any():
        columns[say("report.numerator", lang)] = _whole(frame["numerator"])
        columns[say("report.denominator", lang)] = _whole(frame["denominator"])
    if any(chart.shown("note", lang)):
        columns[say("report.note", lang)] = note_words(chart, lang)
    return pd.DataFrame({name: pd.Series(cells).reset_index(drop=True) for name, cells in columns.items()})


def _head(field: TableColumn, lang: Lang) -> str:
    title = field.title.get(lang)
    return say("report.percent", lang, title=title) if field.format == "percent" else title


def _cells(chart: Chart, field: TableColumn, lang: Lang) -> pd.Series:
    """One declared column as it stands in the table: shares as per cents, counts whole, days as days."""
    if field.format == "text":
        return pd.Series(chart.shown(field.column, lang), dtype=object)
    column = chart.frame[field.column].reset_index(drop=True)
    if field.format == "date":
        return pd.Series([None if pd.isna(day) else pd.Timestamp(day).date() for day in column], dtype=object)
    if field.format == "integer":
        return _whole(column.astype("float64"))
    factor = 100 if field.format == "percent" else 1
    return column.map(lambda v: None if pd.isna(v) else half_up(v * factor, _DIGITS[field.format]))


def header(chart: Chart, title: str, lang: Lang) -> str:
    """`主动型（%）` for shares, the plain title else."""
    return say("report.percent", lang, title=title) if chart.value_format == "percent" else title


def csv_bytes(frame: pd.DataFrame, *, stamp: str | None = None) -> bytes:
    """CSV as Excel opens it (UTF-8 with BOM), no cell a formula; the stamp, if given, is the last line."""
    text = neutralised(frame).to_csv(index=False, lineterminator="\r\n")
    if stamp:
        text += "\r\n" + neutralised(pd.DataFrame([[stamp]])).to_csv(index=False, header=False)
    return text.encode("utf-8-sig")


def chart_csv(chart: Chart, lang: Lang) -> bytes:
    """The chart's table with its stamp, for the download menu."""
    return csv_bytes(table(chart, lang), stamp=stamp_line(chart.stamp, lang))


def _whole(numbers: pd.Series) -> pd.Series:
    """Counts as whole numbers; sums of an amount stay as they are."""
    present = numbers.dropna()
    return numbers.astype("Int64") if (present == present.round()).all() else numbers


def _numbers(chart: Chart, column: str) -> list[float | None]:
    factor = 100 if chart.value_format == "percent" else 1
    digits = _DIGITS[chart.value_format]
    return [None if pd.isna(v) else half_up(v * factor, digits) for v in chart.frame[column]]
