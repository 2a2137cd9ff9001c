"""What units that improved beyond chance did: counts of their acts, never a cause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.metrics.engine.source import MetricContext
from analytics.metrics.engine.sums import counted_in_scope
from analytics.rules import Rules
from analytics.scope import Scope
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
    return counted_in_scope(context, "unit_initiative", units=list(units))
