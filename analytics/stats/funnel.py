"""Limits within which groups of different size differ by chance alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analytics.stats.intervals import Array

#: Cells of one block of resampled officers: bounds the memory, whatever the sizes.
BLOCK = 4_000_000


def limit_names(confidence: float) -> tuple[str, str]:
    """Column names of a pair of limits: 0.95 → low_95, high_95; 0.998 → low_99_8, high_99_8."""
    tag = f"{100 * confidence:g}".replace(".", "_")
    return f"low_{tag}", f"high_{tag}"


def funnel_limits(
    n: ArrayLike,
    centre: float,
    confidence: Sequence[float] = (0.95, 0.998),
    kind: Literal["proportion", "rate"] = "proportion",
) -> pd.DataFrame:
    """Exact funnel limits round `centre` at each size, one row per element of n, in the order given.

    After Spiegelhalter (2005), without his interpolation between counts. With p = (1 - confidence)/2,
    low = q(p)/n and high = q(1-p)/n, where q(p) is the smallest count c with P(X ≤ c) ≥ p, and
    X ~ Binomial(n, centre) for a proportion, X ~ Poisson(n · centre) for a rate (n is the exposure;
    with centre = 1 it is the expected count). So each limit is an attainable count over n, a value
    *strictly* beyond it has a one-sided probability of at most p (below: less than p), and a value on
    it is within. Edges: n = 0 → NaN; a scalar n gives one row; low ≥ 0, and high ≤ 1 for proportions.
    """
    from scipy import stats

    sizes = np.atleast_1d(np.asarray(n, float))
    if np.any(sizes < 0) or centre < 0 or (kind == "proportion" and centre > 1):
        raise ValueError("sizes and centre are not negative; a proportion is at most 1")
    if kind not in ("proportion", "rate"):
        raise ValueError(f"unknown kind {kind!r}: proportion or rate")
    law = stats.binom(sizes, centre) if kind == "proportion" else stats.poisson(sizes * centre)
    columns: dict[str, Array] = {"n": sizes if np.any(sizes % 1) else sizes.astype(int)}
    for level in confidence:
        for name, p in zip(limit_names(level), ((1 - level) / 2, (1 + level) / 2), strict=True):
            # At centre 0 or 1 the count is certain, and scipy's quantile is not to be relied on.
            count = np.clip(law.ppf(p), 0, None) if centre > 0 else np.zeros_like(sizes)
            columns[name] = np.divide(count, sizes, out=np.full_like(sizes, np.nan), where=sizes > 0)
    return pd.DataFrame(columns)


def resampled_limits(
    values: ArrayLike,
    sizes: ArrayLike,
    confidence: Sequence[float] = (0.95, 0.998),
    draws: int = 20_000,
    seed: int = 0,
) -> pd.DataFrame:
    """Funnel limits for a mean over officers whose values are bursty: officers drawn at each size.

    values: one number per officer of the whole comparison (acts a month, 0/1 …), 1-d. For each size,
    `draws` groups of that many officers are drawn with replacement, and the limits are the quantiles of
    the groups' means: no distribution is assumed, so over-dispersion between officers is carried along
    (bootstrap of Efron 1979; plain Poisson limits alarm falsely far too often when acts come in bursts).
    Same columns as `funnel_limits`, one row per element of sizes; deterministic for a seed.
    Edges: size 0 or no officers → NaN; all values equal → both limits are that value.
    """
    pool = np.asarray(values, float)
    wanted = np.atleast_1d(np.asarray(sizes, int))
    if np.any(wanted < 0):
        raise ValueError("sizes are not negative")
    levels = [p for level in confidence for p in ((1 - level) / 2, (1 + level) / 2)]
    names = [name for level in confidence for name in limit_names(level)]
    limits = {int(s): _quantiles(pool, int(s), levels, (draws, seed)) for s in np.unique(wanted)}
    rows = np.array([limits[int(s)] for s in wanted]).reshape(len(wanted), len(names))
    return pd.DataFrame({"n": wanted, **dict(zip(names, rows.T, strict=True))})


def _quantiles(pool: Array, size: int, levels: list[float], plan: tuple[int, int]) -> Array:
    if size == 0 or len(pool) == 0:
        return np.full(len(levels), np.nan)
    means = np.concatenate(list(_means(pool, size, plan)))
    return np.quantile(means, levels)


def _means(pool: Array, size: int, plan: tuple[int, int]) -> Iterator[Array]:
    """Means of groups of `size`, drawn block by block; the size seeds too, so rows do not hang together."""
    draws, seed = plan
    rng = np.random.default_rng((seed, size))
    step = max(1, BLOCK // size)
    for start in range(0, draws, step):
        rows = min(step, draws - start)
        yield pool[rng.integers(0, len(pool), (rows, size))].mean(axis=1)


def overdispersion(observed: ArrayLike, expected: ArrayLike, winsor: float = 0.1) -> float:
    """Over-dispersion factor φ of counts against what was expected: 1 = Poisson, more = burstier.

    Spiegelhalter (2005): z = (O - E)/√E per group; the lowest and the highest share `winsor` of the z
    are pulled in to the quantiles at `winsor` and 1 - `winsor` (linear interpolation, R's type 7), so that
    true outliers do not hide themselves; φ = mean of z². Limits widen by √φ. The raw φ is returned,
    also below 1. Edges: groups that expect nothing are left out; none left → NaN; winsor = 0 → plain.
    """
    o, e = np.broadcast_arrays(np.asarray(observed, float), np.asarray(expected, float))
    if not 0 <= winsor < 0.5:
        raise ValueError("winsor lies in [0, 0.5)")
    kept = e > 0
    if not kept.any():
        return float("nan")
    z = (o[kept] - e[kept]) / np.sqrt(e[kept])
    pulled = np.clip(z, *np.quantile(z, [winsor, 1 - winsor]))
    return float(np.mean(pulled**2))
