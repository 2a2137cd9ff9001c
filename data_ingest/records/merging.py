"""Rows of several files that are one record, and rows that contradict each other (docs/definitions.md).

The same content id is the same record: one row stays, the others are counted as merged. The same number
under other cells is a clash: the later 填报日期 wins, then the later received_on, then the larger hash; the
loser is listed in `superseded`. `officers` has no clashes: it keeps one row per roster row, and the nearest
roster before a day is what counts.
"""

from __future__ import annotations

from pathlib import Path

from duckdb import DuckDBPyConnection

from data_ingest.records.tables import filled
from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Key
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
#: A bare running number restarts in every file: it is no key.
RUNNING_NUMBER = r"^\d{1,4}$"
#: Column of a `Sheet.person_key` that stands for the employer; made for the comparison only.
_ORG_KEY = "org_key"


def merge(con: DuckDBPyConnection) -> None:
    """Merge equal records and settle clashes of numbers, in all tables of the sheets.

    Makes `rows_merged` (one row per row that was merged away) and `superseded`; fills loads.rows_merged.
    """
    con.execute(_SQL["tables"])
    for sheet in filled(con):
        key = sheet.merges_by
        if key is None:
            _merge_equal(con, sheet.id)
            continue
        # Found before equal rows merge: the latest row wins, also where an earlier file had the same cells.
        _find_losers(con, sheet.id, key, unless_running=key.filled[0])
        _merge_equal(con, sheet.id)
        _remove_losers(con, sheet.id)
    if "loads" in _tables(con):
        con.execute(_SQL["count_merged"])


def merge_personal(con: DuckDBPyConnection) -> None:
    """Clashes that show only when persons are resolved; called by the identity step.

    Needs its `unit_keys`: two writings of one employer are one employer.
    """
    for sheet in SHEETS.values():
        if sheet.person_key is None:
            continue
        has_org_key = _ORG_KEY in sheet.person_key.columns
        if has_org_key:
            con.execute(_SQL["add_org_key"].format(table=sheet.id, filled=", ".join(sheet.person_key.filled)))
        _find_losers(con, sheet.id, sheet.person_key)
        _remove_losers(con, sheet.id)
        if has_org_key:
            con.execute(f'alter table "{sheet.id}" drop column {_ORG_KEY}')


def _find_losers(con: DuckDBPyConnection, table: str, key: Key, *, unless_running: str | None = None) -> None:
    """`losers`: content ids that share `key` with a winner."""
    is_running = f"regexp_matches(t.\"{unless_running}\", '{RUNNING_NUMBER}')"
    # Names of tables and columns come from the declarations, never from a file.
    con.execute(
        _SQL["find_losers"].format(
            table=table,
            key=", ".join(f'"{name}"' for name in key.columns),
            keys_of_t=", ".join(f't."{name}"' for name in key.columns),
            same=" and ".join(f't."{name}" is not distinct from s."{name}"' for name in key.columns),
            filled=" and ".join(f'"{name}" is not null' for name in key.filled),
            unless=f"not {is_running}" if unless_running else "true",
        )
    )


def _remove_losers(con: DuckDBPyConnection, table: str) -> None:
    """List the losers in `superseded`, where they lie and who won, and delete them."""
    if _count(con, "losers"):
        con.execute(_SQL["list_losers"].format(table=table))
        con.execute(_SQL["delete_losers"].format(table=table))
    con.execute("drop table losers")


def _merge_equal(con: DuckDBPyConnection, table: str) -> None:
    if _one_number(con, _SQL["loads_of"].format(table=table)) < 2:
        return
    con.execute(_SQL["find_equal"].format(table=table))
    if _count(con, "equal_rows"):
        con.execute(_SQL["list_equal"].format(table=table))
        con.execute(_SQL["delete_equal"].format(table=table))
    con.execute("drop table equal_rows")


def _tables(con: DuckDBPyConnection) -> set[str]:
    return {name for (name,) in con.execute("select table_name from duckdb_tables()").fetchall()}


def _count(con: DuckDBPyConnection, table: str) -> int:
    return _one_number(con, f'select count(*) from "{table}"')


def _one_number(con: DuckDBPyConnection, sql: str) -> int:
    row = con.execute(sql).fetchone()
    return row[0] if row else 0
