"""One world for all tests of the generator: making it takes some seconds."""

from __future__ import annotations

import pytest

from simulation.province import make_world
from simulation.world import World
from tests.simulation.by_hand import Tiers


@pytest.fixture(scope="session")
def world() -> World:
    return make_world()


@pytest.fixture(scope="session")
def tiers(world: World) -> Tiers:
    return Tiers(world)
