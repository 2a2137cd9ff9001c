"""A chart in words: what a screen reader says in its place, on the page and in PowerPoint."""

from __future__ import annotations

import pandas as pd

from analytics.charts.declaration import Chart, Field, Series
from foundation.locales import Lang, say
from reporting.type.numbers import shown
from reporting.type.stamp import short_stamp


def words(chart: Chart, lang: Lang) -> str:
    """Kind and title, what the numbers are, the values in official order, the rows in words.

    Of stacked shares the two ends are read out, which share a baseline, and what could not be told
    apart, without which a 0 % would mislead; all else stands in the table.
    """
    kind = say(f"report.kind_{chart.kind}", lang)
    sentences = [
        _ended(say("report.alt_opening", lang, kind=kind, title=chart.title.get(lang)), lang),
        _ended(chart.subtitle.get(lang), lang),
        *_read(chart, lang),
        _ended(chart.note.get(lang), lang) if chart.note else "",
        say("report.alt_table", lang),
        _ended(short_stamp(chart.stamp, lang), lang),
    ]
    return ("" if lang == "zh" else " ").join(sentence for sentence in sentences if sentence)


def _read(chart: Chart, lang: Lang) -> list[str]:
    if chart.fields:
        return [_rows_read(chart, lang)]
    return [*(_values(chart, lang, series) for series in _read_out(chart)), _in_words(chart, lang)]


def _rows_read(chart: Chart, lang: Lang) -> str:
    """`武汉：36.7%、主动型 22` of every row that is said; rows of one label become one."""
    said = [field for field in chart.fields if field.is_said]
    columns = [_spoken(chart, field, lang) for field in said]
    is_said = chart.frame["is_said"] if "is_said" in chart.frame else [True] * len(chart.frame)
    found: dict[str, list[str]] = {}
    for label, is_row, *cells in zip(chart.shown("label", lang), is_said, *columns, strict=True):
        if is_row:
            found.setdefault(label, []).append(" ".join(cell for cell in cells if cell))
    comma = say("report.alt_comma", lang)
    rows = [say("report.alt_row", lang, label=label, values=comma.join(v)) for label, v in found.items()]
    return _ended(("；" if lang == "zh" else "; ").join(rows), lang)


def _spoken(chart: Chart, field: Field, lang: Lang) -> list[str]:
    if field.format == "text":
        return chart.shown(field.column, lang)
    if field.format == "date":
        return [str(pd.Timestamp(day).date()) for day in chart.frame[field.column]]
    return [shown(value, field.format) for value in chart.frame[field.column]]


def _values(chart: Chart, lang: Lang, series: Series) -> str:
    """`主动型：武汉 37%、黄石 35%…。` of the rows that have a value; "" if none has."""
    is_short = chart.kind == "stacked_share"
    least = 1e-9 if series.column == "undetermined" else float("-inf")
    items = [
        say("report.alt_item", lang, label=label, value=shown(v, chart.value_format, is_short=is_short))
        for label, v in zip(chart.shown("label", lang), chart.frame[series.column], strict=True)
        if v >= least
    ]
    values = say("report.alt_comma", lang).join(items)
    return say("report.alt_series", lang, title=series.title.get(lang), values=values) if items else ""


def _read_out(chart: Chart) -> list[Series]:
    if chart.kind == "tier_bar":
        return list(chart.series)
    last = len(chart.series) - 1
    return [s for place, s in enumerate(chart.series) if place in (0, last) or s.column == "undetermined"]


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
