"""A result frame's numbers as text, by the metric's unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts.declaration import ValueFormat
from analytics.metrics.declaration import Metric
from analytics.scope import months_back
from pages.shell.context import PageContext
from reporting.type.numbers import shown

#: A metric's row of a result frame, as a dictionary.
Row = Mapping[Any, Any]
_NO_BREAK = "\u2060"
FORMATS: Mapping[str, ValueFormat] = {
    "share": "percent",
    "persons": "integer",
    "count": "integer",
    "per_officer_month": "decimal",
    "per_officer_year": "decimal",
    "wan_yuan": "integer",
    "days": "integer",
}


def value(row: Row, metric: Metric, context: PageContext) -> str:
    """`34.3%`, `52 人`; too few: the words that say so."""
    number = row.get("value")
    if number is None or pd.isna(number):
        return _words(row, metric, context)
    figure = shown(number, FORMATS[metric.unit])
    return figure if metric.unit == "share" else context.say(f"overview.unit_{metric.unit}", figure=figure)


def _words(row: Row, metric: Metric, context: PageContext) -> str:
    """In place of a value: too few to say, or nothing yet."""
    if not row.get("suppressed"):
        return context.say("overview.no_value")
    noun = context.say(f"overview.noun_{metric.source}")
    return context.say("overview.too_few", min_n=context.rules["min_n"], noun=noun)


def target_words(target: float, metric: Metric) -> str:
    """A target as briefly as it was set: `40%`, `52`."""
    return shown(target, FORMATS[metric.unit], is_short=metric.unit == "share")


def counted(row: Row, metric: Metric, context: PageContext) -> str:
    """What the list behind a value holds: `141 / 410 人`, or the one count where there is no denominator."""
    counts = {name: f"{row[name]:,.0f}" for name in ("numerator", "denominator") if pd.notna(row[name])}
    if metric.measure == "rate":
        return context.say("quality.counted_rate", **counts)
    key = "overview.counted_of" if len(counts) == 2 else "overview.counted"
    return context.say(key, **counts, noun=context.say(f"overview.noun_{metric.source}"))


def then_words(context: PageContext) -> str:
    """What the month compared with is called: 上年, or the month itself."""
    versus = context.scope.versus
    if versus is None or versus == months_back(context.scope.as_of, 12):
        return context.say("overview.last_year")
    return f"{versus:%Y-%m}"


def interval(row: Row, metric: Metric, context: PageContext) -> str:
    """`95% 区间 29.8%–39.1%`, or "" where there is none; the two ends stay on one line."""
    low, high = row.get("low"), row.get("high")
    if low is None or high is None or pd.isna(low) or pd.isna(high):
        return ""
    shape = FORMATS[metric.unit]
    return context.say(
        "overview.interval", ends=f"{shown(low, shape)}{_NO_BREAK}–{_NO_BREAK}{shown(high, shape)}"
    )
