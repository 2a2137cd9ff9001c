"""Moves between two as-of months: who stood where then, and where now; who came, and who is gone."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics.engine.source import MetricContext
from analytics.metrics.engine.sums import counted_in_scope
from analytics.scope import Scope
from analytics.tiers import TIERS
from foundation.access.viewer import Viewer

#: Not serving then; not serving now (in the scope looked at).
JOINED, LEFT = "joined", "left"
#: The leaders' groups of those in touch again.
_IN_TOUCH = ("proactive", "regular_responsive", "undetermined")
_GROUP_OF = {tier.id: tier.leader_group for tier in TIERS} | {JOINED: JOINED, LEFT: LEFT}


def moves(snapshot: Any, *, scope: Scope, viewer: Viewer) -> pd.DataFrame:
    """One row for each person serving at `scope.versus` or at `scope.as_of`, in the scope: `tier_flow`.

    before, after: tier then and now, or JOINED, LEFT; from_group, to_group: the leaders' groups of them.
    tier: the one that guards the name (the lower of the two). is_elsewhere: who came or left serves on at
    the other date, outside the scope. is_back: of those who came, served at some time before. served_until,
    has_left (else the term ran out), exit_reason: of those gone. Attributes are those of the as-of day, of
    those gone of the day then. Raises ValueError without a month to compare with.
    """
    if scope.versus is None:
        raise ValueError("no month to compare with")
    rows = counted_in_scope(MetricContext.of(snapshot, scope, viewer), "tier_flow")
    rows = rows.assign(before=rows["tier_then"].fillna(JOINED), after=rows["tier_now"].fillna(LEFT))
    groups = {"from_group": rows["before"].map(_GROUP_OF), "to_group": rows["after"].map(_GROUP_OF)}
    return rows.assign(**groups).drop(columns=["tier_then", "tier_now"])


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


def lost_then(rows: pd.DataFrame) -> dict[str, int]:
    """What became of those out of touch at the earlier date, in persons.

    n: all of them; back: act or answer again; lost: still out of touch; left: no longer serve. The rest of
    n is in no group that says so (on leave, unverified …). rows: `moves`.
    """
    now = rows.loc[rows["from_group"] == "lost", "to_group"]
    return {
        "n": len(now),
        "back": int(now.isin(_IN_TOUCH).sum()),
        "lost": int((now == "lost").sum()),
        "left": int((now == LEFT).sum()),
    }


def arrivals(rows: pd.DataFrame) -> dict[str, int]:
    """Who serves now and did not then, in persons: new, back (served before), moved (from another unit)."""
    came = rows[rows["before"] == JOINED]
    return {
        "new": int((~came["is_elsewhere"] & ~came["is_back"]).sum()),
        "back": int(came["is_back"].sum()),
        "moved": int(came["is_elsewhere"].sum()),
    }


def departures(rows: pd.DataFrame) -> dict[str, int]:
    """Who served then and not now, in persons: left, expired (the term ran out), moved (to another unit)."""
    went = rows[rows["after"] == LEFT]
    has_left = went.loc[~went["is_elsewhere"], "has_left"].eq(True)
    return {
        "left": int(has_left.sum()),
        "expired": int((~has_left).sum()),
        "moved": int(went["is_elsewhere"].sum()),
    }
