"""The spine stands by itself, in the order in which months are asked for, whatever the memory."""

from __future__ import annotations

import duckdb
import pytest

from analytics.rules import Rules
from analytics.sql.build import MEMORY, build_model, build_models, models, needed_models, within_memory
from analytics.sql.inputs import make_inputs
from bench.scale_data import make_sheets


@pytest.fixture(scope="module")
def province() -> duckdb.DuckDBPyConnection:
    """An invented province of 60 officers, its models built; with acts of every kind."""
    con = duckdb.connect()
    make_sheets(con, officers=60, acts=4000)
    build_models(con, Rules.package())
    return con


def test_the_spine_needs_what_it_reads_and_no_more(province: duckdb.DuckDBPyConnection) -> None:
    names = needed_models("officer_month")
    assert names[-1] == "officer_month"
    assert {"month_tallies", "records_kept", "repeats"} <= set(names)
    assert not {"demand_facts", "reminder_cases", "contact_events"} & set(names)
    with duckdb.connect() as alone:
        make_sheets(alone, officers=60, acts=4000)
        make_inputs(alone)
        for name in names:
            build_model(alone, models()[name], Rules.package())
        text = "select * from officer_month order by person_id, month"
        assert alone.execute(text).fetchall() == province.execute(text).fetchall()


def test_the_spine_counts_every_act_in_service_once(province: duckdb.DuckDBPyConnection) -> None:
    text = """
        select class, count(*) from acts
        where is_in_service and month <= (select max(month) from officer_month) group by class
    """
    acts = dict(province.execute(text).fetchall())
    sums = "sum(self_initiated), sum(prompted), sum(untold), sum(neutral), sum(acts)"
    counted = province.execute(f"select {sums} from officer_month").fetchone()
    assert counted is not None
    assert min(acts.values()) > 0
    ordered = [acts[name] for name in ("self_initiated", "prompted", "untold", "neutral")]
    assert list(counted) == [*ordered, sum(ordered)]


def test_the_spine_lies_in_the_order_of_months(province: duckdb.DuckDBPyConnection) -> None:
    found = province.execute("select month, person_no from officer_month order by rowid").fetchall()
    assert found == sorted(found)


def test_building_keeps_within_its_memory_and_gives_it_back() -> None:
    con = duckdb.connect()
    before = con.execute("select current_setting('memory_limit')").fetchone()
    with within_memory(con):
        during = con.execute("select current_setting('memory_limit')").fetchone()
    assert during == ("1.3 GiB",), MEMORY
    assert con.execute("select current_setting('memory_limit')").fetchone() == before
