"""Who acts, who only answers, who is lost, and what changed: the numbers behind the page 队伍活跃度.

Every function gives rows of persons; what a page draws is counted from these rows, so that a number and its
list cannot differ. `tier` in such a frame decides whose name is guarded.
"""

from analytics.activity.causes import with_causes
from analytics.activity.cohorts import cohort_rows, retention
from analytics.activity.moves import JOINED, LEFT, counted, moves, moves_between
from analytics.activity.thresholds import Thresholds, changed, ladder, proactive_under, trial_rules

__all__ = [
    "JOINED",
    "LEFT",
    "Thresholds",
    "changed",
    "cohort_rows",
    "counted",
    "ladder",
    "moves",
    "moves_between",
    "proactive_under",
    "retention",
    "trial_rules",
    "with_causes",
]
