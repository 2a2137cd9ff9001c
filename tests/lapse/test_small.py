"""Who is eligible, what counts as silent, and when nothing can be known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analytics.lapse import eligible, fit, outcomes, sentence


def events(text: str) -> pd.DataFrame:
    rows = [line.split() for line in text.strip().splitlines()]
    return pd.DataFrame([(person, day) for person, *days in rows for day in days], columns=["person", "date"])


PAST = events("""
    three    2020-01-05  2021-05-01  2023-06-30
    two      2023-01-05  2023-05-01
    sameday  2023-01-05  2023-01-05  2023-05-01
    long_ago 2019-01-05  2019-05-01  2020-06-30
    just     2019-01-05  2019-05-01  2020-07-01
    on_cut   2022-01-05  2022-05-01  2023-07-01
    later    2022-01-05  2022-05-01  2022-06-01  2023-12-29
    too_late 2022-01-05  2022-05-01  2022-06-01  2023-12-30
""")
CUT = pd.Timestamp(2023, 7, 1)


def test_three_active_days_ever_and_one_in_three_years_before_the_cut() -> None:
    assert sorted(eligible(PAST, CUT).index) == ["just", "later", "three", "too_late"]


def test_recency_active_days_and_tenure_are_over_all_history() -> None:
    row = eligible(PAST, CUT).loc["three"]
    assert row.to_dict() == {"recency": 1, "active_days": 3, "tenure": 1273}


@pytest.mark.parametrize(("person", "silent"), [("three", 1), ("on_cut", 0), ("later", 0), ("too_late", 1)])
def test_silent_is_no_act_from_the_cut_for_182_days(person: str, silent: int) -> None:
    assert outcomes(PAST, CUT, 182)[person] == silent


def crowd(size: int) -> pd.DataFrame:
    """Officers 0 … size-1 act four times in 2021; the even ones go on in 2022."""
    rng = np.random.default_rng(0)
    days = pd.date_range("2021-01-01", "2021-12-31")
    rows = [(i, day) for i in range(size) for day in rng.choice(days, 4, replace=False)]
    rows += [(i, pd.Timestamp(2022, 2, 1)) for i in range(0, size, 2)]
    return pd.DataFrame([*rows, (0, pd.Timestamp(2022, 12, 31))], columns=["person", "date"])


@pytest.mark.parametrize(("size", "is_known"), [(99, False), (100, True), (101, True)])
def test_below_a_hundred_officers_it_cannot_be_known(size: int, is_known: bool) -> None:
    model = fit(crowd(size), ["2022-01-01"])
    chance = model.predict(crowd(size), "2022-01-01")
    assert len(chance) == model.officers == size
    assert chance.notna().all() == is_known
    if not is_known:
        assert model.unknown is not None
        assert f"{size}" in model.unknown.zh
        assert chance.isna().all()


def test_a_horizon_that_is_not_over_teaches_nothing() -> None:
    frame = crowd(150)
    assert fit(frame, ["2022-01-01"], known_until="2022-06-30").pairs == 0
    assert fit(frame, ["2022-01-01"], known_until="2022-07-01").pairs == 150


def test_only_who_was_in_service_is_learned_from() -> None:
    served = pd.DataFrame({"person": range(120), "cut": pd.Timestamp(2022, 1, 1)})
    assert fit(crowd(150), ["2022-01-01"], at_risk=served).officers == 120


def test_nobody_at_all() -> None:
    nobody = pd.DataFrame({"person": pd.Series(dtype=str), "date": pd.Series(dtype="datetime64[ns]")})
    model = fit(nobody, ["2022-01-01"])
    assert model.unknown is not None
    assert model.predict(nobody, "2022-01-01").empty


def test_the_plain_sentence() -> None:
    assert "30 人" in sentence(0.304).zh
    assert "about 30" in sentence(0.304).en
