"""A metric's rows summed in the database by columns of its source: persons for comparisons, quarters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.metrics.declaration import Metric
from analytics.metrics.engine.source import MetricContext, filtered, parts_of, scoped
from analytics.sql import query_text, run_text

#: Quarters from a date to the as-of month, counted back: 0 for the three months that end with it.
QUARTERS_BACK = "date_diff('month', {date}, cast($as_of as date)) // 3"


def dated_by(metric: Metric) -> str:
    """The date column of a metric's source: `dated`, or of cases of reminders their end."""
    return metric.dated or "ends_on"


def summed(
    context: MetricContext, metric: Metric, *, by: Sequence[str], latest: Sequence[str] = ()
) -> pd.DataFrame:
    """Columns `by`, those of `latest` as in the row dated last, x and s: sums of numerator and denominator.

    by: columns of the source, for instance ("person_id", "unit"); only rows that take part, in the scope. In
    the order of `by`.
    """
    last = [f"arg_max({column}, {dated_by(metric)}) as {column}" for column in latest]
    text, condition, only = scoped(context, metric.source)
    inner = f"select *, {parts_of([metric])} from ({text}) where {condition}"
    keys = ", ".join(by)
    columns = ", ".join((keys, *last, "sum(n0) as x", "sum(d0) as s"))
    grouped = f"select {columns} from ({inner}) where d0 is not null group by {keys} order by {keys}"
    return run_text(context.snapshot, grouped, {**context.parameters(), **only})


def summed_by_quarter(context: MetricContext, metric: Metric) -> pd.DataFrame:
    """unit, back, x, s, n (persons) of the twelve months that end with the as-of.

    back: quarters before the as-of, 0 the last.
    """
    text, condition, only = scoped(context, metric.source)
    back = QUARTERS_BACK.format(date=dated_by(metric))
    inner = f"select *, {back} as back, {parts_of([metric])} from ({text}) where {condition}"
    columns = "unit, back, sum(n0) as x, sum(d0) as s, count(distinct person_id) as n"
    grouped = f"select {columns} from ({inner}) where d0 is not null group by unit, back"
    return run_text(context.snapshot, grouped, {**context.parameters(), **only})


def counted_in_scope(context: MetricContext, query: str, **more: Any) -> pd.DataFrame:
    """Rows of a query that counts what its `within` queries hold, in the scope."""
    condition, only = filtered(context)
    text = query_text(query, condition)
    return run_text(context.snapshot, text, {**context.parameters(), **only, **more})
