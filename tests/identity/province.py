"""Little provinces: rows of sheets as ASCII tables, resolved; words parted by blanks, `-` is empty."""

from __future__ import annotations

import hashlib
from typing import Any

import duckdb

from data_ingest import identity
from data_ingest.records import merging
from data_ingest.records.tables import create_tables
from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import SQL_TYPES

_LOADS = 'create table loads (load_id varchar, "table" varchar, rows_merged bigint)'
Row = dict[str, Any]


def rows_of(text: str) -> list[Row]:
    lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    return [{k: v for k, v in zip(lines[0], line, strict=True) if v != "-"} for line in lines[1:]]


def built(
    tables: dict[str, str | list[Row]], *, decisions: Any = (), reverse: bool = False
) -> duckdb.DuckDBPyConnection:
    """Insert, merge, resolve. Special columns: `from` names the file, `hint_phone`, `hint_unit`, `hint_city`."""
    con = duckdb.connect()
    create_tables(con)
    con.execute(_LOADS)
    names = sorted(tables, reverse=reverse)
    for name in names:
        rows = rows_of(tables[name]) if isinstance(tables[name], str) else tables[name]
        numbered = list(enumerate(rows, 2))
        for place, row in reversed(numbered) if reverse else numbered:
            insert(con, name, row, place)
    merging.merge(con)
    identity.resolve(con, decisions)
    return con


def insert(con: duckdb.DuckDBPyConnection, table: str, row: Row, place: int) -> None:
    file = row.get("from", "a.xlsx")
    cells = {k: v for k, v in row.items() if k != "from" and not k.startswith("hint_")}
    text = "|".join(f"{k}={v}" for k, v in sorted(cells.items()))
    values = {
        "content_id": hashlib.md5(f"{table}|{text}".encode()).hexdigest()[:24],
        "reported_on": "2025-12-31",
        "received_on": "2026-01-10",
        "sha256": hashlib.sha256(file.encode()).hexdigest(),
        "load_id": f"{file}:{table}",
        "file": file,
        "sheet": "Sheet1",
        "row_number": place,
    }
    for name, value in cells.items():
        column = SHEETS[table].by_name.get(name)
        values[f"{name}_text" if column and column.kind in ("officer", "reference") else name] = value
    names = ", ".join(f'"{name}"' for name in values)
    con.execute(
        f'insert into "{table}" ({names}) values ({", ".join("?" * len(values))})', list(values.values())
    )
    hints = {k.removeprefix("hint_"): v for k, v in row.items() if k.startswith("hint_")}
    if hints:
        con.execute(
            "create table if not exists officer_hints (load_id varchar, row_number bigint, name varchar, "
            "unit varchar, phone varchar, city varchar)"
        )
        given = [values["load_id"], place, *(hints.get(n) for n in ("name", "unit", "phone", "city"))]
        con.execute("insert into officer_hints values (?, ?, ?, ?, ?, ?)", given)


def persons(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """(name, employer), in order."""
    return con.execute("select name, org from persons order by name, org").fetchall()


def issues(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    return con.execute('select "table", rule, value from quarantine order by all').fetchall()


def state(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple]]:
    """Everything that must not depend on the order of files and rows."""
    tables = [*SHEETS, "persons", "person_alias", "bodies", "superseded", "quarantine"]
    return {table: sorted(map(repr, con.execute(f'select * from "{table}"').fetchall())) for table in tables}


__all__ = ["SQL_TYPES", "built", "insert", "issues", "persons", "rows_of", "state"]
