"""Little warehouses from ASCII tables: rows in, models built, rows out.

    con = built(warehouse(
        terms='''
            person  started_on  ended_on
            zhao    2025-01-01  2026-12-31
        ''',
        activities='''
            person  acted_on    kind
            zhao    2025-03-03  企业走访
        ''',
    ))

Words are separated by blanks; `-` is an empty cell. Columns that a table leaves out are empty, except the
few that every row has (content_id, load_id, file, sheet, row_number, reported_on, received_on) and, for `terms`,
the recommending body (武汉市科协). Short names: person, a, b, body.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from typing import Any

import duckdb
import pandas as pd

from analytics.rules import Rules
from analytics.sql import run
from analytics.sql.build import build_models
from data_ingest.records.tables import create_tables
from data_ingest.sheets import SHEETS

RECEIVED = "2026-01-10"
SHORT = {"person": "person_id", "a": "person_id_a", "b": "person_id_b", "body": "recommender_body_id"}
PERSONS = (
    "person_id",
    "officer_no",
    "is_official_no",
    "name",
    "name_sort",
    "org",
    "phone",
    "email",
    "im_account",
)
BODIES = """
    body_id  name            type        city
    whkx     武汉市科协      市州科协    420100
    yckx     宜昌市科协      市州科协    420500
    zjkx     枝江市科协      县市区科协  420500
    qjkx     潜江市科协      市州科协    429005
    whu      武汉大学科协    高校科协    420100
    ycqy     宜昌某企业科协  企业科协    420500
"""


def read(text: str) -> list[dict[str, str | None]]:
    """The rows of an ASCII table, cells as text, `-` as None."""
    lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    header = [SHORT.get(name, name) for name in lines[0]]
    for cells in lines[1:]:
        assert len(cells) == len(header), f"{cells} does not fit {header}"
    return [dict(zip(header, (None if c == "-" else c for c in cells), strict=True)) for cells in lines[1:]]


def warehouse(**tables: str) -> duckdb.DuckDBPyConnection:
    """An in-memory warehouse: every sheet's table, `persons`, `bodies`; filled from ASCII tables."""
    con = duckdb.connect()
    create_tables(con)
    con.execute(f"create table persons ({', '.join(f'{c} varchar' for c in PERSONS)})")
    con.execute(
        "create table bodies (body_id varchar, name varchar, type varchar, city varchar, aliases varchar)"
    )
    _insert(con, "bodies", read(tables.pop("bodies", BODIES)))
    people: set[str] = set()
    for table, text in tables.items():
        rows = read(text)
        if table != "persons":
            rows = _with_provenance(table, rows)
            people |= {r[c] for r in rows for c in r if c.startswith("person_id") and r[c]}
        _insert(con, table, rows)
    if "persons" not in tables:
        _insert(con, "persons", [{"person_id": p, "name": p, "name_sort": p} for p in sorted(people)])
    return con


def fill(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    """Add rows given as values instead of ASCII; provenance is filled in as everywhere."""
    _insert(con, table, _with_provenance(table, rows))


def built(con: duckdb.DuckDBPyConnection, rules: Rules | None = None) -> duckdb.DuckDBPyConnection:
    """The same warehouse with every model built."""
    build_models(con, rules or Rules.package())
    return con


def ask(con: duckdb.DuckDBPyConnection, query: str, as_of: str, rules: Rules | None = None) -> pd.DataFrame:
    """Rows of a source query at the as-of month `YYYY-MM`."""
    parameters: dict[str, Any] = (rules or Rules.package()).parameters()
    return run(con, query, parameters | {"as_of": dt.date.fromisoformat(f"{as_of}-01")})


def tiers(con: duckdb.DuckDBPyConnection, as_of: str, rules: Rules | None = None) -> dict[str, str]:
    """Tier by person serving at the as-of month."""
    frame = ask(con, "officers_serving", as_of, rules)
    return dict(zip(frame["person_id"], frame["tier"], strict=True))


def same(con: duckdb.DuckDBPyConnection, sql: str, expected: str) -> None:
    """Assert that a query yields just the rows of an ASCII table, in its order, all cells as text."""
    wanted = read(expected)
    columns = list(wanted[0]) if wanted else [SHORT.get(c, c) for c in expected.split()]
    found = con.execute(sql)
    names = [d[0] for d in found.description or []]
    assert names == columns, f"columns {names}, expected {columns}"
    rows = [{n: _shown(v) for n, v in zip(names, row, strict=True)} for row in found.fetchall()]
    assert rows == wanted


def _shown(value: Any) -> str | None:
    if value is None:
        return None
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _with_provenance(table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Content ids as in the warehouse: hash of the cells and how often they came before."""
    seen: Counter[str] = Counter()
    filled = []
    for at, row in enumerate(rows):
        cells = repr(sorted(row.items()))
        seen[cells] += 1
        given = {
            "content_id": hashlib.sha256(f"{table} {cells} {seen[cells]}".encode()).hexdigest()[:16],
            "reported_on": RECEIVED,
            "received_on": RECEIVED,
            "load_id": f"{table}-000",
            "sha256": "0" * 64,
            "file": f"{table}.csv",
            "sheet": SHEETS[table].title.zh,
            "row_number": at + 2,
        }
        if table == "terms":
            given["recommender_body_id"] = "whkx"
        filled.append(given | row)
    return filled


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        con.execute(f'insert into "{table}" ({names}) values ({marks})', list(row.values()))
