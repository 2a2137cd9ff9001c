"""Comparing two groups within strata (cities, categories), so that their mix does not decide."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from analytics.stats.intervals import Array, normal_quantile

#: Cells of one block of shuffles.
CELLS = 4_000_000


class StratifiedRatio(NamedTuple):
    """Pooled ratio, its interval, the test of no difference (χ², one degree of freedom) and its p."""

    estimate: float
    low: float
    high: float
    statistic: float
    p: float


class Permutation(NamedTuple):
    """Observed within-strata difference, two-sided p, and the differences under relabelling."""

    difference: float
    p: float
    null: Array


def stratified_ratio(
    tables: ArrayLike, kind: Literal["odds", "risk"] = "odds", confidence: float = 0.95
) -> StratifiedRatio:
    """Mantel-Haenszel ratio over strata; tables k×2×2, each [[a, b], [c, d]], rows = groups.

    "odds": Σ ad/n / Σ bc/n (Mantel and Haenszel 1959), interval by Robins, Breslow and Greenland (1986).
    "risk": a/(a+b) against c/(c+d), Σ a(c+d)/n / Σ c(a+b)/n, interval by Greenland and Robins (1985).
    The statistic is the Cochran-Mantel-Haenszel χ² with continuity correction, as R's `mantelhaen.test`:
    (|Σ(a - E a)| - ½)² / Σ Var a, the ½ never more than the difference itself.
    Edges: strata with fewer than two people or with an empty margin say nothing and change nothing;
    a single 2×2 table is one stratum; a ratio without a finite estimate is NaN, 0 or inf with NaN limits.
    """
    t = np.asarray(tables, float)
    t = t[None] if t.shape == (2, 2) else t
    if t.ndim != 3 or t.shape[1:] != (2, 2) or np.any(t < 0):
        raise ValueError("tables are k×2×2 counts")
    t = t[t.sum((1, 2)) > 1]
    if kind not in ("odds", "risk"):
        raise ValueError(f"unknown kind {kind!r}: odds or risk")
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate, error = _odds(t) if kind == "odds" else _risk(t)
        half = normal_quantile(confidence) * error
        low, high = estimate * np.exp(-half), estimate * np.exp(half)
    return StratifiedRatio(float(estimate), float(low), float(high), *_cmh(t))


def _odds(t: Array) -> tuple[Any, Any]:
    a, b, c, d, n = *t.reshape(-1, 4).T, t.sum((1, 2))
    r, s, p, q = a * d / n, b * c / n, (a + d) / n, (b + c) / n
    sum_r, sum_s = r.sum(), s.sum()
    variance = (
        (p * r).sum() / (2 * sum_r**2)
        + (p * s + q * r).sum() / (2 * sum_r * sum_s)
        + (q * s).sum() / (2 * sum_s**2)
    )
    return np.divide(sum_r, sum_s), np.sqrt(variance)


def _risk(t: Array) -> tuple[Any, Any]:
    a, b, c, d, n = *t.reshape(-1, 4).T, t.sum((1, 2))
    first, second, cases = a + b, c + d, a + c
    up, down = (a * second / n).sum(), (c * first / n).sum()
    variance = ((first * second * cases - a * c * n) / n**2).sum() / (up * down)
    return np.divide(up, down), np.sqrt(variance)


def _cmh(t: Array) -> tuple[float, float]:
    from scipy.special import chdtrc

    a, b, c, d, n = *t.reshape(-1, 4).T, t.sum((1, 2))
    first, cases = a + b, a + c
    apart = abs((a - first * cases / n).sum())
    variance = (first * (c + d) * cases * (b + d) / (n**2 * (n - 1))).sum()
    if not variance > 0:
        return float("nan"), float("nan")
    statistic = (apart - min(0.5, apart)) ** 2 / variance
    return float(statistic), float(chdtrc(1, statistic))


def within_strata_permutation(
    values: ArrayLike, group: ArrayLike, strata: ArrayLike, draws: int = 2_000, seed: int = 0
) -> Permutation:
    """Is the difference between two groups beyond what relabelling within each stratum gives?

    values: one number per officer; group: two labels (False/True, 0/1, or names: the second in sorted
    order minus the first); strata: any labels. The difference is Σ w(mean₁ - mean₀)/Σ w over strata with
    both groups, w = n₁n₀/(n₁ + n₀) (the least-squares weights; Cochran 1954). Labels are shuffled within
    strata `draws` times (Fisher 1935; stratified as in Good 2005); p = (1 + #{|null| ≥ |difference|}) /
    (draws + 1), two-sided, never 0. Deterministic for a seed, and for the order of rows.
    Edges: no stratum holds both groups → difference and p are NaN, null is all NaN.
    """
    x, second, place = _arranged(values, group, strata)
    counts = np.bincount(place)
    ones = np.bincount(place, second)
    weight = (ones * (counts - ones) / counts).sum()
    if not weight > 0:
        return Permutation(float("nan"), float("nan"), np.full(draws, np.nan))
    # With these weights the difference is the sum of the second group's deviations from their stratum's
    # mean, over the weight. Only strata with both groups move it.
    away = x - (np.bincount(place, x) / counts)[place]
    observed = float(away @ second / weight)
    rng = np.random.default_rng(seed)
    if np.isin(x, (0, 1)).all():
        null = _relabelled_counts(x, place, (counts, ones), (draws, rng)) / weight
    else:
        null = _relabelled(away, second, place, (draws, rng)) / weight
    extreme = int((np.abs(null) >= abs(observed) * (1 - 1e-12) - 1e-12).sum())
    return Permutation(observed, (1 + extreme) / (draws + 1), null)


def _relabelled_counts(x: Array, place: Any, sizes: tuple[Any, Any], plan: tuple[int, Any]) -> Array:
    """Shuffling labels among ones and zeros draws a hypergeometric count in each stratum: the same law."""
    (counts, ones), (draws, rng) = sizes, plan
    hits = np.bincount(place, x)
    is_open = (hits > 0) & (hits < counts) & (ones > 0) & (ones < counts)
    good, drawn = hits[is_open].astype(int), ones[is_open].astype(int)
    bad = counts[is_open] - good
    got = rng.hypergeometric(good, bad, drawn, (draws, len(good)))
    null: Array = (got - drawn * good / (good + bad)).sum(axis=1)
    return null


def _relabelled(away: Array, second: Array, place: Any, plan: tuple[int, Any]) -> Array:
    """One sort by stratum and a random key per shuffle, block by block: the memory stays bounded."""
    draws, rng = plan
    null = np.empty(draws)
    step = max(1, CELLS // max(len(away), 1))
    for start in range(0, draws, step):
        rows = min(step, draws - start)
        keys = rng.random((rows, len(away))) + place
        null[start : start + rows] = away[np.argsort(keys, axis=1)] @ second
    return null


def _arranged(values: ArrayLike, group: ArrayLike, strata: ArrayLike) -> tuple[Array, Array, Any]:
    """Values, membership of the second group (0/1) and stratum numbers, sorted by stratum, group, value."""
    x = np.asarray(values, float)
    labels, member = np.unique(np.asarray(group), return_inverse=True)
    _, place = np.unique(np.asarray(strata), return_inverse=True)
    if len(labels) > 2:
        raise ValueError("two groups are compared at a time")
    if not len(x) == len(member) == len(place):
        raise ValueError("values, group and strata have one element per officer")
    order = np.lexsort((x, member, place))
    return x[order], member[order].astype(float), place[order]
