"""Retention by batch: of those recognised together, how many serve 0, 6, 12, … months later."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics import members
from analytics.scope import Scope
from analytics.sql import run
from foundation.access.viewer import Viewer


def cohort_rows(snapshot: Any, *, scope: Scope, viewer: Viewer) -> pd.DataFrame:
    """One row for each person recognised by the as-of day × months since: batch, months, is_serving.

    The columns of `cohort_months`, and `tier`. Everybody stands in exactly one batch.
    """
    people = members(snapshot, "officers_cumulative", scope=scope, viewer=viewer)[["person_id", "tier"]]
    return run(snapshot, "cohort_months", {"as_of": scope.as_of}).merge(people, on="person_id")


def retention(rows: pd.DataFrame) -> pd.DataFrame:
    """batch, months, numerator (serving), denominator (recognised), value; batches from the oldest."""
    order = rows.drop_duplicates("batch")["batch"]
    counts = rows.groupby(["batch", "months"])["is_serving"].agg(["sum", "size"]).reset_index()
    counts = counts.rename(columns={"sum": "numerator", "size": "denominator"})
    counts["value"] = counts["numerator"] / counts["denominator"]
    place = counts["batch"].map({batch: i for i, batch in enumerate(order)})
    return counts.iloc[pd.DataFrame({"p": place, "m": counts["months"]}).sort_values(["p", "m"]).index]


def served_after(cells: pd.DataFrame, months: int) -> tuple[int, int]:
    """Of all batches together: persons serving so many months after recognition, and persons recognised.

    cells: `retention`; a batch younger than that is in neither number.
    """
    past = cells[cells["months"] == months]
    return int(past["numerator"].sum()), int(past["denominator"].sum())
