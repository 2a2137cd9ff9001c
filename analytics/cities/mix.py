"""Case-mix: what a unit's officers would show if each did as the province's of the same kind do."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.cities.declaration import Compared
from analytics.cities.funnel import CELLS, comparable
from analytics.cities.people import by_unit, drawable

Array = np.ndarray[Any, np.dtype[np.float64]]
POINTS = (0.025, 0.975, 0.001, 0.999)


def mix(
    frame: pd.DataFrame, item: Compared, *, min_n: int, unrecorded: tuple[str, ...] = (), seed: int = 0
) -> pd.DataFrame:
    """`by_unit` with expected, expected_low, expected_high (95 %), beyond, side, is_drawn.

    Indirect standardisation over category × tenure (Breslow and Day 1987): expected = Σ of the stratum's
    rate in all units together × the unit's denominator in it. The range is what the numerator would be if
    only the mix counted: for shares the exact sum of binomials, else the unit's strata drawn from all
    officers of the stratum. Beyond = strictly outside it.
    """
    hidden = unrecorded if item.needs_records else ()
    pool = comparable(frame, hidden)
    units = by_unit(frame, item, min_n=min_n)
    units["is_drawn"] = drawable(units, unrecorded=hidden)
    strata, _ = pd.factorize(pool["category"].fillna("?") + "|" + pool["tenure"].fillna("?"), sort=True)
    found = {name: np.full(len(units), np.nan) for name in ("expected", "a", "b", "c", "d")}
    for at in np.flatnonzero(units["is_drawn"]):
        own = (pool["unit"] == units["group"].iloc[at]).to_numpy()
        for name, value in zip(found, _expected(pool, strata, own, (item, seed)), strict=True):
            found[name][at] = value
    units["expected"], units["expected_low"], units["expected_high"] = (
        found["expected"],
        found["a"],
        found["b"],
    )
    units["beyond"], units["side"] = "", ""
    for level, low, high in (("95", "a", "b"), ("99_8", "c", "d")):
        for side, is_out in (
            ("high", units["numerator"] > found[high]),
            ("low", units["numerator"] < found[low]),
        ):
            units.loc[is_out & units["is_drawn"], ["beyond", "side"]] = [level, side]
    return units


def _expected(pool: pd.DataFrame, strata: Any, own: Any, plan: tuple[Compared, int]) -> tuple[float, ...]:
    item, seed = plan
    size = int(strata.max()) + 1
    x, s = pool["x"].to_numpy(), pool["s"].to_numpy()
    total = np.bincount(strata, s, minlength=size)
    rate = np.divide(np.bincount(strata, x, minlength=size), total, out=np.zeros(size), where=total > 0)
    held = np.bincount(strata[own], s[own], minlength=size)
    expected = float((rate * held).sum())
    if item.kind == "share":
        return expected, *_exact(rate, held.astype(int))
    return expected, *_drawn((x, s), strata, own, seed)


def _exact(rate: Array, held: Array) -> tuple[float, ...]:
    """Quantiles of a sum of binomials, one a stratum: their probabilities convolved."""
    from scipy import stats

    law = np.ones(1)
    for p, n in zip(rate, held, strict=True):
        if n:
            law = np.convolve(law, stats.binom.pmf(np.arange(n + 1), n, min(max(p, 0.0), 1.0)))
    reached = law.cumsum()
    return tuple(float(np.searchsorted(reached, point - 1e-12)) for point in POINTS)


def _drawn(parts: tuple[Array, Array], strata: Array, own: Array, seed: int) -> tuple[float, ...]:
    """Quantiles of Σx at the unit's own Σs, its officers replaced by others of their strata."""
    x, s = parts
    rng = np.random.default_rng((seed, int(own.sum())))
    draws = int(np.clip(CELLS // 8 // max(own.sum(), 1), 1_000, 4_000))
    top, bottom = np.zeros(draws), np.zeros(draws)
    for stratum in np.unique(strata[own]):
        members = np.flatnonzero(strata == stratum)
        count = int((strata[own] == stratum).sum())
        chosen = members[rng.integers(0, len(members), (draws, count), dtype=np.int32)]
        top, bottom = top + x[chosen].sum(axis=1), bottom + s[chosen].sum(axis=1)
    held = float(s[own].sum())
    ratio = np.divide(top * held, bottom, out=np.zeros(draws), where=bottom > 0)
    return tuple(float(value) for value in np.quantile(ratio, POINTS))
