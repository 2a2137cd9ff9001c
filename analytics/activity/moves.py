"""Moves between two as-of months: who stood where then, and where now; who came, and who is gone."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics import members
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql import run
from analytics.tiers import TIERS
from foundation.access.viewer import LOWER_TIERS, Viewer

#: Not serving then; not serving now (in the scope looked at).
JOINED, LEFT = "joined", "left"
_GROUP_OF = {tier.id: tier.leader_group for tier in TIERS} | {JOINED: JOINED, LEFT: LEFT}
_GONE = ["served_until", "has_left", "exit_reason"]
_WHO = ["name", "name_sort", "org", "unit", "category", "recommender"]


def moves(snapshot: Any, *, scope: Scope, viewer: Viewer) -> pd.DataFrame:
    """One row for each person serving at `scope.versus` or at `scope.as_of`, in the scope.

    before, after: tier then and now, or JOINED, LEFT; from_group, to_group: the leaders' groups of them.
    tier: the one that guards the name (the lower of the two). is_elsewhere: who came or left serves on at
    the other date, outside the scope. is_back: of those who came, served at some time before. served_until,
    has_left (else the term ran out), exit_reason: of those gone. Attributes are those of the as-of day, of
    those gone of the day then. Raises ValueError without a month to compare with.
    """
    now = members(snapshot, "officers_serving", scope=scope, viewer=viewer)
    then = members(snapshot, "officers_serving", scope=scope.then(), viewer=viewer)
    both = then[["person_id", "tier", *_WHO]].merge(
        now[["person_id", "tier", "last_act_on", *_WHO]],
        on="person_id",
        how="outer",
        suffixes=("_then", ""),
    )
    for column in _WHO:
        both[column] = both[column].where(both["tier"].notna(), both[f"{column}_then"])
    out = both.assign(before=both["tier_then"].fillna(JOINED), after=both["tier"].fillna(LEFT))
    out["from_group"], out["to_group"] = out["before"].map(_GROUP_OF), out["after"].map(_GROUP_OF)
    out["tier"] = out["after"].where(out["after"].isin(LOWER_TIERS), out["before"])
    out["is_elsewhere"] = _elsewhere(snapshot, scope, out)
    gone = run(snapshot, "departures", {"as_of": scope.as_of})
    left = out.loc[(out["after"] == LEFT) & ~out["is_elsewhere"], "person_id"]
    out = out.merge(gone[gone["person_id"].isin(left)], on="person_id", how="left", validate="1:1")
    veterans = run(snapshot, "veterans", {"as_of": scope.versus})["person_id"]
    out["is_back"] = (out["before"] == JOINED) & ~out["is_elsewhere"] & out["person_id"].isin(veterans)
    kept = ["person_id", *_WHO, "tier", "before", "after", "from_group", "to_group", "is_elsewhere"]
    order = out.sort_values(["unit", "name_sort", "person_id"], na_position="last")
    return order[[*kept, "is_back", "last_act_on", *_GONE]].reset_index(drop=True)


def moves_between(rows: pd.DataFrame, *, before: str, after: str) -> pd.DataFrame:
    """The persons behind one band: leaders' groups, JOINED, LEFT; "all" = any."""
    fits = pd.Series(True, index=rows.index)
    if before != "all":
        fits &= rows["from_group"] == before
    if after != "all":
        fits &= rows["to_group"] == after
    return rows[fits].reset_index(drop=True)


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """before, after, persons: what the flow draws."""
    sizes = rows.groupby(["before", "after"]).size()
    return sizes.rename("persons").reset_index()


def _elsewhere(snapshot: Any, scope: Scope, out: pd.DataFrame) -> pd.Series:
    """Who came or left only because the scope holds a part of the province."""
    numbers = Rules.of(snapshot).parameters()
    serving = [
        set(run(snapshot, "officers_serving", numbers | {"as_of": month})["person_id"])
        for month in (scope.versus, scope.as_of)
    ]
    came = (out["before"] == JOINED) & out["person_id"].isin(serving[0])
    return came | ((out["after"] == LEFT) & out["person_id"].isin(serving[1]))
