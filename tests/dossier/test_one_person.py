"""Asked about one person, a query says what it says about that person among all; also month by month."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analytics.metrics import default_as_of
from analytics.officer.head import dossier_head
from analytics.officer.history import MONTHS, WITHHELD, runs, tier_history
from analytics.rules import Rules
from analytics.scope import months_back
from analytics.sql import OF_ONE, for_one_person, run, run_for
from analytics.sql.person_index import index_persons
from foundation.access.viewer import LOWER_TIERS, OFFICE, Viewer
from foundation.warehouse.snapshots import Snapshot
from tests.support.tables import built, warehouse

LEADER = Viewer(name="领导", role="leader")
FEW = 25


def asked(snapshot: Snapshot, as_of: dt.date) -> dict[str, object]:
    rules = Rules.of(snapshot)
    return rules.parameters() | rules.version_days() | {"as_of": as_of}


def records(frame: pd.DataFrame) -> list[dict[object, object]]:
    """Rows as mappings; a column of one row may be of another type than among all."""
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


@pytest.fixture(scope="module")
def people(sample_snapshot: Snapshot) -> list[str]:
    """Some of each tier, and some who serve no longer, or not yet."""
    as_of = default_as_of(sample_snapshot)
    serving = run(sample_snapshot, "officers_serving", asked(sample_snapshot, as_of))
    found = run(sample_snapshot, "people_found", {"as_of": as_of})
    of_tiers = serving.groupby("tier")["person_id"].head(3)
    others = found.loc[~found["is_serving"], "person_id"].head(4)
    return [*of_tiers, *others][: FEW + 4]


@pytest.mark.parametrize("query", ["officers_serving", "officer_lights", "officer_duties"])
def test_one_person_is_told_the_same_as_among_all(
    sample_snapshot: Snapshot, people: list[str], query: str
) -> None:
    given = asked(sample_snapshot, default_as_of(sample_snapshot))
    whole = run(sample_snapshot, query, given)
    for person in people:
        found = run_for(sample_snapshot, query, person, given)
        assert records(found) == records(whole[whole["person_id"] == person])


def test_evidence_of_one_person_needs_no_other(sample_snapshot: Snapshot, people: list[str]) -> None:
    given = asked(sample_snapshot, default_as_of(sample_snapshot))
    lines = 0
    for person in people[:8]:
        expected = run(sample_snapshot, "officer_evidence", given | {"person_id": person})
        found = run_for(sample_snapshot, "officer_evidence", person, given)
        pd.testing.assert_frame_equal(found, expected)
        lines += len(found)
    assert lines > 0


def test_narrowed_tables_hold_their_person(sample_snapshot: Snapshot) -> None:
    text = "select distinct table_name from duckdb_columns() where starts_with(column_name, 'person_id')"
    assert set(OF_ONE) <= {name for (name,) in sample_snapshot.cursor().execute(text).fetchall()}
    assert "main.officer_month where person_id = $person_id" in for_one_person("officers_serving")


def test_history_is_the_tier_of_each_month(sample_snapshot: Snapshot, people: list[str]) -> None:
    as_of = default_as_of(sample_snapshot)
    months = [months_back(as_of, MONTHS - 1 - i) for i in range(MONTHS)]
    then = {}
    for month in months:
        frame = run(sample_snapshot, "officers_serving", asked(sample_snapshot, month))
        then[month] = dict(zip(frame["person_id"], frame["tier"], strict=True))
    for person in people:
        found = tier_history(sample_snapshot, person, as_of, OFFICE)
        assert [t.date() for t in found["month"]] == months
        assert found["tier"].tolist() == [then[month].get(person) for month in months]


def test_history_withholds_what_a_leader_may_not_see(sample_snapshot: Snapshot, people: list[str]) -> None:
    as_of = default_as_of(sample_snapshot)
    withheld = 0
    for person in people[::2]:
        whole = tier_history(sample_snapshot, person, as_of, OFFICE)["tier"]
        seen = tier_history(sample_snapshot, person, as_of, LEADER)["tier"]
        if whole.iloc[-1] in LOWER_TIERS:
            assert seen.empty
            continue
        assert seen.tolist() == whole.where(~whole.isin(LOWER_TIERS), WITHHELD).tolist()
        withheld += int((seen == WITHHELD).sum())
    assert withheld > 0
    assert tier_history(sample_snapshot, "nobody", as_of, OFFICE).empty


def test_runs_hold_every_month_once_with_the_reason_of_their_last(
    sample_snapshot: Snapshot, people: list[str]
) -> None:
    as_of = default_as_of(sample_snapshot)
    for person in people:
        history = tier_history(sample_snapshot, person, as_of, OFFICE)
        found = runs(history)
        assert found["months"].sum() == MONTHS
        assert (found["tier"] != found["tier"].shift()).all()
        head = dossier_head(sample_snapshot, person, as_of, OFFICE)
        assert head is not None
        assert found["reason"].iloc[0] == head.reason
        assert found["last"].iloc[0] == history["month"].iloc[-1]


def test_long_tables_get_an_index_and_short_ones_none() -> None:
    con = built(
        warehouse(terms="person started_on\nzhao 2025-01-01", activities="person acted_on\nzhao 2025-03-03")
    )
    assert index_persons(con) == []
    assert {"activities", "officer_month"} <= set(index_persons(con, least=1))
    text = "select table_name from duckdb_indexes() where index_name = 'activities_of_person'"
    assert con.execute(text).fetchall() == [("activities",)]
