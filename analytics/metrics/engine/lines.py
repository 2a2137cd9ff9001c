"""One group's line of a result frame: its parts summed, its value with limits, suppressed where too few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.metrics.declaration import FRAME, Metric
from analytics.metrics.engine.resampling import NOTHING, clusters, ratio_interval, waiting
from analytics.metrics.engine.source import MetricContext
from analytics.stats import proportion_interval


@dataclass(frozen=True)
class Parts:
    """One metric's rows as arrays: numerator, denominator, days (else the denominator), officer, n's own."""

    top: Any
    bottom: Any
    time: Any
    person: Any
    counted: Any

    @classmethod
    def of(cls, rows: pd.DataFrame, which: tuple[int, Metric]) -> Parts:
        i, metric = which
        bottom = rows[f"d{i}"].to_numpy(float)
        return cls(
            top=rows[f"n{i}"].fillna(0).to_numpy(float),
            bottom=bottom,
            time=rows[f"t{i}"].to_numpy(float) if metric.time else bottom,
            person=rows["person_id"].to_numpy(object),
            counted=rows[metric.per].to_numpy(object) if metric.per else None,
        )

    def at(self, rows: Any) -> Parts:
        """The rows where the mask holds."""
        counted = None if self.counted is None else self.counted[rows]
        return Parts(self.top[rows], self.bottom[rows], self.time[rows], self.person[rows], counted)

    def taking_part(self) -> Parts:
        return self.at(~np.isnan(self.bottom))

    @property
    def size(self) -> int:
        """The n for suppression: persons, demands or contracts, never months."""
        weighty = self.bottom != 0
        return int(weighty.sum()) if self.counted is None else len(set(self.counted[weighty]))


def line(context: MetricContext, metric: Metric, parts: Parts, code: str) -> tuple[Any, ...]:
    """group, numerator, denominator, value, low, high, suppressed of one group."""
    total, base = float(parts.top.sum()), float(parts.bottom.sum())
    if metric.is_plain:
        return code, total, None, total, *NOTHING, False
    count = None if metric.time else total
    if parts.size < context.min_n or base == 0:
        return code, count, base, np.nan, *NOTHING, True
    return code, count, base, *_value(metric, parts), False


def _value(metric: Metric, parts: Parts) -> tuple[float, ...]:
    """Value, low, high."""
    total, base = float(parts.top.sum()), float(parts.bottom.sum())
    if metric.measure == "proportion":
        limits = proportion_interval(total, base)
        return total / base, float(limits[0]), float(limits[1])
    # Sorted first: numbers of rows without a person, and so the limits, must not depend on the order of rows.
    order = np.lexsort((parts.top, parts.time))
    cluster = clusters(pd.Series(parts.person[order]))
    if metric.time:
        horizon = metric.horizon if metric.measure == "incidence" else None
        return waiting(parts.time[order], parts.top[order], cluster, horizon)
    is_rate = metric.measure == "rate"
    low, high = ratio_interval(parts.top[order], parts.bottom[order], cluster, is_rate=is_rate)
    return metric.scale * total / base, metric.scale * low, metric.scale * high


def frame_of(lines: list[tuple[Any, ...]], labels: list[str], metric: Metric) -> pd.DataFrame:
    """Counts are whole numbers (nullable; sums need not be), values floats with NaN, suppressed a bool."""
    group, top, bottom, value, low, high, suppressed = zip(*lines, strict=True) if lines else ((),) * 7
    columns = {
        "group": np.array(group, dtype=object),
        "label": np.array(labels, dtype=object),
        "numerator": pd.array(top, dtype="Float64" if metric.measure == "sum" else "Int64"),
        "denominator": pd.array(bottom, dtype="Int64"),
        **{k: np.array(v, float) for k, v in (("value", value), ("low", low), ("high", high))},
        "suppressed": np.array(suppressed, bool),
    }
    return pd.DataFrame(columns, columns=list(FRAME))
