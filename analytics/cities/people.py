"""One row a person and unit: what they add to a metric's numerator and denominator, and their groups."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from analytics.cities.declaration import Compared
from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from analytics.metrics.engine import source
from analytics.metrics.engine.source import MetricContext
from analytics.metrics.engine.sums import summed
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.stats import proportion_interval
from foundation.access.viewer import Viewer
from foundation.reference.cities import UNITS, UNKNOWN

#: The source whose rows are the persons serving.
SERVING = "officers_serving"
_KEYS = ["person_id", "unit"]
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
    another as-of than the scope's. unit "unknown": no responsible unit is recorded, or a platform row
    without an officer. tenure: "first" or "renewed" term, missing for persons who do not serve. A city
    viewer gets the rows of its own unit only.
    """
    context = MetricContext.of(snapshot, replace(scope, as_of=month or scope.as_of), viewer, rules)
    if item.metric.source == SERVING:
        return _arranged(_serving(context, item.metric)[0])
    sums = _summed(context, item.metric)
    return _arranged(_per_officer(sums, _in_service(context)) if item.kind == "count" else sums)


def people_and_persons(
    snapshot: Any, item: Compared, share: Compared, *, scope: Scope, viewer: Viewer, rules: Rules
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """`people` of a metric and of a share of persons; one query tells both who serves."""
    context = MetricContext.of(snapshot, scope, viewer, rules)
    if item.metric.source == SERVING:
        of_metric, of_share = _serving(context, item.metric, share.metric)
        return _arranged(of_metric), _arranged(of_share)
    sums = _summed(context, item.metric)
    if item.kind != "count":
        return _arranged(sums), _arranged(_serving(context, share.metric)[0])
    everybody, of_share = _serving(context, METRICS[SERVING], share.metric)
    return _arranged(_per_officer(sums, everybody)), _arranged(of_share)


def _serving(context: MetricContext, *metrics: Metric) -> list[pd.DataFrame]:
    """A frame a metric over the officers serving, all from one query: its rows are one a person."""
    frame = source.rows(context, metrics, None, "term_no")
    kept, frames = [*_KEYS, *_WHERE], []
    for at in range(len(metrics)):
        of_metric = frame[[*kept, f"n{at}", f"d{at}"]].set_axis([*kept, "x", "s"], axis=1)
        frames.append(of_metric[of_metric["s"].notna()])
    return frames


def _summed(context: MetricContext, metric: Metric) -> pd.DataFrame:
    """The source's rows summed by person and unit, with the groups of each person's latest row."""
    latest = [column for column in _WHERE if column != "term_no"]
    return summed(context, metric, by=_KEYS, latest=latest)


def _in_service(context: MetricContext) -> pd.DataFrame:
    """Everybody who serves, with s = 1, by a query that reads nothing else of them."""
    frame = source.rows(context, [METRICS[SERVING]], "officers_in_service", "term_no")
    return frame[[*_KEYS, *_WHERE, "n0"]].rename(columns={"n0": "s"})


def _per_officer(counts: pd.DataFrame, serving: pd.DataFrame) -> pd.DataFrame:
    """Counts joined to the officers serving: s is 1 for those, whose groups are those of the as-of day."""
    serving = serving.drop(columns=["x"], errors="ignore")
    joined = serving.merge(counts.drop(columns=["s"]), on=_KEYS, how="outer", suffixes=("", "_counted"))
    groups = {c: joined[c].fillna(joined[f"{c}_counted"]) for c in _WHERE if f"{c}_counted" in joined}
    filled = joined.assign(**groups).fillna({"x": 0.0, "s": 0.0})
    return filled[[*_KEYS, *_WHERE, "x", "s"]]


def _arranged(rows: pd.DataFrame) -> pd.DataFrame:
    """Units by their codes, tenure from the number of the term, missing for persons who do not serve."""
    unit = rows["unit"].where(rows["unit"].isin(UNITS), UNKNOWN)
    tenure = _tenure(rows["term_no"]) if "term_no" in rows else None
    out = rows.assign(unit=unit, tenure=tenure).drop(columns=["term_no"], errors="ignore")
    return out.astype({"x": float, "s": float}).reset_index(drop=True)


def _tenure(term_no: pd.Series) -> pd.Series:
    number = pd.to_numeric(term_no).astype(float)
    words = pd.Series(np.where(number > 1, RENEWED, FIRST), index=term_no.index, dtype=object)
    return words.where(number.notna(), None)


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
