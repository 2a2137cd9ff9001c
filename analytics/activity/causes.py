"""Recorded causes of an officer's inactivity: the cause code, and separately a change of post."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from analytics.sql import run


def with_causes(rows: pd.DataFrame, snapshot: Any, as_of: dt.date) -> pd.DataFrame:
    """`rows` with cause, change_kind, changed_on of W; empty where no cause is recorded."""
    causes = run(snapshot, "officer_causes", {"as_of": as_of})
    return rows.merge(causes, on="person_id", how="left", validate="m:1")
