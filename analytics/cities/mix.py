"""Case mix: the value a unit would have if its officers did as all officers of the same kind do."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analytics.cities.declaration import Compared
from analytics.cities.funnel import comparable
from analytics.cities.people import by_unit, drawable
from analytics.stats.draws import group_sums, paired, ratio_quantiles

Array = np.ndarray[Any, np.dtype[np.float64]]
POINTS = (0.025, 0.975, 0.001, 0.999)
#: Cells of the resampling: fewer draws where units are very large.
CELLS, FEWEST, MOST = 4_000_000, 2_000, 8_000


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
    held = _held(pool, units["group"].to_list())
    expected = held.s @ held.rate
    drawn = units["is_drawn"].to_numpy()
    ends = np.full((len(units), len(POINTS)), np.nan)
    if drawn.any():
        ends[drawn] = _exact(held, drawn) if item.kind == "share" else _drawn(held, drawn, seed)
    units["expected"] = np.where(drawn, expected, np.nan)
    units["expected_low"], units["expected_high"] = ends[:, 0], ends[:, 1]
    return _judged(units, ends)


def _judged(units: pd.DataFrame, ends: Array) -> pd.DataFrame:
    """beyond and side: strictly outside, the outer range last."""
    units["beyond"], units["side"] = "", ""
    count = units["numerator"].to_numpy()
    for level, at in (("95", 0), ("99_8", 2)):
        for side, is_out in (("high", count > ends[:, at + 1]), ("low", count < ends[:, at])):
            units.loc[is_out, ["beyond", "side"]] = [level, side]
    return units


class _Held(NamedTuple):
    """n, s: officers and their Σs, a row a unit, a column a stratum. rate: of all units together.

    pools: the officers of each stratum, x + i·s.
    """

    n: Any
    s: Any
    rate: Any
    pools: list[Any]


def _held(pool: pd.DataFrame, groups: list[str]) -> _Held:
    place, names = pd.factorize(pool["category"].fillna("?") + "|" + pool["tenure"].fillna("?"), sort=True)
    shape = (len(groups), len(names))
    cell = pd.Categorical(pool["unit"], categories=groups).codes.astype(int) * shape[1] + place
    x, s = pool["x"].to_numpy(), pool["s"].to_numpy()
    total, size = np.bincount(place, s, minlength=shape[1]), shape[0] * shape[1]
    rate = np.divide(
        np.bincount(place, x, minlength=shape[1]), total, out=np.zeros(shape[1]), where=total > 0
    )
    n, held = (np.bincount(cell, part, minlength=size).reshape(shape) for part in (np.ones(len(cell)), s))
    both = paired(x, s)
    return _Held(n, held, rate, [both[place == at] for at in range(shape[1])])


def _exact(held: _Held, drawn: Any) -> Array:
    """Quantiles of a sum of binomials, one a stratum: their probabilities convolved."""
    from scipy import stats

    quantiles = []
    for counts in held.s[drawn].astype(int):
        law = np.ones(1)
        for p, n in zip(held.rate, counts, strict=True):
            if n:
                law = np.convolve(law, stats.binom.pmf(np.arange(n + 1), n, min(max(p, 0.0), 1.0)))
        reached = law.cumsum()
        quantiles.append([float(np.searchsorted(reached, point - 1e-12)) for point in POINTS])
    return np.array(quantiles)


def _drawn(held: _Held, drawn: Any, seed: int) -> Array:
    """Quantiles of Σx at the unit's Σs, its officers replaced by others drawn from the same strata.

    Units share the draws of a stratum: each range is that of its unit alone.
    """
    sizes = held.n[drawn].astype(int)
    draws = int(np.clip(CELLS // max(sizes.max(axis=0).sum(), 1), FEWEST, MOST))
    strata = [
        group_sums(pool, sizes[:, at], draws=draws, seed=(seed, at)) for at, pool in enumerate(held.pools)
    ]
    nothing = np.zeros(draws, dtype=complex)
    quantiles = []
    for counts, total in zip(sizes, held.s[drawn].sum(axis=1), strict=True):
        sums = [stratum.get(int(n), nothing) for n, stratum in zip(counts, strata, strict=True)]
        quantiles.append(ratio_quantiles(np.sum(sums, axis=0), POINTS, scale=float(total)))
    return np.array(quantiles)
