"""Cases of reminders: what belongs to one, when it ends, what answers it."""

from __future__ import annotations

from tests.support.tables import ask, built, same, warehouse

TERMS = "person started_on ended_on\nzhao 2024-01-01 2026-12-31"
CASES = "select topic, starts_on, ends_on, sends, is_answered, answered_on from reminder_cases order by starts_on, topic"
HEAD = "topic starts_on ends_on sends is_answered answered_on"


def test_one_due_date_is_one_case_with_its_chasers() -> None:
    con = warehouse(
        terms=TERMS,
        reminders="""
            person  topic     sent_on     due_on      is_chaser  is_delivered  answered_on
            zhao    需求挖掘  2025-03-01  2025-03-29  no         yes           -
            zhao    需求挖掘  2025-03-08  2025-03-29  yes        -             2025-03-29
            zhao    需求挖掘  2025-03-09  2025-03-30  yes        -             2025-03-31
            zhao    成果报送  2025-03-01  2025-03-29  no         no            2025-03-02
        """,
    )
    # The last was not delivered: no case. The answer of the third comes a day late.
    same(
        built(con),
        CASES,
        f"""
        {HEAD}
        需求挖掘 2025-03-01 2025-03-29 2 yes 2025-03-29
        需求挖掘 2025-03-09 2025-03-30 1 no -
        """,
    )


def test_without_a_due_date_thirty_days_from_the_first_send() -> None:
    con = warehouse(
        terms=TERMS,
        reminders="""
            person  topic     sent_on     due_on
            zhao    需求挖掘  2025-03-01  -
            zhao    需求挖掘  2025-03-20  -
            zhao    需求挖掘  2025-03-31  -
            zhao    需求挖掘  2025-04-01  -
            zhao    需求挖掘  2025-05-01  -
            zhao    需求挖掘  2025-05-02  -
            zhao    需求挖掘  2025-03-05  2025-04-30
        """,
    )
    same(
        built(con),
        CASES,
        f"""
        {HEAD}
        需求挖掘 2025-03-01 2025-04-14 3 no -
        需求挖掘 2025-03-05 2025-04-30 1 no -
        需求挖掘 2025-04-01 2025-05-15 2 no -
        需求挖掘 2025-05-02 2025-05-16 1 no -
        """,
    )


def test_an_act_of_the_topic_answers_from_first_send_to_end() -> None:
    con = warehouse(
        terms="person started_on ended_on left_on\nzhao 2024-01-01 2026-12-31 2025-09-10",
        reminders="""
            person  topic     sent_on     due_on
            zhao    需求挖掘  2025-03-01  2025-03-29
            zhao    成果报送  2025-04-01  2025-04-20
            zhao    工作小结  2025-06-01  2025-07-10
            zhao    意见征集  2025-07-01  2025-07-20
            zhao    工作小结  2025-09-01  2025-09-20
        """,
        demands="""
            person  submitted_on  enterprise     title     verified
            zhao    2025-02-28    模拟企业B-001  焊接变形  -
            zhao    2025-03-29    模拟企业B-002  表面处理  -
            zhao    2025-04-05    模拟企业B-003  在线检测  -
        """,
        suggestions="person raised_on content\nzhao 2025-07-21 建议",
        summaries="""
            person  period          submitted_on
            zhao    2025年上半年    2025-07-10
            zhao    2025年第三季度  2025-09-15
        """,
    )
    # The last summary came when he had left; the suggestion a day late; a demand is no achievement.
    same(
        built(con),
        CASES,
        f"""
        {HEAD}
        需求挖掘 2025-03-01 2025-03-29 1 yes 2025-03-29
        成果报送 2025-04-01 2025-04-20 1 no -
        工作小结 2025-06-01 2025-07-10 1 yes 2025-07-10
        意见征集 2025-07-01 2025-07-20 1 no -
        工作小结 2025-09-01 2025-09-20 1 no -
        """,
    )


def test_cases_count_in_the_window_in_which_they_end_with_the_unit_of_that_day() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    body
                zhao    2023-01-01  2024-12-31  whkx
                zhao    2025-01-01  2026-12-31  yckx
            """,
            reminders="""
                person  topic     sent_on     due_on
                zhao    需求挖掘  2024-12-10  2024-12-31
                zhao    需求挖掘  2024-12-20  2025-01-01
                zhao    需求挖掘  2025-12-01  2025-12-31
                zhao    需求挖掘  2025-12-20  2026-01-05
            """,
        )
    )
    frame = ask(con, "reminder_cases_window", "2025-12")
    assert frame["ends_on"].dt.strftime("%Y-%m-%d").tolist() == ["2025-01-01", "2025-12-31"]
    assert set(frame["unit"]) == {"420500"}
    assert ask(con, "reminder_cases_window", "2024-12")["unit"].tolist() == ["420100"]
