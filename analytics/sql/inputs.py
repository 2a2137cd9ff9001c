"""Tables that models read and SQL cannot make alike in every dialect: months, audiences, counties, cells."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import pyarrow as pa

from analytics.scope import month_end, months_back
from foundation.reference.audience import parse_audience
from foundation.reference.cities import CITY_CODES
from foundation.reference.codes import code_list
from foundation.reference.counties import county_places
from foundation.reference.places import county_of

_COLUMNS = {
    "calendar": "month date, last_day date",
    "audience_words": "audience varchar, unit varchar, category varchar",
    # 103 counties and directly governed places; a county as written and the officer's city; fields × cities.
    "places": "place integer, number varchar, name varchar, city varchar",
    "county_words": "county varchar, city varchar, number varchar",
    "field_cells": "place integer, field varchar, city varchar",
}
INPUTS = tuple(_COLUMNS)
_CELLS = [(field, city) for city in CITY_CODES for field in code_list("field").values]
ALL = "*"


def make_inputs(con: duckdb.DuckDBPyConnection) -> None:
    """Replace the tables of INPUTS, columns as `_COLUMNS` says."""
    rows: dict[str, list[tuple[Any, ...]]] = {
        "calendar": [(month, month_end(month)) for month in _months(con)],
        "audience_words": _words(con),
        "places": [(i, place.number, place.name, place.city) for i, place in enumerate(county_places())],
        "county_words": _counties(con),
        "field_cells": [(i, *cell) for i, cell in enumerate(_CELLS)],
    }
    for table, columns in _COLUMNS.items():
        con.execute(f"create or replace table {table} ({columns})")
        if rows[table]:
            cells = zip(*rows[table], strict=True)
            con.register("input_rows", pa.table([pa.array(c) for c in cells], columns.split(" ")[::2]))
            con.execute(f"insert into {table} select * from input_rows")
            con.unregister("input_rows")


def _counties(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """County as a roster writes it, city of the officer → number of the county, where it says one."""
    distinct = "select distinct county from officers where county is not null order by 1"
    written = [*con.execute(distinct).fetchall(), (None,)]
    pairs = [(county, city) for (county,) in written for city in (*CITY_CODES, None)]
    numbered = ((county, city, county_of(county, city)) for county, city in pairs)
    return [row for row in numbered if row[2] is not None]


def _months(con: duckdb.DuckDBPyConnection) -> list[dt.date]:
    """From the first term's month to the last with facts, or the last that was over when files came."""
    first, received = _extent(con)
    if first is None or received is None:
        return []
    over = (
        received
        if received == month_end(received.replace(day=1))
        else months_back(received.replace(day=1), 1)
    )
    last = max(over.replace(day=1), min(_last_fact(con) or over, received).replace(day=1))
    count = (last.year - first.year) * 12 + last.month - first.month
    return [months_back(first.replace(day=1), -n) for n in range(count + 1)]


def _extent(con: duckdb.DuckDBPyConnection) -> tuple[dt.date | None, dt.date | None]:
    """Where the terms begin, and when the latest file with facts came."""
    begins = con.execute("select min(started_on) from terms").fetchone()
    received = con.execute(
        "select max(on_date) from (select max(received_on) as on_date from terms "
        "union all select max(received_on) from fact_days)"
    ).fetchone()
    return (begins or (None,))[0], (received or (None,))[0]


def _last_fact(con: duckdb.DuckDBPyConnection) -> dt.date | None:
    """Until when the facts of all sheets reach (`Sheet.facts_until`, as the view fact_days has them)."""
    last = con.execute("select max(on_date) from fact_days").fetchone()
    return last[0] if last else None


def _words(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    """Every audience as unit × category; '*' where it names none. Unknown words reach nobody: no line."""
    audiences = con.execute("select distinct audience from reminders where audience is not null").fetchall()
    lines = []
    for (text,) in audiences:
        audience = parse_audience(text)
        if not audience.unknown:
            lines += [(text, u, c) for u in audience.units or (ALL,) for c in audience.categories or (ALL,)]
    return lines
