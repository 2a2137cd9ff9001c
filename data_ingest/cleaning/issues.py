"""Wrong cells → the table of issues, one row a cell, each distinct message worded once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.findings import Wrong, message
from data_ingest.sheets.declaration import Sheet

SCHEMA = pa.schema(
    [
        ("row_number", pa.int64()),
        ("column_name", pa.string()),
        ("value", pa.string()),
        ("rule", pa.string()),
        ("is_row_held", pa.bool_()),
        ("message_zh", pa.string()),
        ("message_en", pa.string()),
    ]
)


@dataclass(frozen=True)
class Found:
    """The wrong cells of one column: positions of their rows, rule, text as written, what was kept."""

    column: str
    at: np.ndarray
    rule: pa.Array
    value: pa.Array
    kept: pa.Array
    holds: bool = False  # the row cannot do without this cell


def one_rule(column: str, at: np.ndarray, rule: str, *, value: pa.Array | None = None, holds: bool) -> Found:
    """Cells that all break the same rule and keep nothing."""
    nothing = pa.nulls(len(at), pa.string())
    return Found(column, at, pa.array([rule] * len(at), pa.string()), value or nothing, nothing, holds)


def issues_table(
    found: list[Found], *, sheet: Sheet, row_numbers: pa.Array, is_held: np.ndarray, received_on: dt.date
) -> pa.Table:
    """All issues, by row and then in the order of the sheet's columns."""
    if not found:
        return SCHEMA.empty_table()
    cells = pd.concat([_frame(one, is_held) for one in found], ignore_index=True)
    key = ["column_name", "rule", "value", "kept", "outcome"]
    distinct = cells[key].drop_duplicates()
    said = [
        message(
            Wrong(rule, value, outcome, kept),
            column=sheet.by_name[name],
            sheet=sheet,
            received_on=received_on,
        )
        for name, rule, value, kept, outcome in distinct.to_numpy()
    ]
    distinct = distinct.assign(message_zh=[m.zh for m in said], message_en=[m.en for m in said])
    cells = cells.merge(distinct, on=key, how="left")
    cells["row_number"] = row_numbers.take(pa.array(cells["at"])).to_numpy(zero_copy_only=False)
    order = {name: i for i, name in enumerate(sheet.by_name)}
    cells["order"] = cells["column_name"].map(order)
    cells = cells.sort_values(["row_number", "order", "rule"], kind="stable")
    return pa.Table.from_pandas(cells[SCHEMA.names], schema=SCHEMA, preserve_index=False)


def _frame(found: Found, is_held: np.ndarray) -> pd.DataFrame:
    held = is_held[found.at]
    kept = pc.fill_null(found.kept, "").to_numpy(zero_copy_only=False)
    loaded = np.where(kept == "", "empty", "kept")
    outcome = np.where(held, "held" if found.holds else "held_elsewhere", loaded)
    return pd.DataFrame(
        {
            "at": found.at,
            "column_name": found.column,
            "rule": found.rule.to_numpy(zero_copy_only=False),
            "value": pc.fill_null(found.value, "").to_numpy(zero_copy_only=False),
            "kept": kept,
            "outcome": outcome,
            "is_row_held": held,
        }
    )
