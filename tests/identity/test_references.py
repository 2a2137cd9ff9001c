"""Cells that name an officer or another row."""

from tests.identity.province import built, issues

ROSTER = """
    name org                     phone        city    from
    张三 武汉大学                13800000001  420100  武汉.xlsx
    张伟 武汉大学                13800000002  420100  武汉.xlsx
    张伟 宜昌华某化工有限公司    13800000003  420500  宜昌.xlsx
"""


def credited(con, table="activities"):
    return con.execute(
        f'select officer_text, p.org from "{table}" t left join persons p using (person_id) order by row_number'
    ).fetchall()


def test_by_name_by_short_unit_by_phone_and_by_city():
    con = built(
        {
            "officers": ROSTER,
            "activities": """
            officer                   acted_on    kind      hint_phone   hint_city
            张三                      2025-03-01  企业走访  -            -
            张三（武大）              2025-03-02  企业走访  -            -
            张伟（宜昌华某化工）      2025-03-03  企业走访  -            -
            张伟                      2025-03-04  企业走访  13800000003  -
            张伟                      2025-03-05  企业走访  -            武汉
            张伟                      2025-03-06  企业走访  -            -
            张三（长江大学）          2025-03-07  企业走访  -            -
            无此人                    2025-03-08  企业走访  -            -
        """,
        }
    )
    assert [org for _, org in credited(con)] == [
        "武汉大学",
        "武汉大学",
        "宜昌华某化工有限公司",
        "宜昌华某化工有限公司",
        "武汉大学",
        None,
        None,
        None,
    ]
    assert issues(con) == [
        ("activities", "ambiguous_officer", "张伟"),
        ("activities", "unresolved_officer", "张三（长江大学）"),
        ("activities", "unresolved_officer", "无此人"),
    ]


def test_the_sender_tells_the_city_of_a_bare_name():
    con = built(
        {
            "officers": """
            name org       city    from
            张伟 甲大学    420100  武汉.xlsx
            张伟 乙大学    420500  宜昌.xlsx
        """,
            "activities": """
            officer acted_on   kind      sender
            张伟    2025-03-01 企业走访  宜昌市科协
        """,
        }
    )
    assert credited(con) == [("张伟", "乙大学")]


def test_who_is_credited():
    con = built(
        {
            "officers": "name org\n张三 甲大学\n李四 甲大学",
            "activities": """
            officer actual_officer acted_on   kind
            张三    李四           2025-03-01 企业走访
            张三    李四           2025-03-02 平台使用
            张三    -              2025-03-03 企业走访
            张三    无此人         2025-03-04 企业走访
        """,
            "matches": "demand officer_a officer_b source recommended_on\nX 张三 李四 人工 2025-03-01",
        }
    )
    names = con.execute(
        "select p.name from activities left join persons p using (person_id) order by acted_on"
    ).fetchall()
    assert names == [("李四",), ("张三",), ("张三",), (None,)]
    sides = con.execute(
        "select a.name, b.name from matches m join persons a on a.person_id = m.person_id_a join persons b on b.person_id = m.person_id_b"
    ).fetchall()
    assert sides == [("张三", "李四")]


def test_decisions_answer_a_name_here_or_everywhere():
    sheets = {
        "officers": ROSTER,
        "activities": """
            officer acted_on    kind      from
            张伟    2025-03-04  企业走访  甲.xlsx
            张伟    2025-03-05  企业走访  乙.xlsx
        """,
    }
    everywhere = [{"kind": "is_person", "text": "张伟", "person": "张伟（武汉大学）"}]
    assert [org for _, org in credited(built(sheets, decisions=everywhere))] == ["武汉大学", "武汉大学"]
    here = [{"kind": "is_person", "text": "张伟", "row_number": 2, "person": "张伟（武汉大学）"}]
    assert [org for _, org in credited(built(sheets, decisions=here))] == ["武汉大学", None]


DEMANDS = """
    demand_no title       enterprise     submitted_on
    XQ001     磷石膏改性  模拟企业B-001  2025-01-01
    -         磷石膏改性  模拟企业B-002  2025-01-02
    -         硅光耦合    模拟企业B-003  2025-01-03
    -         硅光耦合    模拟企业B-003  2025-06-03
"""


def test_demands_by_number_by_title_and_by_title_with_enterprise():
    con = built(
        {
            "demands": DEMANDS,
            "matches": """
            demand                       achievement source recommended_on
            XQ001                        CG1         人工   2025-03-01
            磷石膏改性（模拟企业B-002）  CG1         人工   2025-03-02
            硅光耦合                     CG1         人工   2025-03-03
            磷石膏改性                   CG1         人工   2025-03-04
            没有这条                     CG1         人工   2025-03-05
        """,
            "achievements": "achievement_no title submitted_on\nCG1 成果甲 2025-01-01",
        }
    )
    found = con.execute(
        "select m.demand_text, d.enterprise, d.submitted_on::varchar from matches m "
        "left join demands d on d.demand_no = m.demand order by m.recommended_on"
    ).fetchall()
    assert found == [
        ("XQ001", "模拟企业B-001", "2025-01-01"),
        ("磷石膏改性（模拟企业B-002）", "模拟企业B-002", "2025-01-02"),
        ("硅光耦合", "模拟企业B-003", "2025-01-03"),  # of a repeat, the earliest row
        ("磷石膏改性", None, None),
        ("没有这条", None, None),
    ]
    assert [rule for _, rule, _ in issues(con)] == ["ambiguous_demand", "unresolved_demand"]


def test_classes_by_title_and_day():
    con = built(
        {
            "officers": "name org\n张三 甲大学",
            "trainings": "title held_on\n能力提升班 2024-06-01\n能力提升班 2025-06-01",
            "attendances": "training officer is_attended\n能力提升班（2025年6月1日） 张三 true\n能力提升班 张三 true",
        }
    )
    assert con.execute(
        "select t.held_on::varchar from attendances a left join trainings t on t.training_no = a.training order by 1"
    ).fetchall() == [("2025-06-01",), (None,)]


def test_numbers_are_assigned_and_running_numbers_kept_apart():
    con = built(
        {
            "demands": """
            demand_no title enterprise submitted_on from
            1         甲    企业一     2025-01-01   a.xlsx
            1         乙    企业二     2025-01-01   b.xlsx
            -         丙    企业三     2025-01-01   b.xlsx
        """,
            "matches": """
            demand source recommended_on from
            1      人工   2025-03-01     b.xlsx
        """,
        }
    )
    assert con.execute("select count(distinct demand_no) from demands").fetchone() == (3,)
    assert con.execute(
        "select d.title from matches m join demands d on d.demand_no = m.demand"
    ).fetchall() == [("乙",)]


def test_bodies_are_one_under_all_their_names():
    con = built(
        {
            "terms": """
            officer         recommender              recommender_type started_on
            张三（甲大学）  武汉大学科协             -                2023-05-08
            李四（甲大学）  武汉大学科学技术协会     高校科协         2023-05-08
            王五（甲大学）  武汉市科学技术协会       -                2023-05-08
            赵六（甲大学）  武汉科协                 -                2023-05-08
            钱七（甲大学）  恩施州来凤县科协         -                2023-05-08
            孙八（甲大学）  来凤县科协               -                2023-05-08
        """
        }
    )
    bodies = con.execute("select name, type, city from bodies order by type, name").fetchall()
    assert [(kind, city) for _, kind, city in bodies] == [
        ("县市区科协", "422800"),
        ("市州科协", "420100"),
        ("高校科协", "420100"),
    ]
    assert con.execute(
        "select count(distinct recommender_body_id), count(recommender_city) from terms"
    ).fetchone() == (3, 6)


def test_nothing_of_the_workshop_stays():
    con = built(
        {
            "officers": ROSTER,
            "activities": "officer acted_on kind hint_phone\n张三 2025-03-01 企业走访 13800000001",
        }
    )
    left = {name for (name,) in con.execute("select table_name from duckdb_tables()").fetchall()}
    assert not left & {
        "officer_hints",
        "mentions",
        "parsed_texts",
        "asking",
        "open_references",
        "numbers_written",
    }
