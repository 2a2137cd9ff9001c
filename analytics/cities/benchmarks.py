"""Figures of other provinces, where the office has some: shown in a table of their own, never compared."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.declaration import ValueFormat
from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from analytics.sql import run
from foundation.locales import Text
from foundation.reference.folding import fold

#: What offices add to a title: 在聘联络员数 is 在聘联络员.
_TAILS = ("总数", "人数", "数量", "数", "比例", "率")


def benchmarks(snapshot: Any) -> pd.DataFrame:
    """province, year, metric, value, source; empty where none are entered."""
    return run(snapshot, "benchmark_rows")


def known_metric(words: str) -> Metric | None:
    """The registry's metric that an office means by its id or title; None for a figure of its own."""
    folded = fold(words)
    for metric in METRICS.values():
        names = {fold(name) for name in (metric.id, metric.title.zh, metric.title.en)}
        if folded in names or any(folded.removesuffix(tail) in names for tail in _TAILS if folded != tail):
            return metric
    return None


def benchmark_title(words: str) -> Text:
    """The metric's own title, or the words as they were written."""
    metric = known_metric(words)
    return metric.title if metric else Text(zh=words, en=words)


def benchmark_format(words: str, value: float) -> ValueFormat:
    """Shares as per cents, also for a metric outside the registry that is a share by its name and value."""
    metric = known_metric(words)
    is_share = metric.unit == "share" if metric else fold(words).endswith(("率", "占比"))
    if is_share and 0 <= value <= 1:
        return "percent"
    return "integer" if value == round(value) else "decimal"
