"""Acts, classes and tiers by the rules of docs/definitions.md, officer by officer in plain Python.

A second opinion on the generator: it shares no code with the program or with the generator's modules.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from simulation.check import Service, month_end, months_before, rows_of
from simulation.words import CITIES
from simulation.world import World

OPEN_DAYS = 14
SELF_KINDS = {"企业走访", "联络专家", "需求响应", "座谈交流", "调研走访"}
STAGES = ("recommended_on", "contacted_on", "followed_on", "intent_on", "signed_on", "fulfilled_on")


class Tiers(Service):
    """Adds the acts of everybody, each with its class, and the tier at a month's end."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.contacts = self.by_officer("contacts")
        self.reads = [r for r in rows_of(world, "pushes") if r.get("officer") is not None and r["read_on"]]
        reminders = rows_of(world, "reminders")
        self.personal: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in reminders:
            if row["officer"] is not None:
                self.personal[int(row["officer"])].append(row)
        self.notices = [r for r in reminders if r["officer"] is None]
        self.sent_months = self._sent_months()
        self.acts: dict[int, list[tuple[date, str, bool]]] = defaultdict(list)
        self._collect()

    # --- acts ------------------------------------------------------------------------------------------

    def _sent_months(self) -> dict[Any, set[tuple[int, int]]]:
        """Unit (or non-city officer) → months in which a personal reminder was sent."""
        found: dict[Any, set[tuple[int, int]]] = defaultdict(set)
        for officer, rows in self.personal.items():
            for row in rows:
                unit = self.unit(officer, row["sent_on"])
                found[officer if unit == "non_city" else unit].add(
                    (row["sent_on"].year, row["sent_on"].month)
                )
        return found

    def keeps_records(self, officer: int, day: date) -> bool:
        unit = self.unit(officer, day)
        sent = self.sent_months[officer if unit == "non_city" else unit]
        index = day.year * 12 + day.month
        span = 3 if unit == "non_city" else 12
        return any(index - span < y * 12 + m <= index for y, m in sent)

    def _collect(self) -> None:
        seen: set[tuple[str, str]] = set()
        for row in sorted(rows_of(self.world, "demands"), key=lambda r: r["submitted_on"]):
            is_new = (row["title"], row["enterprise"]) not in seen and not row.get("is_repeat")
            seen.add((row["title"], row["enterprise"]))
            if is_new and row["verified"] != "不属实":
                self._act(row, row["submitted_on"], topic="需求挖掘")
        for row in rows_of(self.world, "achievements"):
            self._act(row, row["submitted_on"], topic="成果报送")
        for row in rows_of(self.world, "activities"):
            self._act(row, row["acted_on"], can_self=row["kind"] in SELF_KINDS)
        for row in rows_of(self.world, "suggestions"):
            self._act(row, row["raised_on"], topic="意见征集")
        for row in rows_of(self.world, "summaries"):
            if row["submitted_on"]:
                self._act(row, row["submitted_on"], can_self=False)
        held = {r["training_no"]: r["held_on"] for r in rows_of(self.world, "trainings")}
        for row in rows_of(self.world, "attendances"):
            if row["is_attended"]:
                self._act(row, held[row["training"]], can_self=False)
        for rows in self.personal.values():
            for row in rows:
                if row["answered_on"]:
                    self._act({**row, "is_prompted": True}, row["answered_on"])
        self._matches()

    def _matches(self) -> None:
        for row in rows_of(self.world, "matches"):
            if row["made_by"] == "办公室":
                continue
            by_hand = row["source"] == "人工"
            stages = [s for s in STAGES if row[s] and (by_hand or s != "recommended_on")]
            for side, label in (("officer_a", "A类联络员"), ("officer_b", "B类联络员")):
                for nth, stage in enumerate(sorted(stages, key=lambda s: row[s])):
                    named = row["made_by"] in (label, "双方")
                    is_intro = by_hand and nth == 0
                    own = {"officer": row[side]}
                    if is_intro and row["made_by"] is None:
                        self._act(own, row[stage], forced="untold")
                    else:
                        self._act(own, row[stage], can_self=is_intro and named)

    def _act(
        self, row: dict[str, Any], day: date, *, topic: str = "", can_self: bool = True, forced: str = ""
    ) -> None:
        who = row.get("actual_officer") if row.get("actual_officer") is not None else row["officer"]
        if who is None or not self.serving(int(who), day):
            return
        officer = int(who)
        recorded = self.keeps_records(officer, day)
        kind = forced or self._class(officer, day, topic, can_self, row.get("is_prompted"), recorded)
        self.acts[officer].append((day, kind, recorded))

    def _class(self, officer: int, day: date, topic: str, can_self: bool, asked: Any, recorded: bool) -> str:
        if not can_self:
            return "neutral"
        if asked is not None:
            return "prompted" if asked else "self"
        if topic and any(
            r["topic"] == topic and r["is_delivered"] is not False and _is_open(r, day)
            for r in self.personal[officer]
        ):
            return "prompted"
        open_ones = [
            n
            for n in self.notices
            if topic and n["topic"] == topic and _is_open(n, day) and self._reaches(n, officer)
        ]
        if open_ones:
            return "untold" if all(n["is_campaign"] for n in open_ones) else "prompted"
        return "self" if recorded else "untold"

    def _reaches(self, notice: dict[str, Any], officer: int) -> bool:
        day, words = notice["sent_on"], set(notice["audience"].split("、"))
        if not self.serving(officer, day):
            return False
        categories = words & {"A类", "B类"}
        units = words - categories
        unit = self.unit(officer, day)
        short = CITIES[unit][1] if unit in CITIES else "非市州推荐"
        fits = not units or "全省" in units or short in units
        return fits and (not categories or f"{self.attribute(officer, day, 'category')}类" in categories)

    # --- tier ------------------------------------------------------------------------------------------

    def tier(self, officer: int, year: int, month: int) -> str:
        """The tier at that month's end, or "not_serving"."""
        day = month_end(year, month)
        if not self.serving(officer, day):
            return "not_serving"
        facts = self._facts(officer, year, month)
        if self._is_new(officer, day):
            return "new"
        if self.on_leave(officer, day) or (facts.m == 0 and self.leaves[officer]):
            return "on_leave"
        needed = max(1, -(-4 * facts.m // 12))
        if len(facts.own) >= needed and facts.quarters >= (1 if facts.m < 6 else 2):
            return "proactive"
        if facts.own:
            return "regular"
        if "prompted" in facts.classes or ("untold" not in facts.classes and facts.recorded_neutral):
            return "responsive"
        if facts.classes:
            return "undetermined"
        return "lost" if self._is_lost(officer, day, facts.start) else "unverified"

    def _facts(self, officer: int, year: int, month: int) -> Facts:
        day = month_end(year, month)
        start = months_before(day.replace(day=1), 11)
        inside = [a for a in self.acts[officer] if start <= a[0] <= day]
        own = [a[0] for a in inside if a[1] == "self"]
        quarters = len({((day.year - d.year) * 12 + day.month - d.month) // 3 for d in own})
        return Facts(
            start=start,
            own=own,
            quarters=quarters,
            classes={a[1] for a in inside},
            recorded_neutral=any(a[1] == "neutral" and a[2] for a in inside),
            m=self._exposure(officer, day),
        )

    def _exposure(self, officer: int, day: date) -> int:
        months = 0
        for back in range(12):
            last = months_before(day.replace(day=1), back)
            last = month_end(last.year, last.month)
            days = [last - timedelta(days=i) for i in range(last.day)]
            months += sum(self.serving(officer, d) and not self.on_leave(officer, d) for d in days) >= 15
        return months

    def _is_new(self, officer: int, day: date) -> bool:
        terms = [t for t in self.terms[officer] if t["started_on"] <= day]
        first = min(t["started_on"] for t in terms)
        return (day - first).days + 1 <= 90

    def _is_lost(self, officer: int, day: date, start: date) -> bool:
        rows = [r for r in self.contacts[officer] if r["contacted_on"] <= day]
        good = [r["contacted_on"] for r in rows if r["outcome"] in ("接通", "已回复")]
        good += [r["read_on"] for r in self.reads if int(r["officer"]) == officer and r["read_on"] <= day]
        good += [
            r["answered_on"] for r in self.personal[officer] if r["answered_on"] and r["answered_on"] <= day
        ]
        failed = [
            r for r in rows if r["outcome"] in ("未接", "空号", "未回复") and r["contacted_on"] >= start
        ]
        failed = [
            r
            for r in failed
            if self.serving(officer, r["contacted_on"]) and not self.on_leave(officer, r["contacted_on"])
        ]
        days = sorted(r["contacted_on"] for r in failed)
        enough = (
            len(days) >= 2 and len({r["channel"] for r in failed}) >= 2 and (days[-1] - days[0]).days >= 60
        )
        return enough and (not good or max(good) < days[0])


@dataclass(frozen=True)
class Facts:
    """What the tier rules look at in one window."""

    start: date
    own: list[date]
    quarters: int
    classes: set[str]
    recorded_neutral: bool
    m: int


def _is_open(reminder: dict[str, Any], day: date) -> bool:
    end = reminder["due_on"] or reminder["sent_on"] + timedelta(days=OPEN_DAYS)
    return bool(reminder["sent_on"] <= day <= end)
