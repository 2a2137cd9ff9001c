"""Every metric, every grouping, against a computation that shares no line with it.

Random provinces meet the rules where they rub against each other; the sample province is what people see.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

import pandas as pd
import pytest

from analytics.metrics import METRICS, default_as_of, measure, measure_many, members
from analytics.rules import Rules
from analytics.scope import Scope, months_back
from foundation.access.viewer import OFFICE
from tests.metrics.opinion_supply import Line
from tests.metrics.province import Province, built
from tests.metrics.second_opinion import Opinion

RULES = Rules.package()
SEEDS = (1, 2, 3)
MONTHS = (dt.date(2025, 12, 1), dt.date(2025, 3, 1), dt.date(2024, 6, 1))
GROUPINGS = ("unit", "city", "category", "channel", "field", "recommender", "officer")


@pytest.fixture(scope="module", params=SEEDS)
def province(request: pytest.FixtureRequest) -> tuple[Any, Opinion]:
    con = built(Province(request.param))
    return con, Opinion(con, RULES.parameters(), RULES.versions)


def lines_of(opinion: Opinion, metric: str, month: dt.date) -> list[Line]:
    return opinion.lines("demands_counted" if metric == "demands" else metric, month)


def summed(lines: list[Line], by: str) -> dict[str, list[float]]:
    """Numerator and denominator per group, what has no value under "unknown"."""
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for line in lines:
        for group in line.people or ("unknown",) if by == "officer" else (line.where[by] or "unknown",):
            totals[group][0] += line.top
            totals[group][1] += line.bottom
    return totals


#: Metrics that count rows of one source are asked together, as a page asks them.
FAMILIES = {
    source: [metric.id for metric in METRICS.values() if metric.source == source]
    for source in dict.fromkeys(metric.source for metric in METRICS.values())
}


def compare(con: Any, opinion: Opinion, source: str, month: dt.date) -> None:
    metrics = FAMILIES[source]
    lines = {metric: lines_of(opinion, metric, month) for metric in metrics}
    for by in GROUPINGS:
        frame = measure_many(con, metrics, scope=Scope(month), viewer=OFFICE, by=by, rules=RULES)
        for metric in metrics:
            agree(frame[frame["id"] == metric], summed(lines[metric], by), (metric, str(month), by))


def agree(frame: pd.DataFrame, wanted: dict[str, list[float]], told: tuple[str, ...]) -> None:
    assert len(frame) or not wanted, told
    pooled = set(wanted) - set(frame["group"])
    assert not pooled or "pooled" in set(frame["group"]) or not any(map(any, (wanted[g] for g in pooled)))
    wanted["pooled"] = [sum(wanted[g][i] for g in pooled) for i in (0, 1)]
    for row in frame.to_dict("records"):
        top, bottom = wanted.get(row["group"], [0.0, 0.0])
        if not pd.isna(row["numerator"]):
            assert row["numerator"] == pytest.approx(top), (*told, row["group"])
        if not pd.isna(row["denominator"]):
            assert row["denominator"] == pytest.approx(bottom), (*told, row["group"])


@pytest.mark.parametrize("source", FAMILIES)
def test_random_provinces(province: tuple[Any, Opinion], source: str) -> None:
    con, opinion = province
    for month in MONTHS:
        compare(con, opinion, source, month)


@pytest.mark.parametrize("month", MONTHS)
def test_tiers_person_by_person(province: tuple[Any, Opinion], month: dt.date) -> None:
    con, opinion = province
    rows = members(con, "officers_serving", scope=Scope(month), viewer=OFFICE, rules=RULES)
    ours = dict(zip(rows["person_id"], rows["tier"], strict=True))
    assert ours == {o["person"]: o["tier"] for o in opinion.officers(month)}


def test_the_provinces_hold_every_tier_and_every_class() -> None:
    tiers, classes = set(), set()
    for seed in SEEDS:
        opinion = Opinion(built(Province(seed)), RULES.parameters(), RULES.versions)
        tiers |= {o["tier"] for month in MONTHS for o in opinion.officers(month)}
        classes |= {a["class"] for a in opinion.acts.all}
    assert tiers >= {"new", "on_leave", "proactive", "regular", "responsive", "undetermined", "unverified"}
    assert classes == {"neutral", "prompted", "untold", "self"}


def incidence(lines: list[Line]) -> list[tuple[int, float]]:
    """Aalen-Johansen by hand: (day, share contacted by then), one step a day."""
    waiting, met, alive, steps = len(lines), 0.0, 1.0, []
    for day in range(max((line.days or 0 for line in lines), default=0) + 1):
        here = [line.top for line in lines if line.days == day]
        if waiting:
            met += alive * here.count(1) / waiting
            alive *= 1 - (here.count(1) + here.count(2)) / waiting
        waiting -= len(here)
        steps.append((day, met))
    return steps


@pytest.mark.parametrize("month", MONTHS)
def test_waiting_times(province: tuple[Any, Opinion], month: dt.date) -> None:
    con, opinion = province
    steps = incidence(opinion.share_contacted_60d(month))
    share = measure(con, "share_contacted_60d", scope=Scope(month), viewer=OFFICE, rules=RULES).iloc[0]
    median = measure(con, "median_days_to_contact", scope=Scope(month), viewer=OFFICE, rules=RULES).iloc[0]
    assert share["value"] == pytest.approx([met for day, met in steps if day <= 60][-1])
    half = next((day for day, met in steps if met >= 0.5 - 1e-12), None)
    assert pd.isna(median["value"]) if half is None else median["value"] == half


@pytest.fixture(scope="module")
def sample(sample_snapshot: Any) -> tuple[Any, Opinion]:
    rules = Rules.of(sample_snapshot)
    return sample_snapshot, Opinion(sample_snapshot, rules.parameters(), rules.versions)


@pytest.mark.parametrize("source", FAMILIES)
def test_sample_province(sample: tuple[Any, Opinion], source: str) -> None:
    snapshot, opinion = sample
    as_of = default_as_of(snapshot)
    for month in (as_of, months_back(as_of, 12)):
        compare(snapshot, opinion, source, month)


def test_sample_tiers_person_by_person(sample: tuple[Any, Opinion]) -> None:
    snapshot, opinion = sample
    as_of = default_as_of(snapshot)
    rows = members(snapshot, "officers_serving", scope=Scope(as_of), viewer=OFFICE)
    ours = dict(zip(rows["person_id"], rows["tier"], strict=True))
    theirs = {o["person"]: o["tier"] for o in opinion.officers(as_of)}
    assert {p: (ours.get(p), t) for p, t in theirs.items() if ours.get(p) != t} == {}
    assert len(ours) == len(theirs)
