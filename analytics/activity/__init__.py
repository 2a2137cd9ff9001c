"""Who acts, who only answers, who is lost, and what changed: the numbers behind the page 队伍活跃度.

Every function gives rows of persons; what a page draws is counted from these rows, so that a number and its
list cannot differ. `tier` in such a frame decides whose name is guarded.
"""

from analytics.activity.causes import with_causes
from analytics.activity.cohorts import cohort_rows, retention, served_after
from analytics.activity.moves import (
    JOINED,
    LEFT,
    arrivals,
    counted,
    departures,
    lost_then,
    moves,
    moves_between,
)
from analytics.activity.thresholds import Thresholds, changed, ladder, proactive_under, rules_with

__all__ = [
    "JOINED",
    "LEFT",
    "Thresholds",
    "arrivals",
    "changed",
    "cohort_rows",
    "counted",
    "departures",
    "ladder",
    "lost_then",
    "moves",
    "moves_between",
    "proactive_under",
    "retention",
    "rules_with",
    "served_after",
    "with_causes",
]
