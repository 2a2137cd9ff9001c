"""Limits within which groups of different size differ by chance alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analytics.stats.draws import group_sums, paired, ratio_quantiles
from analytics.stats.intervals import Array


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


def resampled_limits(  # noqa: PLR0917 (the signature that scripts outside call)
    values: ArrayLike,
    sizes: ArrayLike,
    confidence: Sequence[float] = (0.95, 0.998),
    draws: int = 20_000,
    seed: int = 0,
    exposure: ArrayLike | None = None,
) -> pd.DataFrame:
    """Funnel limits for a mean over officers whose values are bursty: officers drawn at each size.

    values: one number per officer of the whole comparison (acts, 0/1 …), 1-d. For each size, `draws` groups
    of that many officers are drawn with replacement, and the limits are the quantiles of the groups' means:
    no distribution is assumed, so over-dispersion between officers is carried along (bootstrap of Efron
    1979; plain Poisson limits alarm falsely far too often when acts come in bursts).
    exposure: one number per officer (officer-months, cases …); the limits are then those of the ratio
    Σ values / Σ exposure, an officer's two numbers drawn together.
    Same columns as `funnel_limits`, one row per element of sizes; deterministic for a seed, and a size's
    limits do not depend on which others are asked for.
    Edges: size 0, no officers, or a group without any exposure → NaN; all values equal → both limits are it.
    """
    pool = np.asarray(values, float)
    weight = None if exposure is None else np.asarray(exposure, float)
    wanted = np.atleast_1d(np.asarray(sizes, int))
    if np.any(wanted < 0):
        raise ValueError("sizes are not negative")
    if weight is not None and (weight.shape != pool.shape or np.any(weight < 0)):
        raise ValueError("exposure has one number per officer, not negative")
    levels = [p for level in confidence for p in ((1 - level) / 2, (1 + level) / 2)]
    names = [name for level in confidence for name in limit_names(level)]
    sums = group_sums(paired(pool, weight), wanted, draws=draws, seed=seed)
    nothing = np.full(len(levels), np.nan)
    limits = {size: ratio_quantiles(drawn, levels) for size, drawn in sums.items()}
    rows = np.array([limits.get(int(s), nothing) for s in wanted]).reshape(len(wanted), len(names))
    return pd.DataFrame({"n": wanted, **dict(zip(names, rows.T, strict=True))})


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
    is_expected = e > 0
    if not is_expected.any():
        return float("nan")
    z = (o[is_expected] - e[is_expected]) / np.sqrt(e[is_expected])
    pulled = np.clip(z, *np.quantile(z, [winsor, 1 - winsor]))
    return float(np.mean(pulled**2))
