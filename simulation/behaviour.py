"""How each officer behaves in a year. No file states it; the rows of all sheets are drawn from it."""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.seasons import YEARS
from simulation.world import World, where

KINDS = np.array(["P", "R", "A", "Q", "L"])
#: Year → true shares of the latent behaviours. No city differs, but for 宜昌 and 黄冈.
SHARES = {
    2021: (0.30, 0.25, 0.26, 0.09, 0.10),
    2022: (0.31, 0.25, 0.25, 0.08, 0.11),
    2023: (0.31, 0.24, 0.24, 0.08, 0.13),
    2024: (0.33, 0.23, 0.22, 0.07, 0.15),
    2025: (0.46, 0.20, 0.12, 0.06, 0.16),
}
APART = {"420500": (0.74, 0.11, 0.06, 0.03, 0.06), "421100": (0.08, 0.28, 0.36, 0.12, 0.16)}
PERSISTENCE = 0.7


def behave(world: World, rng: np.random.Generator) -> None:
    """One behaviour a year; a part of the officers keep last year's."""
    units = world.persons["unit"].to_numpy()
    before: Any = None
    for year in YEARS:
        drawn = KINDS[np.searchsorted(np.cumsum(SHARES[year])[:-1], rng.random(len(units)), side="right")]
        for unit, shares in APART.items():
            here = units == unit
            points = rng.permutation((np.arange(here.sum()) + 0.5) / max(1, here.sum()))
            drawn[here] = KINDS[np.searchsorted(np.cumsum(shares)[:-1], points, side="right")]
        keeps = (rng.random(len(units)) < PERSISTENCE) & ~np.isin(units, list(APART))
        world.kinds[year] = drawn if before is None else where(keeps, before, drawn)
        before = world.kinds[year]
