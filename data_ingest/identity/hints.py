"""What rows say about their officer beside the reference itself: unit, phone, city in cells of their own.

Whoever inserts a loaded table's rows inserts its `hints` too, with their load_id; without them everything
works, with less to tell namesakes apart by. `resolve` drops the table: phones do not stay beside references.
"""

from __future__ import annotations

from duckdb import DuckDBPyConnection

_TABLE = """
create table if not exists officer_hints (
    load_id varchar, row_number bigint, name varchar, unit varchar, phone varchar, city varchar
)
"""


def make_table(con: DuckDBPyConnection) -> None:
    con.execute(_TABLE)
