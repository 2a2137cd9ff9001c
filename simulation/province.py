"""The whole invented province: sheet id → frame with the columns of the data dictionary."""

from __future__ import annotations

from typing import Any

import pandas as pd

from simulation.acts import make_acts
from simulation.careers import make_careers
from simulation.contracts import link_contracts, make_contracts
from simulation.matching import make_matches
from simulation.office import make_office
from simulation.people import FULL_SIZE, duty_of, make_people
from simulation.planted.cases import plant_rows
from simulation.planted.people import PLANTED
from simulation.planted.terms import plant_terms
from simulation.reminders import make_reminders
from simulation.supply import make_supply
from simulation.world import World

SEED = 20251231
OFFICER_COLUMNS = ("officer", "actual_officer", "officer_a", "officer_b")


def make_world(seed: int = SEED, officers: int = FULL_SIZE, acts: float = 1.0) -> World:
    """The province with person keys in place of officers. Planted cases stand in it from 543 officers on.

    acts: activity per officer as a multiple of the usual one (1.0: 320 demands a year for 543 officers).
    """
    world = World(seed)
    make_people(world, officers)
    make_careers(world)
    keys = _planted_keys(world)
    if keys:
        plant_terms(world, keys)
    make_reminders(world)
    make_acts(world, acts)
    make_supply(world)
    make_matches(world)
    make_contracts(world)
    link_contracts(world)
    make_office(world)
    if keys:
        plant_rows(world, keys)
    return world


def _planted_keys(world: World) -> dict[str, int]:
    planted = world.persons["planted"]
    return {
        case.id: int(planted.index[planted == case.id][0]) for case in PLANTED if (planted == case.id).any()
    }


def officers_sheet(world: World) -> pd.DataFrame:
    """The roster as one table, one row a person."""
    persons = world.persons
    duty = [duty_of(t, d) for t, d in zip(persons["org_type"], persons["draw"], strict=True)]
    return persons.assign(duty=duty).drop(
        columns=["unit", "batch", "planted", "draw", "channel", "recommender", "recommender_type"]
    )


def province(seed: int = SEED, officers: int = FULL_SIZE, acts: float = 1.0) -> dict[str, pd.DataFrame]:
    """Frames by sheet, officers as officer numbers: for benches and tests, without a workbook between.

    >>> sorted(province(officers=60))[:3]
    ['achievements', 'activities', 'assessments']
    """
    world = make_world(seed, officers, acts)
    numbers = world.persons["officer_no"]
    frames: dict[str, Any] = {"officers": officers_sheet(world)}
    for sheet in sorted(name for name in world.tables if not name.startswith("_")):
        frame = world.table(sheet)
        for column in OFFICER_COLUMNS:
            if column in frame:
                frame[column] = frame[column].astype("Int64").map(numbers)
        frames[sheet] = frame
    return frames
