"""Targets of metrics: the year's that the office entered, else the example in the rules."""

from __future__ import annotations

import re
from typing import Any

from analytics.metrics import METRICS
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql import run

_BRACKETS = re.compile(r"[（(][^）)]*[）)]")


def targets(source: Any, *, rules: Rules, scope: Scope) -> dict[str, float]:
    """Metric id → target of the scope's year: the unit's where the scope is one unit, else the province's.

    A sheet may name a metric by id or by title, brackets left out. A value that cannot be one of the metric
    (60 for a share) is passed over, and the rules' example stays.
    """
    in_force = dict(rules.targets)
    only = scope.unit[0] if len(scope.unit) == 1 else None
    rows = run(source, "targets_of_year", {"as_of": scope.as_of, "only_unit": only})
    for written, value in rows[["metric", "value"]].itertuples(index=False):
        metric = metric_named(str(written))
        if metric and not (METRICS[metric].unit == "share" and value > 1):
            in_force[metric] = float(value)
    return in_force


def metric_named(written: str) -> str | None:
    """The one metric that a sheet means by an id or a title; None where none or several fit."""
    if written in METRICS:
        return written
    for fold in (str.strip, _bare):
        fits = [m.id for m in METRICS.values() if fold(written) in (fold(m.title.zh), fold(m.title.en))]
        if len(fits) == 1:
            return fits[0]
    return None


def _bare(title: str) -> str:
    return _BRACKETS.sub("", title).strip()
