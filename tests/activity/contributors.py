"""Real contributors as officers: each event a self-initiated act, service from the first event on."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

from tests.support.tables import built, warehouse

DATA = Path(__file__).resolve().parents[1] / "data" / "oss_events.csv.gz"

#: What every row of a workbook has; nobody here is asked, on leave or contacted.
_ROW = "date '2026-08-31' as reported_on, date '2026-08-31' as received_on, 'x' as file, 'x' as sheet, 1 as row_number"


def contributors() -> duckdb.DuckDBPyConnection:
    """The warehouse of all 18,876 of them, every model built."""
    con = warehouse()
    con.register("events", pd.read_csv(DATA, parse_dates=["date"]))
    con.execute(
        "insert into persons by name select distinct author as person_id, author as name, author as name_sort from events"
    )
    con.execute(f"""
        insert into terms by name
        select author as person_id, author as content_id, cast(min(date) as date) as started_on,
          date '2099-12-31' as ended_on, 'whkx' as recommender_body_id, {_ROW}
        from events group by author
    """)
    con.execute(f"""
        insert into activities by name
        select author as person_id, author || date as content_id, cast(date as date) as acted_on,
          '企业走访' as kind, false as is_prompted, {_ROW}
        from events
    """)
    return built(con)
