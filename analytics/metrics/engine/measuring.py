"""From rows and groups to result frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from analytics.metrics.declaration import FRAME, Metric
from analytics.metrics.engine import groups, source
from analytics.metrics.engine.names import bodies, people, withheld
from analytics.metrics.engine.resampling import NOTHING, clusters, ratio_interval, waiting
from analytics.metrics.engine.source import Look
from analytics.stats import proportion_interval
from foundation.locales import Lang
from foundation.reference.cities import UNKNOWN


def measured(look: Look, metrics: Sequence[Metric], by: str | None, lang: Lang) -> list[pd.DataFrame]:
    """Result frames of several metrics in the order given; those of one source share its rows."""
    frames: dict[str, pd.DataFrame] = {}
    for key, family in groupby(sorted(metrics, key=lambda m: _reading(m, by)), key=lambda m: _reading(m, by)):
        frames |= _family(look, list(family), (by, lang, key[0] == "anew"))
    return [frames[m.id] for m in metrics]


def _reading(metric: Metric, by: str | None) -> tuple[str, str, str]:
    """How the rows are read: metrics with the same answer are read together."""
    if by != "month":
        return "once", metric.source, ""
    if metric.is_stock:
        return "anew", metric.source, ""
    return "split", metric.monthly or metric.source, metric.dated or ""


def _family(look: Look, metrics: list[Metric], how: tuple[str | None, Lang, bool]) -> dict[str, pd.DataFrame]:
    by, lang, is_anew = how
    if not is_anew:
        rows = _rows(look, metrics, by)
        return {m.id: _grouped(look, rows, (i, m), (by, lang)) for i, m in enumerate(metrics)}
    found: dict[str, list[pd.DataFrame]] = {m.id: [] for m in metrics}
    months = groups.window(look.as_of)
    every = source.rows_by_month(look, metrics, months, *_extra(metrics, None))
    for month in months:
        rows = every[every["as_at"] == pd.Timestamp(month)]
        code = groups.month_code(month)
        for i, m in enumerate(metrics):
            frame = _grouped(look, rows, (i, m), (None, lang))
            frame["group"], frame["label"] = code, groups.label(code, by, lang)
            found[m.id].append(frame)
    return {key: pd.concat(frames, ignore_index=True) for key, frames in found.items()}


def _rows(look: Look, metrics: list[Metric], by: str | None) -> pd.DataFrame:
    """Rows of the family's source with whatever its grouping needs; `month` is a code."""
    first, extra = metrics[0], _extra(metrics, by)
    if by != "month":
        return source.rows(look, metrics, None, *extra)
    if first.monthly:
        rows = source.rows(look, metrics, first.monthly, *extra, "month")
    else:
        rows = source.rows(look, metrics, None, *extra, f"{first.dated} as month")
    rows["month"] = pd.to_datetime(rows["month"]).dt.strftime("%Y-%m")
    return rows


def _extra(metrics: list[Metric], by: str | None) -> list[str]:
    """Columns beside the usual: what n counts, whom a row credits, and whether it came over the platform."""
    extra = [c for m in metrics for c in (m.per, *(m.credits if by == "officer" else ())) if c]
    has_platform = metrics[0].source in ("demands_window", "achievements_window")
    return [*extra, "is_platform"] if has_platform else extra


def _grouped(
    look: Look, rows: pd.DataFrame, which: tuple[int, Metric], how: tuple[Any, Lang]
) -> pd.DataFrame:
    """The frame of one metric: its rows, placed, summed, with intervals and labels."""
    (i, metric), (by, lang) = which, how
    part = rows[rows[f"d{i}"].notna()]
    if by == "officer":
        part = withheld(look, groups.credited(part, metric))
    grouping = _grouping(look, part, by)
    pooled = _pooled(look, part, (i, metric, grouping)) if by == "recommender" else grouping
    lines = [_line(look, part[pooled.place == k], (i, metric), code) for k, code in enumerate(pooled.codes)]
    nowhere = part[pooled.place < 0]
    if len(nowhere):
        lines.append(_line(look, nowhere, (i, metric), UNKNOWN))
    frame = pd.DataFrame(lines, columns=[c for c in FRAME if c != "label"])
    labels = [groups.label(code, by, lang, pooled.names) for code in frame["group"]]
    if len(nowhere):
        labels[-1] = groups.unknown_label(nowhere, lang)
    frame.insert(1, "label", labels)
    return _typed(frame, metric)


def _grouping(look: Look, rows: pd.DataFrame, by: str | None) -> groups.Grouping:
    if by == "month":
        codes = [groups.month_code(m) for m in groups.window(look.as_of)]
        place = pd.Categorical(rows["month"], categories=codes).codes.astype(np.int64)
        return groups.Grouping(codes, place, {})
    names = {"officer": people, "recommender": bodies}.get(by or "")
    return groups.group_rows(rows, by, names(look) if names else None)


def _pooled(look: Look, rows: pd.DataFrame, what: tuple[int, Metric, groups.Grouping]) -> groups.Grouping:
    """An open list's groups below the least n in one row `pooled`; plain counts stay as they are."""
    i, metric, grouping = what
    if metric.is_plain:
        return grouping
    sizes = [_size(rows[grouping.place == k], (i, metric)) for k in range(len(grouping.codes))]
    kept = [k for k, n in enumerate(sizes) if n >= look.min_n]
    if len(kept) == len(sizes):
        return grouping
    number = np.full(len(sizes) + 1, len(kept), np.int64)
    number[kept] = np.arange(len(kept))
    number[-1] = -1
    codes = [grouping.codes[k] for k in kept] + [groups.POOLED]
    return groups.Grouping(codes, number[grouping.place], grouping.names)


def _size(rows: pd.DataFrame, which: tuple[int, Metric]) -> int:
    """The n for suppression: persons, demands or contracts, never months."""
    i, metric = which
    counted = rows[rows[f"d{i}"] != 0]
    return int(counted[metric.per].nunique()) if metric.per else len(counted)


def _line(look: Look, rows: pd.DataFrame, which: tuple[int, Metric], code: str) -> tuple[Any, ...]:
    """group, numerator, denominator, value, low, high, suppressed of one group."""
    i, metric = which
    top, bottom = rows[f"n{i}"].fillna(0).to_numpy(float), rows[f"d{i}"].to_numpy(float)
    if metric.is_plain:
        total = float(top.sum())
        return code, total, None, total, *NOTHING, False
    size = _size(rows, which)
    count = None if metric.time else float(top.sum())
    base = float(bottom.sum())
    if size < look.min_n or base == 0:
        return code, count, base, np.nan, *NOTHING, True
    return code, count, base, *_value(rows, which, (top, bottom)), False


def _value(rows: pd.DataFrame, which: tuple[int, Metric], parts: tuple[Any, Any]) -> tuple[float, ...]:
    """Value, low, high."""
    (i, metric), (top, bottom) = which, parts
    if metric.measure == "proportion":
        limits = proportion_interval(top.sum(), bottom.sum())
        return float(top.sum() / bottom.sum()), float(limits[0]), float(limits[1])
    # The order of rows must not tell: rows of nobody are numbered after sorting.
    time = rows[f"t{i}"].to_numpy(float) if metric.time else bottom
    order = np.lexsort((top, time))
    cluster = clusters(rows["person_id"].iloc[order])
    if metric.time:
        horizon = metric.horizon if metric.measure == "incidence" else None
        return waiting(time[order], top[order], cluster, horizon)
    low, high = ratio_interval(top[order], bottom[order], cluster, is_rate=metric.measure == "rate")
    return float(top.sum() / bottom.sum()), low, high


def _typed(frame: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """Counts are whole numbers (nullable), values plain floats with NaN, suppressed a bool."""
    kind = "Float64" if metric.measure == "sum" else "Int64"
    whole = {"numerator": kind, "denominator": "Int64"}
    floats = dict.fromkeys(("value", "low", "high"), "float64")
    return frame.astype({**whole, **floats, "suppressed": "bool"})


def stacked(ids: Iterable[str], frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Several frames, `id` in front."""
    named = []
    for key, frame in zip(ids, frames, strict=True):
        frame.insert(0, "id", key)
        named.append(frame)
    if not named:
        return pd.DataFrame(columns=["id", *FRAME])
    return pd.concat(named, ignore_index=True)
