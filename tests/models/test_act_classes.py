"""One class for every act for ever: the order of the rules, reminders open, notices, records kept."""

from __future__ import annotations

import pytest

from tests.support.tables import built, same, warehouse

TERMS = """
    person     started_on  ended_on    body  category
    colleague  2024-01-01  2026-12-31  whkx  A
    zhao       2024-01-01  2026-12-31  whkx  A
    yichang    2024-01-01  2026-12-31  yckx  B
    outside    2024-01-01  2026-12-31  whu   A
"""
CLASSES = "select person_id, acted_on, class from acts order by person_id, acted_on, act_key"
DEMAND = "person submitted_on enterprise title is_prompted\nzhao {day} 模拟企业B-001 焊接变形 {said}"


def class_of(day: str, reminders: str, said: str = "-") -> str:
    con = built(warehouse(terms=TERMS, demands=DEMAND.format(day=day, said=said), reminders=reminders))
    found = con.execute("select class from acts").fetchall()
    assert len(found) == 1
    return str(found[0][0])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-02-28", "self_initiated"),  # the day before
        ("2025-03-01", "prompted"),
        ("2025-03-15", "prompted"),  # day 14 after sent_on
        ("2025-03-16", "self_initiated"),
    ],
)
def test_open_for_fourteen_days(day: str, expected: str) -> None:
    # 武汉 keeps records through the colleague; the reminder's own month counts as a whole.
    reminders = "person topic sent_on\nzhao 需求挖掘 2025-03-01\ncolleague 工作小结 2025-01-05"
    assert class_of(day, reminders) == expected


@pytest.mark.parametrize(("day", "expected"), [("2025-03-09", "prompted"), ("2025-03-10", "self_initiated")])
def test_due_on_closes_earlier_too(day: str, expected: str) -> None:
    assert class_of(day, "person topic sent_on due_on\nzhao 需求挖掘 2025-03-01 2025-03-09") == expected


def test_another_topic_or_an_undelivered_one_prompts_nobody_but_vouches() -> None:
    assert class_of("2025-03-05", "person topic sent_on\nzhao 成果报送 2025-03-01") == "self_initiated"
    undelivered = "person topic sent_on is_delivered\nzhao 需求挖掘 2025-03-01 {}"
    assert class_of("2025-03-05", undelivered.format("no")) == "self_initiated"
    assert class_of("2025-03-05", undelivered.format("yes")) == "prompted"
    assert class_of("2025-03-05", undelivered.format("-")) == "prompted"


def test_what_the_file_says_goes_before_every_reminder() -> None:
    open_one = "person topic sent_on\nzhao 需求挖掘 2025-03-01"
    assert class_of("2025-03-05", open_one, said="no") == "self_initiated"
    assert class_of("2025-08-05", "person topic sent_on\nzhao 成果报送 2025-03-01", said="yes") == "prompted"


def test_kinds_that_cannot_be_self_initiated_are_neutral_whatever_the_file_says() -> None:
    con = warehouse(
        terms=TERMS,
        activities="""
            person  acted_on    kind      is_prompted
            zhao    2025-03-01  平台使用  no
            zhao    2025-03-02  参加活动  yes
            zhao    2025-03-03  协办任务  -
            zhao    2025-03-04  座谈交流  -
            zhao    2025-03-05  调研走访  no
        """,
        summaries="person period due_on submitted_on\nzhao 2025年上半年 2025-07-10 2025-07-01",
        suggestions="person raised_on content\nzhao 2025-08-01 建议",
    )
    same(
        built(con),
        "select source, class from acts order by acted_on",
        """
        source       class
        activities   neutral
        activities   neutral
        activities   neutral
        activities   untold
        activities   self_initiated
        summaries    neutral
        suggestions  untold
        """,
    )


NOTICE = "person topic sent_on audience is_campaign due_on\n{}"


def notice(*lines: str) -> str:
    return NOTICE.format("\n".join(f"- 需求挖掘 {line}" for line in lines))


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("全省", "prompted"),
        ("武汉", "prompted"),
        ("武汉市", "prompted"),
        ("武汉市科协、宜昌市科协", "prompted"),
        ("宜昌", "untold"),
        ("非市州推荐", "untold"),
        ("A类", "prompted"),
        ("B类", "untold"),
        ("A类、B类", "prompted"),
        ("武汉、A类", "prompted"),
        ("武汉、B类", "untold"),
        ("宜昌、A类", "untold"),
        ("全省、B类", "untold"),
        ("武汉、高校教师", "untold"),  # a word nobody understands: the notice reaches nobody
    ],
)
def test_a_group_notice_reaches_whom_its_audience_names(audience: str, expected: str) -> None:
    assert class_of("2025-03-05", notice(f"2025-03-01 {audience} - -")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2025-03-01 全省 yes -"], "untold"),
        (["2025-03-01 全省 yes -", "2025-03-02 武汉 no -"], "prompted"),
        (["2025-03-01 全省 yes -", "2025-03-02 宜昌 no -"], "untold"),  # the second does not reach him
        (["2025-03-01 全省 yes -", "2025-03-02 武汉 yes -"], "untold"),
        (["2025-02-01 武汉 no -", "2025-03-01 全省 yes -"], "untold"),  # the first is closed
        (["2025-02-01 武汉 no 2025-03-31", "2025-03-01 全省 yes -"], "prompted"),
    ],
)
def test_campaigns_do_not_prompt(lines: list[str], expected: str) -> None:
    assert class_of("2025-03-05", notice(*lines)) == expected


def test_a_campaign_hides_initiative_where_records_are_kept_and_a_personal_reminder_prompts() -> None:
    kept = notice("2025-03-01 全省 yes -") + "\ncolleague 工作小结 2025-01-05 - - -"
    assert class_of("2025-03-05", kept) == "untold"
    assert class_of("2025-03-05", kept + "\nzhao 需求挖掘 2025-03-02 - - -") == "prompted"


def test_a_notice_reaches_only_those_serving_on_the_day_it_was_sent() -> None:
    con = warehouse(
        terms="person started_on ended_on\nzhao 2025-03-03 2027-03-02",
        demands=DEMAND.format(day="2025-03-05", said="-"),
        reminders=notice("2025-03-01 全省 - -"),
    )
    same(built(con), "select class from acts", "class\nuntold")


@pytest.mark.parametrize(
    ("reminder", "expected"),
    [
        ("colleague 工作小结 2025-03-31 - -", "self_initiated"),  # the act's own month counts whole
        ("colleague 工作小结 2024-04-01 - -", "self_initiated"),  # twelve months end with March 2025
        ("colleague 工作小结 2024-03-31 - -", "untold"),
        ("colleague 工作小结 2025-04-01 - -", "untold"),  # later: not known then
        ("yichang 工作小结 2025-03-01 - -", "untold"),  # another unit's
        ("- 工作小结 2025-03-01 武汉 -", "untold"),  # notices to all vouch for nobody
        ("colleague 工作小结 2025-03-01 - no", "self_initiated"),  # delivered or not
    ],
)
def test_a_unit_that_keeps_records(reminder: str, expected: str) -> None:
    reminders = f"person topic sent_on audience is_delivered\n{reminder}"
    assert class_of("2025-03-15", reminders) == expected


def test_records_follow_the_unit_of_the_reminded_person_on_that_day() -> None:
    # zhao's colleague moved to 宜昌 before he was reminded: 宜昌 keeps records, 武汉 does not.
    con = warehouse(
        terms="""
            person     started_on  ended_on    body
            colleague  2023-01-01  2024-12-31  whkx
            colleague  2025-01-01  2026-12-31  yckx
            zhao       2024-01-01  2026-12-31  whkx
            yichang    2024-01-01  2026-12-31  yckx
        """,
        reminders="person topic sent_on\ncolleague 工作小结 2025-02-01",
        activities="""
            person   acted_on    kind
            zhao     2025-03-01  企业走访
            yichang  2025-03-01  企业走访
        """,
    )
    same(
        built(con),
        CLASSES,
        "person acted_on class\nyichang 2025-03-01 self_initiated\nzhao 2025-03-01 untold",
    )


def test_acts_outside_service_stay_but_do_not_count() -> None:
    con = warehouse(
        terms="person started_on ended_on left_on\nzhao 2025-01-01 2026-12-31 2025-06-01",
        activities="""
            person  acted_on    kind      is_prompted
            zhao    2024-12-31  企业走访  no
            zhao    2025-01-01  企业走访  no
            zhao    2025-05-31  企业走访  no
            zhao    2025-06-01  企业走访  no
        """,
    )
    same(
        built(con),
        "select acted_on, is_in_service from acts order by acted_on",
        """
        acted_on    is_in_service
        2024-12-31  no
        2025-01-01  yes
        2025-05-31  yes
        2025-06-01  no
        """,
    )
    same(con, "select cast(sum(self_initiated) as bigint) as n from officer_month", "n\n2")


def test_untrue_and_repeated_filings_are_no_acts() -> None:
    con = warehouse(
        terms=TERMS,
        demands="""
            person  submitted_on  enterprise     title     verified  is_repeat
            zhao    2025-03-01    模拟企业B-001  焊接变形  不属实    -
            zhao    2025-03-02    模拟企业B-002  表面处理  已核验    -
            zhao    2025-03-03    模拟企业B-003  在线检测  -         yes
            zhao    2025-03-04    模拟企业B-002  表面处理  -         -
        """,
        achievements="""
            person   submitted_on  org       title
            zhao     2025-04-01    某大学    新型催化剂
            outside  2025-04-02    某大学    新型催化剂
            outside  2025-04-03    另一大学  新型催化剂
        """,
    )
    same(
        built(con),
        "select person_id, acted_on from acts order by acted_on",
        "person acted_on\nzhao 2025-03-02\nzhao 2025-04-01\noutside 2025-04-03",
    )


def test_two_acts_of_the_same_row_count_apart() -> None:
    con = warehouse(
        terms=TERMS,
        activities="""
            person  acted_on    kind      content
            zhao    2025-03-01  企业走访  走访
            zhao    2025-03-01  企业走访  走访
        """,
    )
    same(built(con), "select cast(sum(acts) as bigint) as n from officer_month", "n\n2")


def test_the_introduction_is_the_first_dated_stage() -> None:
    con = warehouse(
        terms=TERMS,
        reminders="person topic sent_on\ncolleague 工作小结 2025-01-05",
        matches="""
            match_no  a     b        source  made_by     recommended_on  contacted_on  signed_on
            M1        zhao  -        人工    A类联络员   -               2025-03-06    2025-04-01
            M2        zhao  yichang  人工    B类联络员   2025-05-02      2025-05-01    -
            M3        zhao  -        智能    A类联络员   2025-06-01      2025-06-02    -
            M4        zhao  zhao     人工    B类联络员   2025-07-01      -             -
        """,
    )
    same(
        built(con),
        "select title, person_id, kind, class from acts order by acted_on, person_id",
        """
        title  person   kind      class
        M1     zhao     初步对接  self_initiated
        M1     zhao     签约      neutral
        M2     yichang  初步对接  untold
        M2     zhao     初步对接  neutral
        M2     yichang  推荐      neutral
        M2     zhao     推荐      neutral
        M3     zhao     初步对接  neutral
        M4     zhao     推荐      self_initiated
        """,
    )


def test_nobody_known_is_credited_to_nobody() -> None:
    con = warehouse(
        terms=TERMS,
        demands="""
            person  officer_text  submitted_on  enterprise     title
            -       -             2025-03-01    模拟企业B-001  焊接变形
            -       某联络员      2025-03-02    模拟企业B-002  表面处理
        """,
    )
    same(built(con), "select count(*) as n from acts", "n\n0")
    same(
        con,
        "select is_platform from demand_facts order by submitted_on",
        "is_platform\nyes\nno",
    )
