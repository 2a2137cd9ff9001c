"""Invented provinces as `people` frames: equal cities, bursty officers (模拟数据)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from foundation.reference.cities import CITY_CODES

#: Seventeen cities at the sizes of a real province: 543 officers.
SIZES = np.array([96, 22, 26, 40, 37, 18, 16, 24, 28, 33, 19, 17, 21, 16, 15, 10, 105])
#: The largest is 非市州推荐's size; 神农架 stands at the least n that is shown.
assert SIZES.sum() == 543


def frame(x: np.ndarray, sizes: np.ndarray = SIZES, s: np.ndarray | None = None) -> pd.DataFrame:
    """One row an officer: units in official order at their sizes."""
    unit = np.repeat(np.array(CITY_CODES), sizes)
    return pd.DataFrame(
        {
            "person_id": [f"p{at:05d}" for at in range(len(x))],
            "unit": unit,
            "city": unit,
            "category": np.where(np.arange(len(x)) % 3 == 0, "A", "B"),
            "channel": np.where(np.arange(len(x)) % 4 == 0, "institution", "local"),
            "tenure": np.where(np.arange(len(x)) % 5 < 2, "first", "renewed"),
            "x": np.asarray(x, float),
            "s": np.ones(len(x)) if s is None else np.asarray(s, float),
        }
    )


def bursty(rng: np.random.Generator, size: int) -> np.ndarray:
    """Acts of officers: most do little, a few very much (negative binomial, shape 0.35)."""
    return rng.poisson(6 * rng.gamma(0.35, 1 / 0.35, size))
