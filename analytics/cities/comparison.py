"""Everything that the page 地市比较 says about one metric, reckoned once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analytics.cities.change import Changes, changes
from analytics.cities.channels import Channels, channels, recognisers
from analytics.cities.declaration import COMPARED, DEFAULT, Compared
from analytics.cities.funnel import Funnel, funnel
from analytics.cities.learning import learning
from analytics.cities.mix import mix
from analytics.cities.people import compared_scope, people, people_and_persons
from analytics.cities.quarters import Quarters, quarters
from analytics.cities.ranges import ranges
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql import run
from foundation.access.viewer import Viewer
from foundation.fast.threads import one_more_thread
from foundation.reference.cities import CITY_CODES


@dataclass(frozen=True, eq=False)
class Comparison:
    """metric: its id. people: the frame that all is reckoned from. unrecorded: cities without reminder
    records now, for a metric that needs them.

    is_own_unit: a city looks, so no other unit is known. mix, ranges: frames by unit. learned: what units
    that improved beyond chance did. channel_metric: the share of persons that the two channels are compared
    by. changes: None without a month to compare with. serving: officers serving by unit, where there are any.
    """

    metric: str
    channel_metric: str
    scope: Scope
    min_n: int
    is_own_unit: bool
    unrecorded: tuple[str, ...]
    people: pd.DataFrame
    funnel: Funnel
    changes: Changes | None
    mix: pd.DataFrame
    ranges: pd.DataFrame
    quarters: Quarters
    serving: pd.Series
    channels: Channels
    recognisers: Channels | None
    learned: pd.DataFrame

    @property
    def item(self) -> Compared:
        return COMPARED[self.metric]

    @property
    def asked(self) -> tuple[str, ...]:
        """The units that filters or a city's view leave somebody; () = all. Others were not asked for."""
        if not self.is_own_unit and not self.scope.filters():
            return ()
        units = self.funnel.units
        return tuple(units.loc[units["clusters"] > 0, "group"])

    @property
    def unasked(self) -> tuple[str, ...]:
        """Units that nobody reminded, where answers are compared: they have no log, not too few."""
        if self.item.kind != "cases":
            return ()
        units = self.funnel.units
        return tuple(units.loc[units["denominator"] == 0, "group"])

    @property
    def has_ranges(self) -> bool:
        """Whether there are cities enough to have places among each other."""
        return bool(self.ranges["best"].notna().sum() > 1)

    @property
    def improved(self) -> list[str]:
        return improved(self.item, self.changes)


def improved(item: Compared, found: Changes | None) -> list[str]:
    """Units whose change for the better is beyond chance, in official order."""
    if found is None or item.metric.direction == "lower":
        return []
    return found.beyond("99_8", "up")["group"].to_list()


def compare(snapshot: Any, metric: str, *, scope: Scope, viewer: Viewer, rules: Rules) -> Comparison:
    """All of it; units are compared with all others, so the scope's own unit and body do not narrow it."""
    look: dict[str, Any] = {"viewer": viewer, "rules": rules}
    alone = standing(snapshot, metric, scope=replace(scope, versus=None), **look)
    return against(snapshot, alone, scope.versus, **look)


def standing(snapshot: Any, metric: str, *, scope: Scope, viewer: Viewer, rules: Rules) -> Comparison:
    """What needs no month to compare with: it serves all of them."""
    item, scope = COMPARED[metric], compared_scope(scope)
    look: dict[str, Any] = {"scope": scope, "viewer": viewer, "rules": rules}
    hidden = _unrecorded(snapshot, scope) if item.needs_records else ()
    judge: dict[str, Any] = {"min_n": rules["min_n"], "unrecorded": hidden}
    shares = COMPARED[metric if item.kind == "share" else DEFAULT]
    with one_more_thread() as begin:
        # The database counts the quarters while persons are counted here.
        by_quarter = begin(quarters, snapshot, item, **look)
        now, persons = people_and_persons(snapshot, item, shares, **look)
        found = funnel(now, item, **judge), mix(now, item, **judge), ranges(now, item, **judge)
    levels = run(snapshot, "officers_recognised", {"as_of": scope.as_of})
    return Comparison(
        metric=metric,
        channel_metric=shares.id,
        scope=scope,
        min_n=rules["min_n"],
        is_own_unit=viewer.unit is not None,
        unrecorded=hidden,
        people=now,
        funnel=found[0],
        changes=None,
        mix=found[1],
        ranges=found[2],
        quarters=by_quarter(),
        serving=persons.loc[persons["s"] > 0, "unit"].value_counts(),
        channels=channels(persons, min_n=rules["min_n"]),
        recognisers=recognisers(persons, levels, min_n=rules["min_n"]),
        learned=learning(snapshot, (), **look),
    )


def against(
    snapshot: Any, alone: Comparison, then: dt.date | None, *, viewer: Viewer, rules: Rules
) -> Comparison:
    """The same with the changes since a month, and what units that improved did; None: as it is."""
    if then is None:
        return alone
    look: dict[str, Any] = {"scope": replace(alone.scope, versus=then), "viewer": viewer, "rules": rules}
    before = people(snapshot, alone.item, month=then, **look)
    moved = changes(alone.people, before, alone.item, min_n=alone.min_n, unrecorded=alone.unrecorded)
    learned = learning(snapshot, improved(alone.item, moved), **look)
    return replace(alone, scope=look["scope"], changes=moved, learned=learned)


def _unrecorded(snapshot: Any, scope: Scope) -> tuple[str, ...]:
    recording = set(run(snapshot, "recording_units", {"as_of": scope.as_of})["unit"])
    return tuple(code for code in CITY_CODES if code not in recording)
