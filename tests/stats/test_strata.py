"""Stratified ratio against Berkeley's admissions, and the permutation within strata."""

import numpy as np
import pytest

from analytics.stats import stratified_ratio, within_strata_permutation

# Bickel, Hammel, O'Connell (1975, Science 187:398); R's UCBAdmissions: men, women × admitted, rejected.
BERKELEY = np.array(
    [
        [[512, 313], [89, 19]],
        [[353, 207], [17, 8]],
        [[120, 205], [202, 391]],
        [[138, 279], [131, 244]],
        [[53, 138], [94, 299]],
        [[22, 351], [24, 317]],
    ]
)


def test_berkeley():
    # R: mantelhaen.test(UCBAdmissions); its interval and the continuity-corrected statistic.
    found = stratified_ratio(BERKELEY)
    assert found.estimate == pytest.approx(0.9046968, abs=1e-6)
    assert (found.low, found.high) == pytest.approx((0.7719074, 1.0603298), abs=1e-6)
    assert found.statistic == pytest.approx(1.4269462, abs=1e-6)
    assert found.p == pytest.approx(0.2323, abs=1e-4)


def test_the_order_of_rows_turns_the_ratio_round():
    assert stratified_ratio(BERKELEY[:, ::-1]).estimate == pytest.approx(1 / 0.9046968, abs=1e-6)


def test_agrees_with_statsmodels():
    from statsmodels.stats.contingency_tables import StratifiedTable

    theirs = StratifiedTable(list(BERKELEY.astype(float)))
    ours = stratified_ratio(BERKELEY)
    assert ours.estimate == pytest.approx(theirs.oddsratio_pooled, rel=1e-12)
    assert (ours.low, ours.high) == pytest.approx(theirs.oddsratio_pooled_confint(), rel=1e-12)
    assert ours.statistic == pytest.approx(theirs.test_null_odds(correction=True).statistic, rel=1e-12)
    assert stratified_ratio(BERKELEY, "risk").estimate == pytest.approx(theirs.riskratio_pooled, rel=1e-12)


def test_one_stratum_is_the_crude_ratio():
    assert stratified_ratio([[10, 20], [5, 40]]).estimate == pytest.approx(10 * 40 / (20 * 5))
    crude = stratified_ratio([[10, 20], [5, 40]], "risk")
    assert crude.estimate == pytest.approx((10 / 30) / (5 / 45))
    half = 1.959963984540054 * np.sqrt(1 / 10 - 1 / 30 + 1 / 5 - 1 / 45)
    assert crude.low == pytest.approx(crude.estimate * np.exp(-half))


def test_strata_that_say_nothing_change_nothing():
    padded = np.concatenate([BERKELEY, [[[0, 0], [0, 0]], [[1, 0], [0, 0]], [[3, 4], [0, 0]]]])
    assert stratified_ratio(padded) == pytest.approx(stratified_ratio(BERKELEY))
    assert np.isnan(stratified_ratio(np.zeros((2, 2, 2))).estimate)


def test_permutation_by_hand():
    # One stratum, two against two: 6 labellings, of which the observed and its mirror are extreme.
    found = within_strata_permutation([1, 1, 0, 0], ["b", "b", "a", "a"], ["x"] * 4, draws=6000)
    assert found.difference == pytest.approx(1)
    assert found.p == pytest.approx(1 / 3, abs=0.03)


def test_a_difference_of_cities_is_no_difference_of_channels():
    # City x is active and local, city y idle and not: crude 0.6, within cities nothing.
    values = [1] * 8 + [0] * 2 + [1] + [0] * 9
    group = [True] * 9 + [False] + [False] * 9 + [True]
    found = within_strata_permutation(values, group, ["x"] * 10 + ["y"] * 10)
    assert abs(found.difference) < 0.6
    assert found.p > 0.1


def test_the_order_of_rows_is_irrelevant_and_seeds_repeat():
    rng = np.random.default_rng(5)
    rows = rng.integers(0, 4, 90), rng.random(90) < 0.4, rng.integers(0, 6, 90)
    turn = rng.permutation(90)
    first = within_strata_permutation(*rows)
    again = within_strata_permutation(*(r[turn] for r in rows))
    assert first.p == again.p
    assert first.difference == pytest.approx(again.difference)
    np.testing.assert_allclose(first.null, again.null)


def test_nothing_to_compare():
    found = within_strata_permutation([1, 2, 3], [0, 0, 1], ["x", "x", "y"])
    assert np.isnan(found.difference)
    assert np.isnan(found.p)
    with pytest.raises(ValueError, match="two groups"):
        within_strata_permutation([1, 2, 3], [0, 1, 2], [0, 0, 0])


def test_false_alarms_stay_at_their_level():
    rng = np.random.default_rng(8)
    city = np.repeat(np.arange(17), 20)
    base = rng.beta(2, 2, 17)[city]
    channel = rng.random(340) < np.linspace(0.1, 0.9, 17)[city]
    p = [within_strata_permutation(rng.random(340) < base, channel, city, draws=199).p for _ in range(200)]
    assert 0.01 <= np.mean(np.array(p) <= 0.05) <= 0.1


def test_ones_and_zeros_are_relabelled_by_their_counts_with_the_same_law():
    # The same rows a hair away from 0 and 1 take the way of the shuffles; both nulls are one distribution.
    rng = np.random.default_rng(6)
    x, group, strata = rng.random(300) < 0.4, rng.random(300) < 0.3, rng.integers(0, 12, 300)
    counted = within_strata_permutation(x, group, strata, draws=4000)
    shuffled = within_strata_permutation(x * 1.0000001, group, strata, draws=4000)
    assert counted.difference == pytest.approx(shuffled.difference, abs=1e-6)
    assert counted.p == pytest.approx(shuffled.p, abs=0.03)
    at = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]
    np.testing.assert_allclose(np.quantile(counted.null, at), np.quantile(shuffled.null, at), atol=0.02)
