"""Who serves when: ends that are not written down, the half year of grace, exits, assessments, exposure."""

from __future__ import annotations

import pytest

from analytics.rules import Rules
from tests.support.tables import ask, built, same, tiers, warehouse

SPELLS = "select person_id, from_on, to_on from service_spells order by person_id, from_on"


def test_a_term_without_an_end_lasts_two_years_less_a_day() -> None:
    con = built(warehouse(terms="person started_on\nzhao 2024-03-01\nqian 2024-02-29"))
    same(
        con,
        "select person_id, ends_on from term_facts order by person_id",
        "person ends_on\nqian 2026-02-27\nzhao 2026-02-28",
    )


@pytest.mark.parametrize(
    ("ended_on", "last_day"),
    [
        ("2025-06-15", "2025-12-15"),
        ("2025-08-30", "2026-02-28"),  # six months on: clipped to February's last day
        ("2025-08-31", "2026-02-28"),
        ("2025-02-28", "2025-08-31"),  # 31 August less six months, clipped, is still 28 February
        ("2025-02-27", "2025-08-27"),
        ("2025-06-30", "2025-12-31"),
    ],
)
def test_grace_is_the_day_less_six_months_clipped(ended_on: str, last_day: str) -> None:
    con = built(warehouse(terms=f"person started_on ended_on\nzhao 2023-01-01 {ended_on}"))
    same(con, SPELLS, f"person from_on to_on\nzhao 2023-01-01 {last_day}")
    # The definition itself, word by word, on the last day of grace and the one after.
    rule = "select cast(cast(? as date) + {n} - interval 6 month as date) <= cast(? as date)"
    inside = con.execute(rule.format(n=0), [last_day, ended_on]).fetchall()
    after = con.execute(rule.format(n=1), [last_day, ended_on]).fetchall()
    assert (inside, after) == ([(True,)], [(False,)])


def test_grace_ends_where_a_later_term_begins() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    left_on
                zhao    2023-01-01  2024-12-31  -
                zhao    2025-03-01  2027-02-28  2025-05-01
            """
        )
    )
    # The second term was left: with it the grace of the first is over too.
    same(con, SPELLS, "person from_on to_on\nzhao 2023-01-01 2025-02-28\nzhao 2025-03-01 2025-04-30")


def test_grace_ends_with_an_assessment_that_fails_the_term() -> None:
    terms = """
        person  term_no  started_on  ended_on
        by_no   1        2021-01-01  2022-12-31
        by_no   2        2023-01-01  2024-12-31
        by_day  -        2023-01-01  2024-12-31
        early   -        2023-01-01  2024-12-31
        other   1        2021-01-01  2022-12-31
        other   2        2023-01-01  2024-12-31
    """
    assessments = """
        person  term_no  assessed_on  grade
        by_no   2        2025-02-10   不合格
        by_day  -        2025-02-10   不合格
        early   -        2024-11-10   不合格
        other   1        2025-02-10   不合格
    """
    con = built(warehouse(terms=terms, assessments=assessments))
    same(
        con,
        "select person_id, max(to_on) as last_on from service_spells group by person_id order by person_id",
        """
        person  last_on
        by_day  2025-02-09
        by_no   2025-02-09
        early   2024-12-31
        other   2025-06-30
        """,
    )


def test_an_exit_without_its_day_is_the_day_of_the_report() -> None:
    con = built(
        warehouse(
            terms="""
                person   started_on  ended_on    state  left_on     reported_on
                quit     2024-01-01  2025-12-31  退出   -           2025-03-20
                dated    2024-01-01  2025-12-31  退出   2024-09-01  2025-03-20
                claimed  2024-01-01  2025-12-31  在聘   -           2025-03-20
                due      2024-01-01  2025-12-31  续聘   -           2025-03-20
            """
        )
    )
    same(
        con,
        "select person_id, to_on from service_spells order by person_id",
        """
        person   to_on
        claimed  2026-06-30
        dated    2024-08-31
        due      2026-06-30
        quit     2025-03-19
        """,
    )


def test_candidates_never_serve_nor_count() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    state
                a       2024-01-01  2025-12-31  推荐中
                b       2024-01-01  2025-12-31  初审
                c       2024-01-01  2025-12-31  公示
                d       2024-01-01  2025-12-31  未通过
                e       2024-01-01  2025-12-31  在聘
            """
        )
    )
    assert list(tiers(con, "2024-12")) == ["e"]
    assert ask(con, "officers_cumulative", "2024-12")["person_id"].tolist() == ["e"]


def test_left_on_is_the_first_day_out() -> None:
    con = built(
        warehouse(terms="person started_on left_on\nzhao 2024-01-01 2025-06-30\nqian 2024-01-01 2025-07-01")
    )
    assert list(tiers(con, "2025-06")) == ["qian"]


@pytest.mark.parametrize(
    ("started_on", "tier"),
    [("2025-10-03", "new"), ("2025-10-02", "unverified")],  # 31 December is day 90, and day 91
)
def test_new_up_to_day_ninety(started_on: str, tier: str) -> None:
    assert tiers(built(warehouse(terms=f"person started_on\nzhao {started_on}")), "2025-12") == {"zhao": tier}


@pytest.mark.parametrize(
    ("ended_on", "tier"),
    [
        # Out of service from the day after left_on's eve to the new start on 1 December.
        ("2025-06-01", "unverified"),  # out since 1 June: exactly six months
        ("2025-05-31", "new"),  # a day more
    ],
)
def test_new_again_after_more_than_six_months_out(ended_on: str, tier: str) -> None:
    con = built(
        warehouse(
            terms=f"""
                person  started_on  ended_on    left_on
                zhao    2024-01-01  2025-12-31  {ended_on}
                zhao    2025-12-01  2027-11-30  -
            """
        )
    )
    assert tiers(con, "2025-12") == {"zhao": tier}


EXPOSURE = "select month, exposure, exposure_served from officer_month where month = '2025-03-01'"


@pytest.mark.parametrize(
    ("terms", "leaves", "exposure", "served"),
    [
        ("2025-03-17 2027-03-16 -", None, 1, 1),  # 17 to 31 March: 15 days
        ("2025-03-18 2027-03-17 -", None, 0, 0),  # 14 days
        ("2024-03-01 2026-02-28 2025-03-16", None, 1, 1),  # 1 to 15 March
        ("2024-03-01 2026-02-28 2025-03-15", None, 0, 0),
        ("2024-03-01 2026-02-28 -", "2025-03-16 2025-03-31", 1, 1),
        ("2024-03-01 2026-02-28 -", "2025-03-15 2025-03-31", 0, 1),
        ("2024-03-01 2026-02-28 -", "2025-03-01 -", 0, 1),
        ("2024-03-01 2026-02-28 2025-03-20", "2025-03-05 2025-03-09", 0, 1),  # 19 days less 5
    ],
)
def test_fifteen_days_make_a_month(terms: str, leaves: str | None, exposure: int, served: int) -> None:
    tables = {"terms": f"person started_on ended_on left_on\nzhao {terms}"}
    if leaves:
        tables["leaves"] = f"person from_on to_on\nzhao {leaves}"
    con = built(warehouse(**tables))
    same(con, EXPOSURE, f"month exposure exposure_served\n2025-03-01 {exposure} {served}")


def test_overlapping_terms_and_leaves_count_a_day_once() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    left_on
                zhao    2024-01-01  2025-12-31  2025-03-13
                zhao    2025-03-05  2027-03-04  2025-03-15
            """,
            leaves="""
                person  from_on     to_on
                zhao    2025-03-01  2025-03-04
                zhao    2025-03-03  2025-03-06
            """,
        )
    )
    same(con, EXPOSURE, "month exposure exposure_served\n2025-03-01 0 0")  # 14 days in service
    same(
        con,
        "select days_served, days_worked from service_days where month = '2025-03-01'",
        "days_served days_worked\n14 8",
    )


def test_the_spine_reaches_to_the_last_month_that_was_over() -> None:
    con = built(warehouse(terms="person started_on\nzhao 2024-11-20"))
    same(
        con,
        "select min(month) as first_month, max(month) as last_month, count(*) as months from officer_month",
        "first_month last_month months\n2024-11-01 2025-12-01 14",
    )


def test_grace_is_a_rule() -> None:
    rules = Rules.package().with_numbers(grace_months=3)
    con = built(warehouse(terms="person started_on ended_on\nzhao 2023-01-01 2024-12-31"), rules)
    same(con, SPELLS, "person from_on to_on\nzhao 2023-01-01 2025-03-31")
