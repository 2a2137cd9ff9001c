"""Every planted case stands in the sample and, read by hand, has the tier that the list expects."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from simulation.planted.people import PLANTED
from simulation.words import CITIES
from simulation.world import World
from tests.simulation.by_hand import Tiers, month_end

CASES = list(csv.DictReader(Path(__file__).with_name("planted_cases.csv").open(encoding="utf-8")))


def test_every_planted_officer_has_an_expectation() -> None:
    assert {case.id for case in PLANTED} == {row["case"] for row in CASES}
    assert {(c.id, c.name) for c in PLANTED} == {(r["case"], r["officer"]) for r in CASES}


@pytest.mark.parametrize("case", CASES, ids=[f"{c['case']}-{c['as_of']}" for c in CASES])
def test_tier_by_hand(case: dict[str, str], world: World, tiers: Tiers) -> None:
    key = _key(world, case["officer"])
    year, month = map(int, case["as_of"].split("-"))
    assert tiers.tier(key, year, month) == case["expected_tier"], case["why"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['case']}-{c['as_of']}" for c in CASES])
def test_unit_by_hand(case: dict[str, str], world: World, tiers: Tiers) -> None:
    year, month = map(int, case["as_of"].split("-"))
    unit = tiers.unit(_key(world, case["officer"]), month_end(year, month))
    names = {
        code: name[1].removesuffix("州") if code == "422800" else name[1] for code, name in CITIES.items()
    }
    assert names.get(unit, "非市州推荐") == case["unit"]


def _key(world: World, name: str) -> int:
    found = world.persons.index[world.persons["name"] == name]
    assert len(found) == 1, name
    return int(found[0])
