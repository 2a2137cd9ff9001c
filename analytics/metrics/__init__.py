"""What the programme is measured by: one declaration a metric, one engine for all.

    measure(snapshot, "share_proactive", scope=Scope(as_of), viewer=OFFICE, by="unit")

To add a metric: a module-level `Metric` in the folder of its subject, and its second opinion under
tests/metrics.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.metrics.declaration import FRAME, GROUPINGS, Metric
from analytics.metrics.engine.groups import label_groups
from analytics.metrics.engine.history import monthly
from analytics.metrics.engine.measuring import measured, stacked
from analytics.metrics.engine.members import listed
from analytics.metrics.engine.source import MetricContext
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.locales import Lang

#: Beside the folders of declarations: what works them out, and the type of a declaration.
_NO_DECLARATIONS = {"engine", "declaration"}


def _declared() -> dict[str, Metric]:
    """Every `Metric`, or tuple of them, at the top of a module of this package's folders, in `order`."""
    metrics: list[Metric] = []
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        if module.ispkg or module.name.removeprefix(f"{__name__}.").split(".")[0] in _NO_DECLARATIONS:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            candidates = value if isinstance(value, tuple) else (value,)
            metrics += [m for m in candidates if isinstance(m, Metric)]
    unique = {m.id: m for m in metrics}
    return {m.id: m for m in sorted(unique.values(), key=lambda m: (m.order, m.id))}


METRICS: dict[str, Metric] = _declared()


def list_metrics() -> list[dict[str, Any]]:
    """What `liaison metric --list --json` prints."""
    return [
        {
            "id": m.id,
            "title_zh": m.title.zh,
            "title_en": m.title.en,
            "unit": m.unit,
            "direction": m.direction,
            "groups": list(m.groups),
        }
        for m in METRICS.values()
    ]


def measure(
    snapshot: Any,
    metric_id: str,
    *,
    scope: Scope,
    viewer: Viewer,
    by: str | None = None,
    rules: Rules | None = None,
    lang: Lang = "zh",
) -> pd.DataFrame:
    """The result frame of one metric, columns FRAME, one row a group (one row "all" without `by`).

    by: one of the metric's groups. rules: other thresholds than the snapshot's, for a what-if.
    A city viewer gets the own unit's numbers whatever the scope. Raises KeyError for an unknown metric,
    ValueError for a grouping that it does not have.
    """
    metric = METRICS[metric_id]
    return measured(MetricContext.of(snapshot, scope, viewer, rules), [_may(metric, by)], by, lang)[0]


def measure_many(
    snapshot: Any,
    ids: Sequence[str],
    *,
    scope: Scope,
    viewer: Viewer,
    by: str | None = None,
    rules: Rules | None = None,
    lang: Lang = "zh",
) -> pd.DataFrame:
    """Several metrics stacked, `id` in front; those of one source cost one query together."""
    metrics = [_may(METRICS[i], by) for i in dict.fromkeys(ids)]
    frames = measured(MetricContext.of(snapshot, scope, viewer, rules), metrics, by, lang)
    return stacked([m.id for m in metrics], frames)


def members(
    snapshot: Any,
    metric_id: str,
    *,
    scope: Scope,
    viewer: Viewer,
    by: str | None = None,
    group: str | None = None,
    part: str = "numerator",
    rules: Rules | None = None,
) -> pd.DataFrame:
    """Exactly the rows that a number counts: the source's columns, `tier` of the person, `counted`.

    part: "numerator" or "denominator"; counted.sum() is the number of the frame's row (where the part is
    not null there). For medians the numerator's list is the demands contacted, for an incidence those
    contacted by its day.
    """
    metric = _may(METRICS[metric_id], by)
    return listed(MetricContext.of(snapshot, scope, viewer, rules), metric, by, group, part)


def history(
    snapshot: Any,
    metric_ids: Sequence[str],
    *,
    scope: Scope,
    viewer: Viewer,
    months: int = 13,
    rules: Rules | None = None,
) -> pd.DataFrame:
    """The months that end with the scope's as-of: id, month, numerator, denominator, value, suppressed.

    Stocks, shares and times as at each month; flows of that month alone. No intervals: for small lines.
    """
    metrics = [METRICS[i] for i in dict.fromkeys(metric_ids)]
    return monthly(MetricContext.of(snapshot, scope, viewer, rules), metrics, months)


def default_as_of(snapshot: Any) -> dt.date:
    """The snapshot's own as-of month (docs/definitions.md, Snapshot), its first day."""
    return dt.date.fromisoformat(snapshot.meta["as_of"])


def _may(metric: Metric, by: str | None) -> Metric:
    if by is not None and by not in metric.groups:
        raise ValueError(f"{metric.id} has no grouping {by!r}; it has {', '.join(metric.groups)}")
    return metric


__all__ = [
    "FRAME",
    "GROUPINGS",
    "METRICS",
    "Metric",
    "default_as_of",
    "history",
    "label_groups",
    "list_metrics",
    "measure",
    "measure_many",
    "members",
]
