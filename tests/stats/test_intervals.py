"""Wilson, exact and Byar intervals against closed forms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats
from statsmodels.stats.proportion import proportion_confint

from analytics.stats import proportion_interval, rate_interval


def test_wilson_is_the_closed_form():
    # Wilson (1927) as printed in PHE's technical guidance: 65 of 100.
    z = scipy_stats.norm.ppf(0.975)
    p, n = 0.65, 100
    middle, half = 2 * n * p + z**2, z * np.sqrt(z**2 + 4 * n * p * (1 - p))
    low, high = proportion_interval(65, 100)
    assert low == pytest.approx((middle - half) / (2 * (n + z**2)), abs=1e-12)
    assert high == pytest.approx((middle + half) / (2 * (n + z**2)), abs=1e-12)
    assert np.ndim(low) == 0


@pytest.mark.parametrize(("method", "theirs"), [("wilson", "wilson"), ("exact", "beta")])
def test_agrees_with_statsmodels(method, theirs):
    x, n = np.array([1, 5, 9, 30]), np.array([7, 5, 40, 31])
    ours = proportion_interval(x, n, 0.998, method)
    expected = proportion_confint(x, n, alpha=0.002, method=theirs)
    np.testing.assert_allclose(ours, expected, atol=1e-12)


@pytest.mark.parametrize("method", ["wilson", "exact"])
def test_edges_nothing_all_and_nobody(method):
    low, high = proportion_interval([0, 12, 0], [12, 12, 0], method=method)
    assert low[0] == 0.0
    assert high[1] == 1.0
    assert np.isnan(low[2])
    assert np.isnan(high[2])


def test_wrong_numbers_are_refused():
    with pytest.raises(ValueError, match="between 0 and n"):
        proportion_interval(5, 4)
    with pytest.raises(ValueError, match="unknown method"):
        proportion_interval(1, 4, method="wald")


def test_rate_is_exact_below_ten_and_byar_from_ten():
    low, high = rate_interval([0, 9, 10])
    assert low[0] == 0.0
    assert high[0] == pytest.approx(-np.log(0.025), abs=1e-12)
    assert low[1] == pytest.approx(scipy_stats.chi2.ppf(0.025, 18) / 2, abs=1e-9)
    assert high[1] == pytest.approx(scipy_stats.chi2.ppf(0.975, 20) / 2, abs=1e-9)
    z = scipy_stats.norm.ppf(0.975)
    assert low[2] == pytest.approx(10 * (1 - 1 / 90 - z / (3 * np.sqrt(10))) ** 3, abs=1e-12)
    assert high[2] == pytest.approx(11 * (1 - 1 / 99 + z / (3 * np.sqrt(11))) ** 3, abs=1e-12)


def test_rate_divides_by_exposure_and_nothing_by_nothing():
    low, high = rate_interval([3, 3, 0], [1.0, 12.0, 0.0])
    assert low[1] == pytest.approx(low[0] / 12)
    assert np.isnan(high[2])


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_proportion_and_the_exact_one_is_no_better_than_certain(case):
    x, n = case
    for method in ("wilson", "exact"):
        low, high = proportion_interval(x, n, method=method)
        assert 0 <= low <= x / n + 1e-12
        assert x / n - 1e-12 <= high <= 1
