"""One unit by its recommending bodies: which stand alone, which are too small, what each counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analytics.cities import Compared
from analytics.metrics import METRICS
from analytics.metrics.engine.groups import POOLED, SPECIAL
from analytics.metrics.engine.pooling import pool_counts
from foundation.reference.cities import UNKNOWN
from pages.shell.context import PageContext
from pages.shell.queries import figures
from reporting.type.numbers import shown

#: How many officers a body has.
SERVING = "officers_serving"


@dataclass(frozen=True)
class BodyRow:
    """A body, or all those too small to stand alone. codes: what the scope's filter takes to list them."""

    label: str
    codes: tuple[str, ...]
    numerator: float
    denominator: float
    words: str


@dataclass(frozen=True, eq=False)
class _BodyFrames:
    """Result frames of the metric and of those serving by recommending body, with the same row `pooled`."""

    metric: pd.DataFrame
    serving: pd.DataFrame
    is_count: bool

    def size(self, code: str) -> float:
        """Officers behind a body's row."""
        frame, column = (self.serving, "value") if self.is_count else (self.metric, "denominator")
        return float(frame[column].get(code, 0.0))

    def counted(self, code: str) -> float:
        return float(self.metric["numerator"].get(code, 0.0))


def body_rows(context: PageContext, item: Compared, *, is_unrecorded: bool) -> list[BodyRow]:
    """Bodies with enough officers by name, all others as one row, what names no body last."""
    measured = figures(*context.key, ids=(SERVING, item.id), by="recommender")
    sized_by = METRICS[SERVING] if item.kind == "count" else item.metric
    frame, pooled = pool_counts(measured, sized_by=sized_by, min_n=context.rules["min_n"], lang=context.lang)
    serving, metric = (frame[frame["id"] == id].set_index("group") for id in (SERVING, item.id))
    bodies = _BodyFrames(metric, serving, item.kind == "count")
    groups = dict.fromkeys([*serving.index, *metric.index])
    listed: list[tuple[str, tuple[str, ...]]]
    listed = [(code, (code,)) for code in groups if code not in SPECIAL]
    listed += [(POOLED, pooled)] if pooled else []
    listed += [(UNKNOWN, (UNKNOWN,))] if UNKNOWN in groups else []
    rows = [_row(context, item, bodies, group) for group in listed]
    if is_unrecorded:
        rows = [replace(row, words=context.say("cities.drill_none")) for row in rows]
    return [row for row in rows if row.numerator or row.denominator]


def _row(
    context: PageContext, item: Compared, bodies: _BodyFrames, group: tuple[str, tuple[str, ...]]
) -> BodyRow:
    code, codes = group
    line = None if bodies.is_count or code not in bodies.metric.index else bodies.metric.loc[code]
    return BodyRow(
        label=_label(context, bodies, code),
        codes=codes,
        numerator=bodies.counted(code),
        denominator=bodies.size(code),
        words=_value_words(context, item, line),
    )


def _label(context: PageContext, bodies: _BodyFrames, code: str) -> str:
    if code in SPECIAL:
        return SPECIAL[code].get(context.lang)
    frame = bodies.serving if code in bodies.serving.index else bodies.metric
    return str(frame.loc[code, "label"])


def _value_words(context: PageContext, item: Compared, line: Any) -> str:
    """`71.4%（45.4%–88.3%）`; too few: words; counts: nothing beside the count."""
    if line is None:
        return ""
    if pd.isna(line["value"]):
        return context.say("cities.drill_few", min_n=context.rules["min_n"])
    value, low, high = (shown(line[name], item.value_format) for name in ("value", "low", "high"))
    return f"{value} ({low}–{high})" if low else value
