"""What rows say about their officer beside the reference itself: unit, phone, city in cells of their own."""

from __future__ import annotations

import pyarrow as pa
from duckdb import DuckDBPyConnection

_TABLE = """
create table if not exists officer_hints (
    load_id varchar, row_number bigint, name varchar, unit varchar, phone varchar, city varchar
)
"""


def make_table(con: DuckDBPyConnection) -> None:
    con.execute(_TABLE)


def add_hints(con: DuckDBPyConnection, *, load_id: str, hints: pa.Table) -> None:
    """Bring a loaded table's hints to `resolve`, which uses them to tell namesakes apart and drops them.

    Call it where the table's rows are inserted; without it everything works, with less to go by.
    """
    make_table(con)
    con.register("incoming_hints", hints)
    con.execute(
        "insert into officer_hints select $load_id, row_number, name, unit, phone, city from incoming_hints",
        {"load_id": load_id},
    )
    con.unregister("incoming_hints")
