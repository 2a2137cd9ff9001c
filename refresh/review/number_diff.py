"""What a load, a retraction or an answer changed: the same questions asked of two snapshots."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from analytics.metrics import default_as_of, measure_many
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql import run
from foundation.access.viewer import OFFICE
from foundation.warehouse.snapshots import Snapshot

#: What a file may move, straight from the registry: heads, how they act, what came of it.
HEADLINES = (
    "officers_serving",
    "officers_cumulative",
    "share_proactive",
    "acts_per_officer_month",
    "training_coverage",
    "demands",
    "achievements",
    "matches",
    "contracts",
)


@dataclass(frozen=True)
class Changed:
    """figures: metric id, before, after (None: nothing to say, or too few), all as at `as_of`.

    as_of: the later snapshot's default; as_of_before: the earlier one's, None without an earlier one.
    moved: officers serving in both whose tier differs; joined, gone: serving in one alone.
    """

    as_of: dt.date
    as_of_before: dt.date | None
    figures: tuple[tuple[str, float | None, float | None], ...]
    moved: int
    joined: int
    gone: int


def what_changed(before: Snapshot | None, after: Snapshot) -> Changed:
    """Headline figures before and after, and who changed the tier. before None: nothing is in force yet."""
    as_of = default_as_of(after)
    old = _figures(before, as_of) if before else {}
    new = _figures(after, as_of)
    now = _tiers(after, as_of)
    then = _tiers(before, as_of).rename(index=_renamed(after)) if before else now.iloc[:0]
    both = then.index.intersection(now.index)
    return Changed(
        as_of=as_of,
        as_of_before=default_as_of(before) if before else None,
        figures=tuple((metric, old.get(metric), new[metric]) for metric in HEADLINES),
        moved=int((then[both] != now[both]).sum()),
        joined=len(now.index.difference(then.index)),
        gone=len(then.index.difference(now.index)),
    )


def _figures(snapshot: Snapshot, as_of: dt.date) -> dict[str, float | None]:
    frame = measure_many(snapshot, HEADLINES, scope=Scope(as_of=as_of), viewer=OFFICE)
    values = [None if pd.isna(value) else float(value) for value in frame["value"]]
    return dict(zip(frame["id"].astype(str), values, strict=True))


def _tiers(snapshot: Snapshot, as_of: dt.date) -> pd.Series:
    frame = run(snapshot, "officers_serving", Rules.of(snapshot).parameters() | {"as_of": as_of})
    return frame.drop_duplicates("person_id").set_index("person_id")["tier"]


def _renamed(after: Snapshot) -> dict[str, str]:
    """Former ids: a person whose number became known is no other person."""
    rows = after.cursor().execute("select alias_id, person_id from person_alias").fetchall()
    return dict(rows)
