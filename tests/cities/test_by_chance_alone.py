"""What the comparison says when nothing is there: seventeen equal cities, bursty officers, thousands of runs.

The limits are those of the programme: at most 2 % of runs with any false 99.8 % flag for proportions, 5 % for
counts; permutation false positives at most 7 % at 5 %; shrunken error at most half the raw.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analytics.cities.change import changes
from analytics.cities.channels import channels
from analytics.cities.declaration import COMPARED
from analytics.cities.funnel import funnel
from analytics.stats import funnel_limits, resampled_limits, shrink_rates, within_strata_permutation
from tests.cities.frames import SIZES, bursty, frame

START = np.concatenate([[0], SIZES.cumsum()[:-1]])


def test_proportions_flag_an_equal_city_in_at_most_two_percent_of_runs():
    rng, runs = np.random.default_rng(1), 4_000
    hits = rng.binomial(SIZES, 0.34, (runs, len(SIZES)))
    # Limits depend on the centre alone, and the centre on the total: each is asked for once.
    limits = {int(total): funnel_limits(SIZES, total / SIZES.sum()) for total in np.unique(hits.sum(axis=1))}
    flagged = 0
    for row in hits:
        own, share = limits[int(row.sum())], row / SIZES
        flagged += bool(((share > own["high_99_8"]) | (share < own["low_99_8"])).any())
    assert flagged / runs <= 0.02


def test_counts_of_bursty_officers_flag_an_equal_city_in_at_most_five_percent_of_runs():
    rng, runs = np.random.default_rng(2), 400
    resampled, poisson = 0, 0
    for run in range(runs):
        acts = bursty(rng, 543)
        mean = np.add.reduceat(acts, START) / SIZES
        own = resampled_limits(acts, SIZES, draws=4_000, seed=run)
        resampled += bool(((mean > own["high_99_8"]) | (mean < own["low_99_8"])).any())
        if run < 40:
            plain = funnel_limits(SIZES, acts.mean(), kind="rate")
            poisson += bool(((mean > plain["high_99_8"]) | (mean < plain["low_99_8"])).any())
    assert resampled / runs <= 0.05
    # What it is needed for: plain Poisson limits cry wolf nearly every time.
    assert poisson / 40 > 0.5


def test_the_page_s_own_funnel_agrees_with_the_limits_it_is_built_from():
    rng = np.random.default_rng(3)
    for id, x in (("share_proactive", rng.random(543) < 0.34), ("acts_per_officer_month", bursty(rng, 543))):
        found = funnel(frame(x), COMPARED[id], min_n=10)
        assert len(found.drawn) == 17
        assert (found.units["beyond"] == "99_8").sum() == 0
        own = found.limits.set_index("n").loc[found.drawn["n"]]
        out = (found.drawn["value"].to_numpy() > own["high_95"]) | (
            found.drawn["value"].to_numpy() < own["low_95"]
        )
        assert out.sum() == (found.units["beyond"] != "").sum()


def test_permutation_false_positives_over_three_thousand_runs():
    """Bursty cities, channels unequally mixed over them, no difference within any."""
    rng, runs = np.random.default_rng(4), 3_000
    city = np.repeat(np.arange(17), SIZES)
    channel = rng.random(543) < np.linspace(0.1, 0.9, 17)[city]
    base = rng.beta(2, 4, 17)[city]
    p = [
        within_strata_permutation(rng.random(543) < base, channel, city, draws=499, seed=run).p
        for run in range(runs)
    ]
    share = np.mean(np.array(p) <= 0.05)
    assert 0.03 <= share <= 0.07


def test_the_page_s_channels_keep_the_level_with_category_and_tenure_in_the_strata():
    rng, runs = np.random.default_rng(5), 120
    people = frame(np.zeros(543))
    people["channel"] = np.where(rng.random(543) < 0.3, "institution", "local")
    calls = [
        channels(people.assign(x=(rng.random(543) < 0.4).astype(float)), min_n=10, draws=199).beyond != ""
        for _ in range(runs)
    ]
    assert np.mean(calls) <= 0.07


def test_shrinkage_halves_the_error_where_true_rates_spread_by_eight_points():
    rng = np.random.default_rng(6)
    raw, shrunken = [], []
    for _ in range(200):
        truth = np.clip(rng.normal(0.34, 0.08, 17), 0.02, 0.98)
        hits = rng.binomial(SIZES, truth)
        estimate = shrink_rates(hits, SIZES)["estimate"]
        raw.append(((hits / SIZES - truth) ** 2).mean())
        shrunken.append(((estimate - truth) ** 2).mean())
    assert np.mean(shrunken) <= 0.5 * np.mean(raw)


def test_a_year_in_which_nothing_changed_is_called_a_change_no_more_often_than_said():
    """Most persons stand in both periods and keep their habits; some leave, some join."""
    rng, runs = np.random.default_rng(7), 40
    far, near = 0, []
    for _ in range(runs):
        habit = rng.beta(0.8, 1.6, 543)
        both = [frame((rng.random(543) < habit).astype(float)) for _ in range(2)]
        kept = [one[rng.random(543) < 0.9] for one in both]
        found = changes(kept[0], kept[1], COMPARED["share_proactive"], min_n=10).units
        far += bool((found["beyond"] == "99_8").any())
        near.append((found["beyond"] != "").sum() / max(found["is_drawn"].sum(), 1))
    assert far / runs <= 0.05
    # 5 % of some 680 changes, give or take the luck of the seed.
    assert np.mean(near) <= 0.065


def test_a_change_of_everybody_is_found():
    rng = np.random.default_rng(8)
    then = frame((rng.random(543) < 0.3).astype(float))
    now = then.assign(x=np.where(then["unit"] == "420500", 1.0, then["x"]))
    found = changes(now, then, COMPARED["share_proactive"], min_n=10)
    assert found.beyond("99_8", "up")["group"].to_list() == ["420500"]
    assert found.beyond("99_8", "down").empty
    row = found.units.set_index("group").loc["420500"]
    assert row["low"] > 0
    assert row["change"] == pytest.approx(1 - then.loc[then["unit"] == "420500", "x"].mean())


def test_six_of_twelve_who_moved_up_are_no_proof():
    """All six movers upwards is p = 1/32: a resampling alone would call it beyond 99.8 %."""
    sizes = np.full(17, 12)
    then = frame(np.tile([0.0] * 12, 17), sizes)
    now = then.assign(
        x=np.where((then["unit"] == "420500") & (then.groupby("unit").cumcount() < 6), 1.0, 0.0)
    )
    found = changes(now, then, COMPARED["share_proactive"], min_n=10).units.set_index("group")
    assert found.loc["420500", "beyond"] == "95"
    assert 0.02 < found.loc["420500", "p"] < 0.05


def test_rows_in_any_order_give_the_same():
    rng = np.random.default_rng(9)
    people = frame(bursty(rng, 543))
    turned = people.sample(frac=1, random_state=3)
    one, two = (
        changes(p.sort_values(["person_id"]), people, COMPARED["demands"], min_n=10).units
        for p in (people, turned)
    )
    pd.testing.assert_frame_equal(one, two)
