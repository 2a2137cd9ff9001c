"""Groups of officers drawn again and again: the one place where resampling at many sizes is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from analytics.stats.intervals import Array

#: Officers that one step draws for every group: bounds the memory, whatever the sizes.
STEP = 64


def paired(values: Array, exposure: Array | None = None) -> Any:
    """An officer's two numbers as one: values + i · exposure, so that one draw takes both together.

    Without exposure it is 1 an officer: a ratio is then a mean.
    """
    return values + 1j * (np.ones(len(values)) if exposure is None else exposure)


def group_sums(pool: Any, sizes: Iterable[int], *, draws: int, seed: int | tuple[int, ...]) -> dict[int, Any]:
    """Sums of groups drawn with replacement from `pool` (1-d), at each size: size → `draws` sums.

    Every draw takes one officer after the other and is read at the sizes, so the work is that of the
    largest size alone, however many are asked for. Sums at different sizes are therefore not independent
    of each other. Deterministic for a seed, and for the order of officers; a size's sums do not
    depend on which others are asked for.
    Edges: sizes below 1 and an empty pool have no sums.
    """
    left = sorted({int(size) for size in sizes if size > 0}) if len(pool) else []
    # In whatever order officers come, the same draws pick the same numbers.
    pool = np.sort(pool)
    base = seed if isinstance(seed, tuple) else (seed,)
    sums: dict[int, Any] = {}
    total, drawn = np.zeros(draws, dtype=pool.dtype), 0
    while left:
        rng = np.random.default_rng((*base, drawn))
        picked = pool.take(rng.integers(0, len(pool), (STEP, draws), dtype=np.int32))
        start = 0
        while left and left[0] <= drawn + STEP:
            end = left[0] - drawn
            total = total + picked[start:end].sum(axis=0)
            sums[left.pop(0)], start = total, end
        if left:
            total = total + picked[start:].sum(axis=0)
        drawn += STEP
    return sums


def ratio_quantiles(sums: Any, levels: Iterable[float], *, scale: float = 1.0) -> Array:
    """Quantiles of real over imaginary part, times `scale`; a group that nobody exposed says nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = sums.real / sums.imag * scale
    ratio, wanted = ratio[np.isfinite(ratio)], list(levels)
    return np.quantile(ratio, wanted) if len(ratio) else np.full(len(wanted), np.nan)
