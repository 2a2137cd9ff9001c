"""Second opinion, part six: moves between two dates, retention by batch, whom to call."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from tests.metrics.opinion_people import Row, month_last, months_before
from tests.metrics.opinion_standing import Standing
from tests.metrics.opinion_supply import Line

#: From having no act on record upwards.
LADDER = ({"lost", "unverified"}, {"responsive"}, {"regular"}, {"proactive"})
UNCLASSED = ("new", "on_leave")


def height(tier: str) -> int:
    return next(place for place, tiers in enumerate(LADDER) if tier in tiers)


def direction(before: str | None, after: str | None) -> int | None:
    """Up 1, down -1, neither 0; None where the two cannot be compared."""
    if before is None or after is None or {before, after} & set(UNCLASSED):
        return None
    if before == after:
        return 0
    if "undetermined" in (before, after):
        acted = [tier not in LADDER[0] for tier in (before, after)]
        return None if all(acted) else acted[1] - acted[0]
    return (height(after) > height(before)) - (height(after) < height(before))


class Moves(Standing):
    """Who stood where a year before; `then` is twelve months back, as where no other month is asked for."""

    def _moves(self, as_of: dt.date) -> list[tuple[str, str | None, str | None, Row]]:
        """Person, tier then, tier now, and the place: of the as-of, of those gone of then."""
        then = {o["person"]: o for o in self.officers(months_before(as_of, 12))}
        now = {o["person"]: o for o in self.officers(as_of)}
        return [
            (
                p,
                then[p]["tier"] if p in then else None,
                now[p]["tier"] if p in now else None,
                (now.get(p) or then[p])["where"],
            )
            for p in {**then, **now}
        ]

    def _moved(self, as_of: dt.date, wanted: int) -> list[Line]:
        found = [(p, direction(before, after), where) for p, before, after, where in self._moves(as_of)]
        return [
            Line(where, float(way == wanted), 1, people=(p,)) for p, way, where in found if way is not None
        ]

    def share_moved_up(self, as_of: dt.date) -> list[Line]:
        return self._moved(as_of, 1)

    def share_moved_down(self, as_of: dt.date) -> list[Line]:
        return self._moved(as_of, -1)

    def share_lost_back(self, as_of: dt.date) -> list[Line]:
        silent = {None, "lost", "unverified", *UNCLASSED}
        return [
            Line(where, float(after not in silent), 1, people=(p,))
            for p, before, after, where in self._moves(as_of)
            if before == "lost"
        ]

    def officers_joined(self, as_of: dt.date) -> list[Line]:
        return [Line(w, 1, 1, people=(p,)) for p, before, _, w in self._moves(as_of) if before is None]

    def officers_left(self, as_of: dt.date) -> list[Line]:
        return [Line(w, 1, 1, people=(p,)) for p, _, after, w in self._moves(as_of) if after is None]

    # -- retention --------------------------------------------------------------------------------------

    def batches(self, as_of: dt.date) -> dict[str, list[tuple[str, dt.date]]]:
        """Batch → persons with the month of their first recognition."""
        day = month_last(as_of.year, as_of.month)
        found: dict[str, list[tuple[str, dt.date]]] = defaultdict(list)
        for person, terms in self.people.terms.items():
            known = [(t["recognised_on"] or t["started_on"], t["content_id"], t) for t in terms]
            firsts = sorted((k for k in known if k[0] <= day), key=lambda k: k[:2])
            if firsts:
                month, term = firsts[0][0].replace(day=1), firsts[0][2]
                found[(term["batch"] or "").strip() or f"{month:%Y-%m}"].append((person, month))
        return found

    def retention(self, months: int, as_of: dt.date) -> list[Line]:
        day = month_last(as_of.year, as_of.month)
        found = []
        for people in self.batches(as_of).values():
            if months_before(max(month for _, month in people), -months) > as_of:
                continue
            for person, month in people:
                at = months_before(month, -months)
                is_serving = self.people.serving(person, month_last(at.year, at.month))
                found.append(Line(self.place(person, day), float(is_serving), 1, people=(person,)))
        return found

    # -- calls ------------------------------------------------------------------------------------------

    def officers_to_call(self, as_of: dt.date) -> list[Line]:
        day = month_last(as_of.year, as_of.month)
        last = months_before(as_of, -6)
        until = month_last(last.year, last.month)

        def is_to_call(officer: Any) -> bool:
            term = self.people._in_order(officer["person"], day)[0]
            return officer["tier"] in LADDER[0] and term["end"] <= until

        return [Line(o["where"], 1, 1, people=(o["person"],)) for o in self.officers(as_of) if is_to_call(o)]
