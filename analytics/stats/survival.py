"""Time to an event while others wait or leave: Kaplan-Meier and Aalen-Johansen, ties exact."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analytics.stats.intervals import Array, normal_quantile


def _times(time: ArrayLike, event: ArrayLike) -> tuple[Array, Any, Any, Array]:
    """Distinct times, each row's cause and place among them, and how many are at risk just before each."""
    t, cause = np.asarray(time, float), np.asarray(event).astype(int)
    if t.shape != cause.shape or t.ndim != 1:
        raise ValueError("time and event are 1-d and of one length")
    if np.any(t < 0) or np.any(np.isnan(t)) or np.any(cause < 0):
        raise ValueError("times are not negative; event is 0 (censored), 1, 2 …")
    distinct, place = np.unique(t, return_inverse=True)
    leaving = np.bincount(place, minlength=len(distinct))
    at_risk = leaving[::-1].cumsum()[::-1].astype(float)
    return distinct, cause, place, at_risk


def kaplan_meier(time: ArrayLike, event: ArrayLike, confidence: float = 0.95) -> pd.DataFrame:
    """Share still without the event: one row per distinct time, columns time, estimate, low, high, at_risk.

    Kaplan and Meier (1958): S(t) = Π (1 - d/r). Variance by Greenwood (1926), interval on the log scale
    (R survival's default): S · exp(±z·√Σ d/(r(r-d))), capped at 1. event: 0 censored, anything else the
    event; at a tie events come before censorings. `.attrs["median"]`: the first time at which S ≤ ½,
    NaN if it never is. Edges: no rows → an empty frame; S = 0 → low and high NaN, as in R.
    """
    at, cause, place, risk = _times(time, event)
    dead = np.bincount(place, cause > 0, minlength=len(at))
    estimate = np.cumprod(1 - dead / risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(np.cumsum(dead / (risk * (risk - dead))))
        half = normal_quantile(confidence) * error
        low, high = estimate * np.exp(-half), np.minimum(estimate * np.exp(half), 1)
    gone = estimate <= 0
    low, high = np.where(gone, np.nan, low), np.where(gone, np.nan, high)
    frame = pd.DataFrame({"time": at, "estimate": estimate, "low": low, "high": high, "at_risk": risk})
    frame["at_risk"] = frame["at_risk"].astype(int)
    frame.attrs["median"] = first_time(at, estimate <= 0.5 + 1e-12)
    return frame


def first_time(at: Array, reached: Any) -> float:
    """The first of `at` where `reached`, else NaN."""
    hits = np.flatnonzero(reached)
    return float(at[hits[0]]) if len(hits) else float("nan")


def cumulative_incidence(time: ArrayLike, event: ArrayLike, confidence: float = 0.95) -> pd.DataFrame:
    """Share that has had each cause's event by each time, others competing (Aalen and Johansen 1978).

    event: 0 censored, 1, 2 … causes. One row per cause and distinct time, causes ascending, columns time,
    cause, estimate, low, high, at_risk. F(t) = Σ S(s-)·d/r with S of all causes together; ties are exact
    (no jitter): all events of one moment share the survivors just before it. Variance by the delta method
    (Marubini and Valsecchi 1995), interval on the log scale, within 0 … 1.
    The causes' F and the all-cause S add up to 1 at every time, which 1 - Kaplan-Meier of one cause does not.
    Edges: F = 0 → low = high = NaN; no event at all → an empty frame.
    """
    at, cause, place, risk = _times(time, event)
    every = np.bincount(place, cause > 0, minlength=len(at))
    before = np.concatenate([[1.0], np.cumprod(1 - every / risk)[:-1]]) if len(at) else np.empty(0)
    frames = []
    for which in np.unique(cause[cause > 0]):
        events = np.bincount(place, cause == which, minlength=len(at))
        estimate = np.cumsum(before * events / risk)
        half = normal_quantile(confidence) * _relative_error(estimate, before, (events, every, risk))
        limits = {
            "low": np.where(estimate > 0, estimate * np.exp(-half), np.nan),
            "high": np.where(estimate > 0, np.minimum(estimate * np.exp(half), 1), np.nan),
        }
        frames.append(pd.DataFrame({"time": at, "cause": which, "estimate": estimate} | limits))
        frames[-1]["at_risk"] = risk.astype(int)
    if not frames:
        return pd.DataFrame(columns=["time", "cause", "estimate", "low", "high", "at_risk"])
    return pd.concat(frames, ignore_index=True)


def _relative_error(estimate: Array, before: Array, counts: tuple[Any, Any, Array]) -> Array:
    """Standard error of F over F; the double sum is expanded into running sums, so it stays linear."""
    events, every, risk = counts
    left = risk - every
    hazard = np.divide(every, risk * left, out=np.zeros_like(risk), where=left > 0)
    cross = before * events / risk**2
    own = before**2 * events * (risk - events) / risk**3
    f = estimate
    spread = f**2 * np.cumsum(hazard) - 2 * f * np.cumsum(f * hazard) + np.cumsum(f**2 * hazard)
    variance = spread + np.cumsum(own) - 2 * (f * np.cumsum(cross) - np.cumsum(f * cross))
    return np.divide(np.sqrt(np.maximum(variance, 0)), f, out=np.zeros_like(f), where=f > 0)
