"""Figures of other provinces, where the office has some: shown beside, never compared."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.queries import run


def benchmarks(snapshot: Any) -> pd.DataFrame:
    """province, year, metric, value, source; empty where nobody has entered any."""
    return run(snapshot, "benchmark_rows")
