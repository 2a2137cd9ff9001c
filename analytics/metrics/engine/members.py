"""The list behind a number: exactly the rows that it counts."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from analytics.metrics.declaration import Metric
from analytics.metrics.engine import groups, names, source
from analytics.metrics.engine.pooling import large_enough
from analytics.metrics.engine.source import MetricContext
from foundation.reference.cities import UNKNOWN


def listed(
    context: MetricContext, metric: Metric, by: str | None, group: str | None, part: str
) -> pd.DataFrame:
    """Rows of the source behind one group's numerator or denominator, with `counted`, what each adds to it.

    Every row also says the tier of its person on the as-of day, so that names can be guarded.
    """
    if part not in ("numerator", "denominator"):
        raise ValueError(f"part is numerator or denominator, not {part!r}")
    if by == "month" and group is not None and metric.is_stock:
        context, by, group = context.at(dt.date.fromisoformat(f"{group}-01")), None, None
    rows = source.everything(context, metric)
    if by == "month" and group is not None and metric.monthly:
        rows = source.everything(context, metric, metric.monthly)
    if by == "officer":
        rows = groups.credited(rows, metric)
    if by is not None and group not in (None, groups.ALL):
        rows = rows[_in_group(context, metric, rows, (by, str(group)))]
    counted = _counted(metric, rows, part)
    rows = rows.assign(counted=counted)[counted != 0]
    if "tier" not in rows:
        rows = rows.assign(tier=rows["person_id"].map(names.tiers(context)))
    return rows.drop(columns=[c for c in ("n0", "d0", "t0") if c in rows]).reset_index(drop=True)


def _counted(metric: Metric, rows: pd.DataFrame, part: str) -> pd.Series:
    if metric.time:
        is_event = (rows["n0"] == 1) & (
            rows["t0"] <= (metric.horizon if metric.measure == "incidence" else 10**9)
        )
        return is_event.astype(int) if part == "numerator" else pd.Series(1, index=rows.index)
    return rows["n0" if part == "numerator" or metric.is_plain else "d0"].fillna(0)


def _in_group(
    context: MetricContext, metric: Metric, rows: pd.DataFrame, which: tuple[str, str]
) -> pd.Series:
    """Which rows belong to a group; `pooled` and `unknown` hold the same rows as in the result frame."""
    by, group = which
    if by == "month":
        date = pd.to_datetime(rows["month" if metric.monthly else str(metric.dated)])
        return date.dt.strftime("%Y-%m") == group
    column = rows["person_id" if by == "officer" else by]
    if group == groups.POOLED:
        sizes = (
            rows[rows["d0"] != 0].groupby(column)[metric.per].nunique()
            if metric.per
            else (rows["d0"] != 0).groupby(column).sum()
        )
        return column.notna() & ~column.isin(
            large_enough({str(code): n for code, n in sizes.items()}, context.min_n)
        )
    codes = groups.closed(by)
    if group == UNKNOWN:
        return column.isna() if codes is None else ~column.isin(codes)
    return column == group
