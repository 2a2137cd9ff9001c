"""Declarations → the snapshot's tables, empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data_ingest.sheets import SHEETS, Sheet

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def ddl(sheet: Sheet) -> str:
    """`create table "demands" ("demand_no" VARCHAR, …)`: names are ours, never a user's."""
    columns = ",\n  ".join(
        f'"{name}" {kind}{_compression(sheet, name)}' for name, kind in sheet.snapshot_columns()
    )
    return f'create table "{sheet.id}" (\n  {columns}\n)'


def _compression(sheet: Sheet, name: str) -> str:
    """Zstd where every row has another value; for all else DuckDB chooses by itself."""
    return " using compression zstd" if name in ("content_id", sheet.number) else ""


def create_tables(con: DuckDBPyConnection) -> None:
    """Create every sheet's table, empty, so that models may rely on all of them."""
    for sheet in SHEETS.values():
        con.execute(ddl(sheet))


def filled(con: DuckDBPyConnection) -> list[Sheet]:
    """The sheets whose tables hold a row: the others need no work."""
    query = " union all ".join(f"(select '{name}' from \"{name}\" limit 1)" for name in SHEETS)
    names = {name for (name,) in con.execute(query).fetchall()}
    return [sheet for sheet in SHEETS.values() if sheet.id in names]
