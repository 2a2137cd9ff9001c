"""Rows of a source query, with each metric's numerator and denominator computed beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pandas as pd

from analytics.metrics.declaration import Metric
from analytics.rules import Rules
from analytics.scope import Scope, months_back
from analytics.sql import at_each_month, counts_in_scope, query_text, run_text
from foundation.access.viewer import Viewer
from foundation.reference.cities import CITY_CODES, UNKNOWN

#: What every source yields, beside its own columns.
COLUMNS = ("person_id", "unit", "city", "category", "channel", "field", "recommender")


@dataclass(frozen=True)
class MetricContext:
    """What metrics are worked out over: the snapshot, the scope as the viewer may see it, the rules."""

    snapshot: Any
    scope: Scope
    viewer: Viewer
    rules: Rules

    @classmethod
    def of(cls, snapshot: Any, scope: Scope, viewer: Viewer, rules: Rules | None = None) -> MetricContext:
        """A city viewer sees the own unit, whatever the scope asks for."""
        if viewer.unit is not None:
            scope = scope.with_filter(unit=(viewer.unit,))
        return cls(snapshot, scope, viewer, rules or rules_of(snapshot))

    @property
    def as_of(self) -> dt.date:
        return self.scope.as_of

    @property
    def min_n(self) -> int:
        return self.rules["min_n"]

    @property
    def months_apart(self) -> int:
        """From the month compared with to the as-of: twelve where the scope compares with none."""
        then = self.scope.versus
        return (self.as_of.year - then.year) * 12 + self.as_of.month - then.month if then else 12

    def at(self, month: dt.date) -> MetricContext:
        """The same context at another as-of month; the month compared with stays as far away."""
        then = months_back(month, self.months_apart) if self.scope.versus else None
        return replace(self, scope=replace(self.scope, as_of=month, versus=then))

    def parameters(self) -> dict[str, Any]:
        of_scope = {"as_of": self.as_of, "months_apart": self.months_apart}
        return {**self.rules.parameters(), **self.rules.version_days(), **of_scope}


@lru_cache(maxsize=32)
def rules_of(snapshot: Any) -> Rules:
    """The rules that a snapshot was built with; a snapshot never changes, so it is read once."""
    return Rules.of(snapshot)


def filtered(context: MetricContext) -> tuple[str, dict[str, list[str]]]:
    """The scope's filters as a condition with bound lists; "unknown" picks what has no value."""
    filters = context.scope.filters()
    conditions = [f"list_contains($only_{name}, coalesce({name}, '{UNKNOWN}'))" for name in filters]
    return " and ".join(conditions) or "true", {f"only_{k}": list(v) for k, v in filters.items()}


def scoped(context: MetricContext, source: str) -> tuple[str, str, dict[str, list[str]]]:
    """A source's text, the condition on its rows, and what both bind.

    Rows of places (counties, fields by city) hold no person: there the filters choose what is counted within
    a place, and which places are asked about are the cities and fields of the scope.
    """
    condition, only = filtered(context)
    if not counts_in_scope(source):
        return query_text(source), condition, only
    cities = context.scope.city or tuple(unit for unit in context.scope.unit if unit in CITY_CODES)
    of_places = ["list_contains($only_places, city)"] if cities else []
    of_places += ["coalesce(list_contains($only_field, field), true)"] if context.scope.field else []
    where = " and ".join(of_places) or "true"
    return query_text(source, condition), where, only | {"only_places": list(cities)}


def parts_of(metrics: Sequence[Metric]) -> str:
    """Numerator n0 …, denominator d0 … (null where the row takes no part) and time t0 … of each metric."""
    columns = []
    for i, metric in enumerate(metrics):
        parts = {"n": metric.numerator, "d": metric.denominator or "1", "t": metric.time}
        columns += [
            f"case when {metric.where} then cast({part} as double) end as {letter}{i}"
            for letter, part in parts.items()
            if part is not None
        ]
    return ", ".join(columns)


def rows(
    context: MetricContext, metrics: Sequence[Metric], source: str | None = None, *extra: str
) -> pd.DataFrame:
    """One row per row of the source in scope: COLUMNS, `extra`, then n0, d0 … of each metric."""
    inner, condition, only = scoped(context, source or metrics[0].source)
    columns = ", ".join(dict.fromkeys((*COLUMNS, *extra)))
    return _run(context, f"select {columns}, {parts_of(metrics)} from ({inner}) where {condition}", only)


def rows_by_month(
    context: MetricContext, metrics: Sequence[Metric], months: Sequence[dt.date], *extra: str
) -> pd.DataFrame:
    """The same as at each of `months`, stacked, with `as_at` in front: one statement for all of them."""
    text, condition, only = scoped(context, metrics[0].source)
    columns = ", ".join(dict.fromkeys((*COLUMNS, *extra)))
    inner = f"select {columns}, {parts_of(metrics)} from ({at_each_month(text)}) where {condition}"
    return _run(
        context,
        _for_each(f"select each_month.as_at, x.* from each_month, lateral ({inner}) x"),
        {**only, "months": list(months)},
    )


def totals(context: MetricContext, metrics: Sequence[Metric], months: Sequence[dt.date]) -> pd.DataFrame:
    """Sums as at each of `months`: as_at, n0, d0, c0 (rows or persons behind it) … One row per month."""
    text, condition, only = scoped(context, metrics[0].source)
    per = "".join(f", {column}" for column in sorted({m.per for m in metrics if m.per}))
    inner = f"select {parts_of(metrics)}{per} from ({at_each_month(text)}) where {condition}"
    sums = ", ".join(
        f"coalesce(sum(x.n{i}), 0) as n{i}, coalesce(sum(x.d{i}), 0) as d{i}, {_size(metric, i)} as c{i}"
        for i, metric in enumerate(metrics)
    )
    text = (
        f"select each_month.as_at, {sums} from each_month left join lateral ({inner}) x on true "
        "group by each_month.as_at order by each_month.as_at"
    )
    return _run(context, _for_each(text), {**only, "months": list(months)})


def everything(context: MetricContext, metric: Metric, source: str | None = None) -> pd.DataFrame:
    """All columns of the source's rows in scope that take part, with n0, d0 (and t0)."""
    text, condition, only = scoped(context, source or metric.source)
    inner = f"select *, {parts_of([metric])} from ({text}) where {condition}"
    return _run(context, f"select * from ({inner}) where d0 is not null", only)


def _for_each(text: str) -> str:
    return f"with each_month as (select cast(unnest($months) as date) as as_at) {text}"


def _size(metric: Metric, i: int) -> str:
    counted = f"distinct x.{metric.per}" if metric.per else "*"
    return f"count({counted}) filter (x.d{i} <> 0)"


def _run(context: MetricContext, text: str, more: dict[str, Any]) -> pd.DataFrame:
    return run_text(context.snapshot, text, {**context.parameters(), **more})
