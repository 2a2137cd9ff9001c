"""What a load, a retraction or an answer changed: the same questions asked of two snapshots."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from analytics.metrics import default_as_of, measure_many
from analytics.queries import run
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import OFFICE
from foundation.warehouse.snapshots import Snapshot

#: Plain counts: what a file adds or takes away.
COUNTED = ("officers_serving", "officers_cumulative", "demands", "achievements", "matches", "contracts")


@dataclass(frozen=True)
class Changed:
    """counts: metric id, before, after, all as at `as_of` (the later snapshot's default).

    moved: officers serving in both whose tier differs; joined, gone: serving in one alone.
    """

    as_of: dt.date
    counts: tuple[tuple[str, int, int], ...]
    moved: int
    joined: int
    gone: int


def what_changed(before: Snapshot, after: Snapshot) -> Changed:
    """Counts before and after, and how many officers changed their tier."""
    as_of = default_as_of(after)
    old, new = _counts(before, as_of), _counts(after, as_of)
    tiers, now = _tiers(before, as_of), _tiers(after, as_of)
    then = tiers.rename(index=_renamed(after))
    both = then.index.intersection(now.index)
    return Changed(
        as_of=as_of,
        counts=tuple((metric, old[metric], new[metric]) for metric in COUNTED),
        moved=int((then[both] != now[both]).sum()),
        joined=len(now.index.difference(then.index)),
        gone=len(then.index.difference(now.index)),
    )


def _counts(snapshot: Snapshot, as_of: dt.date) -> dict[str, int]:
    frame = measure_many(snapshot, COUNTED, scope=Scope(as_of=as_of), viewer=OFFICE)
    return dict(zip(frame["id"].astype(str), frame["value"].astype(int), strict=True))


def _tiers(snapshot: Snapshot, as_of: dt.date) -> pd.Series:
    frame = run(snapshot, "officers_serving", Rules.of(snapshot).parameters() | {"as_of": as_of})
    return frame.drop_duplicates("person_id").set_index("person_id")["tier"]


def _renamed(after: Snapshot) -> dict[str, str]:
    """Former ids: a person whose number became known is no other person."""
    rows = after.cursor().execute("select alias_id, person_id from person_alias").fetchall()
    return dict(rows)
