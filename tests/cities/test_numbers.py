"""Every number of the page equals the list that it opens, over the sample province."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analytics.cities import COMPARED, learning, people
from analytics.metrics import measure, members
from analytics.rules import Rules
from analytics.scope import months_back
from foundation.access.viewer import OFFICE
from foundation.reference.cities import UNITS
from foundation.warehouse.snapshots import Snapshot

from .conftest import SCOPE, YICHANG, Compare

METRICS = tuple(COMPARED)
SHARES = ("share_proactive", "share_self_initiated")


def counted(snapshot: Snapshot, metric: str, part: str = "numerator", **scope) -> float:
    rows = members(snapshot, metric, scope=SCOPE.with_filter(**scope), viewer=OFFICE, part=part)
    return float(rows["counted"].sum())


@pytest.mark.parametrize("metric", METRICS)
def test_a_unit_s_numbers_are_those_of_its_lists(
    compared: Compare, sample_snapshot: Snapshot, metric: str
) -> None:
    units = compared(metric).funnel.units.set_index("group")
    base = "officers_serving" if COMPARED[metric].kind == "count" else metric
    part = "numerator" if COMPARED[metric].kind == "count" else "denominator"
    for unit in ("420100", "420500", "429005", "429021", "non_city"):
        assert counted(sample_snapshot, metric, unit=(unit,)) == units.loc[unit, "numerator"]
        assert counted(sample_snapshot, base, part, unit=(unit,)) == units.loc[unit, "denominator"]


@pytest.mark.parametrize("metric", METRICS)
def test_values_are_those_of_the_metric(compared: Compare, sample_snapshot: Snapshot, metric: str) -> None:
    """The engine and the comparison reckon apart, and agree on every unit, now and then."""
    found = compared(metric)
    assert found.changes is not None
    now = measure(sample_snapshot, metric, scope=SCOPE, viewer=OFFICE, by="unit").set_index("group")
    then = measure(sample_snapshot, metric, scope=SCOPE.then(), viewer=OFFICE, by="unit").set_index("group")
    units, moved = found.funnel.units.set_index("group"), found.changes.units.set_index("group")
    for unit in UNITS:
        assert units.loc[unit, "numerator"] == now.loc[unit, "numerator"]
        assert moved.loc[unit, "numerator_then"] == then.loc[unit, "numerator"]
        if COMPARED[metric].kind != "count":
            assert units.loc[unit, "denominator"] == now.loc[unit, "denominator"]
            assert units.loc[unit, "suppressed"] == now.loc[unit, "suppressed"]
            assert units.loc[unit, "value"] == pytest.approx(now.loc[unit, "value"], nan_ok=True)
            assert moved.loc[unit, "value_then"] == pytest.approx(then.loc[unit, "value"], nan_ok=True)


@pytest.mark.parametrize("metric", SHARES)
def test_both_sides_of_every_channel_row_open_their_officers(
    compared: Compare, sample_snapshot: Snapshot, metric: str
) -> None:
    found = compared(metric).channels
    for row in found.rows.to_dict("records"):
        for side in ("local", "institution"):
            where = {"city": found.members[row["group"]], "channel": (side,)}
            for part in ("numerator", "denominator"):
                assert counted(sample_snapshot, metric, part, **where) == row[f"{side}_{part}"]


@pytest.mark.parametrize("metric", ["demands", "achievements", "contracts"])
def test_a_quarter_of_a_flow_is_its_three_months(
    compared: Compare, sample_snapshot: Snapshot, metric: str
) -> None:
    series = compared(metric).quarters.series
    for unit, period, last in (
        ("420100", "2025Q4", dt.date(2025, 12, 1)),
        ("non_city", "2023Q2", dt.date(2023, 6, 1)),
    ):
        rows = members(
            sample_snapshot,
            metric,
            scope=SCOPE.with_filter(as_of=last, versus=None, unit=(unit,)),
            viewer=OFFICE,
        )
        dated = {"demands": "submitted_on", "achievements": "submitted_on", "contracts": "signed_on"}[metric]
        late = pd.to_datetime(rows[dated]) >= pd.Timestamp(months_back(last, 2))
        line = series[(series["group"] == unit) & (series["period"] == period)].iloc[0]
        assert line["numerator"] == late.sum()


def test_a_quarter_of_initiative_against_the_spine(compared: Compare, sample_snapshot: Snapshot) -> None:
    spine = sample_snapshot.cursor().execute("select * from officer_month").df()
    last, first = pd.Timestamp("2025-06-01"), pd.Timestamp("2025-04-01")
    there = spine[(spine["month"] == last) & spine["is_serving"] & (spine["unit"] == "420100")]["person_id"]
    acts = spine[spine["month"].between(first, last) & spine["person_id"].isin(there)]
    series = compared("share_proactive").quarters.series
    line = series[(series["group"] == "420100") & (series["period"] == "2025Q2")].iloc[0]
    assert line["denominator"] == len(there)
    assert line["numerator"] == (acts.groupby("person_id")["self_initiated"].sum() > 0).sum()


def test_what_a_unit_did_adds_up_to_its_self_initiated_acts(sample_snapshot: Snapshot) -> None:
    rules = Rules.of(sample_snapshot)
    rows = learning(sample_snapshot, ["420100", "420500"], scope=SCOPE, viewer=OFFICE, rules=rules)
    for unit, kinds in rows.groupby("unit"):
        assert kinds["acts"].sum() == counted(
            sample_snapshot, "self_initiated_per_officer_month", unit=(unit,)
        )


def test_filters_narrow_the_comparison_and_what_units_did(
    sample_snapshot: Snapshot, compared: Compare
) -> None:
    rules, scope = Rules.of(sample_snapshot), SCOPE.with_filter(category=("B",))
    units = compared("share_proactive", scope=scope).funnel.units.set_index("group")
    assert units.loc["420500", "n"] == counted(
        sample_snapshot, "officers_serving", unit=("420500",), category=("B",)
    )
    rows = learning(sample_snapshot, ["420500"], scope=scope, viewer=OFFICE, rules=rules)
    assert rows["acts"].sum() == counted(
        sample_snapshot, "self_initiated_per_officer_month", unit=("420500",), category=("B",)
    )


def test_the_scope_s_own_unit_does_not_narrow_the_comparison(compared: Compare) -> None:
    one = compared("share_proactive").funnel
    two = compared("share_proactive", scope=SCOPE.with_filter(unit=("420500",), recommender=("x",))).funnel
    pd.testing.assert_frame_equal(one.units, two.units)


def test_a_city_sees_its_own_officers_only(sample_snapshot: Snapshot, compared: Compare) -> None:
    rules = Rules.of(sample_snapshot)
    rows = people(sample_snapshot, COMPARED["demands"], scope=SCOPE, viewer=YICHANG, rules=rules)
    assert set(rows["unit"]) == {"420500"}
    found = compared("share_proactive", viewer=YICHANG)
    counts = found.funnel.units.set_index("group")["clusters"]
    assert counts["420500"] > 0
    assert counts.drop("420500").sum() == 0
    assert learning(sample_snapshot, ["420100"], scope=SCOPE, viewer=YICHANG, rules=rules).empty
