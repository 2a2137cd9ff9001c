"""Everything that the page 地市比较 shows of one metric, computed once."""

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
    """metric: its id. people: the frame that everything here is computed from. unrecorded: cities without
    reminder records now, for a metric that needs them.

    is_own_unit: the viewer is a city and sees the rows of its own unit only. mix, ranges: frames by unit.
    acts_of_improved: what units that improved beyond chance did. channel_metric: the share of persons that
    the two channels are compared by. changes: None without a month to compare with. serving: officers
    serving by unit, where there are any.
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
    acts_of_improved: pd.DataFrame

    @property
    def item(self) -> Compared:
        return COMPARED[self.metric]

    @property
    def units_in_scope(self) -> tuple[str, ...]:
        """The units in which the filters, or a city's view, leave somebody; () = all units."""
        if not self.is_own_unit and not self.scope.filters():
            return ()
        units = self.funnel.units
        return tuple(units.loc[units["clusters"] > 0, "group"])

    @property
    def unreminded(self) -> tuple[str, ...]:
        """Units without any reminder, for a metric of answers to reminders: no records, not a small n."""
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


def improved(item: Compared, changed: Changes | None) -> list[str]:
    """Units whose change for the better is beyond chance, in official order."""
    if changed is None or item.metric.direction == "lower":
        return []
    return changed.beyond("99_8", "up")["group"].to_list()


def compare(snapshot: Any, metric: str, *, scope: Scope, viewer: Viewer, rules: Rules) -> Comparison:
    """The comparison with its changes; the scope's unit and body are dropped, as all units are compared."""
    context: dict[str, Any] = {"viewer": viewer, "rules": rules}
    one_month = compare_at_one_month(snapshot, metric, scope=replace(scope, versus=None), **context)
    return with_changes(snapshot, one_month, scope.versus, **context)


def compare_at_one_month(
    snapshot: Any, metric: str, *, scope: Scope, viewer: Viewer, rules: Rules
) -> Comparison:
    """The comparison without changes: the same for every month that it may be compared with."""
    item, scope = COMPARED[metric], compared_scope(scope)
    context: dict[str, Any] = {"scope": scope, "viewer": viewer, "rules": rules}
    hidden = _unrecorded(snapshot, scope) if item.needs_records else ()
    limits: dict[str, Any] = {"min_n": rules["min_n"], "unrecorded": hidden}
    share = COMPARED[metric if item.kind == "share" else DEFAULT]
    with one_more_thread() as begin:
        # The database sums the quarters on a second thread while this one works on the persons.
        by_quarter = begin(quarters, snapshot, item, **context)
        now, persons = people_and_persons(snapshot, item, share, **context)
        units = funnel(now, item, **limits), mix(now, item, **limits), ranges(now, item, **limits)
    levels = run(snapshot, "officers_recognised", {"as_of": scope.as_of})
    return Comparison(
        metric=metric,
        channel_metric=share.id,
        scope=scope,
        min_n=rules["min_n"],
        is_own_unit=viewer.unit is not None,
        unrecorded=hidden,
        people=now,
        funnel=units[0],
        changes=None,
        mix=units[1],
        ranges=units[2],
        quarters=by_quarter(),
        serving=persons.loc[persons["s"] > 0, "unit"].value_counts(),
        channels=channels(persons, min_n=rules["min_n"]),
        recognisers=recognisers(persons, levels, min_n=rules["min_n"]),
        acts_of_improved=learning(snapshot, (), **context),
    )


def with_changes(
    snapshot: Any, one_month: Comparison, then: dt.date | None, *, viewer: Viewer, rules: Rules
) -> Comparison:
    """The comparison with the changes since a month, and what units that improved did; None: unchanged."""
    if then is None:
        return one_month
    item, scope = one_month.item, replace(one_month.scope, versus=then)
    context: dict[str, Any] = {"scope": scope, "viewer": viewer, "rules": rules}
    before = people(snapshot, item, month=then, **context)
    limits: dict[str, Any] = {"min_n": one_month.min_n, "unrecorded": one_month.unrecorded}
    changed = changes(one_month.people, before, item, **limits)
    acts = learning(snapshot, improved(item, changed), **context)
    return replace(one_month, scope=scope, changes=changed, acts_of_improved=acts)


def _unrecorded(snapshot: Any, scope: Scope) -> tuple[str, ...]:
    recording = set(run(snapshot, "recording_units", {"as_of": scope.as_of})["unit"])
    return tuple(code for code in CITY_CODES if code not in recording)
