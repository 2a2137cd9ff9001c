"""XmR chart: is a series moving, or is it noise?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analytics.stats.intervals import Array

RUN = 7


def xmr(values: ArrayLike, baseline: int | None = None) -> pd.DataFrame:
    """Individuals chart of a series in time order: columns value, centre, low, high, signal.

    Shewhart (1931), Wheeler (1993): centre = mean, limits = centre ± 2.66 × mean moving range, both from
    the first `baseline` values (None: all). One sigma is a third of the way to a limit. signal, the
    first that fits (rules of NHS England's Making Data Count): "beyond" outside a limit; "shift" part of
    7 or more in a row on one side of the centre (a value on it ends the run); "trend" part of 7 or more
    in a row that all rise or all fall; "two_of_three" beyond two sigma where two of three in a row
    are, on one side; else "".
    Edges: NaN stays a row without signal and breaks runs; fewer than two values → limits NaN.
    """
    x = np.asarray(values, float)
    if x.ndim != 1 or (baseline is not None and baseline < 1):
        raise ValueError("values are one series; the baseline has at least one value")
    base = x[:baseline]
    moves = np.abs(np.diff(base))
    centre = float(np.nanmean(base)) if np.isfinite(base).any() else np.nan
    reach = 2.66 * float(np.nanmean(moves)) if np.isfinite(moves).any() else np.nan
    side = np.sign(np.where(np.isnan(x), 0, x - centre))
    frame = pd.DataFrame({"value": x, "centre": centre, "low": centre - reach, "high": centre + reach})
    away = np.abs(x - centre)
    rules = {
        "two_of_three": _two_of_three(np.where(away > reach * 2 / 3, side, 0)),
        "trend": _trend(x),
        "shift": _runs(side, RUN),
        "beyond": away > reach,
    }
    signal = np.full(len(x), "", dtype=object)
    for name, hit in rules.items():  # the most telling is written last
        signal[hit] = name
    frame["signal"] = signal
    return frame


def _runs(sign: Array, length: int) -> Any:
    """Members of runs of at least `length` equal, non-zero signs."""
    if not len(sign):
        return np.zeros(0, bool)
    run = np.concatenate([[0], np.cumsum(sign[1:] != sign[:-1])])
    return (np.bincount(run)[run] >= length) & (sign != 0)


def _trend(x: Array) -> Any:
    """Members of `RUN` or more values in a row that all rise or all fall: RUN - 1 moves of one sign."""
    moves = np.sign(np.nan_to_num(np.diff(x)))
    hit = np.zeros(len(x), bool)
    for i in np.flatnonzero(_runs(moves, RUN - 1)):
        hit[i : i + 2] = True
    return hit


def _two_of_three(far: Array) -> Any:
    """Values beyond two sigma that have another, on the same side, within two steps."""
    hit = np.zeros(len(far), bool)
    for step in (1, 2):
        pair = (far[step:] == far[:-step]) & (far[step:] != 0)
        hit[step:] |= pair
        hit[:-step] |= pair
    return hit
