"""Compute what the golden files hold: the accounting of the sample files, and every metric by its closed groupings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd

from analytics.metrics import METRICS, measure_many
from analytics.scope import Scope
from foundation.access.viewer import OFFICE
from foundation.warehouse.snapshots import Snapshot

FOLDER = Path(__file__).parent
MONTHS = (dt.date(2025, 12, 1), dt.date(2024, 12, 1))


def accounting(snapshot: Snapshot) -> pd.DataFrame:
    """Rows read, loaded, quarantined and merged per file, sheet and table."""
    columns = 'file, sheet, "table", rows_read, rows_loaded, rows_quarantined, rows_merged'
    return snapshot.cursor().execute(f"select {columns} from loads order by all").df()


def metrics(snapshot: Snapshot) -> pd.DataFrame:
    """Every metric: whole province, and by unit, city, category and channel, at two as-of months."""
    frames = []
    for month in MONTHS:
        for by in (None, "unit", "city", "category", "channel"):
            frame = measure_many(snapshot, list(METRICS), scope=Scope(month), viewer=OFFICE, by=by)
            frames.append(frame.assign(as_of=month.strftime("%Y-%m"), by=by or "all").drop(columns="label"))
    return pd.concat(frames, ignore_index=True)


def as_csv(frame: pd.DataFrame) -> str:
    """Numbers to four places, so that a diff shows meaning and not noise."""
    return frame.to_csv(index=False, float_format="%.4f", lineterminator="\n")


RESULTS = {"accounting.csv": accounting, "metrics.csv": metrics}
