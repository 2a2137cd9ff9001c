"""Where somebody belongs on a day: unit, city, category, channel, field, employer, and where they come from."""

from __future__ import annotations

import pytest

from tests.support.tables import ask, built, same, warehouse


@pytest.mark.parametrize(
    ("body", "unit", "channel"),
    [
        ("whkx", "420100", "local"),
        ("zjkx", "420500", "local"),  # 枝江市科协 is a county's: its city answers
        ("whu", "non_city", "institution"),
        ("ycqy", "non_city", "institution"),
    ],
)
def test_the_unit_is_who_recommended(body: str, unit: str, channel: str) -> None:
    con = built(warehouse(terms=f"person started_on body city\nzhao 2024-01-01 {body} 421000"))
    same(
        con,
        "select unit, channel, city, recommender from officer_month where month = '2025-12-01'",
        f"unit channel city recommender\n{unit} {channel} 421000 {body}",
    )


def test_what_the_term_says_of_its_body_goes_before_the_body_and_nothing_known_is_unknown() -> None:
    con = built(
        warehouse(
            bodies="body_id name type city\nx 某科协 - -",
            terms="""
                person  started_on  body  recommender_type  recommender_city
                told    2024-01-01  x     市州科协          420600
                bare    2024-01-01  x     -                 -
                school  2024-01-01  x     高校科协          420600
            """,
        )
    )
    frame = ask(con, "officers_serving", "2025-12").set_index("person_id")
    assert frame.loc["told", ["unit", "channel"]].tolist() == ["420600", "local"]
    assert frame.loc["school", ["unit", "channel"]].tolist() == ["non_city", "institution"]
    assert frame.loc["bare", ["unit", "channel"]].isna().all()


def test_the_order_of_sources() -> None:
    # Rosters: January 2023 and June 2026 to come; terms 2024 to 2025 and, after a gap, recognised early.
    con = built(
        warehouse(
            officers="""
                person  name  org   field         reported_on
                zhao    zhao  旧所  新材料        2023-01-15
                zhao    zhao  新所  电子信息      2024-06-01
            """,
            terms="""
                person  recognised_on  started_on  ended_on    org     field     body
                zhao    2023-12-01     2024-01-01  2024-12-31  一院    -         whkx
                zhao    2025-08-01     2025-09-01  2027-08-31  二院    -         yckx
            """,
        )
    )
    days = ("2022-05-01", "2023-06-01", "2023-12-15", "2024-03-01", "2024-07-01", "2025-08-15", "2025-09-01")
    listed = ", ".join(f"(date '{d}')" for d in days)
    same(
        con,
        f"""
        select d.day, s.org, s.field, s.unit, s.is_serving
        from (values {listed}) as d(day)
        join officer_spells s on s.person_id = 'zhao' and d.day between s.from_on and s.to_on
        order by d.day
        """,
        """
        day         org   field     unit    is_serving
        2022-05-01  旧所  新材料    -       no
        2023-06-01  旧所  新材料    -       no
        2023-12-15  一院  新材料    420100  no
        2024-03-01  一院  新材料    420100  yes
        2024-07-01  一院  电子信息  420100  yes
        2025-08-15  一院  电子信息  420100  no
        2025-09-01  二院  电子信息  420500  yes
        """,
    )


def test_of_two_posts_the_later_decides_while_it_is_in_force() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    body
                zhao    2023-01-01  2026-12-31  whkx
                zhao    2024-01-01  2025-06-30  yckx
            """
        )
    )
    same(
        con,
        "select month, unit from officer_month where month in ('2023-12-01', '2024-01-01', '2025-07-01') order by month",
        "month unit\n2023-12-01 420100\n2024-01-01 420500\n2025-07-01 420100",
    )


def test_empty_cells_of_the_later_term_are_filled_from_the_earlier() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    category  field
                zhao    2022-01-01  2023-12-31  A         新材料
                zhao    2024-01-01  2025-12-31  -         -
            """
        )
    )
    same(
        con,
        "select category, field from officer_month where month = '2025-03-01'",
        "category field\nA 新材料",
    )


def test_an_act_belongs_to_the_unit_of_its_own_day() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    body
                zhao    2023-01-01  2024-12-31  whkx
                zhao    2025-01-01  2026-12-31  yckx
            """,
            demands="""
                person  submitted_on  enterprise     title     city
                zhao    2024-12-31    模拟企业B-001  焊接变形  -
                zhao    2025-01-01    模拟企业B-002  表面处理  420300
            """,
        )
    )
    frame = ask(con, "demands_window", "2025-11")
    assert frame["city"].isna().tolist() == [True, False]
    assert frame["unit"].tolist() == ["420100", "420500"]
