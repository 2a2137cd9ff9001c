"""Second opinion, part four: six ones, duties, training, platform, pushes, the core list."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from tests.metrics.opinion_people import Row, by_person, month_last, records
from tests.metrics.opinion_supply import Line, Supply

#: What each source shows of an A and of a B officer: numbers of the paper's duties.
ACTIVITY_DUTIES = {
    "平台使用": (1, 1),
    "参加活动": (1, 1),
    "企业走访": (3, 2),
    "调研走访": (3, 2),
    "需求响应": (3, 3),
    "联络专家": (3, 3),
    "座谈交流": (3, 3),
    "协办任务": (4, 4),
}
USUAL = {
    "A": {"高等院校", "科研院所", "事业单位", "社会机构", None},
    "B": {"高新园区", "科技园", "产业园", "孵化器", "科技型企业", "社会机构", None},
}


class Quality(Supply):
    """Who has what, by the definitions' text. `Opinion` adds `officers`."""

    def __init__(self, con: Any, rules: dict[str, int], versions: tuple[Any, ...] = ()) -> None:
        super().__init__(con, rules)
        self.versions = versions
        self.judgements = by_person(records(con, "assessments"))
        self.classes = {t["training_no"]: t["held_on"] for t in self.acts.tables["trainings"]}
        self.attended = by_person(self.acts.tables["attendances"])
        self.reached = by_person(
            [c for c in self.acts.tables["contacts"] if c["outcome"] in ("接通", "已回复")]
        )

    def officers(self, as_of: dt.date) -> list[Row]:
        raise NotImplementedError

    def _persons(self, as_of: dt.date, parts: Any) -> list[Line]:
        """A line for everyone serving for whom `parts(person, where)` gives numerator and denominator."""
        found = []
        for officer in self.officers(as_of):
            told = parts(officer["person"], officer["where"])
            if told is not None:
                found.append(Line(officer["where"], *map(float, told), people=(officer["person"],)))
        return found

    # -- six ones ---------------------------------------------------------------------------------------

    def lights(self, person: str, as_of: dt.date) -> dict[str, bool | None]:
        """True, False, or None = not due."""
        day = month_last(as_of.year, as_of.month)
        terms = self.people.terms[person]
        term = self.people._in_order(person, day)[0]
        place = next(i for i, t in enumerate(terms) if t["content_id"] == term["content_id"])
        counted = {t["content_id"] for t in terms[max(0, place - 1) : place + 1]}
        judged = {self._judges(terms, a) for a in self.judgements.get(person, []) if a["assessed_on"] <= day}
        roster = self.roster(person, day)
        acts = [
            a for a in self.acts.by.get(person, []) if a["in_service"] and self.in_window(a["day"], as_of)
        ]
        uses = any(
            r["kind"] == "平台使用"
            and self.in_window(r["acted_on"], as_of)
            and self.people.serving(person, r["acted_on"])
            for r in self.acts.tables["activities"]
            if r["person_id"] == person
        )
        is_judged = bool(judged & counted)
        return {
            "document": bool(term["doc_no"] or term["certificate_no"]),
            "training": any(term["started_on"] <= d <= day for d in self._classes_of(person)),
            "platform": bool(roster["platform_account"] or roster["is_in_group"] or uses),
            "archive": bool(acts),
            "regulation": any(v.covers(term["started_on"]) for v in self.versions),
            "assessment": True if is_judged else False if any(t["end"] < day for t in terms) else None,
        }

    def _judges(self, terms: list[Row], assessment: Row) -> str | None:
        """content_id of the term that an assessment is about."""
        named = [
            t for t in terms if assessment["term_no"] is not None and t["number"] == assessment["term_no"]
        ]
        begun = [t for t in terms if t["started_on"] <= assessment["assessed_on"]]
        return (named or begun)[-1]["content_id"] if named or begun else None

    def _classes_of(self, person: str) -> list[dt.date]:
        rows = self.attended.get(person, [])
        return [
            self.classes[r["training"]] for r in rows if r["is_attended"] and r["training"] in self.classes
        ]

    def roster(self, person: str, day: dt.date) -> Row:
        """Each cell from the nearest roster by the day that fills it, else from the earliest after."""
        rows = self.people.rosters.get(person, [])
        before = sorted(
            (r for r in rows if r["reported_on"] <= day), key=lambda r: r["reported_on"], reverse=True
        )
        after = sorted((r for r in rows if r["reported_on"] > day), key=lambda r: r["reported_on"])
        names = ("platform_account", "is_in_group", "org_type", "county")
        cells = {n: next((r[n] for r in [*before, *after] if r[n] is not None), None) for n in names}
        held = [
            r
            for r in [*before, *after]
            if r["cert_type"] not in (None, "无") and (r["cert_on"] or day) <= day
        ]
        return cells | {"cert_type": held[0]["cert_type"] if held else None}

    def six_ones_complete(self, as_of: dt.date) -> list[Line]:
        return self._persons(as_of, lambda p, _: (False not in self.lights(p, as_of).values(), 1))

    def light(self, one: str, as_of: dt.date) -> list[Line]:
        def parts(person: str, _: Row) -> tuple[bool, int] | None:
            state = self.lights(person, as_of)[one]
            return None if state is None else (state, 1)

        return self._persons(as_of, parts)

    def missing(self, one: str, as_of: dt.date) -> list[Line]:
        return self._persons(as_of, lambda p, _: (self.lights(p, as_of)[one] is False, 1))

    # -- duties -----------------------------------------------------------------------------------------

    def duty(self, number: int, as_of: dt.date) -> list[Line]:
        shown = self._shown(as_of)

        def parts(person: str, where: Row) -> tuple[bool, int] | None:
            if where["category"] is None:
                return None
            return number in {d["AB".index(where["category"])] for d in shown[person]}, 1

        return self._persons(as_of, parts)

    def _shown(self, as_of: dt.date) -> dict[str, set[tuple[int, int]]]:
        """Everyone's pieces of evidence in W, as (duty of an A, duty of a B)."""
        found: dict[str, set[tuple[int, int]]] = defaultdict(set)

        def add(person: str | None, day: dt.date | None, duties: tuple[int, int]) -> None:
            if person and day and self.in_window(day, as_of) and self.people.serving(person, day):
                found[person].add(duties)

        tables = self.acts.tables
        for sheet, counts_not, duties in (
            ("demands", self.demand_not, (4, 2)),
            ("achievements", self.achievement_not, (2, 4)),
        ):
            for r in tables[sheet]:
                if r["content_id"] not in counts_not and r.get("verified") != "不属实":
                    add(r["person_id"], r["submitted_on"], duties)
        for r in tables["activities"]:
            add(r["person_id"], r["acted_on"], ACTIVITY_DUTIES[r["kind"]])
        for r in tables["suggestions"]:
            add(r["person_id"], r["raised_on"], (5, 5))
        for r in tables["summaries"]:
            add(r["person_id"], r["submitted_on"], (5, 5))
        for r in tables["attendances"]:
            if r["is_attended"]:
                add(r["person_id"], self.classes.get(r["training"]), (4, 4))
        for r in tables["matches"]:
            for person, day, _, _ in self.acts._stages(r):
                add(person, day, (3, 3))
            add(r["person_id_b"], r["fed_back_on"], (3, 3))
        for r in tables["pushes"]:
            add(r["person_id"], r["read_on"], (1, 1))
        return found

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

    def b_contacts_per_officer_month(self, as_of: dt.date) -> list[Line]:
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
