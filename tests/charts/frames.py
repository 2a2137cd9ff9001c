"""Result frames as `analytics.metrics` returns them, from ASCII tables of counts."""

from __future__ import annotations

import math

import pandas as pd

from analytics.charts.declaration import Stamp
from analytics.stats import proportion_interval
from analytics.tiers import TIERS
from foundation.locales import Text
from foundation.reference.cities import UNITS

STAMP = Stamp(
    as_of="2025-12",
    snapshot="3f9a21c",
    rules="2025.2",
    scope=Text(zh="全省", en="whole province"),
    is_simulated=True,
)

#: Officers by unit and tier; 潜江 keeps no reminder records, 天门 and 神农架 are small, 随州 has nobody.
COUNTS = """
    unit      proactive regular responsive undetermined unverified on_leave new lost
    420100    22        12      12         0            4          1        2   7
    420200    6         5       4          0            1          0        1   0
    420300    5         4       4          0            1          0        1   1
    420500    18        3       2          0            0          0        1   2
    420600    10        5       5          0            1          1        1   2
    420700    4         2       3          0            1          0        1   0
    420800    5         4       3          0            1          0        1   1
    420900    5         4       4          0            1          0        1   2
    421000    7         4       4          0            2          0        0   2
    421100    2         6       6          0            2          1        1   3
    421200    5         3       2          0            1          0        0   1
    421300    0         0       0          0            0          0        0   0
    422800    5         3       3          0            1          0        1   1
    429004    4         3       3          0            1          0        1   0
    429005    0         0       0          7            1          0        0   2
    429006    3         2       1          0            1          0        0   1
    429021    1         1       0          0            0          0        0   0
    non_city  27        20      17         0            6          2        3   14
"""
MIN_N = 10


def counts() -> pd.DataFrame:
    """The table above as a frame indexed by unit."""
    head, *lines = (line.split() for line in COUNTS.strip().splitlines())
    frame = pd.DataFrame(lines, columns=head).set_index("unit").astype(float)
    assert list(frame.index) == list(UNITS)
    return frame


def row(group: str, numerator: float, denominator: float, *, metric: str, label: str = "") -> dict:
    """One row of a result frame: Wilson interval, nothing but counts below MIN_N."""
    is_few = denominator < MIN_N
    value = math.nan if is_few else numerator / denominator
    low, high = (math.nan, math.nan) if is_few else proportion_interval(numerator, denominator)
    return {
        "id": metric,
        "group": group,
        "label": label or group,
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "low": float(low),
        "high": float(high),
        "suppressed": is_few,
    }


def tier_frame() -> pd.DataFrame:
    """The eight share_… metrics by unit, stacked."""
    table = counts()
    return pd.DataFrame(
        [
            row(unit, tiers[tier.id], tiers.sum(), metric=f"share_{tier.id}")
            for tier in TIERS
            for unit, tiers in table.iterrows()
        ]
    )


def proactive_frame() -> pd.DataFrame:
    """share_proactive by unit."""
    frame = tier_frame()
    return frame[frame["id"] == "share_proactive"].drop(columns="id").reset_index(drop=True)


def category_frame() -> pd.DataFrame:
    """A metric by category, with a small row `unknown` that the engine puts last."""
    rows = [
        row("A", 60, 170, metric="m", label="A类") | {"label_en": "Category A"},
        row("B", 72, 210, metric="m", label="B类") | {"label_en": "Category B"},
        row("unknown", 2, 5, metric="m", label="未填") | {"label_en": "Not given"},
    ]
    return pd.DataFrame(rows).drop(columns="id")
