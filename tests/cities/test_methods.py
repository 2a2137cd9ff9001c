"""Each method of the comparison on rows that can be reckoned by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analytics.cities import words
from analytics.cities.channels import channels, recognisers
from analytics.cities.declaration import COMPARED
from analytics.cities.funnel import funnel
from analytics.cities.mix import mix
from analytics.cities.people import by_unit
from analytics.cities.quarters import FALSE_ALARM, period
from analytics.cities.ranges import ranges
from analytics.stats import xmr
from tests.cities.frames import SIZES, bursty, frame

SHARE = COMPARED["share_proactive"]


def strata(rows: list[tuple[str, str, str, str, int, int]]) -> pd.DataFrame:
    """(city, category, tenure, channel, n, proactive) → one row an officer."""
    people = [
        {
            "unit": city if channel == "local" else "non_city",
            "city": city,
            "category": category,
            "tenure": tenure,
            "channel": channel,
            "x": float(at < hits),
            "s": 1.0,
        }
        for city, category, tenure, channel, n, hits in rows
        for at in range(n)
    ]
    return pd.DataFrame(people).assign(person_id=[f"p{at}" for at in range(len(people))])


def test_a_difference_of_mix_is_no_difference_of_channels():
    """Crude: 34 of 60 against 22 of 60; within each category exactly the same."""
    people = strata(
        [
            ("420100", "A", "first", "local", 40, 32),
            ("420100", "A", "first", "institution", 10, 8),
            ("420100", "B", "first", "local", 20, 4),
            ("420100", "B", "first", "institution", 50, 10),
        ]
    )
    found = channels(people, min_n=10)
    row = found.rows.set_index("group").loc["420100"]
    assert (row["local_numerator"], row["local_denominator"]) == (36, 60)
    assert row["local_value"] == pytest.approx(row["institution_value"])
    assert found.permutation.difference == pytest.approx(0)
    assert found.ratio.estimate == pytest.approx(1)
    assert found.beyond == ""


def test_the_ends_of_the_dumbbell_differ_by_what_the_permutation_tests():
    rng = np.random.default_rng(0)
    people = frame((rng.random(543) < 0.4).astype(float))
    found = channels(people, min_n=10)
    row = found.rows.set_index("group").loc["all"]
    assert row["local_value"] - row["institution_value"] == pytest.approx(found.permutation.difference)


def test_a_clear_difference_within_cities_is_beyond():
    people = strata(
        [
            (c, "A", "first", side, 30, hits)
            for c in ("420100", "420500")
            for side, hits in (("local", 25), ("institution", 6))
        ]
    )
    found = channels(people, min_n=10)
    assert found.beyond == "99_8"
    assert found.ratio.low > 1
    assert found.permutation.difference > 0


def test_nine_on_one_side_is_counts_and_ten_is_a_value():
    for n, is_small in ((9, True), (10, False), (11, False)):
        people = strata(
            [("420100", "A", "first", "local", 40, 20), ("420100", "A", "first", "institution", n, 3)]
        )
        assert channels(people, min_n=10).rows["is_small"].iloc[0] == is_small


def test_cities_with_one_side_only_say_nothing():
    found = channels(
        strata([("420100", "A", "first", "local", 40, 20), ("420500", "A", "first", "institution", 40, 3)]),
        min_n=10,
    )
    assert found.strata == 0
    assert np.isnan(found.permutation.p)
    assert found.beyond == ""
    assert not found.is_comparable


def test_recognisers_are_compared_only_within_a_file_that_holds_both():
    people = strata([("420100", "A", "first", "local", 60, 30)])
    levels = people[["person_id"]].assign(recognised_by="省科协", sha256="f1")
    assert recognisers(people, levels, min_n=10) is None
    levels.loc[levels.index[:30], ["recognised_by", "sha256"]] = ["市州科协", "f2"]
    assert recognisers(people, levels, min_n=10) is None
    levels["sha256"] = "f1"
    found = recognisers(people, levels, min_n=10)
    assert found is not None
    assert found.rows.loc[0, ["local_denominator", "institution_denominator"]].tolist() == [30, 30]


def test_expected_by_hand():
    """A: 20 of 40 in the province, B: 10 of 40. A unit of 10 A and 30 B is expected 5 + 7.5."""
    people = strata(
        [
            ("420100", "A", "first", "local", 10, 10),
            ("420100", "B", "first", "local", 30, 5),
            ("420500", "A", "first", "local", 30, 10),
            ("420500", "B", "first", "local", 10, 5),
        ]
    )
    found = mix(people, SHARE, min_n=10).set_index("group")
    assert found.loc["420100", "expected"] == pytest.approx(10 * 0.5 + 30 * 0.25)
    assert found["expected"].sum() == pytest.approx(people["x"].sum())
    drawn = np.random.default_rng(1).binomial([10, 30], [0.5, 0.25], (200_000, 2)).sum(1)
    low, high = np.quantile(drawn, [0.025, 0.975], method="inverted_cdf")
    assert found.loc["420100", ["expected_low", "expected_high"]].tolist() == [low, high]


def test_expected_of_counts_adds_up_too():
    people = frame(bursty(np.random.default_rng(2), 543))
    found = mix(people, COMPARED["demands"], min_n=10)
    assert found["expected"].sum() == pytest.approx(people["x"].sum())
    drawn = found[found["is_drawn"]]
    assert drawn["expected"].between(drawn["expected_low"], drawn["expected_high"]).all()


@pytest.mark.parametrize(("n", "is_shown"), [(9, False), (10, True), (11, True)])
def test_at_the_least_n(n: int, is_shown: bool):
    sizes = SIZES.copy()
    sizes[3] = n
    people = frame(np.tile([1.0, 0.0, 0.0], 400)[: sizes.sum()], sizes)
    row = by_unit(people, SHARE, min_n=10).set_index("group").loc["420500"]
    assert (row["n"], row["suppressed"]) == (n, not is_shown)
    assert np.isnan(row["value"]) == (not is_shown)
    assert row["numerator"] >= 3
    found = funnel(people, SHARE, min_n=10).units.set_index("group")
    assert found.loc["420500", "is_drawn"] == is_shown


def test_units_without_records_are_neither_drawn_nor_part_of_the_centre():
    people = frame((np.arange(543) % 3 == 0).astype(float))
    people.loc[people["unit"] == "429005", "x"] = 0.0
    found = funnel(people, SHARE, min_n=10, unrecorded=("429005",))
    kept = people[people["unit"] != "429005"]
    assert found.centre == pytest.approx(kept["x"].mean())
    assert not found.units.set_index("group").loc["429005", "is_drawn"]
    # Acts do not need records: there the unit stands.
    acts = funnel(people, COMPARED["acts_per_officer_month"], min_n=10, unrecorded=("429005",))
    assert acts.units.set_index("group").loc["429005", "is_drawn"]


def test_what_nobody_filed_moves_no_limit():
    people = frame(bursty(np.random.default_rng(3), 543))
    nobody = pd.DataFrame([{"person_id": None, "unit": "unknown", "x": 500.0, "s": 0.0}])
    with_platform = pd.concat([people, nobody], ignore_index=True)
    one, two = (funnel(p, COMPARED["demands"], min_n=10) for p in (people, with_platform))
    pd.testing.assert_frame_equal(one.limits, two.limits)
    assert one.centre == two.centre
    assert two.units["group"].iloc[-1] == "unknown"


def test_ranges_of_equal_cities_are_from_end_to_end_and_non_city_has_none():
    people = frame(np.tile([1.0, 0.0], 272)[:543])
    people.loc[people["unit"] == "420100", "unit"] = "non_city"
    found = ranges(people, SHARE, min_n=10).set_index("group")
    cities = found[found["best"].notna()]
    assert (cities["best"] == 1).all()
    assert (cities["worst"] == 16).all()
    assert np.isnan(found.loc["non_city", "best"])


def test_no_contract_in_a_small_unit_is_no_certainty():
    x = bursty(np.random.default_rng(4), 543).astype(float)
    people = frame(x)
    people.loc[people["unit"] == "429006", "x"] = 0.0
    found = ranges(people, COMPARED["contracts"], min_n=10).set_index("group")
    assert found.loc["429006", "best"] < 10


def test_quarters_are_named_by_the_calendar_or_by_their_months():
    import datetime as dt

    assert period(dt.date(2025, 12, 1), 0) == "2025Q4"
    assert period(dt.date(2025, 12, 1), 11) == "2023Q1"
    assert period(dt.date(2025, 11, 1), 0) == "2025-09–11"


def test_how_often_a_steady_series_shows_a_signal_is_what_the_page_says():
    rng, runs = np.random.default_rng(5), 1_000
    hits = [(xmr(rng.normal(size=12), baseline=8)["signal"].iloc[-4:] != "").any() for _ in range(runs)]
    assert np.mean(hits) == pytest.approx(FALSE_ALARM, abs=0.03)


def test_one_unit_alone_is_compared_with_nobody(compared):
    """Where only one unit can be drawn, nothing is said of differences, neither of chance."""
    found = compared("share_proactive")
    units = found.funnel.units.assign(is_drawn=found.funnel.units["group"] == "420100", beyond="", side="")
    alone = replace(found, funnel=replace(found.funnel, units=units))
    assert words.funnel_title(alone).zh == "只有一个单位可画，没有可以与它比较的"
    assert words.mix_title(units).en == "Only one unit can be drawn: nothing to compare it with"


def test_shared_draws_give_each_unit_the_range_of_its_own_officers():
    """The same rows with units apart and the strata drawn unit by unit: the same law."""
    rng = np.random.default_rng(4)
    people = frame(bursty(rng, 543))
    found = mix(people, COMPARED["acts_per_officer_month"], min_n=10).set_index("group")
    own = people[people["unit"] == "420100"]
    pools = {key: rows["x"].to_numpy() for key, rows in people.groupby(["category", "tenure"])}
    sums = sum(
        rng.choice(pools[key], (8_000, len(rows))).sum(axis=1)
        for key, rows in own.groupby(["category", "tenure"])
    )
    low, high = np.quantile(sums, [0.025, 0.975])
    assert found.loc["420100", ["expected_low", "expected_high"]].to_numpy(float) == pytest.approx(
        [low, high], rel=0.05
    )
