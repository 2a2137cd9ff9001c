"""Lapse of real contributors to public projects, whom nobody simulated (tests/data/README.md)."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analytics.lapse import Backtest, Lapse, backtest, eligible, fit, outcomes
from analytics.stats import calibration

DATA = Path(__file__).resolve().parents[1] / "data" / "oss_events.csv.gz"
CUTS = [pd.Timestamp(year, month, 1) for year in range(2009, 2027) for month in (1, 7)]


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    frame = pd.read_csv(DATA, parse_dates=["date"])
    return frame.rename(columns={"author": "person"})[["person", "date"]]


@pytest.fixture(scope="module")
def result(events: pd.DataFrame) -> Backtest:
    """Learned from the cuts before 2021, foretold from 2021 on."""
    found = backtest(events, CUTS, pd.Timestamp(2021, 1, 1))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def model(events: pd.DataFrame) -> Lapse:
    return fit(events, [cut for cut in CUTS if cut.year < 2021])


def test_who_falls_silent_is_told_from_who_does_not(result: Backtest) -> None:
    assert result.result.auc >= 0.88
    assert result.n > 10_000


def test_chances_come_true(result: Backtest) -> None:
    assert result.result.mean_decile_error <= 0.015
    assert result.result.slope == pytest.approx(1, abs=0.1)


def test_also_among_those_active_in_the_last_quarter(result: Backtest) -> None:
    assert result.recent.auc >= 0.83


def test_a_fit_with_all_of_history_in_hand_is_the_back_tests(events: pd.DataFrame, model: Lapse) -> None:
    later = [cut for cut in CUTS if cut.year >= 2021 and cut + pd.Timedelta(days=181) <= events["date"].max()]
    chance = [model.predict(events, cut) for cut in later]
    silent = [outcomes(events, cut, 182).reindex(p.index) for cut, p in zip(later, chance, strict=True)]
    found = calibration(pd.concat(chance), pd.concat(silent))
    assert found.auc >= 0.88
    assert found.mean_decile_error <= 0.015


def test_exactly_those_eligible_are_judged(events: pd.DataFrame, model: Lapse) -> None:
    cut = pd.Timestamp(2022, 7, 1)
    before = events[events["date"] < cut].drop_duplicates()
    seen = before.groupby("person")["date"].agg(["size", "max"])
    wanted = seen.index[(seen["size"] >= 3) & (seen["max"] >= pd.Timestamp(2019, 7, 1))]
    chance = model.predict(events, cut)
    assert sorted(chance.index) == sorted(wanted) == sorted(eligible(events, cut).index)
    assert chance.between(0, 1).all()


def test_what_happens_later_changes_no_chance(events: pd.DataFrame, model: Lapse) -> None:
    cut = pd.Timestamp(2022, 7, 1)
    past = events[events["date"] < cut].sample(frac=1, random_state=0)
    pd.testing.assert_series_equal(model.predict(past, cut), model.predict(events, cut))


def test_the_card_says_nearly_as_much(events: pd.DataFrame, model: Lapse) -> None:
    cut = pd.Timestamp(2022, 7, 1)
    known = eligible(events, cut)
    assert model.card is not None
    points = model.card.total(known)
    assert points.between(0, 10).all()
    silent = outcomes(events, cut, 182).reindex(known.index)
    assert calibration(points / 10, silent).auc >= 0.85
    shares = model.card.outcome.query("pairs >= 100").eval("silent / pairs")
    assert shares.is_monotonic_increasing
