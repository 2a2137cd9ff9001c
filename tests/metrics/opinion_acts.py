"""Second opinion, part two: acts, whether they were asked for, and tiers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from math import ceil
from typing import Any

from foundation.reference.cities import CITIES
from tests.metrics.opinion_people import (
    DAY,
    People,
    Row,
    by_person,
    month_last,
    month_of,
    months_before,
    records,
)

CAN_SELF = ("企业走访", "联络专家", "需求响应", "座谈交流", "调研走访")
STAGES = ("recommended_on", "contacted_on", "followed_on", "intent_on", "signed_on", "fulfilled_on")
UNIT_WORDS = {c.short.zh: c.code for c in CITIES} | {"非市州推荐": "non_city"}
SHEETS_READ = ("demands", "achievements", "activities", "matches", "suggestions", "summaries", "attendances")
SHEETS_READ += ("trainings", "reminders", "contacts", "pushes")
FAILED = ("未接", "空号", "未回复")


def repeats(rows: list[Row], owner: str) -> tuple[dict[str, str], set[str]]:
    """content_id → content_id of the earliest row of the same; and the rows that count nowhere."""
    first: dict[tuple[str, str], Row] = {}
    same, counts_not = {}, set()
    ordered = sorted(
        (r for r in rows if r["submitted_on"]),
        key=lambda r: (
            r["submitted_on"],
            str(r["reported_on"]),
            str(r["sha256"]),
            r["sheet"],
            r["row_number"],
        ),
    )
    for row in ordered:
        key = tuple((row[c] or "").replace(" ", "").lower() for c in ("title", owner))
        if key in first or row.get("is_repeat"):
            counts_not.add(row["content_id"])
        same[row["content_id"]] = first.setdefault(key, row)["content_id"]
    return same, counts_not


class Acts:
    """Every act of every person, with its class."""

    def __init__(self, con: Any, people: People, rules: dict[str, int]) -> None:
        self.people, self.rules = people, rules
        self.tables = {t: records(con, t) for t in SHEETS_READ}
        self.personal = [r for r in self.tables["reminders"] if r["person_id"] and r["sent_on"]]
        self.notices = [
            r
            for r in self.tables["reminders"]
            if r["person_id"] is None and r["officer_text"] is None and r["audience"]
        ]
        self.personal_by = by_person(self.personal)
        self._vouched()
        self.all = [a for a in self._acts() if a["person_id"] and a["day"]]
        for act in self.all:
            act["in_service"] = people.serving(act["person_id"], act["day"])
            act["recorded"] = self._recorded(act)
            act["class"] = self._class(act)
        self.by = by_person(self.all)

    def _acts(self) -> list[Row]:
        acts: list[Row] = []

        def add(person: Any, day: Any, can_self: bool, **more: Any) -> None:
            acts.append(
                {"person_id": person, "day": day, "can_self": can_self, "topic": None, "told": None} | more
            )

        for sheet, owner, topic in (
            ("demands", "enterprise", "需求挖掘"),
            ("achievements", "org", "成果报送"),
        ):
            _, counts_not = repeats(self.tables[sheet], owner)
            for r in self.tables[sheet]:
                if r["content_id"] not in counts_not and r.get("verified") != "不属实":
                    add(r["person_id"], r["submitted_on"], True, topic=topic, told=r["is_prompted"])
        for r in self.tables["activities"]:
            can = r["kind"] in CAN_SELF
            person = r["person_id"] if can or r["actual_officer"] is None else r["officer"]
            add(person, r["acted_on"], can, told=r["is_prompted"])
        for r in self.tables["suggestions"]:
            add(r["person_id"], r["raised_on"], True, topic="意见征集")
        for r in self.tables["summaries"]:
            add(r["person_id"], r["submitted_on"], False, topic="工作小结")
        held = {t["training_no"]: t["held_on"] for t in self.tables["trainings"]}
        for r in self.tables["attendances"]:
            if r["is_attended"] and r["training"] in held:
                add(r["person_id"], held[r["training"]], False, topic="培训通知")
        for r in self.tables["matches"]:
            for person, day, can, unsaid in self._stages(r):
                add(person, day, can, unsaid=unsaid)
        return acts

    def _stages(self, match: Row) -> list[tuple[Any, dt.date, bool, bool]]:
        """(person, day, can be self-initiated, nobody said who) of each side and dated stage."""
        if match["made_by"] == "办公室":
            return []
        is_manual = match["source"] == "人工"
        dated = [
            (match[s], i) for i, s in enumerate(STAGES) if match[s] and (is_manual or s != "recommended_on")
        ]
        first = min(dated, default=None)
        named = {
            "A类联络员": {match["person_id_a"]},
            "B类联络员": {match["person_id_b"]},
            "双方": {match["person_id_a"], match["person_id_b"]},
        }.get(match["made_by"], set())
        found = []
        for person in {match["person_id_a"], match["person_id_b"]} - {None}:
            for stage in dated:
                is_introduction = is_manual and stage == first
                is_unsaid = is_introduction and match["made_by"] is None
                found.append(
                    (person, stage[0], is_introduction and (is_unsaid or person in named), is_unsaid)
                )
        return found

    def open_until(self, reminder: Row) -> dt.date:
        return reminder["due_on"] or reminder["sent_on"] + self.rules["open_days"] * DAY

    def _vouched(self) -> None:
        """Months from which somebody of a unit was reminded; and each person's own."""
        self.units: dict[Any, set[tuple[int, int]]] = defaultdict(set)
        self.own: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for r in self.personal:
            self.own[r["person_id"]].add(month_of(r["sent_on"]))
            if self.people.serving(r["person_id"], r["sent_on"]):
                unit = self.people.attributes(r["person_id"], r["sent_on"])["unit"]
                self.units[unit].add(month_of(r["sent_on"]))

    def _recorded(self, act: Row) -> bool:
        unit = self.people.attributes(act["person_id"], act["day"])["unit"]
        if unit is None:
            return False
        is_city = unit != "non_city"
        months = self.units[unit] if is_city else self.own[act["person_id"]]
        length = self.rules["unit_records_months" if is_city else "records_months"]
        last = month_last(act["day"].year, act["day"].month)
        window = {month_of(months_before(last.replace(day=1), i)) for i in range(length)}
        return bool(window & months)

    def _class(self, act: Row) -> str:
        if not act["can_self"]:
            return "neutral"
        if act.get("unsaid"):
            return "untold"
        if act["told"] is not None:
            return "prompted" if act["told"] else "self"
        if act["topic"] and self._asked(act):
            return "prompted"
        notices = [n for n in self.notices if act["topic"] and self._reaches(n, act)]
        if notices:
            return "untold" if all(n["is_campaign"] for n in notices) else "prompted"
        return "self" if act["recorded"] else "untold"

    def _asked(self, act: Row) -> bool:
        return any(
            r["topic"] == act["topic"]
            and r["is_delivered"] is not False
            and r["sent_on"] <= act["day"] <= self.open_until(r)
            for r in self.personal_by.get(act["person_id"], [])
        )

    def _reaches(self, notice: Row, act: Row) -> bool:
        """A group notice of the topic, open that day, that reached the person on the day it was sent."""
        sent, person = notice["sent_on"], act["person_id"]
        if notice["topic"] != act["topic"] or not sent <= act["day"] <= self.open_until(notice):
            return False
        units, categories = set(), set()
        for word in notice["audience"].split("、"):
            if word.removesuffix("市") in UNIT_WORDS:
                units.add(UNIT_WORDS[word.removesuffix("市")])
            elif word in ("A类", "B类"):
                categories.add(word[0])
            elif word != "全省":
                return False
        is_all = "全省" in notice["audience"].split("、")
        here = self.people.attributes(person, sent)
        return (
            self.people.serving(person, sent)
            and (not units or is_all or here["unit"] in units)
            and (not categories or here["category"] in categories)
        )

    def tally(self, person: str, as_of: dt.date) -> Row:
        """Counts of W for one who serves on the last day of the month as_of."""
        day = month_last(as_of.year, as_of.month)
        months = [month_of(months_before(as_of, i)) for i in range(12)]
        acts = [a for a in self.by.get(person, []) if a["in_service"] and month_of(a["day"]) in months]
        own = [a for a in acts if a["class"] == "self"]
        answers = [
            r
            for r in self.personal_by.get(person, [])
            if r["answered_on"]
            and month_of(r["answered_on"]) in months
            and self.people.serving(person, r["answered_on"])
        ]
        return {
            "acts": len(acts),
            "self": len(own),
            "quarters": len({months.index(month_of(a["day"])) // 3 for a in own}),
            "prompted": sum(a["class"] == "prompted" for a in acts) + len(answers),
            "untold": sum(a["class"] == "untold" for a in acts),
            "recorded": sum(a["class"] == "neutral" and a["recorded"] for a in acts),
            "m": sum(self.people.exposed(person, *m) for m in months),
            "m_served": sum(self.people.exposed(person, *m, but_leave=False) for m in months),
            "day": day,
        }

    def tier(self, person: str, as_of: dt.date) -> str:
        """The ordered rules of docs/definitions.md, first match wins."""
        t, rules = self.tally(person, as_of), self.rules
        quarters = 1 if t["m"] < rules["short_exposure"] else rules["proactive_quarters"]
        steps = [
            ("new", self.people.is_new(person, t["day"])),
            ("on_leave", self.people.on_leave(person, t["day"]) or (t["m"] == 0 and t["m_served"] > 0)),
            (
                "proactive",
                t["self"] >= max(1, ceil(rules["proactive_acts"] * t["m"] / 12))
                and t["quarters"] >= quarters,
            ),
            ("regular", t["self"] >= 1),
            ("responsive", t["prompted"] >= 1 or (t["untold"] == 0 and t["recorded"] >= 1)),
            ("undetermined", t["acts"] >= 1),
            ("lost", self._lost(person, as_of)),
            ("unverified", True),
        ]
        return next(name for name, fits in steps if fits)

    def _lost(self, person: str, as_of: dt.date) -> bool:
        day, first = month_last(as_of.year, as_of.month), months_before(as_of, 11)
        contacts = [c for c in self.tables["contacts"] if c["person_id"] == person]
        reached = [c["contacted_on"] for c in contacts if c["outcome"] in ("接通", "已回复")]
        reached += [r["answered_on"] for r in self.personal_by.get(person, []) if r["answered_on"]]
        reached += [p["read_on"] for p in self.tables["pushes"] if p["person_id"] == person and p["read_on"]]
        last = max((d for d in reached if d <= day), default=dt.date.min)
        failed = [
            c
            for c in contacts
            if c["outcome"] in FAILED
            and max(first, last + DAY) <= c["contacted_on"] <= day
            and self.people.serving(person, c["contacted_on"])
            and not self.people.on_leave(person, c["contacted_on"])
        ]
        days = [c["contacted_on"] for c in failed]
        return (
            len(failed) >= self.rules["lost_contacts"]
            and len({c["channel"] for c in failed} - {None}) >= self.rules["lost_channels"]
            and max(days) - min(days) >= self.rules["lost_days"] * DAY
        )
