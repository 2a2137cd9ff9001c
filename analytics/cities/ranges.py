"""Where a unit could stand among the others, as a range; and its value drawn towards all units' mean."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.cities.declaration import Compared
from analytics.cities.people import by_unit, drawable
from analytics.stats import rank_ranges, shrink_rates
from foundation.reference.cities import NON_CITY

_Z = 1.959964


def ranges(
    frame: pd.DataFrame, item: Compared, *, min_n: int, unrecorded: tuple[str, ...] = ()
) -> pd.DataFrame:
    """`by_unit` with is_drawn, best, worst (of `places`), estimate, estimate_low, estimate_high, weight.

    Simultaneous 95 % ranges among the cities drawn (Mogstad et al.); 非市州推荐 is set apart and has none.
    Errors: for shares from Wilson's interval, which never calls 0 of 12 certain; else the spread between
    officers. Shrunken values: beta-binomial for shares; else normal with the same errors.
    """
    units = by_unit(frame, item, min_n=min_n)
    units["is_drawn"] = drawable(units, unrecorded=unrecorded if item.needs_records else ())
    is_city = units["is_drawn"] & (units["group"] != NON_CITY)
    error = _errors(frame, item, units)
    units["best"], units["worst"] = np.nan, np.nan
    if is_city.any():
        best, worst = rank_ranges(units.loc[is_city, "value"], error[is_city])
        units.loc[is_city, "best"], units.loc[is_city, "worst"] = best.astype(float), worst.astype(float)
    units["places"] = int(is_city.sum())
    return _shrunken(units, item, error)


def _errors(frame: pd.DataFrame, item: Compared, units: pd.DataFrame) -> np.ndarray:
    """Standard error of each unit's value; officers are the units of chance.

    Never smaller than the error of a unit of that size made of the province's officers: twelve officers
    without a contract would else have an error of zero.
    """
    if item.kind == "share":
        error: np.ndarray = ((units["high"] - units["low"]) / (2 * _Z)).to_numpy()
        return error
    named = frame[frame["person_id"].notna()]
    total = units["denominator"].to_numpy()
    within = (
        _away(named, units.set_index("group")["value"]).groupby(named["unit"]).sum().reindex(units["group"])
    )
    centre = named["x"].sum() / max(named["s"].sum(), 1e-12)
    overall = _away(named, pd.Series(centre, index=units["group"])).sum() / max(len(named), 1)
    clusters = units["clusters"].to_numpy(float)
    spread = np.sqrt(np.fmax(within.to_numpy() * clusters / np.maximum(clusters - 1, 1), overall * clusters))
    return np.divide(spread, total, out=np.full(len(units), np.nan), where=total > 0)


def _away(frame: pd.DataFrame, value: pd.Series) -> pd.Series:
    """Squared distance of each officer's numerator from the value times his denominator."""
    return (frame["x"] - frame["unit"].map(value) * frame["s"]) ** 2


def _shrunken(units: pd.DataFrame, item: Compared, error: np.ndarray) -> pd.DataFrame:
    drawn = units["is_drawn"]
    columns = {"estimate": "estimate", "low": "estimate_low", "high": "estimate_high", "weight": "weight"}
    units[list(columns.values())] = np.nan
    if drawn.sum() < 2:
        return units
    if item.kind == "share":
        shrunken = shrink_rates(units.loc[drawn, "numerator"], units.loc[drawn, "denominator"])
    else:
        shrunken = _normal(units.loc[drawn, "value"].to_numpy(), error[drawn])
    for name, column in columns.items():
        units.loc[drawn, column] = shrunken[name].to_numpy()
    return units


def _normal(value: np.ndarray, error: np.ndarray) -> pd.DataFrame:
    """Normal-normal empirical Bayes: variance between units by DerSimonian and Laird (1986)."""
    safe = np.maximum(error, np.nanmax(error) * 1e-6 + 1e-12)
    w = 1 / safe**2
    mean = (w * value).sum() / w.sum()
    slack = w.sum() - (w**2).sum() / w.sum()
    between = max(0.0, ((w * (value - mean) ** 2).sum() - (len(value) - 1)) / slack) if slack > 0 else 0.0
    mean = (value / (safe**2 + between)).sum() / (1 / (safe**2 + between)).sum()
    weight = between / (between + safe**2)
    estimate = weight * value + (1 - weight) * mean
    doubt = np.sqrt(weight * safe**2 + (1 - weight) ** 2 / (1 / (safe**2 + between)).sum())
    low, high = np.maximum(estimate - _Z * doubt, 0), estimate + _Z * doubt
    return pd.DataFrame({"estimate": estimate, "low": low, "high": high, "weight": weight})
