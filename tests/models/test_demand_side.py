"""Demands, achievements, matches: repeats, first contact, closing, pairs, and whose they are."""

from __future__ import annotations

from tests.support.tables import ask, built, same, warehouse

TERMS = """
    person  started_on  ended_on    body  city
    zhao    2024-01-01  2026-12-31  whkx  420100
    qian    2024-01-01  2026-12-31  whu   421000
"""


def test_a_repeat_counts_nowhere_and_its_matches_belong_to_the_earliest_row() -> None:
    con = built(
        warehouse(
            terms=TERMS,
            demands="""
                demand_no  person  submitted_on  enterprise     title     is_repeat
                D1         zhao    2023-05-01    模拟企业B-001  焊接变形  -
                D2         zhao    2025-03-01    模拟企业B-002  表面处理  -
                D3         qian    2025-04-01    模拟企业B-002  表面处理  -
                D4         qian    2025-04-02    模拟企业B-001  焊接变形  -
                D5         qian    2025-05-01    模拟企业B-003  表面处理  -
                D6         qian    2025-06-01    模拟企业B-004  在线检测  yes
            """,
            matches="""
                match_no  demand  achievement  source  contacted_on
                M1        D3      A1           人工    2025-04-20
                M2        D4      A1           人工    2025-04-21
            """,
        )
    )
    same(
        con,
        "select demand_no, canonical_no, is_repeat, first_contact_on from demand_facts order by demand_no",
        """
        demand_no  canonical_no  is_repeat  first_contact_on
        D1         D1            no         2025-04-21
        D2         D2            no         2025-04-20
        D3         D2            yes        -
        D4         D1            yes        -
        D5         D5            no         -
        D6         D6            yes        -
        """,
    )
    assert ask(con, "demands_window", "2025-12")["demand_no"].tolist() == ["D2", "D5"]


def test_first_contact_closing_and_waiting() -> None:
    con = built(
        warehouse(
            terms=TERMS,
            demands="""
                demand_no  person  submitted_on  enterprise     title  closed_on
                before     zhao    2025-03-01    模拟企业B-001  一     -
                tie        zhao    2025-03-01    模拟企业B-002  二     2025-03-11
                closed     zhao    2025-03-01    模拟企业B-003  三     2025-03-06
                after      zhao    2025-03-01    模拟企业B-004  四     2025-03-06
                waiting    zhao    2025-12-01    模拟企业B-005  五     -
                future     zhao    2025-12-01    模拟企业B-006  六     2026-01-04
            """,
            matches="""
                demand   achievement  source  contacted_on  followed_on  signed_on
                before   A1           智能    2025-02-01    -            -
                tie      A1           人工    -             2025-03-11   -
                after    A1           人工    -             -            2025-03-16
                waiting  A1           人工    2026-01-02    -            -
            """,
        )
    )
    frame = ask(con, "demands_window", "2025-12").set_index("demand_no").sort_index()
    assert frame[["has_contact", "days_to_contact", "cause"]].to_dict("index") == {
        "after": {"has_contact": True, "days_to_contact": 5, "cause": 2},
        "before": {"has_contact": True, "days_to_contact": 0, "cause": 1},
        "closed": {"has_contact": False, "days_to_contact": 5, "cause": 2},
        "future": {"has_contact": False, "days_to_contact": 30, "cause": 0},
        "tie": {"has_contact": True, "days_to_contact": 10, "cause": 1},
        "waiting": {"has_contact": False, "days_to_contact": 30, "cause": 0},
    }


def test_the_city_is_the_demands_and_the_rest_its_officers() -> None:
    con = built(
        warehouse(
            terms=TERMS,
            demands="""
                demand_no  person  officer_text  submitted_on  enterprise     title  city
                D1         qian    某            2025-03-01    模拟企业B-001  一     420500
                D2         qian    某            2025-03-02    模拟企业B-002  二     -
                D3         -       -             2025-03-03    模拟企业B-003  三     420600
                D4         -       某            2025-03-04    模拟企业B-004  四     -
            """,
        )
    )
    frame = ask(con, "demands_window", "2025-12").astype(object)
    found = frame[["demand_no", "unit", "city", "is_platform"]].where(frame.notna(), None).values.tolist()
    assert found == [
        ["D1", "non_city", "420500", False],
        ["D2", "non_city", "421000", False],
        ["D3", None, "420600", True],
        ["D4", None, None, False],
    ]


def test_a_pair_is_counted_once_where_it_was_first_contacted() -> None:
    con = built(
        warehouse(
            terms=TERMS,
            demands="""
                demand_no  person  submitted_on  enterprise     title  city
                D1         zhao    2024-03-01    模拟企业B-001  一     420500
                D2         zhao    2024-04-01    模拟企业B-001  一     -
            """,
            achievements="""
                achievement_no  person  submitted_on  org     title
                A1              qian    2024-01-05    某大学  新型催化剂
                A2              qian    2024-02-05    某大学  新型催化剂
                A3              qian    2024-02-06    某大学  另一成果
            """,
            experts="expert_no name org\nE1 某专家 某大学",
            matches="""
                match_no  demand  achievement  expert  a     b     source  contacted_on  signed_on
                M1        D1      A1           -       qian  zhao  人工    2025-06-01    -
                M2        D2      A2           -       qian  zhao  智能    2025-02-01    -
                M3        D1      -            E1      -     zhao  人工    -             2025-07-01
                M4        D1      A3           -       -     zhao  人工    -             -
                M5        -       A3           -       -     zhao  人工    2025-08-01    -
            """,
        )
    )
    frame = ask(con, "matches_window", "2025-12")
    assert frame["match_no"].tolist() == ["M2", "M3", "M5"]
    assert frame["partner"].tolist() == ["新型催化剂", "某专家", "另一成果"]
    assert frame["city"].tolist()[:2] == ["420500", "420500"]
    assert frame["person_id"].tolist()[:2] == ["zhao", "zhao"]
    assert frame["unit"].isna().tolist() == [False, False, True]
    assert ask(con, "achievements_window", "2024-12")["achievement_no"].tolist() == ["A1", "A3"]
    same(con, "select count(*) as n from match_facts where first_contact_on is null", "n\n1")
