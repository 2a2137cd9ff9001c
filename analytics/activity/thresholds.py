"""What another threshold would do, without touching the rule file: the same query with other numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.metrics import measure, members
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import LOWER_TIERS, Viewer


@dataclass(frozen=True)
class Thresholds:
    """自发履职不少于 `acts` 次, 分布在不少于 `quarters` 个季度."""

    acts: int
    quarters: int

    @classmethod
    def of(cls, rules: Rules) -> Thresholds:
        """What is in force."""
        return cls(rules["proactive_acts"], rules["proactive_quarters"])


def rules_with(rules: Rules, thresholds: Thresholds) -> Rules:
    """The rules with these two thresholds; everything else as in force."""
    return rules.with_numbers(proactive_acts=thresholds.acts, proactive_quarters=thresholds.quarters)


def changed(snapshot: Any, thresholds: Thresholds, *, scope: Scope, viewer: Viewer) -> pd.DataFrame:
    """Persons serving whose tier these thresholds change: the columns of `officers_serving`, `tier_tried`.

    `tier` is the tier in force unless the other is the one whose names are guarded.
    """
    rules = Rules.of(snapshot)
    now = members(snapshot, "officers_serving", scope=scope, viewer=viewer)
    tried = members(
        snapshot, "officers_serving", scope=scope, viewer=viewer, rules=rules_with(rules, thresholds)
    )
    rows = now.merge(tried[["person_id", "tier"]].rename(columns={"tier": "tier_tried"}), on="person_id")
    rows = rows[rows["tier"] != rows["tier_tried"]]
    guard = rows["tier"].where(~rows["tier_tried"].isin(LOWER_TIERS), rows["tier_tried"])
    return rows.assign(tier_now=rows["tier"], tier=guard).reset_index(drop=True)


def proactive_under(snapshot: Any, thresholds: Thresholds, *, scope: Scope, viewer: Viewer) -> pd.DataFrame:
    """Everybody who would be 主动型 under these thresholds."""
    rules = rules_with(Rules.of(snapshot), thresholds)
    return members(snapshot, "share_proactive", scope=scope, viewer=viewer, rules=rules)


def ladder(
    snapshot: Any, *, scope: Scope, viewer: Viewer, quarters: int, acts: range = range(1, 11)
) -> pd.DataFrame:
    """acts, persons: how many would be 主动型 at each number of acts, spread over so many quarters."""
    rules = Rules.of(snapshot)
    persons = [
        measure(
            snapshot,
            "share_proactive",
            scope=scope,
            viewer=viewer,
            rules=rules_with(rules, Thresholds(number, quarters)),
        )["numerator"].iloc[0]
        for number in acts
    ]
    return pd.DataFrame({"acts": list(acts), "persons": [int(count) for count in persons]})
