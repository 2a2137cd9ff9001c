"""Wrong cells → the table of issues, one row a cell, each distinct message worded once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.findings import Finding, finding_text
from data_ingest.sheets.declaration import Sheet

SCHEMA = pa.schema(
    [
        ("row_number", pa.int64()),
        ("column_name", pa.string()),
        ("value", pa.string()),
        ("rule", pa.string()),
        ("outcome", pa.string()),
        ("kept", pa.string()),
        ("is_row_held", pa.bool_()),
        ("message_zh", pa.string()),
        ("message_en", pa.string()),
    ]
)


@dataclass(frozen=True)
class WrongCells:
    """The wrong cells of one column: positions of their rows, rule, text as written, what was kept."""

    column: str
    at: np.ndarray
    rule: pa.Array
    value: pa.Array
    kept: pa.Array
    holds: bool = False  # the row cannot do without this cell


def one_rule(
    column: str, at: np.ndarray, rule: str, *, value: pa.Array | None = None, holds: bool
) -> WrongCells:
    """Cells that all break the same rule and keep nothing."""
    nothing = pa.nulls(len(at), pa.string())
    return WrongCells(column, at, pa.array([rule] * len(at), pa.string()), value or nothing, nothing, holds)


def issues_table(
    wrong: list[WrongCells], *, sheet: Sheet, row_numbers: pa.Array, is_held: np.ndarray, received_on: dt.date
) -> pa.Table:
    """All issues, by row and then in the order of the sheet's columns."""
    if not wrong:
        return SCHEMA.empty_table()
    cells = pd.concat([_frame(cells, is_held) for cells in wrong], ignore_index=True)
    key = ["column_name", "rule", "value", "kept", "outcome"]
    distinct = cells[key].drop_duplicates()
    texts = [
        finding_text(
            Finding(sheet.id, name, rule, outcome, value=value, kept=kept, received_on=received_on)
        ).message
        for name, rule, value, kept, outcome in distinct.to_numpy()
    ]
    distinct = distinct.assign(message_zh=[t.zh for t in texts], message_en=[t.en for t in texts])
    cells = cells.merge(distinct, on=key, how="left")
    cells["row_number"] = row_numbers.take(pa.array(cells["at"])).to_numpy(zero_copy_only=False)
    order = {name: i for i, name in enumerate(sheet.by_name)}
    cells["order"] = cells["column_name"].map(order)
    cells = cells.sort_values(["row_number", "order", "rule"], kind="stable")
    return pa.Table.from_pandas(cells[SCHEMA.names], schema=SCHEMA, preserve_index=False)


def _frame(wrong: WrongCells, is_held: np.ndarray) -> pd.DataFrame:
    held = is_held[wrong.at]
    kept = pc.fill_null(wrong.kept, "").to_numpy(zero_copy_only=False)
    loaded = np.where(kept == "", "empty", "kept")
    outcome = np.where(held, "held" if wrong.holds else "held_elsewhere", loaded)
    return pd.DataFrame(
        {
            "at": wrong.at,
            "column_name": wrong.column,
            "rule": wrong.rule.to_numpy(zero_copy_only=False),
            "value": pc.fill_null(wrong.value, "").to_numpy(zero_copy_only=False),
            "kept": kept,
            "outcome": outcome,
            "is_row_held": held,
        }
    )
