"""Rows of several files that are one record, and rows that contradict each other (INTERFACES, Rows).

The same content id is the same record: one row stays, the others are counted as merged. The same number
under other cells is a clash: the later 填报日期 wins, then the later received_on, then the larger hash; the
loser is listed in `superseded`. `officers` has no clashes: it keeps one row per roster row, and the nearest
roster before a day is what counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from data_ingest.sheets import filled
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
#: A bare running number restarts in every file: it is no key.
RUNNING_NUMBER = r"^\d{1,4}$"


@dataclass(frozen=True)
class Key:
    """Columns that one record alone can hold; a row in which one of `filled` is empty has no key."""

    filled: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.filled, *self.also)


#: A reminder or notice sent to twenty officers has one number and twenty rows; a contract is reported by
#: its officers and verified by the office under one number.
_SHARED_NUMBERS: dict[str, Key] = {
    "reminders": Key(("reminder_no",), ("officer_text", "audience")),
    "pushes": Key(("push_no",), ("officer_text", "audience")),
    "honours": Key(("honour_no",), ("officer_text",)),
    "meetings": Key(("meeting_no",), ("topic",)),
    "contracts": Key(("contract_no", "source"), ("officer_text", "match_text")),
}
#: Once persons are known: one term of a person at an employer begins on a day, and so on.
PERSONAL: dict[str, Key] = {
    "terms": Key(("person_id", "started_on"), ("org_key",)),
    "assessments": Key(("person_id", "term_no")),
    "attendances": Key(("person_id", "training")),
    "summaries": Key(("person_id", "period")),
}


def merge(con: DuckDBPyConnection) -> None:
    """Merge equal records and settle clashes of numbers, in all tables of the sheets.

    Makes `rows_merged` (one row per row that was merged away) and `superseded`; fills loads.rows_merged.
    """
    con.execute(_SQL["tables"])
    for sheet in filled(con):
        number = sheet.number or ("contract_no" if sheet.id == "contracts" else None)
        if number is None:
            _merge_equal(con, sheet.id)
            continue
        # Found before equal rows merge: what was said last wins, also where it had been said before.
        _find_losers(con, sheet.id, _SHARED_NUMBERS.get(sheet.id, Key((number,))), unless_running=number)
        _merge_equal(con, sheet.id)
        _remove_losers(con, sheet.id)
    if "loads" in _tables(con):
        con.execute(_SQL["count_merged"])


def merge_personal(con: DuckDBPyConnection) -> None:
    """Clashes that show only when persons are resolved; called by the identity step.

    Needs its `unit_keys`: two writings of one employer are one employer.
    """
    con.execute(_SQL["add_org_key"])
    for table, key in PERSONAL.items():
        _find_losers(con, table, key)
        _remove_losers(con, table)
    con.execute("alter table terms drop column org_key")


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
