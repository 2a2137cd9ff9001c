"""Retention by batch: of those recognised together, how many serve 0, 6, 12, … months later."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics import members
from analytics.queries import run
from analytics.scope import Scope
from foundation.access.viewer import Viewer


def cohort_rows(snapshot: Any, *, scope: Scope, viewer: Viewer) -> pd.DataFrame:
    """One row for each person recognised by the as-of day × months since: batch, months, is_serving.

    Beside them the columns of `officers_cumulative` and `tier`. Everybody stands in exactly one batch. A
    batch whose members were recognised in several months ends where its youngest does.
    """
    people = members(snapshot, "officers_cumulative", scope=scope, viewer=viewer)
    steps = run(snapshot, "cohort_months", {"as_of": scope.as_of})
    start = pd.to_datetime(steps.groupby("batch")["first_month"].transform("max"))
    end = pd.Timestamp(scope.as_of)
    reached = (end.year - start.dt.year) * 12 + end.month - start.dt.month
    rows = people.drop(columns="is_serving").merge(steps[steps["months"] <= reached], on="person_id")
    return rows.sort_values(["first_month", "batch", "months"], kind="stable").reset_index(drop=True)


def retention(rows: pd.DataFrame) -> pd.DataFrame:
    """batch, months, numerator (serving), denominator (recognised), value; batches from the oldest."""
    order = rows.groupby("batch")["first_month"].min().sort_values(kind="stable").index
    counts = rows.groupby(["batch", "months"])["is_serving"].agg(["sum", "size"]).reset_index()
    counts = counts.rename(columns={"sum": "numerator", "size": "denominator"})
    counts["value"] = counts["numerator"] / counts["denominator"]
    place = counts["batch"].map({batch: i for i, batch in enumerate(order)})
    return counts.iloc[pd.DataFrame({"p": place, "m": counts["months"]}).sort_values(["p", "m"]).index]
