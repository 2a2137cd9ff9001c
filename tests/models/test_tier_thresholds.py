"""Thresholds just below, at and above; first match wins; a what-if is the same query with other numbers."""

from __future__ import annotations

import pytest

from analytics.rules import Rules
from tests.support.tables import ask, built, tiers, warehouse

TERMS = "person started_on ended_on\nzhao {start} 2026-12-31"
CONTACTS = "person contacted_on channel outcome\n{lines}"


def visits(*days: str, said: str = "no") -> str:
    lines = [f"zhao {day} 企业走访 {said}" for day in days]
    return "\n".join(["person acted_on kind is_prompted", *lines])


def tier(start: str = "2024-01-01", rules: Rules | None = None, **tables: str) -> str:
    return tiers(built(warehouse(terms=TERMS.format(start=start), **tables), rules), "2025-12", rules)["zhao"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2025-01-05", "2025-02-05", "2025-03-05"], "regular"),  # three acts
        (["2025-01-05", "2025-02-05", "2025-03-05", "2025-03-06"], "regular"),  # four, in one quarter
        (["2025-01-05", "2025-02-05", "2025-03-31", "2025-04-01"], "proactive"),  # four, in two
        (["2024-12-31", "2025-02-05", "2025-03-05", "2025-04-01"], "regular"),  # one before the window
        (["2026-01-01", "2025-02-05", "2025-03-05", "2025-04-01"], "regular"),  # one after the as-of day
    ],
)
def test_four_acts_in_two_quarters(days: list[str], expected: str) -> None:
    assert tier(activities=visits(*days)) == expected


@pytest.mark.parametrize(
    ("start", "months", "days", "expected"),
    [
        # m = 5 (August to December): ceil(4 × 5 / 12) = 2 acts, one quarter will do.
        ("2025-08-17", 5, ["2025-11-03", "2025-12-03"], "proactive"),
        ("2025-08-17", 5, ["2025-11-03"], "regular"),
        # m = 6: two acts, but over two quarters.
        ("2025-07-01", 6, ["2025-11-03", "2025-12-03"], "regular"),
        ("2025-07-01", 6, ["2025-09-03", "2025-12-03"], "proactive"),
        # m = 9: three acts exactly; m = 10: ceil(3.33) = 4.
        ("2025-04-01", 9, ["2025-04-03", "2025-08-03", "2025-12-03"], "proactive"),
        ("2025-03-01", 10, ["2025-04-03", "2025-08-03", "2025-12-03"], "regular"),
    ],
)
def test_the_line_follows_exposure(start: str, months: int, days: list[str], expected: str) -> None:
    con = built(warehouse(terms=TERMS.format(start=start), activities=visits(*days)))
    row = ask(con, "officers_serving", "2025-12").iloc[0]
    assert (row["m"], row["tier"]) == (months, expected)


def test_quarters_are_blocks_counted_back_from_the_as_of_month() -> None:
    con = built(
        warehouse(terms=TERMS.format(start="2024-01-01"), activities=visits("2025-03-05", "2025-04-05"))
    )
    assert ask(con, "officers_serving", "2025-12")["self_quarters"].tolist() == [2]
    # With the window ending in November, March and April lie in one block (March to May).
    assert ask(con, "officers_serving", "2025-11")["self_quarters"].tolist() == [1]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"activities": visits("2025-03-05", said="yes")}, "responsive"),
        ({"activities": visits("2025-03-05", said="-")}, "undetermined"),
        # One prompted act beside an untold one: responsive.
        (
            {"activities": visits("2025-03-05", said="yes") + "\nzhao 2025-04-05 企业走访 -"},
            "responsive",
        ),
        # A neutral act beside an untold one is not told apart, records or not.
        (
            {
                "activities": "person acted_on kind\nzhao 2025-03-05 平台使用\nzhao 2024-03-01 企业走访",
                "reminders": "person topic sent_on\nzhao 工作小结 2025-03-01",
            },
            "responsive",
        ),
        (
            {
                "activities": "person acted_on kind\nzhao 2025-03-05 平台使用\nzhao 2025-02-01 企业走访",
                "reminders": "person topic sent_on\nzhao 工作小结 2025-03-01",
            },
            "undetermined",
        ),
        ({}, "unverified"),
    ],
)
def test_asked_or_not(tables: dict[str, str], expected: str) -> None:
    assert tier(**tables) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2025-02-01 电话 未接", "2025-04-02 微信 未回复"], "lost"),  # 60 days apart
        (["2025-02-01 电话 未接", "2025-04-01 微信 未回复"], "unverified"),  # 59
        (["2025-02-01 电话 未接", "2025-06-01 电话 空号"], "unverified"),  # one channel
        (["2025-06-01 电话 未接"], "unverified"),
        (["2024-12-31 电话 未接", "2025-06-01 微信 未回复"], "unverified"),  # the first is out of the window
        # All must be later than the last success, whatever its way.
        (["2025-02-01 电话 未接", "2025-03-01 QQ 已回复", "2025-06-01 微信 未回复"], "unverified"),
        (["2025-01-15 QQ 接通", "2025-02-01 电话 未接", "2025-06-01 微信 未回复"], "lost"),
        (["2025-02-01 QQ 接通", "2025-02-01 电话 未接", "2025-06-01 微信 未回复"], "unverified"),
        (["2025-02-01 电话 未接", "2025-06-01 微信 未回复", "2026-01-05 电话 接通"], "lost"),  # not yet known
    ],
)
def test_long_out_of_touch(lines: list[str], expected: str) -> None:
    text = CONTACTS.format(lines="\n".join(f"zhao {line}" for line in lines))
    assert tier(contacts=text) == expected


FAILED = CONTACTS.format(lines="zhao 2025-02-01 电话 未接\nzhao 2025-06-01 微信 未回复")


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"pushes": "person pushed_on kind read_on\nzhao 2025-01-01 政策 2025-03-01"}, "unverified"),
        ({"pushes": "person pushed_on kind read_on\nzhao 2025-01-01 政策 2025-01-31"}, "lost"),
        ({"pushes": "person pushed_on kind read_on\nzhao 2025-07-01 政策 -"}, "lost"),
        # Answered before the window: reached, but no act in it.
        ({"reminders": "person topic sent_on answered_on\nzhao 工作小结 2024-06-01 2024-06-05"}, "lost"),
        (
            {"reminders": "person topic sent_on answered_on\nzhao 工作小结 2025-06-01 2025-06-05"},
            "responsive",
        ),
        # While on leave nobody is expected to pick up.
        ({"leaves": "person from_on to_on\nzhao 2025-06-01 2025-06-30"}, "unverified"),
        ({"activities": visits("2025-12-31", said="-")}, "undetermined"),
    ],
)
def test_reading_answering_leave_and_acting_speak_against_it(tables: dict[str, str], expected: str) -> None:
    assert tier(contacts=FAILED, **tables) == expected


def test_contacts_before_service_do_not_count() -> None:
    assert tier(start="2025-03-01", contacts=FAILED) == "unverified"


def test_first_match_wins() -> None:
    four = visits("2025-10-10", "2025-10-11", "2025-11-12", "2025-12-12")
    assert tier(start="2025-10-05", activities=four) == "new"
    assert tier(activities=four, leaves="person from_on to_on\nzhao 2025-12-30 -") == "on_leave"
    assert tier(activities=visits("2025-03-05"), contacts=FAILED) == "regular"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "regular"),
        ({"proactive_acts": 3}, "proactive"),
        ({"proactive_acts": 3, "proactive_quarters": 3}, "regular"),
        ({"short_exposure": 13}, "regular"),
        ({"new_days": 800}, "new"),
    ],
)
def test_thresholds_are_parameters(changed: dict[str, int], expected: str) -> None:
    rules = Rules.package().with_numbers(**changed)
    assert tier(activities=visits("2025-03-05", "2025-06-05", "2025-06-06"), rules=rules) == expected
