"""Which ranks are possible: rank ranges instead of ranks."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from analytics.stats.intervals import Array

Ranks = np.ndarray[Any, np.dtype[np.int64]]


def rank_ranges(  # noqa: PLR0917 (the signature that scripts outside call)
    estimate: ArrayLike,
    error: ArrayLike,
    confidence: float = 0.95,
    simultaneous: bool = True,
    draws: int = 10_000,
    seed: int = 0,
) -> tuple[Ranks, Ranks]:
    """Best and worst rank that each group may hold; rank 1 = the largest estimate.

    Mogstad, Romano, Shaikh and Wilhelm (2024, Inference for Ranks; method of their package csranks,
    two-sided, with step-down). All differences j - k are compared at once: those beyond the quantile of
    max (Z_j - Z_k)/√(e_j² + e_k²), Z independent normal with the standard errors `error`, are certain and
    leave; the rest is compared again until nothing more leaves. best = 1 + groups certainly above,
    worst = groups less those certainly below. `simultaneous` covers all groups' ranks jointly;
    otherwise each group's range alone has the coverage (comparisons with that group only).
    Independent estimates are assumed. Edges: one group → 1 … 1; an error of 0 on both sides of a pair
    decides it by the estimates alone, equal ones stay open; an estimate or
    error that is not finite tells nothing: any rank.
    """
    value, spread = np.asarray(estimate, float), np.asarray(error, float)
    if value.shape != spread.shape or value.ndim != 1 or np.any(spread < 0):
        raise ValueError("estimate and error are 1-d, of one length, errors not negative")
    estimated = np.flatnonzero(np.isfinite(value) & np.isfinite(spread))
    best, worst = np.ones(len(value), int), np.full(len(value), len(value))
    if len(estimated) < 2:
        return best, worst
    above, below = _certain(value[estimated], spread[estimated], (confidence, simultaneous, draws, seed))
    best[estimated], worst[estimated] = 1 + above, len(value) - below
    return best, worst


def _certain(value: Array, spread: Array, plan: tuple[float, bool, int, int]) -> tuple[Any, Any]:
    """How many groups are certainly above, and certainly below, each."""
    confidence, simultaneous, draws, seed = plan
    scale = np.hypot(spread[:, None], spread[None, :])
    gap = value[:, None] - value[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(scale > 0, gap / scale, np.sign(gap) * np.inf)
    ratio[np.isnan(ratio)] = 0
    noise = np.random.default_rng(seed).standard_normal((draws, len(value))) * spread
    every = ~np.eye(len(value), dtype=bool) & (scale > 0)
    sure = (scale == 0) & (ratio == np.inf)
    if simultaneous:
        larger = sure | _step_down(ratio, every, (noise, scale, confidence))
        return larger.sum(axis=0), larger.sum(axis=1)
    above, below = np.zeros(len(value), int), np.zeros(len(value), int)
    for j in range(len(value)):
        mine = np.zeros_like(every)
        mine[j], mine[:, j] = every[j], every[:, j]
        larger = sure | _step_down(ratio, mine, (noise, scale, confidence))
        above[j], below[j] = larger[:, j].sum(), larger[j].sum()
    return above, below


def _step_down(ratio: Array, pairs: Any, plan: tuple[Array, Array, float]) -> Any:
    """Which ordered pairs (j, k) are certainly j > k, hypotheses leaving as they are rejected."""
    noise, scale, confidence = plan
    left = pairs.copy()
    while left.any():
        first, second = np.nonzero(left)
        highest = np.full(len(noise), -np.inf)
        for j, k in zip(first, second, strict=True):
            np.maximum(highest, (noise[:, j] - noise[:, k]) / scale[j, k], out=highest)
        rejected = left & (ratio > np.quantile(highest, confidence))
        if not rejected.any():
            break
        left &= ~rejected
    return pairs & ~left
