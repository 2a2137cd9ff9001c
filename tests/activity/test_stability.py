"""Tiers of real people must not flicker: the tier is a finding about a year, not about the day it is read."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.rules import Rules
from analytics.sql import query_text, run_text

from .contributors import contributors

MONTHS = pd.period_range("2018-12", "2026-06", freq="M")
YOUNG = 24  # months since the first act, at both as-of months


@pytest.fixture(scope="module")
def tiers() -> pd.DataFrame:
    """person_id, at (the months as ordinals), since (months after the first act), tier; everybody, no sample."""
    con, text = contributors(), query_text("officers_serving")
    frames = []
    for month in MONTHS:
        at = Rules.package().parameters() | {"as_of": month.start_time.date()}
        query = f"select person_id, started_on, tier from ({text})"
        frames.append(run_text(con, query, at).assign(at=month.ordinal))
    frame = pd.concat(frames, ignore_index=True)
    first = pd.PeriodIndex(frame["started_on"], freq="M")
    return frame.assign(since=frame["at"] - first.astype("int64"))


def test_a_month_later_at_most_twelve_in_a_hundred_stand_elsewhere(tiers: pd.DataFrame) -> None:
    young = tiers[tiers["since"] <= YOUNG]
    before = young.assign(at=young["at"] + 1)
    pairs = young.merge(before, on=["person_id", "at"], suffixes=("", "_before"))
    changed = (pairs["tier"] != pairs["tier_before"]).groupby(pairs["at"]).mean()
    assert len(changed) == 90
    assert changed.mean() <= 0.12


def test_with_self_initiated_acts_alone_nobody_is_told_apart_by_reminders(tiers: pd.DataFrame) -> None:
    assert set(tiers["tier"]) == {"new", "proactive", "regular", "unverified"}
