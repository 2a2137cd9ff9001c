"""A heatmap as a matrix, with the numbers that stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, ValueFormat, worded
from analytics.charts.heatmap import HeatmapSpec
from analytics.charts.palette import MUTED, heat
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.type.matrices.cells import Cell, Matrix, number


@renders("matrix", "heatmap")
def heatmap_matrix(chart: Chart, lang: Lang) -> Matrix:
    """Rows by columns, coloured as on screen; n and the numbers beside the matrix at the right."""
    spec = chart.spec_of(HeatmapSpec)
    rows, columns, sides = spec.rows, spec.columns, spec.sides
    notes = chart.shown("note", lang)
    cells: dict[tuple[str, str], Cell] = {}
    for record, note in zip(chart.frame.to_dict("records"), notes, strict=True):
        cells[record["group"], record["column"]] = _heat_cell(record, note, value_format=chart.value_format)
    has_n = bool(rows["n"].notna().any())
    lines = []
    for record, label in zip(rows.to_dict("records"), worded(rows, "label", lang), strict=True):
        line = [Cell(label), *(cells[record["row"], code] for code in columns["column"])]
        line += [Cell(number(record["n"]), "integer", ink=MUTED)] if has_n else []
        line += [Cell(number(record[f.column]), _number_format(f.format)) for f in sides]
        lines.append(tuple(line))
    heads = worded(columns, "label", lang)
    heads += [chart.n_title.get(lang)] if has_n else []
    heads += [f.title.get(lang) for f in sides]
    column_title = chart.x_title.get(lang) if chart.x_title else ""
    corner = f"{chart.category_title.get(lang)} ＼ {column_title}"
    if chart.value_format == "percent":
        corner = say("report.percent", lang, title=corner)
    return Matrix(corner, tuple(heads), tuple(lines), chart.value_format)


def _heat_cell(record: Mapping[Any, Any], note: str, *, value_format: ValueFormat) -> Cell:
    if note:
        return Cell(note, ink=MUTED)
    if pd.isna(record["value"]):
        return Cell(None, value_format)
    if record["is_blank"]:
        return Cell(float(record["value"]), value_format, ink=MUTED)
    fill, ink = heat(record["part"])
    return Cell(float(record["value"]), value_format, fill, ink)


def _number_format(value: str) -> ValueFormat:
    return value if value in ("percent", "integer", "decimal") else "integer"  # type: ignore[return-value]  # checked here
