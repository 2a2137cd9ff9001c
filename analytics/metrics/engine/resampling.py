"""Intervals from officers resampled: a few file most demands, and acts come in bursts.

Whole officers are drawn with replacement (the cluster bootstrap: Efron 1979; Davison and Hinkley 1997, 3.8),
each with all of his rows; the limits are the 2.5 % and 97.5 % points. Draws are seeded: same rows, same
limits, whatever the order of rows. A row of nobody (平台直报) is drawn by itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.stats import proportion_interval, rate_interval

Array = np.ndarray[Any, np.dtype[np.float64]]
LIMITS = (0.025, 0.975)
SEED = 2025
NOTHING = (float("nan"), float("nan"))


@lru_cache(maxsize=128)
def _draws(size: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    """How often each of `size` officers is drawn, one row a draw; fewer draws where there are very many."""
    count = int(np.clip(4_000_000 // max(size, 1), 200, 1_000))
    rng = np.random.default_rng((SEED, size))
    chosen = rng.integers(0, size, (count, size)) + np.arange(count)[:, None] * size
    return np.bincount(chosen.ravel(), minlength=count * size).reshape(count, size).astype(np.float32)


def clusters(person: pd.Series) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Number of each row's officer, in the order of their ids; rows of nobody get numbers of their own."""
    number, persons = pd.factorize(person, sort=True)
    nobody = number < 0
    number[nobody] = len(persons) + np.arange(nobody.sum())
    return number


def _interval(values: Array) -> tuple[float, float]:
    """Percentile limits; a median never reached counts as infinite, and an infinite limit is none."""
    low, high = np.quantile(values, LIMITS, method="inverted_cdf")
    return (float(low), float(high) if np.isfinite(high) else float("nan"))


def ratio_interval(top: Array, bottom: Array, cluster: Any, *, is_rate: bool) -> tuple[float, float]:
    """Limits of Σ top / Σ bottom. One officer alone has no spread: NaN. Where no row, or every row,
    counts there is nothing to resample either: Wilson's interval, or the exact one of a rate."""
    _, place = np.unique(cluster, return_inverse=True)
    if len(place) == 0 or place.max() == 0:
        return NOTHING
    total, size = float(top.sum()), float(bottom.sum())
    if total == 0 or (not is_rate and total == size):
        low, high = rate_interval(total, size) if is_rate else proportion_interval(total, size)
        return float(low), float(high)
    drawn = _draws(int(place.max()) + 1)
    tops, bottoms = drawn @ np.bincount(place, top), drawn @ np.bincount(place, bottom)
    kept = bottoms > 0
    return _interval(tops[kept] / bottoms[kept])


def incidence_curves(time: Array, cause: Any, weight: Array) -> tuple[Array, Array]:
    """Aalen-Johansen incidence of cause 1 for many weightings of the same rows at once.

    weight: draws × rows. Returns the distinct times and draws × times estimates.
    """
    order = np.argsort(time, kind="stable")
    at, start = np.unique(time[order], return_index=True)
    drawn, why = weight[:, order], cause[order]
    leave = np.add.reduceat(drawn, start, axis=1)
    first = np.add.reduceat(drawn * (why == 1), start, axis=1)
    every = np.add.reduceat(drawn * (why > 0), start, axis=1)
    # Where nobody drawn is at risk any more nothing happens either: the hazard is 0 there.
    risk = np.maximum(leave[:, ::-1].cumsum(axis=1)[:, ::-1], 1e-9)
    alive = np.cumprod(1 - every / risk, axis=1)
    before = np.concatenate([np.ones((len(weight), 1)), alive[:, :-1]], axis=1)
    return at, (before * first / risk).cumsum(axis=1)


def read_incidence(at: Array, curves: Array, horizon: int) -> Array:
    """Incidence at day `horizon` (day 0 included), per draw."""
    upto = int(np.searchsorted(at, horizon, side="right"))
    return curves[:, upto - 1] if upto else np.zeros(len(curves))


def read_median(at: Array, curves: Array) -> Array:
    """First day at which the incidence reaches one half, per draw; inf where it never does."""
    reached = curves >= 0.5 - 1e-12
    return np.where(reached.any(axis=1), at[reached.argmax(axis=1)], np.inf)


def waiting(time: Array, cause: Any, cluster: Any, horizon: int | None) -> tuple[float, float, float]:
    """Value and limits of the incidence at a day, or (horizon None) of the median."""

    def read(weight: Array) -> Array:
        at, curves = incidence_curves(time, cause, weight)
        return read_median(at, curves) if horizon is None else read_incidence(at, curves, horizon)

    value = float(read(np.ones((1, len(time))))[0])
    if not np.isfinite(value):
        return float("nan"), *NOTHING
    _, place = np.unique(cluster, return_inverse=True)
    if place.max() == 0:
        return value, *NOTHING
    return value, *_interval(read(_draws(int(place.max()) + 1)[:, place].astype(float)))
