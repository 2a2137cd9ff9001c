"""Second opinion, part five: training, roster, contacts, pushes, the core list, fields."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from tests.metrics.opinion_people import month_last
from tests.metrics.opinion_quality import Quality
from tests.metrics.opinion_supply import NOWHERE, Line

USUAL = {
    "A": {"高等院校", "科研院所", "事业单位", "社会机构", None},
    "B": {"高新园区", "科技园", "产业园", "孵化器", "科技型企业", "社会机构", None},
}


class Standing(Quality):
    """How far training took people, what rosters say of them, what the office sent and whom it reached."""

    # -- classes ----------------------------------------------------------------------------------------

    def _held(self, as_of: dt.date, told: Any) -> list[Line]:
        day, first = month_last(as_of.year, as_of.month), {}
        for t in sorted(self.acts.tables["trainings"], key=lambda t: (t["held_on"], t["content_id"])):
            if t["held_on"] <= day:
                first.setdefault(t["training_no"], t)
        return [
            Line(NOWHERE | {"city": t["city"]}, told(t), 1)
            for t in first.values()
            if self.in_window(t["held_on"], as_of)
        ]

    def trainings_held(self, as_of: dt.date) -> list[Line]:
        return self._held(as_of, lambda t: 1)

    def training_places(self, as_of: dt.date) -> list[Line]:
        return self._held(as_of, lambda t: t["places"] or 0)

    # -- training, roster, contacts ---------------------------------------------------------------------

    def stage(self, person: str, as_of: dt.date) -> int:
        day, best = month_last(as_of.year, as_of.month), 0
        for r in self.attended.get(person, []):
            held = self.classes.get(r["training"])
            if not self.in_window(held, as_of):
                continue
            is_certified = r["is_certified"] and (r["certified_on"] or held) <= day
            if not r["is_attended"]:
                best = max(best, int(bool(r["is_invited"])))
            else:
                best = max(best, 4 if is_certified else 3 if r["is_selected"] or r["is_certified"] else 2)
        return best

    def training_invited(self, as_of: dt.date) -> list[Line]:
        return self._persons(as_of, lambda p, _: (self.stage(p, as_of) >= 1, 1))

    def training_selected(self, as_of: dt.date) -> list[Line]:
        return self._persons(as_of, lambda p, _: (self.stage(p, as_of) >= 3, 1))

    def training_certified(self, as_of: dt.date) -> list[Line]:
        return self._persons(as_of, lambda p, _: (self.stage(p, as_of) == 4, 1))

    def _rostered(self, as_of: dt.date, holds: Any) -> list[Line]:
        day = month_last(as_of.year, as_of.month)
        return self._persons(as_of, lambda p, where: (holds(p, self.roster(p, day), where), 1))

    def share_certificate(self, as_of: dt.date) -> list[Line]:
        return self._rostered(as_of, lambda p, r, _: bool(r["cert_type"]) or self.stage(p, as_of) == 4)

    def share_platform_account(self, as_of: dt.date) -> list[Line]:
        return self._rostered(as_of, lambda p, r, _: r["platform_account"] is not None)

    def share_in_group(self, as_of: dt.date) -> list[Line]:
        return self._rostered(as_of, lambda p, r, _: bool(r["is_in_group"]))

    def unusual_category(self, as_of: dt.date) -> list[Line]:
        return self._rostered(
            as_of,
            lambda p, r, where: bool(where["category"]) and r["org_type"] not in USUAL[where["category"]],
        )

    def missing_county(self, as_of: dt.date) -> list[Line]:
        return self._rostered(as_of, lambda p, r, _: r["county"] is None)

    def _contacts(self, person: str, as_of: dt.date) -> int:
        return sum(self.in_window(c["contacted_on"], as_of) for c in self.reached.get(person, []))

    def share_b_contacted(self, as_of: dt.date) -> list[Line]:
        return self._persons(
            as_of, lambda p, where: (self._contacts(p, as_of) > 0, 1) if where["category"] == "B" else None
        )

    def b_contacts_per_officer_year(self, as_of: dt.date) -> list[Line]:
        months = {o["person"]: o["m"] for o in self.officers(as_of)}
        return self._persons(
            as_of,
            lambda p, where: (self._contacts(p, as_of), months[p]) if where["category"] == "B" else None,
        )

    def push_read_rate(self, as_of: dt.date) -> list[Line]:
        day = month_last(as_of.year, as_of.month)
        return [
            Line(
                self.place(r["person_id"], r["pushed_on"]),
                float(r["read_on"] is not None and r["read_on"] <= day),
                1,
                people=(r["person_id"],),
            )
            for r in self.acts.tables["pushes"]
            if r["person_id"]
            and self.in_window(r["pushed_on"], as_of)
            and self.people.serving(r["person_id"], r["pushed_on"])
        ]

    # -- core list, fields ------------------------------------------------------------------------------

    def core_officers(self, as_of: dt.date) -> list[Line]:
        sides: dict[str, int] = defaultdict(int)
        for met in [*self.matches(as_of), *({"people": c["people"]} for c in self.signed(as_of))]:
            for person in met.people if isinstance(met, Line) else met["people"]:
                sides[person] += 1
        told = {o["person"]: o for o in self.officers(as_of)}
        return self._persons(
            as_of,
            lambda p, _: (
                told[p]["self"] >= self.rules["core_acts"]
                and told[p]["quarters"] >= self.rules["core_quarters"]
                and sides[p] >= self.rules["core_pairs"],
                1,
            ),
        )

    def demands_by_field(self, as_of: dt.date) -> list[Line]:
        return [
            Line(
                self.place_of_demand(d, d["submitted_on"]) | {"field": d["field"]},
                1,
                1,
                people=(d["person_id"],) if d["person_id"] else (),
            )
            for d in self.submitted(as_of)
        ]

    def achievements_by_field(self, as_of: dt.date) -> list[Line]:
        return [
            Line(
                self.place(a["person_id"], a["submitted_on"]) | {"field": a["field"]},
                1,
                1,
                people=(a["person_id"],) if a["person_id"] else (),
            )
            for a in self.acts.tables["achievements"]
            if a["content_id"] not in self.achievement_not and self.in_window(a["submitted_on"], as_of)
        ]
