"""Further published answers, and the edges that real files bring: nothing, all, one stratum, ties, huge n."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.stats import (
    cumulative_incidence,
    funnel_limits,
    kaplan_meier,
    overdispersion,
    proportion_interval,
    rank_ranges,
    rate_interval,
    resampled_limits,
    shrink_rates,
    stratified_ratio,
    within_strata_permutation,
    xmr,
)

# Newcombe (1998, Stat Med 17:857-872), table I: x of n, Wilson's and the exact 95 % limits.
NEWCOMBE = [
    (81, 263, 0.2553, 0.3662, 0.2527, 0.3676),
    (15, 148, 0.0624, 0.1605, 0.0578, 0.1617),
    (0, 20, 0.0000, 0.1611, 0.0000, 0.1684),
    (1, 29, 0.0061, 0.1718, 0.0009, 0.1776),
]


@pytest.mark.parametrize("row", NEWCOMBE)
def test_newcombe(row):
    x, n, *limits = row
    found = [*proportion_interval(x, n), *proportion_interval(x, n, method="exact")]
    assert found == pytest.approx(limits, abs=5e-5)


def test_wilson_and_byar_of_a_hundred():
    # Public Health England's own functions: 100 of 10,000 and 100 events.
    assert proportion_interval(100, 10_000) == pytest.approx((0.008229336148, 0.012146982256), abs=1e-12)
    assert rate_interval(100)[0] == pytest.approx(81.36210549052788, abs=1e-9)
    # Byar lies within a hundredth of the exact limits there (Garwood: 81.3639, 121.6270).
    assert rate_interval(100) == pytest.approx((81.3639, 121.6270), abs=0.01)


# Public Health England's funnel for proportions, test data of its R package: 80.642448 %, limits at 95 and
# 99.8 % in per cent. Theirs lie between counts, ours on the attainable count beside them.
PHE = """
20      63.326743  97.958152  53.341156  100
50      69.691035  91.593861  63.375595  97.909301
102     72.974925  88.309971  68.553233  92.731663
289     76.087261  85.197635  73.460384  87.824512
1008    78.203374  83.081521  76.796814  84.488082
9998    79.867989  81.416907  79.421375  81.863521
110000  80.408963  80.875933  80.274317  81.010578
"""


def test_funnel_beside_public_health_england_s():
    theirs = np.array([[float(cell) for cell in line.split()] for line in PHE.strip().splitlines()])
    ours = funnel_limits(theirs[:, 0], 0.80642448).drop(columns="n")[
        ["low_95", "high_95", "low_99_8", "high_99_8"]
    ]
    counts = (100 * ours.to_numpy() - theirs[:, 1:]) / 100 * theirs[:, :1]
    assert np.abs(counts).max() < 1.2


def test_rabbits():
    # R: mantelhaen.test(Rabbits); lethal doses of streptococci and penicillin, five strata of which three tell.
    rabbits = [
        [[0, 6], [0, 5]],
        [[3, 3], [0, 6]],
        [[6, 0], [2, 4]],
        [[5, 1], [6, 0]],
        [[2, 0], [5, 0]],
    ]
    found = stratified_ratio(rabbits)
    assert found.estimate == pytest.approx(7)
    assert (found.low, found.high) == pytest.approx((1.026713, 47.725133), abs=1e-6)
    assert found.statistic == pytest.approx(3.9286, abs=5e-5)
    assert found.p == pytest.approx(0.04747, abs=5e-6)


def test_leukaemia_remissions():
    # Freireich et al. (1963), 6-MP group, as in every survival textbook: S(t), and the median of 23 weeks.
    weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    relapse = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    found = kaplan_meier(weeks, relapse).set_index("time")
    at = [6, 7, 10, 13, 16, 22, 23]
    printed = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert found.loc[at, "estimate"].to_numpy() == pytest.approx(printed, abs=6e-4)
    greenwood = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    error = -np.log(found.loc[at, "low"] / found.loc[at, "estimate"]) / 1.959964 * found.loc[at, "estimate"]
    assert error.to_numpy() == pytest.approx(greenwood, abs=6e-5)
    assert kaplan_meier(weeks, relapse).attrs["median"] == 23


@pytest.fixture(scope="module")
def pisa() -> pd.DataFrame:
    return pd.read_csv(Path(__file__).parents[1] / "data" / "pisa_math.csv", index_col="country")


def test_countries_in_mathematics(pisa):
    # The example of the authors' own package csranks: marginally the United Kingdom 8 to 23; together, three
    # countries apart from all others, Germany's and Korea's ranges share 7, and at 75 % nothing.
    best, worst = rank_ranges(pisa["score"], pisa["error"], simultaneous=False)
    place = pisa.index.get_loc("United Kingdom")
    assert (best[place], worst[place]) == (8, 23)
    for confidence, is_shared in ((0.95, True), (0.75, False)):
        best, worst = rank_ranges(pisa["score"], pisa["error"], confidence)
        both = pisa.assign(best=best, worst=worst)
        last = both.loc[["Chile", "Mexico", "Colombia"]]
        assert last["best"].min() > both.drop(last.index)["worst"].max()
        assert (both.loc["Germany", "best"] <= both.loc["Korea", "worst"]) is np.bool_(is_shared)
        if is_shared:
            assert both.loc["Germany", "best"] == both.loc["Korea", "worst"] == 7


def test_ranks_where_nothing_or_everything_is_known():
    assert [a.tolist() for a in rank_ranges([1, 1, 1], [0.1] * 3)] == [[1, 1, 1], [3, 3, 3]]
    assert [len(a) for a in rank_ranges([], [])] == [0, 0]
    best, worst = rank_ranges([9, 5, 1], [0.01, np.inf, 0.01])
    assert (best[1], worst[1]) == (1, 3)


ENDS = {
    "one group": ([3], [10]),
    "none of all": ([0], [10]),
    "all of all": ([10] * 3, [10] * 3),
    "nobody": ([0, 3], [0, 10]),
    "equal": ([5] * 6, [10] * 6),
    "both ends": ([0, 10, 0, 10], [10] * 4),
    "huge": ([10**8, 2 * 10**8, 3 * 10**8], [10**9] * 3),
    "huge and tiny": ([1, 5 * 10**8], [3, 10**9]),
    "no groups": ([], []),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("model", ["beta-binomial", "gamma-poisson", "logit-normal"])
@pytest.mark.parametrize("case", list(ENDS))
def test_shrinkage_at_the_ends(case, model):
    successes, n = (np.array(part, float) for part in ENDS[case])
    found = shrink_rates(successes, n, model=model)
    assert np.isfinite(found.drop(columns="raw").to_numpy(float)).all()
    assert (found["low"] <= found["estimate"] + 1e-9).all()
    assert (found["estimate"] <= found["high"] + 1e-9).all()
    assert found["weight"].between(0, 1).all()
    if case == "huge":
        assert found["estimate"].to_numpy() == pytest.approx([0.1, 0.2, 0.3], abs=1e-5)


@pytest.mark.filterwarnings("error")
def test_intervals_and_limits_at_the_ends():
    for method in ("wilson", "exact"):
        low, high = proportion_interval([0, 1, 10**9 - 1, 10**9], 10**9, method=method)
        assert low[0] == 0
        assert high[-1] == 1
        assert (low < high).all()
    assert rate_interval(1e9, 1e6) == pytest.approx((999.938, 1000.062), abs=1e-3)
    huge = funnel_limits([1, 10**9], 0.3)
    assert huge.loc[0, "high_99_8"] == 1
    assert huge.loc[1, "high_95"] == pytest.approx(0.3 + 1.96 * np.sqrt(0.21 / 1e9), abs=1e-8)
    for empty in (proportion_interval([], []), rate_interval([])):
        assert [len(part) for part in empty] == [0, 0]
    assert funnel_limits([], 0.3).empty
    assert np.isnan(overdispersion([], []))
    assert resampled_limits([4.0], [3], draws=10)["high_99_8"].tolist() == [4]


@pytest.mark.filterwarnings("error")
def test_strata_at_the_ends():
    assert np.isinf(stratified_ratio([[5, 0], [3, 4]]).estimate)
    assert np.isnan(stratified_ratio(np.zeros((0, 2, 2))).p)
    equal = stratified_ratio(np.full((3, 2, 2), 1e9))
    assert (equal.estimate, equal.p) == (1, 1)
    assert within_strata_permutation([1, 1, 1, 1], [0, 1, 0, 1], [0] * 4).p == 1
    assert np.isnan(within_strata_permutation([], [], []).p)
    assert np.isnan(within_strata_permutation([1, 0], ["a", "a"], [0, 0]).p)


@pytest.mark.filterwarnings("error")
def test_series_and_times_at_the_ends():
    assert xmr([5, 5, 5, 5, 6], baseline=4)["signal"].tolist() == ["", "", "", "", "beyond"]
    assert xmr([np.nan] * 3)["signal"].tolist() == [""] * 3
    every = kaplan_meier([2, 2, 2], [1, 0, 1])
    assert every["estimate"].tolist() == pytest.approx([1 / 3])
    alone = cumulative_incidence([3], [2])
    assert alone[["cause", "estimate"]].to_numpy().tolist() == [[2, 1]]
