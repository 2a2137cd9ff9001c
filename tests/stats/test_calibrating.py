"""Calibration of probabilities against scikit-learn and statsmodels."""

import numpy as np
import pytest
import statsmodels.api as sm
from sklearn.metrics import brier_score_loss, roc_auc_score

from analytics.stats import calibration


@pytest.fixture(scope="module")
def cases():
    rng = np.random.default_rng(6)
    p = rng.beta(1, 2, 1000).round(2).clip(0.01, 0.99)
    return p, (rng.random(1000) < p).astype(int)


def test_agrees_with_the_libraries(cases):
    p, y = cases
    found = calibration(p, y)
    assert found.auc == pytest.approx(roc_auc_score(y, p), abs=1e-12)
    assert found.brier == pytest.approx(brier_score_loss(y, p), abs=1e-12)
    design = sm.add_constant(np.log(p / (1 - p)))
    intercept, slope = sm.Logit(y, design).fit(disp=False).params
    assert (found.slope, found.intercept) == pytest.approx((slope, intercept), abs=1e-6)


def test_true_probabilities_are_calibrated(cases):
    found = calibration(*cases)
    assert found.slope == pytest.approx(1, abs=0.15)
    assert found.mean_decile_error < 0.04
    assert found.bins["n"].sum() == 1000
    assert len(found.bins) == 10


def test_the_order_of_rows_is_irrelevant(cases):
    p, y = cases
    turn = np.random.default_rng(0).permutation(len(p))
    assert calibration(p, y)[:5] == pytest.approx(calibration(p[turn], y[turn])[:5])


def test_bins_by_hand():
    found = calibration([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], bins=2)
    assert found.auc == 1
    assert found.bins["predicted"].tolist() == pytest.approx([0.15, 0.85])
    assert found.bins["observed"].tolist() == [0, 1]
    assert found.mean_decile_error == pytest.approx(0.15)


def test_edges():
    assert np.isnan(calibration([0.2, 0.4], [1, 1]).auc)
    assert np.isnan(calibration([0.4, 0.4], [0, 1]).slope)
    assert calibration([0.4, 0.4], [0, 1]).auc == 0.5
    assert np.isnan(calibration([], []).brier)
    with pytest.raises(ValueError, match="0 or 1"):
        calibration([0.5], [2])
