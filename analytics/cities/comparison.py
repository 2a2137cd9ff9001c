"""Everything that the page 地市比较 says about one metric, reckoned once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.cities.change import Changes, changes
from analytics.cities.channels import Channels, channels, recognisers
from analytics.cities.declaration import COMPARED, DEFAULT, Compared
from analytics.cities.funnel import Funnel, funnel
from analytics.cities.learning import learning
from analytics.cities.mix import mix
from analytics.cities.people import compared_scope, people
from analytics.cities.quarters import Quarters, quarters
from analytics.cities.ranges import ranges
from analytics.queries import run
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.reference.cities import CITY_CODES


@dataclass(frozen=True, eq=False)
class Comparison:
    """metric: its id. unrecorded: cities without reminder records now, for a metric that needs them.

    is_own_unit: a city looks, so no other unit is known. mix, ranges: frames by unit. learned: what units
    that improved beyond chance did. channel_metric: the share of persons that the two channels are compared
    by. changes: None without a month to compare with.
    """

    metric: str
    channel_metric: str
    scope: Scope
    min_n: int
    is_own_unit: bool
    unrecorded: tuple[str, ...]
    funnel: Funnel
    changes: Changes | None
    mix: pd.DataFrame
    ranges: pd.DataFrame
    quarters: Quarters
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
    def improved(self) -> list[str]:
        return improved(self.item, self.changes)


def improved(item: Compared, found: Changes | None) -> list[str]:
    """Units whose change for the better is beyond chance, in official order."""
    if found is None or item.metric.direction == "lower":
        return []
    return found.beyond("99_8", "up")["group"].to_list()


def compare(snapshot: Any, metric: str, *, scope: Scope, viewer: Viewer, rules: Rules) -> Comparison:
    """All of it; units are compared with all others, so the scope's own unit and body do not narrow it."""
    item, scope = COMPARED[metric], compared_scope(scope)
    look: dict[str, Any] = {"scope": scope, "viewer": viewer, "rules": rules}
    hidden = _unrecorded(snapshot, scope) if item.needs_records else ()
    judge: dict[str, Any] = {"min_n": rules["min_n"], "unrecorded": hidden}
    now = people(snapshot, item, **look)
    then = people(snapshot, item, month=scope.versus, **look) if scope.versus else None
    moved = changes(now, then, item, **judge) if then is not None else None
    shares = COMPARED[metric if item.kind == "share" else DEFAULT]
    persons = now if shares is item else people(snapshot, shares, **look)
    levels = run(snapshot, "officers_recognised", {"as_of": scope.as_of})
    return Comparison(
        metric=metric,
        channel_metric=shares.id,
        scope=scope,
        min_n=rules["min_n"],
        is_own_unit=viewer.unit is not None,
        unrecorded=hidden,
        funnel=funnel(now, item, **judge),
        changes=moved,
        mix=mix(now, item, **judge),
        ranges=ranges(now, item, **judge),
        quarters=quarters(snapshot, item, **look),
        channels=channels(persons, min_n=rules["min_n"]),
        recognisers=recognisers(persons, levels, min_n=rules["min_n"]),
        learned=learning(snapshot, improved(item, moved), **look),
    )


def _unrecorded(snapshot: Any, scope: Scope) -> tuple[str, ...]:
    recording = set(run(snapshot, "recording_units", {"as_of": scope.as_of})["unit"])
    return tuple(code for code in CITY_CODES if code not in recording)
