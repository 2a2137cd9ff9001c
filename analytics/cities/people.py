"""One row a person and unit: what it adds to a metric's numerator and denominator, and where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from analytics.cities.declaration import Compared
from analytics.metrics import METRICS
from analytics.metrics.engine import source
from analytics.metrics.engine.source import Look
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.stats import proportion_interval
from foundation.access.viewer import Viewer
from foundation.reference.cities import UNITS, UNKNOWN

_WHERE = ("city", "category", "channel", "recommender", "term_no")
FIRST, RENEWED = "first", "renewed"


def compared_scope(scope: Scope) -> Scope:
    """The scope without unit and body: units are always compared with all others."""
    return replace(scope, unit=(), recommender=())


def people(
    snapshot: Any, item: Compared, *, scope: Scope, viewer: Viewer, rules: Rules, month: dt.date | None = None
) -> pd.DataFrame:
    """person_id, unit, city, category, channel, recommender, tenure, x, s; one row a person and unit.

    x adds up to the metric's numerator, s to its denominator (counts: to the officers serving). month:
    another as-of than the scope's. unit "unknown": nobody wrote down who answers, or nobody filed (platform).
    tenure: "first" or "renewed" term, missing for who does not serve. A city viewer gets the own unit only.
    """
    look = Look.of(snapshot, replace(scope, as_of=month or scope.as_of), viewer, rules)
    rows = _rows(look, item)
    rows["unit"] = rows["unit"].where(rows["unit"].isin(UNITS), UNKNOWN)
    first = dict.fromkeys((c for c in _WHERE if c in rows), "first")
    keys = ["person_id", "unit"]
    grouped = rows
    if rows.duplicated(keys).any():
        sums: dict[str, Any] = {**first, "x": "sum", "s": "sum"}
        grouped = rows.groupby(keys, sort=True, dropna=False, as_index=False).agg(sums)
    tenure = _tenure(grouped["term_no"]) if "term_no" in grouped else None
    out = grouped.assign(tenure=tenure).drop(columns=["term_no"], errors="ignore")
    return out.sort_values(keys, na_position="last").reset_index(drop=True)


def _tenure(term_no: pd.Series) -> pd.Series:
    number = pd.to_numeric(term_no).astype(float)
    words = pd.Series(np.where(number > 1, RENEWED, FIRST), index=term_no.index, dtype=object)
    return words.where(number.notna(), None)


def _rows(look: Look, item: Compared) -> pd.DataFrame:
    """The source's rows in scope; a count's rows stand above those of everybody who serves."""
    metric = item.metric
    columns = ["person_id", "unit", *_WHERE]
    has_term = metric.source == "officers_serving"
    frame = source.rows(look, [metric], None, *(["term_no"] if has_term else []))
    frame = frame[frame["d0"].notna()].rename(columns={"n0": "x", "d0": "s"})
    if item.kind == "count":
        serving = source.rows(look, [METRICS["officers_serving"]], None, "term_no")
        serving = serving.assign(x=0.0, s=1.0)
        # Serving first: a person's attributes are then those of the as-of day.
        frame = pd.concat([serving, frame.assign(s=0.0)], ignore_index=True)
    kept = [c for c in (*columns, "x", "s") if c in frame]
    return frame[kept].astype({"x": float, "s": float})


def by_unit(frame: pd.DataFrame, item: Compared, *, min_n: int) -> pd.DataFrame:
    """group, numerator, denominator, n, clusters, value, low, high, suppressed: all units, official order.

    n: persons whom the denominator holds; below min_n value and interval are missing, the counts stay.
    clusters: rows of `people`, the persons that a resampling draws. low, high: Wilson's, for shares only.
    A last row "unknown" where there is one.
    """
    place = pd.Categorical(frame["unit"], categories=[*UNITS, UNKNOWN]).codes
    size, x, s = len(UNITS) + 1, frame["x"].to_numpy(), frame["s"].to_numpy()
    top, bottom = (np.bincount(place, part, minlength=size) for part in (x, s))
    n = np.bincount(place, s > 0, minlength=size).astype(int)
    clusters = np.bincount(place, minlength=size)
    shown = (n >= min_n) & (bottom > 0)
    value = np.divide(top, bottom, out=np.full(size, np.nan), where=shown)
    low, high = proportion_interval(top, bottom) if item.kind == "share" else (np.nan, np.nan)
    out = pd.DataFrame(
        {
            "group": [*UNITS, UNKNOWN],
            "numerator": top,
            "denominator": bottom,
            "n": n,
            "clusters": clusters,
            "suppressed": n < min_n,
            "value": value,
            "low": np.where(shown, low, np.nan),
            "high": np.where(shown, high, np.nan),
        }
    )
    return out if clusters[-1] else out.iloc[:-1]


def drawable(units: pd.DataFrame, *, unrecorded: tuple[str, ...] = ()) -> pd.Series:
    """Which rows may be compared: a unit that somebody answers for, not too small, with records."""
    named = units["group"].isin(UNITS) & units["value"].notna()
    return named & ~units["group"].isin(unrecorded)
