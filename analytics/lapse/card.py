"""The model as a score card: points for bands of its three inputs, 0–10, more points = silence likelier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

MOST = 10
#: Upper ends of the bands, in days and active days; the last band is open.
BANDS: dict[str, tuple[int, ...]] = {
    "recency": (30, 91, 182, 365),
    "active_days": (5, 10, 20),
    "tenure": (365, 730, 1461),
}


@dataclass(frozen=True, eq=False)
class Card:
    """points: per input, the points of its bands in the order of BANDS.

    outcome: `points` 0–10, `pairs`, `silent` of the past that it was made from: what such a total meant.
    """

    points: dict[str, tuple[int, ...]]
    outcome: pd.DataFrame

    @classmethod
    def of(cls, pairs: pd.DataFrame) -> Card:
        """From rows of recency, active_days, tenure and silent (0/1): a logistic on the bands, rounded."""
        points = _rounded(_weights(pairs))
        totals = _totals(pairs, points)
        silent = pairs["silent"].astype(int).groupby(totals).agg(["size", "sum"]).reindex(range(MOST + 1))
        outcome = silent.fillna(0).astype(int).rename(columns={"size": "pairs", "sum": "silent"})
        return cls(points, outcome.rename_axis("points").reset_index())

    def total(self, features: pd.DataFrame) -> pd.Series:
        """Points of each row of recency, active_days, tenure."""
        return _totals(features, self.points)


def bands_of(features: pd.DataFrame, name: str) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Which band of an input each row stands in."""
    return np.searchsorted(BANDS[name], features[name].to_numpy(float), side="left")


def _weights(pairs: pd.DataFrame) -> dict[str, list[float]]:
    """Log odds of each band; an empty band has the weight of the band before it."""
    from sklearn.linear_model import LogisticRegression

    places = {name: bands_of(pairs, name) for name in BANDS}
    marks = [places[name] == band for name, ends in BANDS.items() for band in range(len(ends) + 1)]
    fitted = LogisticRegression(C=1.0, max_iter=2000)
    fitted.fit(np.column_stack(marks).astype(float), pairs["silent"].to_numpy(int))
    left = list(fitted.coef_[0])
    weights: dict[str, list[float]] = {}
    for name, ends in BANDS.items():
        band_points = [left.pop(0) for _ in range(len(ends) + 1)]
        for band in range(1, len(band_points)):
            if not (places[name] == band).any():
                band_points[band] = band_points[band - 1]
        weights[name] = [weight - min(band_points) for weight in band_points]
    return weights


def _rounded(weights: dict[str, list[float]]) -> dict[str, tuple[int, ...]]:
    """Whole points whose largest sum is as near to MOST as rounding lets it come, never above."""
    spread = sum(max(band_points) for band_points in weights.values()) or 1.0
    for scale in np.linspace((MOST + 1.5) / spread, 0, 400):
        points = {name: tuple(round(w * scale) for w in band_points) for name, band_points in weights.items()}
        if sum(max(band_points) for band_points in points.values()) <= MOST:
            return points
    return {name: tuple(0 for _ in band_points) for name, band_points in weights.items()}


def _totals(features: pd.DataFrame, points: dict[str, tuple[int, ...]]) -> pd.Series:
    total = sum(np.asarray(band_points)[bands_of(features, name)] for name, band_points in points.items())
    return pd.Series(total, index=features.index, name="points", dtype="int64")
