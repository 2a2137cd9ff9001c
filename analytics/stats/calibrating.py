"""Do predicted probabilities come true, and do they tell who from who?"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analytics.stats.intervals import Array


class Calibration(NamedTuple):
    """See `calibration`; bins has columns bin, n, predicted, observed."""

    auc: float
    brier: float
    mean_decile_error: float
    slope: float
    intercept: float
    bins: pd.DataFrame


def calibration(predicted: ArrayLike, outcome: ArrayLike, bins: int = 10) -> Calibration:
    """How good probabilities are, against what happened (0/1).

    auc: chance that one with the event was given more than one without (Hanley and McNeil 1982; ties ½).
    brier: mean (predicted - outcome)² (Brier 1950). mean_decile_error: mean over the bins of |mean predicted
    - share with the event|; the bins hold equal numbers by rank, equal predictions stay together.
    slope, intercept: logit P(event) = intercept + slope · logit(predicted), by maximum likelihood
    (Cox 1958): 1 and 0 are perfect, a slope below 1 means too extreme.
    Edges: one outcome only → auc, slope, intercept NaN; all predictions equal → slope, intercept NaN;
    predictions of 0 and 1 enter the logit as 1e-12 and 1 - 1e-12; nobody → NaN and no bins.
    """
    p, y = np.asarray(predicted, float), np.asarray(outcome, float)
    if p.shape != y.shape or p.ndim != 1 or np.any((p < 0) | (p > 1)) or not set(np.unique(y)) <= {0.0, 1.0}:
        raise ValueError("predicted are probabilities, outcome 0 or 1, 1-d and of one length")
    table = _bins(p, y, bins)
    error = float((table["predicted"] - table["observed"]).abs().mean()) if len(p) else float("nan")
    brier = float(np.mean((p - y) ** 2)) if len(p) else float("nan")
    return Calibration(_auc(p, y), brier, error, *_recalibrate(p, y), table)


def _midranks(p: Array) -> Array:
    """Ranks 1 … n, equal values sharing their mean rank."""
    _, place, counts = np.unique(p, return_inverse=True, return_counts=True)
    upto = np.cumsum(counts)
    return (upto - (counts - 1) / 2)[place]


def _auc(p: Array, y: Array) -> float:
    ones, zeros = y.sum(), (1 - y).sum()
    if not (ones and zeros):
        return float("nan")
    return float((_midranks(p)[y == 1].sum() - ones * (ones + 1) / 2) / (ones * zeros))


def _bins(p: Array, y: Array, bins: int) -> pd.DataFrame:
    place = np.floor((_midranks(p) - 0.5) / max(len(p), 1) * bins).astype(int)
    rows = pd.DataFrame({"bin": place + 1, "predicted": p, "observed": y})
    grouped = rows.groupby("bin")
    table = grouped.mean()
    table.insert(0, "n", grouped.size())
    return table.reset_index()


def _recalibrate(p: Array, y: Array) -> tuple[float, float]:
    """Slope and intercept by Newton's method: two parameters do not need statsmodels' three seconds."""
    nothing = (float("nan"), float("nan"))
    if len(np.unique(y)) < 2 or len(np.unique(p)) < 2:
        return nothing
    clipped = np.clip(p, 1e-12, 1 - 1e-12)
    x = np.column_stack([np.ones_like(p), np.log(clipped / (1 - clipped))])
    beta = np.zeros(2)
    for _ in range(100):
        mean = 1 / (1 + np.exp(-np.clip(x @ beta, -500, 500)))
        weight = np.maximum(mean * (1 - mean), 1e-12)
        step = np.linalg.solve((x * weight[:, None]).T @ x, x.T @ (y - mean))
        beta = beta + np.clip(step, -5, 5)
        if np.abs(step).max() < 1e-10:
            return float(beta[1]), float(beta[0])
    return nothing  # perfectly separated: no finite slope
