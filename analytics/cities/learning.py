"""What units that improved beyond chance did: counts of what was done, no reason why it helped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.metrics.engine.source import MetricContext, filtered
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql import bound, sql
from foundation.access.viewer import Viewer


def learning(
    snapshot: Any, units: Sequence[str], *, scope: Scope, viewer: Viewer, rules: Rules
) -> pd.DataFrame:
    """unit, source, kind, acts: self-initiated acts in W of those serving, by kind; empty without units."""
    context = MetricContext.of(snapshot, scope, viewer, rules)
    if viewer.unit is not None:
        units = [unit for unit in units if unit == viewer.unit]
    if not units:
        return pd.DataFrame(columns=["unit", "source", "kind", "acts"])
    condition, only = filtered(context)
    # The filters name the person's attributes, which stand in the inner rows.
    text = sql("unit_initiative").replace("where h.month", f"where ({condition}) and h.month")
    params = bound(text, {**context.parameters(), **only, "units": list(units)})
    frame: pd.DataFrame = context.snapshot.cursor().execute(text, params).df()
    return frame
