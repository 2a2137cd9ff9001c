"""Where one person's rows lie in long tables: what makes an officer's page as fast in any province."""

from __future__ import annotations

import duckdb

#: Below so many rows reading a table through is a matter of milliseconds, and an index a tenth of an ingest.
LONG = 2_000_000
#: Tables that a page about one person reads and that grow with what people do.
_OF_PERSONS = (
    *("activities", "demands", "achievements", "attendances", "summaries", "contacts", "pushes"),
    *("personal_reminders", "asked_days", "contact_events", "trainings_attended", "officer_spells"),
    "officer_month",
)


def index_persons(con: duckdb.DuckDBPyConnection, *, least: int = LONG) -> list[str]:
    """An index on person_id for each table of at least so many rows; the tables that got one."""
    long = [table for table in _OF_PERSONS if _rows(con, table) >= least]
    for table in long:
        # Names of tables are ours, never a user's.
        con.execute(f"create index if not exists {table}_of_person on {table} (person_id)")
    return long


def _rows(con: duckdb.DuckDBPyConnection, table: str) -> int:
    found = con.execute(f"select count(*) from {table}").fetchone()
    return int(found[0]) if found else 0
