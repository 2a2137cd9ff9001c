"""Declaration → empty DuckDB table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data_ingest.sheets.declaration import Sheet

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def ddl(sheet: Sheet) -> str:
    """`create table "demands" ("demand_no" VARCHAR, …)`: names are ours, never a user's."""
    columns = ",\n  ".join(f'"{name}" {kind}{_kept(sheet, name)}' for name, kind in sheet.snapshot_columns())
    return f'create table "{sheet.id}" (\n  {columns}\n)'


def _kept(sheet: Sheet, name: str) -> str:
    """What is different in every row is not searched for repetitions; all else DuckDB decides by itself."""
    return " using compression zstd" if name in ("content_id", sheet.number) else ""


def create_tables(con: DuckDBPyConnection) -> None:
    """Create every sheet's table, empty, so that models may rely on all of them."""
    from data_ingest.sheets import SHEETS

    for sheet in SHEETS.values():
        con.execute(ddl(sheet))


def filled(con: DuckDBPyConnection) -> list[Sheet]:
    """The sheets whose tables hold a row: most files bring few, and an empty table is nobody's work."""
    from data_ingest.sheets import SHEETS

    asked = " union all ".join(f"(select '{name}' from \"{name}\" limit 1)" for name in SHEETS)
    found = {name for (name,) in con.execute(asked).fetchall()}
    return [sheet for sheet in SHEETS.values() if sheet.id in found]
