"""A matrix of numbers, the darker the more: cohorts by months served, fields of demand by supply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, Reference, Series, Spec, Stamp, TableColumn, ValueFormat
from analytics.charts.palette import ACCENT, PAPER
from foundation.locales import Text


@dataclass(frozen=True, eq=False)
class HeatmapSpec(Spec):
    """Cells by the code of their row (`group`) and column (`column`).

    `part` is the cell's place on the colour scale, 0–1; `is_blank`: it is drawn without a number.
    rows: `row` (code), `label`, `label_en`, `n` and the numbers beside the matrix, in order.
    columns: `column` (code), `label`, `label_en`, in order. sides: which columns of `rows` stand right of the
    matrix, and under which titles.
    """

    needs = ("column", "column_label", "value", "part", "is_blank")
    rows: pd.DataFrame
    columns: pd.DataFrame
    sides: tuple[TableColumn, ...] = ()


def heatmap(
    cells: pd.DataFrame,
    *,
    rows: pd.DataFrame,
    columns: pd.DataFrame,
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    row_title: Text,
    column_title: Text,
    value_title: Text,
    value_format: ValueFormat = "integer",
    blank: Text | None = None,
    is_zero_blank: bool = False,
    sides: Sequence[TableColumn] = (),
    marks: Sequence[Reference] = (),
    n_title: Text | None = None,
) -> Chart:
    """A cell for each row and column of the two lists, in their order.

    cells: `row`, `column`, `value` and, if known, `numerator`, `denominator`, `note`, `note_en` (short
    words in place of a number too small to show: n<10).
    rows: `row`, `label`, `label_en`, `n` if there is one, and the columns that `sides` names (numbers
    right of the matrix). columns: `column`, `label`, `label_en`.
    blank: what a cell without a number means, shown under the matrix; is_zero_blank: zeros are drawn as
    blanks too (their number stays in the table). marks: dashed lines before a column (`at` its code).
    Chart frame: long; `group` and `label` the row, `column` and `column_label` the column, `value`; and
    for the colours `part`, 0–1 of the scale (shares of 1, numbers of the largest).
    """
    grid = _grid(cells, rows=rows, columns=columns)
    top = 1.0 if value_format == "percent" else float(grid["value"].max() or 0)
    grid["part"] = (grid["value"] / top if top > 0 else grid["value"] * 0).astype("float64")
    grid["is_blank"] = grid["value"].isna() & (grid["note"] == "")
    if is_zero_blank:
        grid["is_blank"] |= grid["value"] == 0
    grid["is_said"] = ~grid["is_blank"]
    more: dict[str, Any] = {"n_title": n_title} if n_title else {}
    return Chart(
        id=id,
        kind="heatmap",
        title=title,
        subtitle=subtitle,
        frame=grid,
        spec=HeatmapSpec(_listed(rows, "row"), _listed(columns, "column"), sides=tuple(sides)),
        series=(Series(column="value", title=value_title, colour=ACCENT, ink=PAPER),),
        value_format=value_format,
        stamp=stamp,
        note=blank if grid["is_blank"].any() else None,
        category_title=row_title,
        x_title=column_title,
        references=tuple(marks),
        fields=(
            TableColumn("label", row_title),
            TableColumn("column_label", column_title),
            TableColumn("value", value_title, value_format, is_said=True),
            *sides,
        ),
        **more,
    )


def _grid(cells: pd.DataFrame, *, rows: pd.DataFrame, columns: pd.DataFrame) -> pd.DataFrame:
    """Every row with every column; what the cells lack is missing."""
    left = _listed(rows, "row").rename(columns={"row": "group"})
    right = _listed(columns, "column")[["column", "label", "label_en"]]
    right = right.rename(columns={"label": "column_label", "label_en": "column_label_en"})
    coded = cells.rename(columns={"row": "group"}).assign(
        group=lambda f: f["group"].astype(str), column=lambda f: f["column"].astype(str)
    )
    stray = set(coded["group"]) - set(left["group"]) | set(coded["column"]) - set(right["column"])
    if stray or coded.duplicated(["group", "column"]).any():
        raise ValueError(f"cells outside the rows and columns, or twice: {sorted(stray)}")
    grid = left.merge(right, how="cross").merge(coded, how="left", on=["group", "column"])
    grid["value"] = pd.to_numeric(grid["value"]).astype("float64")
    for words in ("note", "note_en"):
        texts = grid[words] if words in grid else grid.get("note", pd.Series("", index=grid.index))
        grid[words] = texts.fillna("").astype(str)
    grid["gap_before"] = False
    return grid


def _listed(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """A list of rows or columns with text codes, English labels and n."""
    out = frame.reset_index(drop=True).assign(**{key: frame[key].astype(str).to_numpy()})
    out["label"] = out["label"].astype(str)
    if "label_en" not in out:
        out["label_en"] = out["label"]
    if key == "row" and "n" not in out:
        out["n"] = float("nan")
    return out
