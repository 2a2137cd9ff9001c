"""Second opinion, part one: who serves when, with which attributes. Plain Python, from the definitions' text."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from functools import cache
from typing import Any

Row = dict[str, Any]
LOCAL = ("市州科协", "县市区科协")
BEFORE_SERVICE = ("推荐中", "初审", "公示", "未通过")
ATTRIBUTES = ("unit", "city", "category", "channel", "field", "recommender")
DAY = dt.timedelta(1)


def records(con: Any, table: str) -> list[Row]:
    """All rows of a raw table as dictionaries of Python values."""
    found = con.cursor().execute(f'select * from "{table}"')
    names = [d[0] for d in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def by_person(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["person_id"] is not None:
            found[row["person_id"]].append(row)
    return found


def month_of(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


def month_last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier, clipped to that month's last day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def years_after(day: dt.date, years: int) -> dt.date:
    return months_before(day, -12 * years)


class People:
    """Terms, leaves and rosters of everyone; whatever is asked of a person on a day."""

    def __init__(self, con: Any, rules: dict[str, int]) -> None:
        self.rules = rules
        self.bodies = {b["body_id"]: b for b in records(con, "bodies")}
        self.terms = {p: self._terms(rows) for p, rows in by_person(records(con, "terms")).items()}
        self.leaves = by_person([r for r in records(con, "leaves") if r["from_on"]])
        self.rosters = by_person(records(con, "officers"))
        self._fail(by_person(records(con, "assessments")))
        self.attributes = cache(self._attributes)
        self.serving = cache(self._serving)

    def _terms(self, rows: list[Row]) -> list[Row]:
        """Terms that can serve, with end, leaving day, number and unit made out."""
        kept = [r for r in rows if r["started_on"] and (r["state"] or "") not in BEFORE_SERVICE]
        kept.sort(key=lambda r: (r["started_on"], r["content_id"]))
        terms = []
        for place, row in enumerate(kept, start=1):
            body = self.bodies.get(row["recommender_body_id"], {})
            kind = row["recommender_type"] or body.get("type")
            city = row["recommender_city"] or body.get("city")
            is_local = kind in LOCAL
            left = row["left_on"]
            if left is None and row["state"] in ("退出", "解聘"):
                left = row["reported_on"]
            terms.append(
                row
                | {
                    "end": row["ended_on"] or years_after(row["started_on"], 2) - DAY,
                    "left": left,
                    "number": row["term_no"] or place,
                    "unit": (city if is_local else "non_city") if kind else None,
                    "channel": ("local" if is_local else "institution") if kind else None,
                    "recommender": row["recommender_body_id"],
                    "failed": None,
                }
            )
        return terms

    def _fail(self, assessments: dict[str, list[Row]]) -> None:
        """The first 不合格 of each term: of the term it names, else of the last begun by then."""
        for person, rows in assessments.items():
            for row in rows:
                terms = self.terms.get(person, [])
                named = [t for t in terms if row["term_no"] is not None and t["number"] == row["term_no"]]
                begun = [t for t in terms if t["started_on"] <= row["assessed_on"]]
                if row["grade"] != "不合格" or not (named or begun):
                    continue
                term = (named or begun)[-1]
                term["failed"] = min(filter(None, (term["failed"], row["assessed_on"])))

    def _serves(self, term: Row, day: dt.date) -> bool:
        if term["started_on"] > day or (term["left"] is not None and term["left"] <= day):
            return False
        if term["end"] >= day:
            return True
        others = self.terms[term["person_id"]]
        is_followed = any(term["started_on"] < t["started_on"] <= day for t in others)
        has_failed = term["failed"] is not None and term["failed"] <= day
        return (
            not is_followed
            and not has_failed
            and term["end"] >= months_before(day, self.rules["grace_months"])
        )

    def _serving(self, person: str, day: dt.date) -> bool:
        return any(self._serves(t, day) for t in self.terms.get(person, []))

    def on_leave(self, person: str, day: dt.date) -> bool:
        return any(
            leave["from_on"] <= day and (leave["to_on"] is None or day <= leave["to_on"])
            for leave in self.leaves.get(person, [])
        )

    def _attributes(self, person: str, day: dt.date) -> Row:
        """Cells from the first row of the order of precedence that fills them."""
        order = self._in_order(person, day)
        return {
            name: next((row[name] for row in order if row.get(name) is not None), None) for name in ATTRIBUTES
        }

    def _in_order(self, person: str, day: dt.date) -> list[Row]:
        terms, rosters = self.terms.get(person, []), self.rosters.get(person, [])
        begun = [t for t in terms if t["started_on"] <= day]
        in_force = [t for t in begun if t["end"] >= day and (t["left"] is None or t["left"] > day)]
        over = [t for t in begun if t not in in_force]
        awaited = [
            t
            for t in terms
            if t not in begun and t["recognised_on"] is not None and t["recognised_on"] <= day
        ]
        before = [r for r in rosters if r["reported_on"] <= day]
        after = [r for r in rosters if r not in before]
        return [
            *sorted(in_force, key=lambda t: t["started_on"], reverse=True),
            *sorted(over, key=lambda t: t["started_on"], reverse=True),
            *sorted(awaited, key=lambda t: t["recognised_on"], reverse=True),
            *sorted(before, key=lambda r: r["reported_on"], reverse=True),
            *sorted(after, key=lambda r: r["reported_on"]),
        ]

    def exposed(self, person: str, year: int, month: int, *, but_leave: bool = True) -> bool:
        """At least 15 days of the month in service and (unless told otherwise) not on leave."""
        days = [dt.date(year, month, d) for d in range(1, calendar.monthrange(year, month)[1] + 1)]
        held = [d for d in days if self.serving(person, d) and not (but_leave and self.on_leave(person, d))]
        return len(held) >= self.rules["exposure_days"]

    def is_new(self, person: str, day: dt.date) -> bool:
        """Within the first 90 days of the first term, or of one after more than six months out of service."""
        starts = sorted(
            {t["started_on"] for t in self.terms[person] if self.serving(person, t["started_on"])}
        )
        for start in (s for s in starts if s <= day < s + self.rules["new_days"] * DAY):
            gone = self._out_since(person, start)
            if gone is None or months_before(start, self.rules["gap_months"]) > gone:
                return True
        return False

    def _out_since(self, person: str, start: dt.date) -> dt.date | None:
        """The first day out of service before `start`; None: never served before; `start`: served up to it."""
        first = min(t["started_on"] for t in self.terms[person])
        day = start - DAY
        while day >= first:
            if self.serving(person, day):
                return day + DAY
            day -= DAY
        return None
