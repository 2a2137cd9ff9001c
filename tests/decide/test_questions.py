"""Which questions are asked, and that an answer ends them. Names are invented (模拟数据)."""

from tests.identity.province import built

OFFICERS = """
name   org              city    phone
模拟甲  武汉模拟大学       420100  -
模拟甲  武汉模拟研究所     420100  -
模拟乙  武汉模拟大学       420100  -
模拟乙  宜昌模拟园区       420500  -
模拟炳  黄石模拟企业A-01   420200  -
模拟丙  黄石模拟企业A-01   420200  -
模拟丁  荆州模拟园区       421000  13800000001
模拟戊  荆州模拟学会       421000  13800000001
模拟己  十堰模拟园区       420300  -
"""
DEMANDS = """
officer   submitted_on  title      enterprise
模拟乙     2025-03-01    需求一      模拟企业B-001
模拟乙     2025-03-02    需求二      模拟企业B-001
无此人     2025-03-02    需求三      模拟企业B-001
"""


def asked(con):
    found = con.execute("select kind, text, labels, row_count from questions order by kind, text").fetchall()
    return [(kind, text, sorted(labels), count) for kind, text, labels, count in found]


def test_what_is_asked():
    con = built({"officers": OFFICERS, "demands": DEMANDS})
    assert asked(con) == [
        ("duplicate", "模拟丁、模拟戊", ["模拟丁（荆州模拟园区）", "模拟戊（荆州模拟学会）"], None),
        ("duplicate", "模拟丙、模拟炳", ["模拟丙（黄石模拟企业A-01）", "模拟炳（黄石模拟企业A-01）"], None),
        ("duplicate", "模拟甲", ["模拟甲（武汉模拟大学）", "模拟甲（武汉模拟研究所）"], None),
        ("namesakes", "模拟乙", ["模拟乙（宜昌模拟园区）", "模拟乙（武汉模拟大学）"], None),
        ("person", "无此人", [], 1),
        ("person", "模拟乙", ["模拟乙（宜昌模拟园区）", "模拟乙（武汉模拟大学）"], 2),
    ]


def test_answers_end_the_questions_and_order_does_not_matter():
    pair = {"a": "模拟甲（武汉模拟大学）", "b": "模拟甲（武汉模拟研究所）"}
    two = {"a": "模拟乙（武汉模拟大学）", "b": "模拟乙（宜昌模拟园区）"}
    decisions = [
        {"kind": "same_person", "body": pair},
        {"kind": "different_person", "body": two},
        {"kind": "is_person", "body": {"text": "模拟乙", "person": "模拟乙（宜昌模拟园区）"}},
    ]
    con = built({"officers": OFFICERS, "demands": DEMANDS}, decisions=decisions)
    assert [text for _, text, _, _ in asked(con)] == ["模拟丁、模拟戊", "模拟丙、模拟炳", "无此人"]
    assert con.execute("select count(*) from persons where name = '模拟甲'").fetchone() == (1,)
    credited = con.execute(
        "select distinct p.org from demands d join persons p using (person_id) where d.officer_text = '模拟乙'"
    ).fetchall()
    assert credited == [("宜昌模拟园区",)]


def test_question_ids_are_the_same_whatever_the_order():
    one = built({"officers": OFFICERS, "demands": DEMANDS})
    other = built({"officers": OFFICERS, "demands": DEMANDS}, reverse=True)
    sql = "select question_id, candidates from questions order by all"
    assert one.execute(sql).fetchall() == other.execute(sql).fetchall()


def test_a_name_that_very_many_share_is_asked_about_within_a_city_only():
    rows = [{"name": "模拟甲", "org": f"武汉模拟企业B-{n:03}", "city": "420100"} for n in range(3)]
    rows += [{"name": "模拟甲", "org": f"模拟园区C-{n:03}", "city": f"4210{n:02}"} for n in range(20)]
    con = built({"officers": rows})
    assert con.execute("select count(*), min(kind) from questions").fetchall() == [(3, "duplicate")]
