"""A chart in words: what a screen reader says in its place, on the page and in PowerPoint."""

from __future__ import annotations

import pandas as pd

from analytics.charts.declaration import Chart, Series, TableColumn
from foundation.locales import Lang, say
from reporting.registry import renderer, renders
from reporting.type.numbers import shown
from reporting.type.stamp import short_stamp


def words(chart: Chart, lang: Lang) -> str:
    """Kind and title, what the numbers are, the values in official order, the rows in words.

    Of stacked shares the two ends are read out, which share a baseline, and the officers whose acts
    cannot be told apart, without whom a 0 % would mislead; all else stands in the table.
    """
    kind = say(f"report.kind_{chart.kind}", lang)
    sentences = [
        _ended(say("report.alt_opening", lang, kind=kind, title=chart.title.get(lang)), lang),
        _ended(chart.subtitle.get(lang), lang),
        *renderer(chart.kind, "words")(chart, lang),
        _ended(chart.note.get(lang), lang) if chart.note else "",
        say("report.alt_table", lang),
        _ended(short_stamp(chart.stamp, lang), lang),
    ]
    return ("" if lang == "zh" else " ").join(sentence for sentence in sentences if sentence)


@renders("words")
def read_fields(chart: Chart, lang: Lang) -> list[str]:
    """`武汉：36.7%、主动型 22` of every row that is read out; rows of one label become one."""
    columns = [_spoken(chart, field, lang) for field in chart.fields if field.is_said]
    is_said = chart.frame["is_said"] if "is_said" in chart.frame else [True] * len(chart.frame)
    values: dict[str, list[str]] = {}
    for label, is_row, *cells in zip(chart.shown("label", lang), is_said, *columns, strict=True):
        if is_row:
            values.setdefault(label, []).append(" ".join(cell for cell in cells if cell))
    comma = say("report.alt_comma", lang)
    rows = [say("report.alt_row", lang, label=label, values=comma.join(v)) for label, v in values.items()]
    return [_ended(("；" if lang == "zh" else "; ").join(rows), lang)]


@renders("words", "bar", "tile_grid", "columns", "tier_bar")
def read_series(chart: Chart, lang: Lang) -> list[str]:
    """The values of every series, and the rows that have words instead."""
    return [*(_values(chart, lang, series) for series in chart.series), _in_words(chart, lang)]


@renders("words", "stacked_share")
def read_ends(chart: Chart, lang: Lang) -> list[str]:
    """The first and the last series, and the undetermined where there are any."""
    last = len(chart.series) - 1
    ends = [s for at, s in enumerate(chart.series) if at in (0, last) or s.column == "undetermined"]
    sentences = [
        _values(chart, lang, series, is_short=True, hides_zeros=series.column == "undetermined")
        for series in ends
    ]
    return [*sentences, _in_words(chart, lang)]


def _spoken(chart: Chart, field: TableColumn, lang: Lang) -> list[str]:
    if field.format == "text":
        return chart.shown(field.column, lang)
    if field.format == "date":
        return [str(pd.Timestamp(day).date()) for day in chart.frame[field.column]]
    return [shown(value, field.format) for value in chart.frame[field.column]]


def _values(
    chart: Chart, lang: Lang, series: Series, *, is_short: bool = False, hides_zeros: bool = False
) -> str:
    """`主动型：武汉 37%、黄石 35%…。` of the rows that have a value; "" if none has."""
    least = 1e-9 if hides_zeros else float("-inf")
    items = [
        say("report.alt_item", lang, label=label, value=shown(v, chart.value_format, is_short=is_short))
        for label, v in zip(chart.shown("label", lang), chart.frame[series.column], strict=True)
        if v >= least
    ]
    values = say("report.alt_comma", lang).join(items)
    return say("report.alt_series", lang, title=series.title.get(lang), values=values) if items else ""


def note_words(chart: Chart, lang: Lang) -> list[str]:
    """The words of each row that stand in place of its mark, the small line of a tile included; "" else."""
    comma = "，" if lang == "zh" else ", "
    pairs = zip(chart.shown("note", lang), chart.shown("detail", lang), strict=True)
    return [comma.join(filter(None, pair)) if pair[0] else "" for pair in pairs]


def _in_words(chart: Chart, lang: Lang) -> str:
    items = [
        say("report.alt_note", lang, label=label, note=note)
        for label, note in zip(chart.shown("label", lang), note_words(chart, lang), strict=True)
        if note
    ]
    return say("report.alt_words", lang, values=say("report.alt_comma", lang).join(items)) if items else ""


def _ended(sentence: str, lang: Lang) -> str:
    """The sentence with its full stop, unless it ends in a mark of its own."""
    if not sentence or sentence[-1] in "。？！.?!":
        return sentence
    return f"{sentence}。" if lang == "zh" else f"{sentence}."
