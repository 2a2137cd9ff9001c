"""Second opinion, part four: six ones and duties."""

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
