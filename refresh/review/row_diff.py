"""Which rows came and which went between two snapshots, told by what the rows say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column, Sheet
from foundation.warehouse.snapshots import Snapshot
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
#: Rows listed in all; the counts hold all of them.
MOST_ROWS = 60
#: Cells by which a person knows a row again.
_CELLS = 5


@dataclass(frozen=True)
class TableDiff:
    """One sheet's table: rows before and after, those that came, those that went."""

    table: str
    before: int
    after: int
    added: int
    gone: int


@dataclass(frozen=True)
class RowDiff:
    """sign "+" or "-", sheet id, file, worksheet, row, and the cells that name the row; no contacts."""

    sign: str
    table: str
    file: str
    sheet: str
    row_number: int
    cells: str


@dataclass(frozen=True)
class Differences:
    """tables: those in which anything changed. rows: the first MOST_ROWS of them."""

    tables: tuple[TableDiff, ...]
    rows: tuple[RowDiff, ...]


def row_diff(before: Snapshot | None, after: Snapshot, *, only: tuple[str, ...] | None = None) -> Differences:
    """Rows by content id: the same cells in another file are the same row. before None: all rows came.

    only: hashes of the files whose rows are meant; None: all files.
    """
    files = None if only is None else list(only)
    with duckdb.connect() as con:
        _attach(con, "later", after.path)
        _attach(con, "earlier", before.path if before else None)
        tables = [_counts(con, sheet, files) for sheet in SHEETS.values()]
        changed = tuple(table for table in tables if table.added or table.gone)
        rows: list[RowDiff] = []
        for table in changed:
            rows += _rows(con, SHEETS[table.table], files, most=MOST_ROWS - len(rows))
    return Differences(changed, tuple(rows))


def _attach(con: duckdb.DuckDBPyConnection, name: str, path: Path | None) -> None:
    """The snapshot's file beside others; None: the same tables without rows."""
    if path is not None:
        quoted = str(path).replace("'", "''")
        con.execute(f"attach '{quoted}' as {name} (read_only)")
        return
    con.execute(f"attach ':memory:' as {name}")
    for sheet in SHEETS.values():
        con.execute(f'create table {name}."{sheet.id}" as select * from later."{sheet.id}" limit 0')


def _counts(con: duckdb.DuckDBPyConnection, sheet: Sheet, only: list[str] | None) -> TableDiff:
    row = con.execute(_SQL["counts"].format(table=sheet.id), {"only": only}).fetchone()
    assert row is not None
    return TableDiff(sheet.id, *row)


def _rows(
    con: duckdb.DuckDBPyConnection, sheet: Sheet, only: list[str] | None, *, most: int
) -> list[RowDiff]:
    if most <= 0:
        return []
    # Names of tables and columns come from the declarations, never from a file.
    cells = ", ".join(f'cast("{name}" as varchar)' for name in _telling(sheet))
    sql = _SQL["rows"].format(table=sheet.id, cells=cells)
    differing = con.execute(sql, {"most": most, "only": only}).fetchall()
    return [RowDiff(sign, sheet.id, file, page, row, cells) for sign, file, page, row, cells in differing]


def _telling(sheet: Sheet) -> list[str]:
    """What a row cannot do without, and what tells rows apart; contacts never, nor numbers given by us."""
    wanted = (*(c.name for c in sheet.columns if c.required), *sheet.named_by)
    columns = [sheet.by_name[name] for name in dict.fromkeys(wanted)]
    return [_written(column) for column in columns if not column.is_personal][:_CELLS]


def _written(column: Column) -> str:
    return f"{column.name}_text" if column.kind in ("officer", "reference") else column.name
