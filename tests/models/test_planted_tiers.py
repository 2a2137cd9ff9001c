"""The planted cases of the tiers, one by one: rows in, tier out. As-of 2025-12 where nothing else is said."""

from __future__ import annotations

import duckdb

from tests.support.tables import ask, built, same, tiers, warehouse

#: One colleague who was reminded of something else: with him 武汉 keeps records of whom it reminds.
COLLEAGUE = "colleague 培训通知 2025-02-10"
SERVING = """
    person     started_on  ended_on
    colleague  2024-01-01  2026-12-31
    zhao       2024-01-01  2026-12-31
"""


def tier_of_zhao(con: duckdb.DuckDBPyConnection, as_of: str = "2025-12") -> str:
    return tiers(built(con), as_of)["zhao"]


def reminded(*lines: str) -> str:
    return "\n".join(["person topic sent_on", COLLEAGUE, *lines])


BULGE = """
    person  submitted_on  title
    zhao    2025-12-05    硅光芯片
    zhao    2025-12-06    磷石膏改性
    zhao    2025-12-09    铝合金车架
    zhao    2025-12-20    甲壳素提取
    zhao    2025-12-22    光纤阵列
"""


def test_year_end_bulge_in_a_campaign_is_not_told_apart() -> None:
    campaign = """
        person     topic      sent_on     audience  is_campaign
        colleague  培训通知   2025-02-10  -         -
        -          成果报送   2025-12-01  全省      yes
    """
    # The campaign has no due date: it is open to 15 December, the last two come after it.
    con = warehouse(terms=SERVING, achievements=BULGE, reminders=campaign)
    same(
        built(con),
        "select class, count(*) as n from acts group by class order by class",
        """
        class           n
        self_initiated  2
        untold          3
        """,
    )
    dated = campaign.replace("is_campaign", "is_campaign due_on").replace("yes", "yes 2025-12-31")
    dated = dated.replace("2025-02-10  -         -", "2025-02-10 - - -")
    assert tier_of_zhao(warehouse(terms=SERVING, achievements=BULGE, reminders=dated)) == "undetermined"


def test_the_same_bulge_without_a_campaign_is_initiative_in_one_quarter() -> None:
    con = warehouse(terms=SERVING, achievements=BULGE, reminders=reminded())
    assert tier_of_zhao(con) == "regular"


def test_three_demands_in_one_answer_are_three_prompted_acts() -> None:
    con = warehouse(
        terms=SERVING,
        reminders=reminded("zhao 需求挖掘 2025-06-01"),
        demands="""
            person  submitted_on  enterprise     title
            zhao    2025-06-10    模拟企业B-001  焊接变形
            zhao    2025-06-10    模拟企业B-002  表面处理
            zhao    2025-06-10    模拟企业B-003  在线检测
        """,
    )
    assert tier_of_zhao(con) == "responsive"
    same(con, "select class, count(*) as n from acts group by class", "class n\nprompted 3")


def test_day_fifteen_before_due_on_is_still_prompted() -> None:
    demand = """
        person  submitted_on  enterprise     title
        zhao    2025-03-16    模拟企业B-001  焊接变形
    """
    due = """
        person  topic     sent_on     due_on
        zhao    需求挖掘  2025-03-01  2025-03-29
    """
    assert tier_of_zhao(warehouse(terms=SERVING, demands=demand, reminders=due)) == "responsive"
    # Without a due date the reminder is open for 14 days only: day 15 is his own.
    undated = reminded("zhao 需求挖掘 2025-03-01")
    assert tier_of_zhao(warehouse(terms=SERVING, demands=demand, reminders=undated)) == "regular"


def test_leave_over_the_whole_window() -> None:
    whole = "person from_on to_on\nzhao 2024-12-01 -"
    assert tier_of_zhao(warehouse(terms=SERVING, leaves=whole)) == "on_leave"
    # Back on the last day of December: no countable month, through leave.
    back = "person from_on to_on\nzhao 2024-12-01 2025-12-30"
    assert tier_of_zhao(warehouse(terms=SERVING, leaves=back)) == "on_leave"


def test_on_leave_only_since_july() -> None:
    con = built(warehouse(terms=SERVING, leaves="person from_on to_on\nzhao 2025-07-01 -"))
    assert tiers(con, "2025-12")["zhao"] == "on_leave"
    assert tiers(con, "2025-06")["zhao"] == "unverified"
    row = ask(con, "officers_serving", "2025-12").set_index("person_id").loc["zhao"]
    assert row["m"] == 6


def test_two_posts_are_one_person_and_the_later_term_decides() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    body  city    org
                zhao    2024-01-01  2026-12-31  whkx  420100  武汉某园区
                zhao    2025-03-01  2027-02-28  ycqy  420500  宜昌某企业
            """,
            activities="""
                person  acted_on    kind      is_prompted
                zhao    2025-04-02  企业走访  no
                zhao    2025-05-02  企业走访  no
            """,
        )
    )
    frame = ask(con, "officers_serving", "2025-12")
    assert frame[["person_id", "unit", "city", "org", "acts", "tier"]].values.tolist() == [
        ["zhao", "non_city", "420500", "宜昌某企业", 2, "regular"]
    ]
    assert ask(con, "officers_serving", "2025-02")["unit"].tolist() == ["420100"]


def test_entered_on_behalf_counts_for_who_acted() -> None:
    # The identity step has told who is credited: whoever acted, but the officer named for an event.
    con = warehouse(
        terms=SERVING,
        activities="""
            person     officer    actual_officer  acted_on    kind      entered_by  is_prompted
            zhao       colleague  zhao            2025-04-02  企业走访  单位代报    no
            colleague  colleague  zhao            2025-04-03  参加活动  单位代报    -
        """,
    )
    found = tiers(built(con), "2025-12")
    assert (found["zhao"], found["colleague"]) == ("regular", "undetermined")


def test_renewed_after_a_move_is_not_new_and_belongs_to_the_new_unit() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    body
                zhao    2023-11-15  2025-11-14  whkx
                zhao    2025-12-01  2027-11-30  yckx
            """
        )
    )
    assert tiers(con, "2025-12")["zhao"] == "unverified"
    assert ask(con, "officers_serving", "2025-12")["unit"].tolist() == ["420500"]
    assert ask(con, "officers_serving", "2025-11")["unit"].tolist() == ["420100"]


def test_assessed_as_fit_but_not_yet_renewed_serves_on() -> None:
    con = built(
        warehouse(
            terms="person started_on ended_on\nzhao 2023-10-01 2025-09-30",
            assessments="person assessed_on grade\nzhao 2025-10-20 合格",
        )
    )
    assert ask(con, "officers_serving", "2025-12")[["tier", "is_due"]].values.tolist() == [
        ["unverified", True]
    ]


def test_unit_without_reminder_records() -> None:
    # 武汉 reminds its people, 潜江 wrote nothing down.
    terms = """
        person     started_on  ended_on    body
        colleague  2024-01-01  2026-12-31  whkx
        zhao       2024-01-01  2026-12-31  qjkx
    """
    act = "person acted_on kind is_prompted\nzhao 2025-04-02 企业走访 {}"
    told = {
        said: tier_of_zhao(warehouse(terms=terms, activities=act.format(said), reminders=reminded()))
        for said in ("-", "no", "yes")
    }
    assert told == {"-": "undetermined", "no": "regular", "yes": "responsive"}


def test_non_city_needs_a_reminder_to_that_very_officer() -> None:
    terms = """
        person     started_on  ended_on    body
        colleague  2024-01-01  2026-12-31  whu
        zhao       2024-01-01  2026-12-31  whu
    """
    act = "person acted_on kind\nzhao 2025-04-02 企业走访"
    without = warehouse(terms=terms, activities=act, reminders=reminded())
    own = warehouse(terms=terms, activities=act, reminders=reminded("zhao 工作小结 2025-02-01"))
    stale = warehouse(terms=terms, activities=act, reminders=reminded("zhao 工作小结 2025-01-31"))
    assert tier_of_zhao(without) == "undetermined"
    assert tier_of_zhao(own) == "regular"
    assert tier_of_zhao(stale) == "undetermined"


def test_reached_by_phone_only() -> None:
    con = built(
        warehouse(terms=SERVING, contacts="person contacted_on channel outcome\nzhao 2025-05-06 电话 接通")
    )
    row = ask(con, "officers_serving", "2025-12").set_index("person_id").loc["zhao"]
    assert (row["tier"], bool(row["was_reached"])) == ("unverified", True)


def test_answered_every_reminder_but_filed_nothing() -> None:
    con = warehouse(
        terms=SERVING,
        reminders="""
            person  topic     sent_on     answered_on
            zhao    需求挖掘  2025-03-01  2025-03-04
            zhao    成果报送  2025-06-01  2025-06-11
        """,
    )
    assert tier_of_zhao(con) == "responsive"
    same(con, "select sum(acts) as acts, sum(answers) as answers from officer_month", "acts answers\n0 2")


def test_three_unprompted_acts_at_month_four_of_service() -> None:
    con = warehouse(
        terms="""
            person  started_on  ended_on
            zhao    2025-09-01  2027-08-31
        """,
        activities="""
            person  acted_on    kind      is_prompted
            zhao    2025-11-03  企业走访  no
            zhao    2025-11-04  联络专家  no
            zhao    2025-12-05  需求响应  no
        """,
    )
    # m = 4: two acts are enough, and below six months one quarter is.
    assert tier_of_zhao(con) == "proactive"


MACHINE = """
    a     b     source  made_by     recommended_on  contacted_on  followed_on
    zhao  qian  智能    A类联络员   2025-05-01      2025-05-06    2025-06-01
"""


def test_machine_recommendations_followed_up_are_neutral() -> None:
    with_records = warehouse(terms=SERVING, matches=MACHINE, reminders=reminded())
    assert tier_of_zhao(with_records) == "responsive"
    assert tier_of_zhao(warehouse(terms=SERVING, matches=MACHINE)) == "undetermined"
    same(
        with_records,
        "select kind, class from acts where person_id = 'zhao' order by acted_on",
        "kind class\n初步对接 neutral\n跟踪 neutral",
    )


def introduction(made_by: str) -> duckdb.DuckDBPyConnection:
    con = warehouse(
        terms="""
            person     started_on  ended_on
            colleague  2024-01-01  2026-12-31
            zhao       2024-01-01  2026-12-31
            qian       2024-01-01  2026-12-31
        """,
        reminders=reminded(),
        matches=f"""
            a     b     source  made_by    recommended_on  contacted_on  followed_on  intent_on   signed_on
            zhao  qian  人工    {made_by}  2025-03-01      2025-03-06    2025-04-01   2025-05-01  2025-06-01
        """,
    )
    return built(con)


COUNTED = "select person_id, class, count(*) as n from acts group by all order by person_id, class"


def test_an_introduction_through_five_stages_by_a() -> None:
    con = introduction("A类联络员")
    same(con, COUNTED, "person class n\nqian neutral 5\nzhao neutral 4\nzhao self_initiated 1")
    found = tiers(con, "2025-12")
    assert (found["zhao"], found["qian"]) == ("regular", "responsive")


def test_an_introduction_through_five_stages_by_both() -> None:
    same(
        introduction("双方"),
        COUNTED,
        """
        person  class           n
        qian    neutral         4
        qian    self_initiated  1
        zhao    neutral         4
        zhao    self_initiated  1
        """,
    )


def test_an_introduction_through_five_stages_by_nobody_named() -> None:
    con = introduction("-")
    same(con, COUNTED, "person class n\nqian neutral 4\nqian untold 1\nzhao neutral 4\nzhao untold 1")
    assert tiers(con, "2025-12")["zhao"] == "undetermined"


def test_an_introduction_by_the_office_is_nobodys_act() -> None:
    con = introduction("办公室")
    same(con, "select count(*) as n from acts", "n\n0")


def test_training_only() -> None:
    taught = {
        "trainings": "training_no held_on title topic\nT1 2025-06-15 年度培训班 其他",
        "attendances": "person training is_attended\nzhao T1 yes",
    }
    assert tier_of_zhao(warehouse(terms=SERVING, reminders=reminded(), **taught)) == "responsive"
    assert tier_of_zhao(warehouse(terms=SERVING, **taught)) == "undetermined"


def test_the_same_demand_filed_four_times_is_one_act() -> None:
    con = warehouse(
        terms=SERVING,
        reminders=reminded(),
        demands="""
            person  submitted_on  enterprise     title
            zhao    2025-03-16    模拟企业B-001  焊接变形
            zhao    2025-05-16    模拟企业B-001  焊接变形
            zhao    2025-08-16    模拟企业B-001  焊接变形
            zhao    2025-11-16    模拟企业B-001  焊接变形
        """,
    )
    assert tier_of_zhao(con) == "regular"
    same(con, "select acted_on from acts", "acted_on\n2025-03-16")


def test_assessment_pending_for_five_and_for_eight_months() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on
                five    2023-08-01  2025-07-31
                eight   2023-05-01  2025-04-30
            """
        )
    )
    assert list(tiers(con, "2025-12")) == ["five"]


def test_recognised_but_not_yet_started() -> None:
    con = built(
        warehouse(
            terms="""
                person  recognised_on  started_on  ended_on
                zhao    2025-12-10     2026-01-01  2027-12-31
                qian    2023-12-10     2024-01-01  2025-12-31
            """
        )
    )
    assert list(tiers(con, "2025-12")) == ["qian"]
    assert sorted(ask(con, "officers_cumulative", "2025-12")["person_id"]) == ["qian", "zhao"]
