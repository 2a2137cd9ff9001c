"""A realistic share of errors in what senders write: about one or two rows in a hundred.

Rows that will be held are additional ones, so that the province keeps its numbers; cells that only load empty
are spoilt in place. Planted officers' rows stay as they are.
"""

from __future__ import annotations

import numpy as np

from data_ingest.sheets import SHEETS
from simulation.workbooks.render import Table

HELD_SHARE, SPOILT_SHARE = 0.007, 0.009
UNCLEAR_DATE, FUTURE_DATE, RUINED_NUMBER = "03/04/2025", "2052-03-11", "9.14201E+17"
UNKNOWN_CODES = {
    "field": "综合类", "education": "高知", "org_type": "其他机构", "channel": "口头", "mode": "混合",
    "kind": "杂项", "ip": "若干", "willingness": "不好说", "verified": "待定", "solution_mode": "再议",
    "trl": "较成熟", "topic": "杂事",
}  # fmt: skip
#: Columns that can be spoilt without holding the row.
HARMLESS = (
    "field",
    "education",
    "org_type",
    "mode",
    "channel",
    "ip",
    "willingness",
    "verified",
    "solution_mode",
    "trl",
    "uscc",
)


def add_mistakes(table: Table, rng: np.random.Generator) -> None:
    """Spoil a few cells of `table` and add a few rows that will be held back."""
    if len(table.rows) < 8:
        return
    spoilt = int(rng.binomial(len(table.rows), SPOILT_SHARE))
    for at in rng.choice(len(table.rows), spoilt, replace=False):
        if table.is_safe[at]:
            _spoil(table, int(at), rng)
    if table.sheet != "officers":
        for _ in range(int(rng.binomial(len(table.rows), HELD_SHARE))):
            _add_held(table, rng)


def _spoil(table: Table, at: int, rng: np.random.Generator) -> None:
    required = {c.name for c in SHEETS[table.sheet].columns if c.required}
    choices = [i for i, c in enumerate(table.columns) if c in HARMLESS and c not in required]
    if choices:
        cell = choices[int(rng.integers(len(choices)))]
        name = table.columns[cell]
        table.rows[at][cell] = RUINED_NUMBER if name == "uscc" else UNKNOWN_CODES[name]


def _add_held(table: Table, rng: np.random.Generator) -> None:
    """A copy of a row with a wrong or missing required cell, put beneath it."""
    at = int(rng.integers(len(table.rows)))
    row = list(table.rows[at])
    required = {c.name: c.kind for c in SHEETS[table.sheet].columns if c.required}
    places = [i for i, c in enumerate(table.columns) if c in required]
    if not places:
        return
    cell = places[int(rng.integers(len(places)))]
    kind = required[table.columns[cell]]
    if kind == "date":
        row[cell] = str(rng.choice([UNCLEAR_DATE, FUTURE_DATE, "待定"]))
    elif kind == "code":
        row[cell] = UNKNOWN_CODES.get(table.columns[cell], "其他事项")
    else:
        row[cell] = None
    table.rows.insert(at + 1, row)
    table.is_safe.insert(at + 1, False)
