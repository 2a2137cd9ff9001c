"""The planted cases, row by row and by hand. Their officers do nothing else in the window that
is looked at: each case shows one rule.

What tier follows is not said here: tests/simulation/planted_cases.csv says it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.planted.people import B2024, PLANTED
from simulation.planted.rows import demand, match, reminder, result, visit
from simulation.world import World

FOUR_QUARTERS = ("2025-03-11", "2025-05-20", "2025-09-16", "2025-11-18")
FIVE_STAGES = ("2025-03-04", "2025-03-20", "2025-04-24", "2025-06-19", "2025-09-25")


def plant_rows(world: World, keys: dict[str, int]) -> None:
    """All rows of the planted officers in all other sheets."""
    _achievements_and_demands(world, keys)
    _visits(world, keys)
    _reminders(world, keys)
    _absences(world, keys)
    _contacts(world, keys)
    _matches(world, keys)
    _others(world, keys)
    _year_before(world, keys)


def _achievements_and_demands(world: World, keys: dict[str, int]) -> None:
    campaign, without = keys["bulge_in_campaign"], keys["bulge_without_campaign"]
    december = ("08", "11", "15", "19", "24")
    world.add("achievements", [result(campaign, f"2025-12-{d}", i) for i, d in enumerate(december)])
    world.add(
        "achievements",
        [result(without, f"2023-12-{d}", i + 5) for i, d in enumerate(("05", "08", "12", "20", "22"))],
    )
    three = keys["three_in_one_answer"]
    world.add("demands", [demand(three, "2025-09-30", i) for i in range(3)])
    world.add("demands", [demand(keys["day_15_before_due"], "2025-09-23", 3)])
    world.add("demands", [demand(keys["day_15_without_due"], "2025-09-23", 4)])
    world.add("demands", [demand(keys["undelivered_reminder"], "2025-09-23", 5)])
    world.add("demands", [demand(keys["group_notice_not_campaign"], "2025-04-15", 6)])
    again = ("2025-01-15", "2025-04-22", "2025-07-15", "2025-11-19")
    world.add("demands", [demand(keys["same_demand_four_times"], d, 7, nth) for nth, d in enumerate(again)])
    behalf = demand(keys["entered_for_others"], "2025-05-20", 8)
    world.add("demands", [{**behalf, "actual_officer": keys["entered_on_behalf"]}])


def _visits(world: World, keys: dict[str, int]) -> None:
    def at(case: str, *days: str, **more: Any) -> None:
        world.add("activities", [visit(keys[case], day, **more) for day in days])

    at("leave_whole_window", "2024-11-12")
    at("leave_since_july", "2024-09-12", "2024-11-20", "2025-03-18", "2025-05-22")
    at("leave_until_20_december", "2024-10-16")
    at("two_posts", "2025-06-12", "2025-07-10", "2025-10-16", "2025-11-20", "2025-11-27")
    at("moved_and_renewed", "2025-02-18", "2025-03-25", "2025-07-08", "2025-10-21")
    at("passed_not_renewed", "2025-04-16")
    at("failed_not_renewed", "2025-04-16")
    at("no_records_blank", *FOUR_QUARTERS)
    at("no_records_not_prompted", *FOUR_QUARTERS, is_prompted=False)
    at("no_records_prompted", *FOUR_QUARTERS, is_prompted=True)
    at("non_city_with_reminder", "2025-04-15", "2025-05-20", "2025-10-15", "2025-11-12")
    at("non_city_without_reminder", "2025-04-15", "2025-05-20", "2025-10-15", "2025-11-12")
    at("month_four", "2025-06-10", "2025-07-03", "2025-07-17")
    at("pending_five_months", "2025-04-16")
    at("pending_eight_months", "2025-02-19")
    behalf = {"actual_officer": keys["entered_on_behalf"], "entered_by": "单位代报"}
    at("entered_for_others", "2025-03-11", "2025-09-16", **behalf)
    at("entered_on_behalf", "2025-11-18", entered_by="办公室代录")


def _reminders(world: World, keys: dict[str, int]) -> None:
    def sent(case: str, day: str, topic: str, due: str | None, **more: Any) -> None:
        world.add("reminders", [reminder(keys[case], day, topic, due, **more)])

    sent("three_in_one_answer", "2025-09-08", "需求挖掘", "2025-10-06", answered_on="2025-09-30")
    sent("day_15_before_due", "2025-09-08", "需求挖掘", "2025-10-08")
    sent("day_15_without_due", "2025-09-08", "需求挖掘", None)
    sent("undelivered_reminder", "2025-09-08", "需求挖掘", "2025-10-06", is_delivered=False)
    sent("non_city_with_reminder", "2025-03-10", "需求挖掘", "2025-04-07")
    sent("non_city_with_reminder", "2025-09-09", "需求挖掘", "2025-10-07")
    case = "answered_filed_nothing"
    sent(case, "2025-03-10", "需求挖掘", "2025-04-07", answered_on="2025-04-03")
    sent(case, "2025-06-10", "成果报送", "2025-07-08", answered_on="2025-07-07")
    sent(case, "2025-09-08", "需求挖掘", "2025-10-06", answered_on="2025-09-29")
    sent(case, "2025-11-10", "工作小结", "2025-12-08", answered_on="2025-12-08")


def _absences(world: World, keys: dict[str, int]) -> None:
    spans = {
        "leave_whole_window": ("2024-12-20", "2026-03-31"),
        "leave_since_july": ("2025-07-01", "NaT"),
        "leave_until_20_december": ("2024-12-16", "2025-12-20"),
    }
    world.add(
        "leaves",
        [
            {"officer": keys[c], "from_on": np.datetime64(a), "to_on": np.datetime64(b)}
            for c, (a, b) in spans.items()
        ],
    )


def _contacts(world: World, keys: dict[str, int]) -> None:
    tries = (
        ("reached_by_phone_only", "2025-05-13", "电话", "接通"),
        ("lost_two_channels", "2024-10-15", "电话", "接通"),
        ("lost_two_channels", "2025-03-12", "电话", "未接"),
        ("lost_two_channels", "2025-09-17", "微信", "未回复"),
        ("lost_59_days_only", "2025-05-06", "电话", "未接"),
        ("lost_59_days_only", "2025-07-04", "微信", "未回复"),
        ("lost_then_reached", "2025-03-12", "电话", "未接"),
        ("lost_then_reached", "2025-07-16", "QQ", "未回复"),
        ("lost_then_reached", "2025-11-05", "电话", "接通"),
    )
    world.add(
        "contacts",
        [
            {"officer": keys[c], "contacted_on": np.datetime64(d), "channel": ch, "outcome": o}
            for c, d, ch, o in tries
        ],
    )


def _matches(world: World, keys: dict[str, int]) -> None:
    """Pairs of a platform demand and a result without officer, so that nothing else counts."""
    world.add("demands", [demand(None, "2025-02-20", i) for i in range(9, 13)])
    world.add("achievements", [result(None, "2024-10-22", i) for i in range(10, 14)])
    machine = match(0, "智能", None, keys["machine_followed_up"], made_by="B类联络员")
    machine["recommended_on"] = np.datetime64("2025-04-08")
    machine.update(
        {
            n: np.datetime64(d)
            for n, d in zip(
                ("contacted_on", "followed_on", "intent_on"),
                ("2025-04-22", "2025-05-27", "2025-07-15"),
                strict=True,
            )
        }
    )
    rows = [machine]
    pairs = (("a", "for_b", "A类联络员"), ("both_a", "both_b", "双方"), ("nobody_a", "nobody_b", None))
    for nth, (side_a, side_b, made_by) in enumerate(pairs, start=1):
        a = keys[f"introduced_by_{side_a}"]
        b = keys["introduced_for_b" if side_b == "for_b" else f"introduced_by_{side_b}"]
        row = match(nth, "人工", a, b, made_by=made_by)
        stages = ("recommended_on", "contacted_on", "followed_on", "intent_on", "signed_on")
        row.update({n: np.datetime64(d) for n, d in zip(stages, FIVE_STAGES, strict=True)})
        rows.append(row)
    world.add("matches", rows)


def _others(world: World, keys: dict[str, int]) -> None:
    world.add(
        "attendances",
        [
            {
                "training": "PX20250624",
                "officer": keys[case],
                "is_invited": True,
                "is_attended": True,
                "performance": "良",
            }
            for case in ("training_only_recorded", "training_only_unrecorded")
        ],
    )
    grades = (("passed_not_renewed", 71.0, "合格"), ("failed_not_renewed", 38.0, "不合格"))
    world.add(
        "assessments",
        [
            {"officer": keys[c], "term_no": 2, "assessed_on": np.datetime64("2025-10-30"),
             "rules_version": "2025.2", "score": s, "grade": g, "self_opinion": "同意"}
            for c, s, g in grades
        ],
    )  # fmt: skip
    move = {
        "officer": keys["moved_and_renewed"],
        "changed_on": np.datetime64("2025-04-10"),
        "kind": "单位调动",
    }
    before = world.persons.loc[keys["moved_and_renewed"], "org"]
    world.add("changes", [{**move, "from_org": before, "to_org": "模拟产业园Y-77", "note": "随岗位调至襄阳"}])


def _year_before(world: World, keys: dict[str, int]) -> None:
    """In 2024, before every window but one, they are officers like others: 2024 must not look idle."""
    acted_on = {"P": ("2024-09-24", "2024-11-14"), "R": ("2024-10-22",)}
    for case in PLANTED:
        if case.batch != B2024 or case.id.startswith("leave"):
            continue
        key = keys[case.id]
        kind = str(world.kinds[2024][key])
        world.add("activities", [visit(key, day) for day in acted_on.get(kind, ())])
        if kind == "A":
            row = {"training": "PX20241105", "officer": key, "is_invited": True, "is_attended": True}
            world.add("attendances", [{**row, "performance": "良"}])
