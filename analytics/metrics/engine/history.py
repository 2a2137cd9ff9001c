"""Many months of many metrics in few statements: what the small lines on the cards need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

import numpy as np
import pandas as pd

from analytics.metrics.declaration import Metric
from analytics.metrics.engine import source
from analytics.metrics.engine.resampling import waiting
from analytics.metrics.engine.source import MetricContext
from analytics.scope import months_back
from foundation.fast.threads import map_on_two_threads

COLUMNS = ["id", "month", "numerator", "denominator", "value", "suppressed"]


def monthly(context: MetricContext, metrics: Sequence[Metric], months: int) -> pd.DataFrame:
    """id, month (its first day), numerator, denominator, value, suppressed: one row per metric and month.

    Stocks, shares and times as at each of the months that end with the as-of; flows of that month alone.
    """
    wanted = [months_back(context.as_of, months - 1 - i) for i in range(months)]
    families = [(key[0], list(family)) for key, family in groupby(sorted(metrics, key=_key), key=_key)]
    frames = map_on_two_threads(lambda family: _KINDS[family[0]](context, family[1], wanted), families)
    frame = pd.concat(frames, ignore_index=True)[COLUMNS] if frames else _frame([])
    place = frame["id"].map({m.id: i for i, m in enumerate(metrics)})
    return frame.iloc[np.lexsort((frame["month"], place))].reset_index(drop=True)


def _key(metric: Metric) -> tuple[str, str, str]:
    if not metric.is_stock:
        return "flows", metric.monthly or metric.source, metric.dated or ""
    return ("times" if metric.time else "sums"), metric.source, ""


def _line(
    metric: Metric, context: MetricContext, month: object, parts: tuple[float, float, float]
) -> dict[str, object]:
    """One row from numerator, denominator and n."""
    top, bottom, size = parts
    if metric.is_plain:
        return {"id": metric.id, "month": month, "numerator": top, "value": top, "suppressed": False}
    is_small = size < context.min_n or bottom == 0
    value = np.nan if is_small else metric.scale * top / bottom
    counts = {"numerator": top, "denominator": bottom}
    return {"id": metric.id, "month": month, **counts, "value": value, "suppressed": is_small}


def _sums(context: MetricContext, metrics: list[Metric], months: list[dt.date]) -> pd.DataFrame:
    """As at each month, summed in the database."""
    totals = source.totals(context, metrics, months)
    lines = [
        _line(m, context, row["as_at"], (row[f"n{i}"], row[f"d{i}"], row[f"c{i}"]))
        for _, row in totals.iterrows()
        for i, m in enumerate(metrics)
    ]
    return _frame(lines)


def _times(context: MetricContext, metrics: list[Metric], months: list[dt.date]) -> pd.DataFrame:
    lines = []
    every = source.rows_by_month(context, metrics, months)
    for month in months:
        rows = every[every["as_at"] == pd.Timestamp(month)]
        for i, m in enumerate(metrics):
            part = rows[rows[f"d{i}"].notna()]
            is_small = len(part) < context.min_n
            horizon = m.horizon if m.measure == "incidence" else None
            time, cause = part[f"t{i}"].to_numpy(float), part[f"n{i}"].to_numpy(float)
            value = np.nan if is_small else waiting(time, cause, np.zeros(len(part)), horizon)[0]
            counts = {"denominator": len(part), "value": value, "suppressed": is_small}
            lines.append({"id": m.id, "month": month, **counts})
    return _frame(lines)


def _flows(context: MetricContext, metrics: list[Metric], months: list[dt.date]) -> pd.DataFrame:
    """Split by the month of their date; a window holds twelve months, so thirteen need two windows."""
    first = metrics[0]
    extra = ("month",) if first.monthly else (f"{first.dated} as month",)
    frames = []
    for end in range(len(months) - 1, -1, -12):
        rows = source.rows(context.at(months[end]), metrics, first.monthly or first.source, *extra)
        rows["month"] = pd.to_datetime(rows["month"]).dt.to_period("M").dt.start_time
        for month in months[max(0, end - 11) : end + 1]:
            part = rows[rows["month"] == pd.Timestamp(month)]
            for i, m in enumerate(metrics):
                size = float((part[f"d{i}"].fillna(0) != 0).sum())
                sums = (float(part[f"n{i}"].sum()), float(part[f"d{i}"].sum()), size)
                frames.append(_line(m, context, month, sums))
    return _frame(frames)


#: How a family of metrics is read, by the first part of its key.
_KINDS = {"sums": _sums, "times": _times, "flows": _flows}


def _frame(lines: list[dict[str, object]]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=COLUMNS)
    frame["month"] = pd.to_datetime(frame["month"])
    numbers = dict.fromkeys(("numerator", "denominator", "value"), "float64")
    return frame.astype({**numbers, "suppressed": "bool"})
