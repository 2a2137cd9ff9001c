"""Activity tiers (paper 5.1): what they are called, how they look, and why somebody is in one.

The tier itself is decided in SQL, by the ordered case of `analytics/sql/queries/officers_serving.sql`; these
declarations name it. Wording is never punitive: these people are volunteers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics import tier_words as words
from analytics.rules import Rules
from foundation.locales import Text

_INK = "#16202C"
_WHITE = "#FFFFFF"


@dataclass(frozen=True)
class Tier:
    """One tier. `id` is the value in SQL, `leader_group` the group of leaders' charts that holds it.

    rank: place in the ordered case (first match wins); the order of TIERS is that of the bars.
    colour, ink: of the mark and of text upon it (contrast at least 4.5).
    """

    id: str
    title: Text
    meaning: Text
    colour: str
    ink: str
    leader_group: str
    rank: int


@dataclass(frozen=True)
class LeaderGroup:
    """One group of leaders' charts."""

    id: str
    title: Text
    colour: str
    ink: str


#: In the order of the bars: the two ends share a baseline.
TIERS: tuple[Tier, ...] = (
    Tier("proactive", *words.PROACTIVE, "#12436D", _WHITE, "proactive", 3),
    Tier("regular", *words.REGULAR, "#6FA3CC", _INK, "regular_responsive", 4),
    Tier("responsive", *words.RESPONSIVE, "#BCD5E8", _INK, "regular_responsive", 5),
    Tier("undetermined", *words.UNDETERMINED, "#8E9BA8", _INK, "undetermined", 6),
    Tier("unverified", *words.UNVERIFIED, "#DDE3E9", _INK, "other", 8),
    Tier("on_leave", *words.ON_LEAVE, "#C3CBD3", _INK, "other", 2),
    Tier("new", *words.NEW, "#E8C468", _INK, "other", 1),
    Tier("lost", *words.LOST, "#B5452C", _WHITE, "lost", 7),
)
#: 有履职（未区分） is shown only where somebody is in it.
LEADER_GROUPS: tuple[LeaderGroup, ...] = (
    LeaderGroup("proactive", words.PROACTIVE[0], "#12436D", _WHITE),
    LeaderGroup("regular_responsive", words.REGULAR_RESPONSIVE, "#9DC1DD", _INK),
    LeaderGroup("undetermined", words.UNDETERMINED[0], "#8E9BA8", _INK),
    LeaderGroup("other", words.OTHER, "#DDE3E9", _INK),
    LeaderGroup("lost", words.LOST[0], "#B5452C", _WHITE),
)
_BY_ID = {tier.id: tier for tier in TIERS}


def tier(tier_id: str) -> Tier:
    return _BY_ID[tier_id]


def shown_as(row: Mapping[str, Any]) -> Text:
    """The tier's title for one officer; 待核实 says whether contact was made in the window."""
    if row["tier"] != "unverified":
        return _BY_ID[row["tier"]].title
    return words.UNVERIFIED_REACHED if row["was_reached"] else words.UNVERIFIED_NOT_REACHED


def needed_acts(months: int, rules: Rules) -> int:
    """Self-initiated acts that make one 主动型 after so many months of exposure."""
    return max(1, math.ceil(rules["proactive_acts"] * months / 12))


def needed_quarters(months: int, rules: Rules) -> int:
    """Quarters over which they must be spread."""
    return 1 if months < rules["short_exposure"] else rules["proactive_quarters"]


def reason(row: Mapping[str, Any], rules: Rules) -> Text:
    """Why this officer is in this tier, in words, with the counts.

    row: one row of `officers_serving`, as a mapping.
    """
    sentence = _template(row).format(**_counts(row, rules))
    if not _is_set(row.get("is_due")) or not row["is_due"]:
        return sentence
    due = words.DUE.format(ended_on=_day(row["ended_on"]))
    return Text(zh=sentence.zh + due.zh, en=f"{sentence.en} {due.en}")


def _template(row: Mapping[str, Any]) -> Text:
    tier_id = row["tier"]
    if tier_id == "on_leave":
        return words.WHY_ON_LEAVE if row["is_on_leave"] else words.WHY_LEAVE_LONG
    if tier_id == "responsive":
        is_asked = row["prompted"] + row["answers"] > 0
        return words.WHY_ASKED if is_asked else words.WHY_NEUTRAL
    if tier_id == "undetermined":
        return words.WHY_UNTOLD if row["untold"] > 0 else words.WHY_UNRECORDED
    if tier_id == "unverified":
        return words.WHY_REACHED if row["was_reached"] else words.WHY_NOT_REACHED
    return words.WHY[tier_id]


def _counts(row: Mapping[str, Any], rules: Rules) -> dict[str, object]:
    months = int(row["m"])
    names = (
        "self_initiated",
        "self_quarters",
        "prompted",
        "answers",
        "untold",
        "neutral",
        "acts",
        "failed_contacts",
        "failed_channels",
        "failed_span",
    )
    counts: dict[str, object] = {name: int(row[name]) for name in names}
    return counts | {
        "m": months,
        "asked": int(row["prompted"]) + int(row["answers"]),
        "need": needed_acts(months, rules),
        "need_quarters": needed_quarters(months, rules),
        "new_days": rules["new_days"],
        "started_on": _day(row["started_on"]),
    }


def _day(value: Any) -> str:
    return pd.Timestamp(value).strftime("%Y-%m-%d") if _is_set(value) else "—"


def _is_set(value: Any) -> bool:
    return value is not None and not pd.isna(value)
