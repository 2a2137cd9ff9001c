"""Shrinkage against Efron and Morris's baseball, BUGS' hospitals, and Gaver's pumps."""

import numpy as np
import pytest

from analytics.stats import shrink_rates

# Efron and Morris (1975, J Am Stat Assoc 70:311): hits in the first 45 at bats of 1970; rest of season.
HITS = np.array([18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7])
SEASON = "346 298 276 222 273 270 263 210 269 230 264 256 303 264 226 285 316 200"
REST = np.array([int(v) / 1000 for v in SEASON.split()])

# BUGS Examples Volume I, Surgical: deaths and operations of twelve hospitals; posterior means and
# 2.5 %/97.5 % points of the random-effects model as printed there (two to three digits stand firm).
DEATHS = [0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24]
OPERATIONS = [47, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360]
BUGS_MEAN = [0.053, 0.103, 0.071, 0.059, 0.052, 0.069, 0.067, 0.123, 0.070, 0.079, 0.102, 0.069]


def test_baseball():
    frame = shrink_rates(HITS, 45)
    assert frame["weight"].to_numpy() == pytest.approx(0.212, abs=0.001)
    assert frame["estimate"].mean() == pytest.approx(0.265, abs=0.001)
    assert ((frame["raw"] - REST) ** 2).sum() == pytest.approx(0.077, abs=0.002)
    assert ((frame["estimate"] - REST) ** 2).sum() == pytest.approx(0.022, abs=0.001)


def test_hospitals():
    frame = shrink_rates(DEATHS, OPERATIONS, model="logit-normal")
    assert frame["estimate"].to_numpy() == pytest.approx(BUGS_MEAN, abs=0.001)
    assert frame.loc[0, ["low", "high"]].to_numpy(float) == pytest.approx([0.018, 0.094], abs=0.002)
    assert frame.loc[7, ["low", "high"]].to_numpy(float) == pytest.approx([0.083, 0.171], abs=0.002)


def test_pumps():
    # Gaver and O'Muircheartaigh (1987): failures of ten pumps, 1,000 hours; ML prior shape 0.82, rate 1.26.
    failures = np.array([5, 1, 5, 14, 3, 19, 1, 1, 4, 22])
    hours = np.array([94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5])
    frame = shrink_rates(failures, hours, model="gamma-poisson")
    np.testing.assert_allclose(hours / frame["weight"] - hours, 1.26, atol=0.01)
    np.testing.assert_allclose(frame["estimate"], (failures + 0.823) / (hours + 1.262), atol=0.002)


MODELS = ("beta-binomial", "gamma-poisson", "logit-normal")


@pytest.mark.parametrize("model", MODELS)
def test_limits_cover_and_shrinkage_helps(model):
    rng = np.random.default_rng(1)
    sizes = np.array([3, 8, 12, 15, 15, 18, 20, 20, 22, 24, 25, 28, 30, 34, 40, 60, 160])
    covered, raw, shrunk = [], [], []
    for _ in range(60):
        truth = rng.beta(4, 8, len(sizes))
        hits = (
            np.minimum(rng.poisson(sizes * truth), sizes)
            if model == MODELS[1]
            else rng.binomial(sizes, truth)
        )
        frame = shrink_rates(hits, sizes, model=model)
        covered.append(frame["low"].le(truth) & frame["high"].ge(truth))
        raw.append((frame["raw"] - truth) ** 2)
        shrunk.append((frame["estimate"] - truth) ** 2)
    assert 0.9 < np.mean(covered) < 0.985
    assert np.mean(shrunk) < 0.6 * np.mean(raw)


@pytest.mark.parametrize("model", MODELS)
def test_edges(model):
    frame = shrink_rates([3, 0, 9, 5, 0], [10, 10, 20, 10, 0], model=model)
    assert np.isnan(frame.loc[4, "raw"])
    assert frame.loc[4, "weight"] == 0
    assert (frame["low"] < frame["estimate"]).all()
    assert (frame["high"] > frame["estimate"]).all()
    nothing = shrink_rates([0, 0], [10, 20], model=model)
    assert nothing["estimate"].tolist() == [0, 0]
    assert nothing["high"].iloc[0] > 0
    assert shrink_rates([0], [0], model=model)["estimate"].isna().all()
    assert len(shrink_rates(3, 10, model=model)) == 1


@pytest.mark.parametrize("model", MODELS[:2])
def test_groups_alike_are_pooled(model):
    frame = shrink_rates([10, 11, 9, 10, 10, 10], [100] * 6, model=model)
    assert frame["weight"].tolist() == [0] * 6
    assert frame["estimate"].to_numpy() == pytest.approx(0.1)


def test_wrong_numbers_are_refused():
    with pytest.raises(ValueError, match="between 0 and n"):
        shrink_rates([5], [4])
    with pytest.raises(ValueError, match="unknown model"):
        shrink_rates([5], [14], model="stein")
