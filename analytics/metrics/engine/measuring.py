"""Result frames: rows of the source put into groups, each group summed to one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from analytics.metrics.declaration import FRAME, Metric
from analytics.metrics.engine import groups, source
from analytics.metrics.engine.lines import Parts, frame_of, line
from analytics.metrics.engine.names import bodies, people, withheld
from analytics.metrics.engine.pooling import pool_groups
from analytics.metrics.engine.source import MetricContext
from foundation.fast.threads import map_on_two_threads
from foundation.locales import Lang
from foundation.reference.cities import UNKNOWN


def measured(
    context: MetricContext, metrics: Sequence[Metric], by: str | None, lang: Lang
) -> list[pd.DataFrame]:
    """Result frames of several metrics in the order given; those of one source share its rows."""
    in_order = sorted(metrics, key=lambda m: _reading(m, by))
    families = [(key[0], list(family)) for key, family in groupby(in_order, key=lambda m: _reading(m, by))]
    measured_families = map_on_two_threads(
        lambda family: _family(context, family[1], (by, lang, family[0] == "anew")), families
    )
    frames = {id: frame for by_id in measured_families for id, frame in by_id.items()}
    return [frames[m.id] for m in metrics]


def _reading(metric: Metric, by: str | None) -> tuple[str, str, str]:
    """Sort key: metrics with the same key are worked out from one reading of their rows.

    First part: "once" without months, "anew" for a stock as at each month, "split" by the month of a date.
    """
    if by != "month":
        return "once", metric.source, ""
    if metric.is_stock:
        return "anew", metric.source, ""
    return "split", metric.monthly or metric.source, metric.dated or ""


def _family(
    context: MetricContext, metrics: list[Metric], how: tuple[str | None, Lang, bool]
) -> dict[str, pd.DataFrame]:
    by, lang, is_anew = how
    if is_anew:
        return _as_at_each(context, metrics, lang)
    rows = _rows(context, metrics, by)
    shared: list[groups.Grouping] = []
    return {m.id: _grouped(context, rows, (i, m), (by, lang), shared=shared) for i, m in enumerate(metrics)}


def _as_at_each(context: MetricContext, metrics: list[Metric], lang: Lang) -> dict[str, pd.DataFrame]:
    """Stocks by month: the metric measured anew as at the end of each month of W, one row a month."""
    months = groups.window(context.as_of)
    every = source.rows_by_month(context, metrics, months, *_extra(metrics, None))
    rows = [every[every["as_at"] == pd.Timestamp(month)] for month in months]
    codes = [groups.month_code(month) for month in months]
    labels = [groups.label(code, "month", lang) for code in codes]
    frames = {}
    for i, m in enumerate(metrics):
        parts = [Parts.of(part, (i, m)) for part in rows]
        lines = [line(context, m, p.taking_part(), c) for p, c in zip(parts, codes, strict=True)]
        frames[m.id] = frame_of(lines, labels, m)
    return frames


def _rows(context: MetricContext, metrics: list[Metric], by: str | None) -> pd.DataFrame:
    """Rows of the family's source with the columns that its grouping needs; `month` as "2025-12"."""
    first, extra = metrics[0], _extra(metrics, by)
    if by != "month":
        return source.rows(context, metrics, None, *extra)
    if first.monthly:
        rows = source.rows(context, metrics, first.monthly, *extra, "month")
    else:
        rows = source.rows(context, metrics, None, *extra, f"{first.dated} as month")
    rows["month"] = pd.to_datetime(rows["month"]).dt.strftime("%Y-%m")
    return rows


def _extra(metrics: list[Metric], by: str | None) -> list[str]:
    """Columns beside the usual: what n counts, whom a row credits, and whether it came over the platform."""
    extra = [c for m in metrics for c in (m.per, *(m.credits if by == "officer" else ())) if c]
    extra += ["batch", "batch_from"] if by == "batch" else []
    # Who no longer serves has no tier on the as-of day: the row's tier says whether the name may be shown.
    extra += ["tier"] if by == "officer" and metrics[0].source == "tier_moves" else []
    has_platform = metrics[0].source in ("demands_window", "achievements_window")
    return [*extra, "is_platform"] if has_platform else extra


def _grouped(
    context: MetricContext,
    rows: pd.DataFrame,
    which: tuple[int, Metric],
    how: tuple[Any, Lang],
    *,
    shared: list[groups.Grouping],
) -> pd.DataFrame:
    """The frame of one metric: its rows, placed, summed, with intervals and labels.

    shared: holds the grouping of all rows, made for the first metric in which every row takes part and used
    again for the others of the family.
    """
    (i, metric), (by, lang) = which, how
    taking = rows[f"d{i}"].notna()
    is_shared = by != "officer" and bool(taking.all())
    rows = rows if is_shared else rows[taking]
    if by == "officer":
        rows = withheld(context, groups.credited(rows, metric))
    parts = Parts.of(rows, which)
    grouping = shared[0] if is_shared and shared else _grouping(context, rows, by)
    if is_shared and not shared:
        shared.append(grouping)
    if by == "recommender" and not metric.is_plain:
        sizes = {code: parts.at(grouping.place == k).size for k, code in enumerate(grouping.codes)}
        grouping = pool_groups(grouping, sizes, context.min_n)
    lines = [line(context, metric, parts.at(grouping.place == k), c) for k, c in enumerate(grouping.codes)]
    labels = [groups.label(code, by, lang, grouping.names) for code in grouping.codes]
    nowhere = grouping.place < 0
    if nowhere.any():
        lines.append(line(context, metric, parts.at(nowhere), UNKNOWN))
        labels.append(groups.unknown_label(rows[nowhere], lang))
    return frame_of(lines, labels, metric)


def _grouping(context: MetricContext, rows: pd.DataFrame, by: str | None) -> groups.Grouping:
    if by == "month":
        codes = [groups.month_code(m) for m in groups.window(context.as_of)]
        place = pd.Categorical(rows["month"], categories=codes).codes.astype(np.int64)
        return groups.Grouping(codes, place, {})
    if by == "batch":
        # From the oldest: 第三批 does not sort after 第二批 by itself.
        batches = rows.sort_values(["batch_from", "batch"])["batch"].unique()
        return groups.group_rows(rows, by, {str(batch): str(batch) for batch in batches})
    names = {"officer": people, "recommender": bodies}.get(by or "")
    return groups.group_rows(rows, by, names(context) if names else None)


def stacked(ids: Iterable[str], frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Several frames, `id` in front."""
    named = []
    for key, frame in zip(ids, frames, strict=True):
        frame.insert(0, "id", key)
        named.append(frame)
    if not named:
        return pd.DataFrame(columns=["id", *FRAME])
    return pd.concat(named, ignore_index=True)
