"""A second opinion on service, classes and tiers: day by day in plain Python, straight from the definitions.

World: {"terms": [...], "activities": [...], ...}, rows as dicts with dates. Slow, and proud of it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
from typing import Any

Row = dict[str, Any]
World = dict[str, list[Row]]
CITY = {"whkx": "420100", "yckx": "420500", "whu": "non_city"}
SELF_KINDS = {"企业走访", "联络专家", "需求响应", "座谈交流", "调研走访"}
TOPICS = {"demands": "需求挖掘", "suggestions": "意见征集"}


def back(day: dt.date, months: int) -> dt.date:
    """The day so many calendar months earlier, clipped to the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_of(day: dt.date) -> int:
    return day.year * 12 + day.month


def in_force(term: Row, day: dt.date) -> bool:
    return term["started_on"] <= day <= term["ended_on"] and (
        term["left_on"] is None or day < term["left_on"]
    )


def serves(world: World, person: str, day: dt.date) -> bool:
    own = [t for t in world["terms"] if t["person_id"] == person]
    for term in own:
        if term["started_on"] > day or (term["left_on"] and term["left_on"] <= day):
            continue
        is_followed = any(term["started_on"] < t["started_on"] <= day for t in own)
        if term["ended_on"] >= day or (not is_followed and term["ended_on"] >= back(day, 6)):
            return True
    return False


def unit_on(world: World, person: str, day: dt.date) -> str | None:
    """Of the term in force that started last, else of the last begun."""
    begun = [t for t in world["terms"] if t["person_id"] == person and t["started_on"] <= day]
    ranked = sorted(begun, key=lambda t: (in_force(t, day), t["started_on"]))
    return CITY[ranked[-1]["recommender_body_id"]] if ranked else None


def on_leave(world: World, person: str, day: dt.date) -> bool:
    own = [x for x in world["leaves"] if x["person_id"] == person]
    return any(x["from_on"] <= day and (x["to_on"] is None or day <= x["to_on"]) for x in own)


def open_until(reminder: Row) -> dt.date:
    return reminder["due_on"] or reminder["sent_on"] + dt.timedelta(days=14)


def keeps_records(world: World, person: str, day: dt.date) -> bool:
    unit = unit_on(world, person, day)
    for r in world["reminders"]:
        if r["person_id"] is None or unit is None:
            continue
        age = month_of(day) - month_of(r["sent_on"])
        if unit == "non_city":
            if r["person_id"] == person and 0 <= age < 3:
                return True
        elif (
            0 <= age < 12
            and serves(world, r["person_id"], r["sent_on"])
            and unit_on(world, r["person_id"], r["sent_on"]) == unit
        ):
            return True
    return False


def class_of(world: World, person: str, act: Row) -> str:
    day, topic = act["day"], act["topic"]
    if not act["can_self"]:
        return "neutral"
    if act["is_prompted"] is not None:
        return "prompted" if act["is_prompted"] else "self_initiated"
    fitting = [r for r in world["reminders"] if r["topic"] == topic and r["sent_on"] <= day <= open_until(r)]
    if any(r["person_id"] == person and r["is_delivered"] is not False for r in fitting):
        return "prompted"
    notices = [r for r in fitting if r["person_id"] is None and reaches(world, r, person)]
    if notices:
        return "untold" if all(r["is_campaign"] for r in notices) else "prompted"
    return "self_initiated" if keeps_records(world, person, day) else "untold"


def reaches(world: World, notice: Row, person: str) -> bool:
    names = {"全省": {"420100", "420500", "non_city"}, "武汉": {"420100"}, "宜昌": {"420500"}}
    sent = notice["sent_on"]
    return serves(world, person, sent) and unit_on(world, person, sent) in names[notice["audience"]]


def acts_of(world: World, person: str) -> list[Row]:
    acts = [
        {
            "day": a["acted_on"],
            "topic": None,
            "can_self": a["kind"] in SELF_KINDS,
            "is_prompted": a["is_prompted"],
        }
        for a in world["activities"]
        if a["person_id"] == person
    ]
    acts += [
        {"day": d["submitted_on"], "topic": "需求挖掘", "can_self": True, "is_prompted": d["is_prompted"]}
        for d in world["demands"]
        if d["person_id"] == person
    ]
    return [a for a in acts if serves(world, person, a["day"])]


def tier_of(world: World, person: str, as_of: dt.date) -> str | None:
    """The tier at the month that begins with `as_of`; None where the person is not serving."""
    last = as_of.replace(day=calendar.monthrange(as_of.year, as_of.month)[1])
    first = back(as_of, 11)
    if not serves(world, person, last):
        return None
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    served = [d for d in days if serves(world, person, d)]
    worked = [d for d in served if not on_leave(world, person, d)]
    m = _months(worked)
    acts = [
        a | {"class": class_of(world, person, a)} for a in acts_of(world, person) if first <= a["day"] <= last
    ]
    own = [a for a in acts if a["class"] == "self_initiated"]
    quarters = {(month_of(last) - month_of(a["day"])) // 3 for a in own}
    answers = [r["answered_on"] for r in world["reminders"] if r["person_id"] == person and r["answered_on"]]
    answered = [d for d in answers if first <= d <= last and serves(world, person, d)]
    if is_new(world, person, last):
        return "new"
    if on_leave(world, person, last) or (m == 0 and _months(served) > 0):
        return "on_leave"
    if len(own) >= max(1, math.ceil(4 * m / 12)) and len(quarters) >= (1 if m < 6 else 2):
        return "proactive"
    if own:
        return "regular"
    classes = [a["class"] for a in acts]
    recorded = [a for a in acts if a["class"] == "neutral" and keeps_records(world, person, a["day"])]
    if "prompted" in classes or answered or ("untold" not in classes and recorded):
        return "responsive"
    if acts:
        return "undetermined"
    return "lost" if is_lost(world, person, worked, last) else "unverified"


def is_new(world: World, person: str, day: dt.date) -> bool:
    starts = sorted(t["started_on"] for t in world["terms"] if t["person_id"] == person and _serves_at_all(t))
    for start in starts:
        if not start <= day <= start + dt.timedelta(days=89):
            continue
        before = [start - dt.timedelta(days=n) for n in range(1, 1500)]
        last = next((d for d in before if serves(world, person, d)), None)
        # Out of service since the day after: more than six months lie between that day and the start.
        if last is None or month_after(last + dt.timedelta(days=1), 6) < start:
            return True
    return False


def month_after(day: dt.date, months: int) -> dt.date:
    return back(day, -months)


def is_lost(world: World, person: str, worked: list[dt.date], last: dt.date) -> bool:
    contacts = [c for c in world["contacts"] if c["person_id"] == person and c["contacted_on"] <= last]
    good = [c["contacted_on"] for c in contacts if c["outcome"] in ("接通", "已回复")]
    good += [
        r["answered_on"]
        for r in world["reminders"]
        if r["person_id"] == person and r["answered_on"] and r["answered_on"] <= last
    ]
    bad = [
        c
        for c in contacts
        if c["outcome"] not in ("接通", "已回复")
        and c["contacted_on"] in worked
        and c["contacted_on"] > max(good, default=dt.date.min)
    ]
    days = [c["contacted_on"] for c in bad]
    return len(bad) >= 2 and len({c["channel"] for c in bad}) >= 2 and (max(days) - min(days)).days >= 60


def _serves_at_all(term: Row) -> bool:
    return term["left_on"] is None or term["left_on"] > term["started_on"]


def _months(days: list[dt.date]) -> int:
    counts: dict[int, int] = {}
    for day in days:
        counts[month_of(day)] = counts.get(month_of(day), 0) + 1
    return sum(1 for n in counts.values() if n >= 15)
