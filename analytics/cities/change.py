"""Did a unit change since the month compared with by more than its officers vary from year to year?

Most persons stand in both periods, so both are drawn together. A change is called beyond chance only where
two things agree: the interval from resampling the unit's officers leaves zero out (Efron 1979), and swapping
the two periods of each officer at random hardly ever gives as much (Fisher 1935): the first alone is too
ready in units of ten or twenty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.cities.declaration import Compared
from analytics.cities.people import by_unit, drawable

DRAWS, LARGE_DRAWS = 4_000, 2_000
#: Up to so many different states are drawn by their counts; else units of up to so many officers one by one.
STATES, FEW = 24, 60
#: Products of numbers that OpenBLAS still does on one thread.
SINGLE_THREADED = 250_000
LEVELS = (("95", 0.05), ("99_8", 0.002))
_PARTS = ["x", "s", "x_then", "s_then"]
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, eq=False)
class Changes:
    """units: group, value, value_then, numerator …, n, n_then, change, low, high (95 %), p, beyond, side.

    beyond: "", "95" (a hint only) or "99_8"; side: "", "up", "down". is_drawn: both months may be shown.
    expected: how many of the units drawn chance alone would put beyond 95 %, at most.
    """

    units: pd.DataFrame
    expected: float

    def beyond(self, level: str, side: str) -> pd.DataFrame:
        return self.units[(self.units["beyond"] == level) & (self.units["side"] == side)]


def changes(
    now: pd.DataFrame,
    then: pd.DataFrame,
    item: Compared,
    *,
    min_n: int,
    unrecorded: tuple[str, ...] = (),
    seed: int = 0,
) -> Changes:
    """Change of every unit between two `people` frames. Units too small in either month are not judged."""
    hidden = unrecorded if item.needs_records else ()
    units, before = (by_unit(frame, item, min_n=min_n) for frame in (now, then))
    units = units.merge(before, on="group", how="left", suffixes=("", "_then"))
    is_both = drawable(units, unrecorded=hidden) & units["value_then"].notna()
    units["is_drawn"] = is_both
    units["change"] = (units["value"] - units["value_then"]).where(is_both)
    limits = {name: np.full(len(units), np.nan) for name in ("low", "high", "far_low", "far_high", "p")}
    pairs = dict(list(_paired(now, then).groupby("unit", sort=False)[_PARTS]))
    for at in np.flatnonzero(is_both):
        parts = pairs[units["group"].iloc[at]].to_numpy(float)
        for name, value in zip(limits, (*_interval(parts, seed), _swapped(parts, seed)), strict=True):
            limits[name][at] = value
    units = units.assign(**limits)
    return Changes(_judged(units), LEVELS[0][1] * int(is_both.sum()))


def _paired(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """One row a person and unit with both periods; what is missing in one adds nothing to it."""
    keys = ["person_id", "unit"]
    named = [frame.loc[frame["person_id"].notna(), [*keys, "x", "s"]] for frame in (now, then)]
    joined = named[0].merge(named[1], on=keys, how="outer", suffixes=("", "_then"))
    return joined.fillna(dict.fromkeys(_PARTS, 0.0)).sort_values(keys, ignore_index=True)


def _distinct(parts: Array) -> tuple[Array, Any]:
    """The different rows and how many persons have each: with shares a handful."""
    if not len(parts):
        return parts, np.zeros(0, int)
    # One number a row sorts many times faster than rows do; all parts are counts.
    top = parts.max(axis=0) + 1
    code = ((parts[:, 0] * top[1] + parts[:, 1]) * top[2] + parts[:, 2]) * top[3] + parts[:, 3]
    _, first, counts = np.unique(code, return_index=True, return_counts=True)
    return parts[first], counts


@lru_cache(maxsize=4)
def _weights(size: int, seed: int) -> Any:
    """How often each of `size` officers is drawn, one row a draw.

    In units this large (more than FEW) Poisson counts and a fixed total give the same limits (Chamandy et
    al. 2012), and one table serves every unit.
    """
    return np.random.default_rng((seed, 2)).poisson(1.0, (LARGE_DRAWS, size)).astype(np.float32)


@lru_cache(maxsize=4)
def _coins(size: int, seed: int) -> Any:
    """Whether each of `size` officers has his two periods exchanged, one row a draw."""
    return (
        np.random.default_rng((seed, 3)).integers(0, 2, (LARGE_DRAWS, size), dtype=np.int8).astype(np.float32)
    )


def _room(size: int) -> int:
    """Columns of the table for units of this size; a power of two, so that few tables are made."""
    return max(2_048, 1 << (size - 1).bit_length())


def _product(table: Any, parts: Array) -> Array:
    """table @ parts, in steps small enough for one thread: a second one would cost more than it saves."""
    factors = parts.astype(np.float32)
    step = max(1, SINGLE_THREADED // max(factors.size, 1))
    steps = [table[at : at + step] @ factors for at in range(0, len(table), step)]
    return np.concatenate(steps).astype(float)


def _interval(parts: Array, seed: int) -> tuple[float, float, float, float]:
    """Percentile limits of the change at 95 % and at 99.8 %, officers drawn with both periods together."""
    change = _change(_resampled(parts, seed))
    change = change[np.isfinite(change)]
    if not len(change):
        return (float("nan"),) * 4
    low, high, far_low, far_high = np.quantile(change, [0.025, 0.975, 0.001, 0.999])
    return float(low), float(high), float(far_low), float(far_high)


def _resampled(parts: Array, seed: int) -> Array:
    """Sums of as many officers as there are, drawn with replacement: one row a draw."""
    size = len(parts)
    if size > FEW:
        return _product(_weights(_room(size), seed)[:, :size], parts)
    states, counts = _distinct(parts)
    rng = np.random.default_rng((seed, size))
    if len(states) <= STATES:
        return np.asarray(rng.multinomial(size, counts / size, DRAWS) @ states)
    return np.asarray(parts[rng.integers(0, size, (DRAWS, size), dtype=np.int32)].sum(axis=1))


def _swapped(parts: Array, seed: int) -> float:
    """Two-sided p of no change: each officer's two periods exchanged by the toss of a coin."""
    total, observed = parts.sum(axis=0), float(_change(parts.sum(axis=0)[None])[0])
    # The exchange changes nothing for officers whose two periods are equal.
    changed = parts[(parts[:, :2] != parts[:, 2:]).any(axis=1)]
    is_few = len(parts) <= FEW
    states, counts = _distinct(changed if is_few else changed[:0])
    if is_few and len(states) <= STATES:
        rng = np.random.default_rng((seed, len(parts), 1))
        gained = rng.binomial(counts, 0.5, (DRAWS, len(counts))) @ (states[:, 2:] - states[:, :2])
    else:
        coins = _coins(_room(len(changed)), seed)[:, : len(changed)]
        gained = _product(coins, changed[:, 2:] - changed[:, :2])
    # What one period gains by the exchange the other loses.
    sums = total + np.hstack([gained, -gained])
    null = _change(sums)
    null = null[np.isfinite(null)]
    return float((1 + (np.abs(null) >= abs(observed) - 1e-12).sum()) / (len(null) + 1))


def _change(sums: Array) -> Array:
    """Ratio now less ratio then, of rows of x, s, x_then, s_then."""
    with np.errstate(divide="ignore", invalid="ignore"):
        change: Array = sums[:, 0] / sums[:, 1] - sums[:, 2] / sums[:, 3]
    return change


def _judged(units: pd.DataFrame) -> pd.DataFrame:
    """beyond and side, where the interval and the swapping agree."""
    ends = {"95": ("low", "high"), "99_8": ("far_low", "far_high")}
    units = units.assign(beyond="", side="")
    for level, p in LEVELS:
        low, high = (units[name] for name in ends[level])
        is_out = ((low > 0) | (high < 0)) & (units["p"] <= p)
        units.loc[is_out, "beyond"] = level
    units.loc[units["beyond"] != "", "side"] = np.where(units["change"] > 0, "up", "down")[
        units["beyond"] != ""
    ]
    return units.drop(columns=["far_low", "far_high"])
