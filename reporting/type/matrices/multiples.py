"""Small charts of units as a matrix: units by periods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, ValueFormat
from analytics.charts.palette import ACCENT, INK, MUTED, PAPER, mixed
from analytics.charts.small_multiples import MultiplesSpec
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.type.matrices.cells import Cell, Matrix, number


@renders("matrix", "small_multiples")
def multiples_matrix(chart: Chart, lang: Lang) -> Matrix:
    """Units by periods; quarters beyond their unit's own limits bold on a tint; words where no rate is."""
    series = chart.spec_of(MultiplesSpec).series
    # Where no unit is drawn, one empty column still holds the words.
    periods = list(dict.fromkeys(series["period"])) or [""]
    by_period = {(r["group"], r["period"]): r for r in series.to_dict("records")}
    rows = []
    for record, label in zip(chart.frame.to_dict("records"), chart.shown("label", lang), strict=True):
        quarters = [by_period.get((record["group"], at)) for at in periods]
        cells = [_quarter(quarter, value_format=chart.value_format) for quarter in quarters]
        rows.append((Cell(label), Cell(number(record["n"]), "integer", ink=MUTED), *cells))
    corner = say("report.unit", lang)
    if chart.value_format == "percent":
        corner = say("report.percent", lang, title=corner)
    heads = ("n", *(str(period) for period in periods))
    notes = tuple(chart.shown("note", lang))
    return Matrix(corner, heads, tuple(rows), chart.value_format, notes, say("report.note", lang))


def _quarter(record: Mapping[Any, Any] | None, *, value_format: ValueFormat) -> Cell:
    if record is None or pd.isna(record["value"]):
        return Cell(None, value_format)
    is_beyond = record["signal"] != ""
    fill = mixed(PAPER, ACCENT, 0.15) if is_beyond else PAPER
    return Cell(float(record["value"]), value_format, fill, ACCENT if is_beyond else INK, is_beyond)
