"""Rows behind a number as this viewer may see them: named, or counted by unit and body."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analytics.tiers import TIERS, Tier, reason
from foundation.access.names import guard
from pages.lists.columns import PERSONS
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.queries import rows_behind


@dataclass(frozen=True, eq=False)
class Rows:
    """named: rows to list, with their person; withheld: unit, recommender, count. Together: the number."""

    source: str
    named: pd.DataFrame
    withheld: pd.DataFrame
    total: int
    tiers: tuple[tuple[Tier, int], ...] = ()


def rows_of(context: PageContext, address: Address, *, source: str) -> Rows:
    """The rows that the open list counts, guarded for the viewer before anything is sent to the browser."""
    frame = rows_behind(*context.key, ids=address.list, group=address.group, part=address.part)
    named, withheld = guard(frame, context.viewer)
    if source not in PERSONS:
        # A demand or a contract is no person: its row stays, only the officer's name goes.
        hidden = ~frame.index.isin(named.index)
        named = frame.assign(
            name=frame["name"].mask(hidden, None), person_id=frame["person_id"].mask(hidden, None)
        )
        withheld = withheld.iloc[:0]
    if source == "officers_serving":
        words = [
            reason({str(name): cell for name, cell in row.items()}, context.rules).get(context.lang)
            for row in named.to_dict("records")
        ]
        named = named.assign(reason=words)
    counts = frame["tier"].value_counts()
    tiers = tuple((tier, int(counts[tier.id])) for tier in TIERS if tier.id in counts)
    return Rows(source, named.reset_index(drop=True), withheld, len(frame), tiers)
