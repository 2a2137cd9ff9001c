"""Who serves on a day, read from the rule of docs/definitions.md person by person in plain Python.

Slow and simple on purpose: it shares no code with the program, so the generator's headcounts can be looked at
before any workbook is read.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pandas as pd

from simulation.world import World

GRACE_MONTHS = 6


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def months_before(day: date, months: int) -> date:
    """The same day so many calendar months before, clipped to the month's last day."""
    index = day.year * 12 + day.month - 1 - months
    last = month_end(index // 12, index % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def rows_of(world: World, sheet: str) -> list[dict[str, Any]]:
    """Rows with dates as `date`, whatever is empty as None."""
    frame = world.table(sheet)
    filled: Any = frame.astype(object).where(frame.notna(), None) if len(frame) else frame
    rows: list[dict[str, Any]] = filled.to_dict("records")
    for row in rows:
        for name, value in row.items():
            if isinstance(value, pd.Timestamp):
                row[name] = value.date()
    return rows


class Service:
    """Terms, leaves and assessments of one world; see `serving`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.terms = self.by_officer("terms")
        self.leaves = self.by_officer("leaves")
        self.assessments = self.by_officer("assessments")

    def by_officer(self, sheet: str) -> dict[int, list[dict[str, Any]]]:
        rows_of_officer: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in rows_of(self.world, sheet):
            rows_of_officer[int(row["officer"])].append(row)
        return rows_of_officer

    def serving(self, officer: int, day: date) -> bool:
        terms = self.terms[officer]
        for term in terms:
            if term["started_on"] > day or (term["left_on"] and term["left_on"] <= day):
                continue
            if term["ended_on"] >= day:
                return True
            later = any(t["started_on"] > term["started_on"] and t["started_on"] <= day for t in terms)
            failed = any(
                a["grade"] == "不合格" and a["assessed_on"] <= day and a["term_no"] == term["term_no"]
                for a in self.assessments[officer]
            )
            if not later and not failed and term["ended_on"] >= months_before(day, GRACE_MONTHS):
                return True
        return False

    def is_pending(self, officer: int, day: date) -> bool:
        inside = any(
            t["started_on"] <= day <= t["ended_on"] and not (t["left_on"] and t["left_on"] <= day)
            for t in self.terms[officer]
        )
        return self.serving(officer, day) and not inside

    def on_leave(self, officer: int, day: date) -> bool:
        return any(r["from_on"] <= day <= (r["to_on"] or date.max) for r in self.leaves[officer])

    def attribute(self, officer: int, day: date, name: str) -> Any:
        begun = [t for t in self.terms[officer] if t["started_on"] <= day] or self.terms[officer][:1]
        return max(begun, key=lambda t: t["started_on"])[name]

    def unit(self, officer: int, day: date) -> str:
        is_local = self.attribute(officer, day, "recommender_type") in ("市州科协", "县市区科协")
        return str(self.attribute(officer, day, "city")) if is_local else "non_city"


def serving_counts(world: World, year: int = 2025, month: int = 12) -> dict[str, int]:
    """How many serve at the month's end, within their dates and pending."""
    checker, day = Service(world), month_end(year, month)
    keys = range(len(world.persons))
    serving = sum(checker.serving(k, day) for k in keys)
    pending = sum(checker.is_pending(k, day) for k in keys)
    return {"serving": serving, "within": serving - pending, "pending": pending}
