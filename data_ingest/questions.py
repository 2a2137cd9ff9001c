"""The snapshot's `questions`: what only a person can answer, about persons, references and repeated rows.

identity.questions and records.repeats add to it; here are its columns and the ids of its rows.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
#: Field of a question → its Arrow type, in the order of the table's columns.
_FIELDS: dict[str, pa.DataType] = {
    **dict.fromkeys(
        ("question_id", "kind", "text", "sha256", "file", "sheet", "table", "column_name"), pa.string()
    ),
    **dict.fromkeys(("row_number", "row_count"), pa.int64()),
    **dict.fromkeys(("candidates", "labels", "cities"), pa.list_(pa.string())),
    **dict.fromkeys(("reason_zh", "reason_en"), pa.string()),
}


def create_questions(con: DuckDBPyConnection) -> None:
    """Create `questions`, empty."""
    con.execute(_SQL["table"])


def add_questions(con: DuckDBPyConnection, rows: list[dict[str, Any]]) -> None:
    """Add questions, one a dict of the table's columns; a column that a dict lacks is null."""
    arrays = {name: pa.array([row.get(name) for row in rows], kind) for name, kind in _FIELDS.items()}
    con.register("new_questions", pa.table(arrays))
    con.execute(_SQL["add"])
    con.unregister("new_questions")


def question_id(*parts: str) -> str:
    """The same for the same question at every rebuild."""
    return "Q" + hashlib.md5("|".join(parts).encode(), usedforsecurity=False).hexdigest()[:10]
