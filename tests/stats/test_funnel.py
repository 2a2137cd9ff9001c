"""Exact funnel limits, limits from officers resampled, and over-dispersion."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from analytics.stats import funnel_limits, overdispersion, resampled_limits

# Deaths within 30 days after open-heart surgery under one year of age, 1991-95, twelve English units
# (Spiegelhalter, Aylin, Best, Evans, Murray 2002, J R Statist Soc A 165:191-231). The first is Bristol.
DEATHS = np.array([41, 25, 24, 23, 25, 42, 24, 53, 26, 25, 58, 31])
OPERATIONS = np.array([143, 187, 323, 122, 164, 405, 239, 482, 195, 177, 581, 301])


def test_only_bristol_lies_beyond_the_outer_limit():
    limits = funnel_limits(OPERATIONS, DEATHS.sum() / OPERATIONS.sum())
    rate = DEATHS / OPERATIONS
    beyond = (rate > limits["high_99_8"]) | (rate < limits["low_99_8"])
    assert beyond.tolist() == [True] + [False] * 11
    assert list(limits.columns) == ["n", "low_95", "high_95", "low_99_8", "high_99_8"]


@given(st.integers(1, 400), st.floats(0.01, 0.99))
def test_beyond_a_limit_means_a_tail_of_at_most_its_share(n, centre):
    row = funnel_limits(n, centre).iloc[0]
    law = scipy_stats.binom(n, centre)
    for name, tail in (("95", 0.025), ("99_8", 0.001)):
        high, low = round(row[f"high_{name}"] * n), round(row[f"low_{name}"] * n)
        assert law.sf(high) <= tail + 1e-12 < law.sf(high - 1) + 2e-12
        assert law.cdf(low - 1) < tail + 1e-12 <= law.cdf(low) + 2e-12


def test_limits_of_a_rate_are_poisson_quantiles_over_the_exposure():
    row = funnel_limits(120.0, 0.5, kind="rate").iloc[0]
    assert row["low_95"] == scipy_stats.poisson.ppf(0.025, 60) / 120
    assert row["high_99_8"] == scipy_stats.poisson.ppf(0.999, 60) / 120


def test_edges_of_the_funnel():
    limits = funnel_limits([5, 0], 0.0)
    assert limits.loc[0, ["low_95", "high_99_8"]].tolist() == [0, 0]
    assert limits.loc[1, ["low_95", "high_99_8"]].isna().all()
    assert funnel_limits(5, 1.0).loc[0, "low_99_8"] == 1
    with pytest.raises(ValueError, match="unknown kind"):
        funnel_limits(5, 0.5, kind="ratio")


def test_resampled_limits_of_ones_and_zeros_agree_with_the_binomial():
    pool = np.repeat([0.0, 1.0], [700, 300])
    ours = resampled_limits(pool, [25, 100, 25])
    exact = funnel_limits([25, 100, 25], 0.3)
    np.testing.assert_allclose(ours.drop(columns="n"), exact.drop(columns="n"), atol=0.041)
    assert ours.iloc[0].equals(ours.iloc[2])


def test_bursty_officers_widen_the_resampled_limits():
    rng = np.random.default_rng(3)
    calm, bursty = rng.poisson(3, 500), rng.poisson(3 * rng.gamma(0.3, 1 / 0.3, 500))
    width = [resampled_limits(v, 20).eval("high_95 - low_95").iloc[0] for v in (calm, bursty)]
    assert width[1] > 1.5 * width[0]


def test_resampled_limits_edges():
    assert resampled_limits([2, 2, 2], [4])["low_99_8"].tolist() == [2]
    assert resampled_limits([1, 2], [0])["low_95"].isna().all()
    assert resampled_limits([], [3])["low_95"].isna().all()


def test_overdispersion_by_hand():
    # z = (0, 2, -1): no winsor → 5/3; at 0.1 the ends move to the type-7 quantiles 1.6 and -0.8.
    observed, expected = [4, 8, 12], [4, 4, 16]
    assert overdispersion(observed, expected, winsor=0) == pytest.approx(5 / 3)
    assert overdispersion(observed, expected) == pytest.approx((1.6**2 + 0.8**2) / 3)


def test_overdispersion_of_poisson_counts_is_about_one():
    counts = np.random.default_rng(0).poisson(8, 20_000)
    assert overdispersion(counts, 8.0, winsor=0) == pytest.approx(1, abs=0.03)
    assert np.isnan(overdispersion([1, 2], [0, 0]))


def test_limits_of_a_ratio_draw_both_numbers_of_an_officer_together():
    rng = np.random.default_rng(4)
    months, acts = rng.integers(1, 13, 400), rng.poisson(2, 400)
    at = 60
    row = resampled_limits(acts, at, exposure=months).iloc[0]
    chosen = np.random.default_rng(9).integers(0, 400, (20_000, at))
    theirs = np.quantile(acts[chosen].sum(1) / months[chosen].sum(1), [0.001, 0.025, 0.975, 0.999])
    ours = row[["low_99_8", "low_95", "high_95", "high_99_8"]].to_numpy(float)
    np.testing.assert_allclose(ours, theirs, rtol=0.06)


def test_limits_of_a_size_do_not_depend_on_which_others_are_asked_for():
    pool = np.random.default_rng(1).poisson(3, 90)
    alone, among = resampled_limits(pool, 70, draws=500), resampled_limits(pool, [3, 70, 200], draws=500)
    assert alone.iloc[0].tolist() == among.iloc[1].tolist()


def test_exposure_of_nobody_and_of_the_wrong_length():
    assert resampled_limits([1, 2], [3], exposure=[0, 0])["low_95"].isna().all()
    with pytest.raises(ValueError, match="exposure"):
        resampled_limits([1, 2], [3], exposure=[1])


def test_the_order_of_officers_is_irrelevant():
    rng = np.random.default_rng(2)
    acts, months = rng.poisson(2, 80), rng.integers(1, 13, 80)
    turn = rng.permutation(80)
    one = resampled_limits(acts, [12, 30], draws=500, exposure=months)
    two = resampled_limits(acts[turn], [12, 30], draws=500, exposure=months[turn])
    assert one.equals(two)
