"""Indexes on person_id of long tables, so that an officer's page is as fast in a large province."""

from __future__ import annotations

import duckdb

#: Below so many rows in all of them reading through is a matter of milliseconds, and an index a tenth of an
#: ingest; from there on a table of a twentieth of it is worth one.
LONG = 4_000_000
#: Tables that a page about one person reads and that grow with what people do. A list, and not every table
#: with a person_id: an index on the steps between (act_rows, reminder_targets …) would cost each ingest and
#: serve no page. tests/sheets/test_declarations.py compares its sheets with the declarations.
OF_PERSONS = (
    *("activities", "demands", "achievements", "attendances", "summaries", "contacts", "pushes"),
    *("personal_reminders", "asked_days", "contact_events", "trainings_attended", "officer_spells"),
    "officer_month",
)


def index_persons(con: duckdb.DuckDBPyConnection, *, least: int = LONG) -> list[str]:
    """Index person_id of each long table, where all together hold `least` rows; returns their names."""
    rows = {table: _rows(con, table) for table in OF_PERSONS}
    if sum(rows.values()) < least:
        return []
    long = [table for table, count in rows.items() if count >= least // 20]
    for table in long:
        # Names of tables are ours, never a user's.
        con.execute(f"create index if not exists {table}_of_person on {table} (person_id)")
    return long


def _rows(con: duckdb.DuckDBPyConnection, table: str) -> int:
    row = con.execute(f"select count(*) from {table}").fetchone()
    return int(row[0]) if row else 0
