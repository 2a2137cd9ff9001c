"""Survival and cumulative incidence against R's survival package on mgus2."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.stats import cumulative_incidence, kaplan_meier


@pytest.fixture(scope="module")
def mgus2() -> pd.DataFrame:
    frame = pd.read_csv(Path(__file__).parents[1] / "data" / "mgus2.csv")
    frame["event"] = np.where(frame["pstat"] == 1, 1, 2 * frame["death"])
    frame["time"] = np.where(frame["pstat"] == 1, frame["ptime"], frame["futime"])
    return frame


def at(frame: pd.DataFrame, time: float, column: str = "estimate") -> float:
    return frame.loc[frame["time"] <= time, column].iloc[-1]


def test_progression_with_death_competing(mgus2):
    frame = cumulative_incidence(mgus2["time"], mgus2["event"])
    progression = frame[frame["cause"] == 1]
    answers = [at(progression, months) for months in (60, 120, 240)]
    assert answers == pytest.approx([0.034104, 0.063722, 0.099814], abs=1e-6)


def test_one_minus_kaplan_meier_overstates(mgus2):
    naive = kaplan_meier(mgus2["time"], mgus2["event"] == 1)
    assert 1 - at(naive, 240) == pytest.approx(0.2096, abs=1e-4)


def test_median_survival(mgus2):
    # R: survfit(Surv(futime, death) ~ 1, mgus2): 963 events, median 98 months.
    assert kaplan_meier(mgus2["futime"], mgus2["death"]).attrs["median"] == 98


def test_causes_and_survivors_add_up(mgus2):
    frame = cumulative_incidence(mgus2["time"], mgus2["event"])
    total = frame.groupby("time")["estimate"].sum()
    alive = kaplan_meier(mgus2["time"], mgus2["event"] > 0).set_index("time")["estimate"]
    np.testing.assert_allclose(total + alive, 1, atol=1e-12)


def test_without_competitors_it_is_kaplan_meier_and_so_is_its_error(mgus2):
    incidence = cumulative_incidence(mgus2["futime"], mgus2["death"])
    survival = kaplan_meier(mgus2["futime"], mgus2["death"])
    np.testing.assert_allclose(incidence["estimate"], 1 - survival["estimate"], atol=1e-12)
    z = 1.959963984540054
    error = np.log(at(incidence, 100, "high") / at(incidence, 100)) / z * at(incidence, 100)
    greenwood = np.log(at(survival, 100, "high") / at(survival, 100)) / z * at(survival, 100)
    assert error == pytest.approx(greenwood, rel=0.01)


def test_by_hand_with_ties():
    # Six demands: day 1 contact, day 2 contact and closed together with a still waiting one, 5 contact, 9 waits.
    frame = cumulative_incidence([1, 2, 2, 2, 5, 9], [1, 1, 2, 0, 1, 0])
    contact = frame[frame["cause"] == 1]
    assert contact["at_risk"].tolist() == [6, 5, 2, 1]
    left = 5 / 6 * 3 / 5
    assert contact["estimate"].tolist() == pytest.approx([1 / 6, 1 / 3, 1 / 3 + left / 2, 1 / 3 + left / 2])


def test_the_interval_agrees_with_resampling():
    rng = np.random.default_rng(2)
    time, event = rng.integers(1, 30, 300), rng.choice([0, 1, 2], 300, p=[0.3, 0.4, 0.3])
    frame = cumulative_incidence(time, event)
    contact = frame[frame["cause"] == 1]
    draws = []
    for _ in range(300):
        chosen = rng.integers(0, 300, 300)
        again = cumulative_incidence(time[chosen], event[chosen])
        draws.append(at(again[again["cause"] == 1], 15))
    error = np.log(at(contact, 15, "high") / at(contact, 15)) / 1.96 * at(contact, 15)
    assert error == pytest.approx(np.std(draws), rel=0.12)


def test_edges():
    assert cumulative_incidence([1, 2], [0, 0]).empty
    assert kaplan_meier([], []).empty
    assert np.isnan(kaplan_meier([1, 2], [0, 0]).attrs["median"])
    assert kaplan_meier([3, 4], [1, 1]).attrs["median"] == 3
    with pytest.raises(ValueError, match="not negative"):
        kaplan_meier([-1], [1])
