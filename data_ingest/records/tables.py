"""Declarations → the snapshot's tables, empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data_ingest.sheets import SHEETS, Sheet
from data_ingest.sheets.section import SectionColumn

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
    """Create every sheet's table, empty, so that models may rely on all of them; and the views over them."""
    for sheet in SHEETS.values():
        con.execute(ddl(sheet))
    con.execute(f"create view fact_days as {_each(_fact_days(sheet) for sheet in SHEETS.values())}")
    con.execute(f"create view dossier_rows as {_each(_dossier_rows(sheet) for sheet in SHEETS.values())}")


def _each(selects: Iterable[str | None]) -> str:
    return " union all ".join(select for select in selects if select)


def _fact_days(sheet: Sheet) -> str | None:
    """fact_days: the day until which a row's facts reach, by sheet."""
    if sheet.facts_until is None:
        return None
    return f"select '{sheet.id}' as sheet, {sheet.facts_until} as on_date, received_on from \"{sheet.id}\""


def _dossier_rows(sheet: Sheet) -> str | None:
    """dossier_rows: a row of a workbook as it stands in its section of the officer's file."""
    section = sheet.dossier
    if section is None or section.on_date is None:
        return None
    cells = {"kind": section.kind, "title": section.content, "outcome": section.outcome}
    columns = [f"cast({_source(cell)} as varchar) as {name}" for name, cell in cells.items()]
    return (
        f"select '{section.id}' as section, person_id, {section.on_date} as on_date, {', '.join(columns)}, "
        f"cast({_source(section.done)} as date) as done_on, load_id, file, sheet, row_number "
        f'from "{sheet.id}"'
    )


def _source(column: SectionColumn | None) -> str:
    return column.source if column else "null"


def filled(con: DuckDBPyConnection) -> list[Sheet]:
    """The sheets whose tables hold a row: the others need no work."""
    query = " union all ".join(f"(select '{name}' from \"{name}\" limit 1)" for name in SHEETS)
    names = {name for (name,) in con.execute(query).fetchall()}
    return [sheet for sheet in SHEETS.values() if sheet.id in names]
