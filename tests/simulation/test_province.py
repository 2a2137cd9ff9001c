"""The figures that the sample was asked to have."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from simulation.check import serving_counts
from simulation.people import BATCHES
from simulation.province import province
from simulation.words import CITIES
from simulation.world import World
from tests.simulation.by_hand import Tiers

ALL = range(543)


def test_batches_cities_categories_and_bodies(world: World) -> None:
    persons = world.persons
    first = world.table("terms").sort_values("started_on", kind="stable").drop_duplicates("officer")
    assert first["batch"].value_counts().to_dict() == dict(BATCHES)
    assert set(persons["city"]) == set(CITIES)
    assert (persons["city"] == "420100").mean() == pytest.approx(0.38, abs=0.01)
    assert (persons["city"] == "429021").sum() in (2, 3)
    assert (persons["category"] == "A").mean() == pytest.approx(0.45, abs=0.005)
    assert set(persons["recommender_type"]) == {
        "市州科协",
        "县市区科协",
        "科研院所科协",
        "企业科协",
        "高校科协",
    }
    assert not persons.duplicated(["name", "org"]).any()


def test_headcounts_at_the_end_of_2025(world: World) -> None:
    counts = serving_counts(world)
    assert counts["serving"] == pytest.approx(410, abs=8)
    assert counts["within"] == pytest.approx(385, abs=8)
    assert counts["pending"] == pytest.approx(25, abs=5)


def test_renewals_are_two_in_three(world: World) -> None:
    terms = world.table("terms")
    for batch, share in (("2021-09", 0.65), ("2022-06", 0.65), ("2023-05", 0.65)):
        officers = terms.loc[(terms["batch"] == batch) & (terms["term_no"] == 1), "officer"]
        again = terms.loc[terms["term_no"] == 2, "officer"]
        assert officers.isin(again).mean() == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_supply_of_a_year(world: World, year: int) -> None:
    demands = world.table("demands")
    demands = demands[~demands.duplicated(["title", "enterprise"])]
    demands = demands[demands["submitted_on"].dt.year == year]
    assert len(demands) == 320
    by_officer = demands["officer"].value_counts()
    serving = 410 if year == 2025 else 385
    assert by_officer.head(round(0.15 * serving)).sum() / by_officer.sum() == pytest.approx(0.6, abs=0.06)
    assert (world.table("achievements")["submitted_on"].dt.year == year).sum() == 600


def test_rhythm_of_the_year(world: World) -> None:
    achievements = world.table("achievements")["submitted_on"]
    months = Counter(achievements[achievements.dt.year == 2025].dt.month)
    assert months[12] > 5 * months[11] / 2
    assert months[8] <= 6
    visits = world.table("activities")["acted_on"]
    assert not visits.between("2025-01-27", "2025-02-05").any()


def test_silent_units_send_no_personal_reminders(world: World) -> None:
    reminders = world.table("reminders")
    units = reminders["officer"].dropna().astype(int).map(world.persons["unit"])
    assert set(CITIES) - set(units) == {"429005", "429006"}
    assert (reminders.loc[reminders["officer"].notna(), "channel"] == "QQ群").mean() == pytest.approx(
        0.7, abs=0.02
    )


def test_contracts_of_2025(world: World, tiers: Tiers) -> None:
    contracts, summaries = world.table("contracts"), world.table("summaries")
    mine = contracts[contracts["signed_on"].dt.year == 2025]
    reported = set(mine.loc[mine["source"] == "自报", "officer"])
    said = summaries[summaries["submitted_on"].dt.year == 2025]
    reported |= set(said.loc[said["contracts_reported"] >= 1, "officer"])
    verified = mine[mine["source"] == "核验"]
    assert (len(reported), verified["officer"].nunique(), len(verified)) == (52, 21, 27)
    assert all(tiers.serving(int(key), date(2025, 12, 31)) for key in reported | set(verified["officer"]))
    assert (verified["is_local"] == "省内").mean() == pytest.approx(0.55, abs=0.01)


def test_levels_look_sane_by_hand(tiers: Tiers) -> None:
    shares = {year: _shares(tiers, year) for year in (2024, 2025)}
    assert 0.30 <= shares[2025]["proactive"] <= 0.38
    assert 0.08 <= shares[2025]["lost"] <= 0.12
    assert shares[2024]["proactive"] < shares[2025]["proactive"]
    assert shares[2024]["lost"] > shares[2025]["lost"]


def test_only_yichang_and_huanggang_stand_apart(tiers: Tiers) -> None:
    found = {"420500": [0, 0], "421100": [0, 0]}
    for key in ALL:
        tier, unit = tiers.tier(key, 2025, 12), _unit(tiers, key)
        if tier != "not_serving" and unit in found:
            found[unit][0] += tier == "proactive"
            found[unit][1] += 1
    assert found["420500"][0] / found["420500"][1] > 0.55
    assert found["421100"][0] / found["421100"][1] < 0.2


def _shares(tiers: Tiers, year: int) -> dict[str, float]:
    counts = Counter(tiers.tier(key, year, 12) for key in ALL)
    serving = sum(n for tier, n in counts.items() if tier != "not_serving")
    return {tier: n / serving for tier, n in counts.items()}


def _unit(tiers: Tiers, key: int) -> str:
    return tiers.unit(key, date(2025, 12, 31))


def test_province_scales_for_benches() -> None:
    frames = province(seed=1, officers=2000, acts=1.0)
    assert len(frames["officers"]) == 2000
    assert frames["activities"]["officer"].str.startswith("HBLL").all()
