"""A snapshot's sheets filled with an invented province of any size, without workbooks between (模拟数据)."""

from __future__ import annotations

from pathlib import Path

import duckdb

from analytics.rules import Rules
from data_ingest.records.tables import create_tables
from data_ingest.sheets import SHEETS
from foundation.reference.cities import CITY_CODES
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_name("scale.sql"))
_FIRST = ("chance", "people", "spans", "drawn", "persons", "bodies")
#: Statements that fill another sheet than the one of their name.
_SHEET = {"notices": "reminders"}


def make_sheets(con: duckdb.DuckDBPyConnection, *, officers: int, acts: int) -> None:
    """Every sheet's table, `persons`, `bodies` and `meta`; about so many acts."""
    for name, value in (("officers", officers), ("acts", acts), ("cities", list(CITY_CODES))):
        con.execute(f"set variable {name} = $1", [value])
    create_tables(con)
    for name in _FIRST:
        con.execute(_SQL[name])
    for name in set(_SQL) - {*_FIRST, "told"}:
        sheet = _SHEET.get(name, name)
        con.execute(
            f"insert into {sheet} by name {_SQL['told']} from ({_SQL[name].rstrip(';')}) t", {"sheet": name}
        )
    con.execute("drop table people; drop table spans")
    _tell(con)


def _tell(con: duckdb.DuckDBPyConnection) -> None:
    rules = Rules.package()
    values = {"snapshot": "5ca1e", "schema": "1", "as_of": "2025-12-01", "is_simulated": "true"}
    values |= {"rules_version": rules.version, "rules_toml": rules.toml}
    con.execute("create table meta (key varchar, value varchar)")
    con.executemany("insert into meta values (?, ?)", list(values.items()))


__all__ = ["SHEETS", "make_sheets"]
