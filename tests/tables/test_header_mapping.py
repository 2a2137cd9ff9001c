"""Headers that nobody knows, once somebody has told what they mean."""

from __future__ import annotations

import pytest

from data_ingest.sheets import SHEETS
from data_ingest.tables import find_tables
from data_ingest.tables.grid import Grid
from data_ingest.tables.header_mapping import HeaderMapping, wording
from data_ingest.tables.headers import look_up, vocabulary
from data_ingest.tables.nearest import nearest
from data_ingest.tables.unmapped import body, fields, forgotten, heads, still_lacking
from tests.tables.grids import cells

STRANGE = """
填报单位：宜昌市科协
报上来的日子|谁报的|他在哪儿|哪家厂|要解决啥|市州
2025-12-03|模拟甲|模拟单位|模拟企业|耦合|宜昌
2025-12-04|模拟乙|模拟单位|模拟企业|焊接|宜昌
"""
HEADERS = ("报上来的日子", "谁报的", "他在哪儿", "哪家厂", "要解决啥", "市州")
COLUMNS = ("submitted_on", "officer__name", "officer__unit", "enterprise", "title", None)
TOLD = HeaderMapping("宜昌市科协", HEADERS, "demands", COLUMNS)


def read(text, *told, **more):
    return {t.sheet_id: t for t in find_tables(cells(text, **more), told).tables}


def test_a_strange_header_is_no_table_until_told():
    assert read(STRANGE) == {}
    table = read(STRANGE, TOLD)["demands"]
    assert table.mapping == TOLD
    assert table.frame["title"].to_pylist() == ["耦合", "焊接"]
    assert table.frame["officer"].to_pylist() == ["模拟甲（模拟单位）", "模拟乙（模拟单位）"]
    assert table.frame["row_number"].to_pylist() == [3, 4]


def test_columns_in_another_order_are_another_layout():
    turned = STRANGE.replace("哪家厂|要解决啥", "要解决啥|哪家厂")
    assert read(turned, TOLD) == {}


@pytest.mark.parametrize(
    ("header", "is_read"), [("联系电话", True), ("随便一列", False)], ids=["a known one", "an unknown one"]
)
def test_a_column_added_at_the_right_by_a_return_workbook_is_no_other_layout(header, is_read):
    assert bool(read(STRANGE.replace("要解决啥|市州", f"要解决啥|市州|{header}"), TOLD)) is is_read


def test_width_and_spaces_in_headers_make_no_other_layout():
    assert read(STRANGE.replace("哪家厂", " 哪 家\\n厂 "), TOLD)


def test_a_known_header_can_be_told_otherwise_or_left_alone():
    text = "提交日期|企业名称|需求名称|联络员姓名|备注\n2025-12-03|模拟企业|耦合|模拟甲|另一个名称"
    headers = ("提交日期", "企业名称", "需求名称", "联络员姓名", "备注")
    told = HeaderMapping("", headers, "demands", (None, None, "", None, "title"))
    assert read(text)["demands"].frame["title"].to_pylist() == ["耦合"]
    table = read(text, told)["demands"]
    assert table.frame["title"].to_pylist() == ["另一个名称"]
    assert table.extra_headers == ("需求名称",)


def test_a_roster_with_its_terms_is_still_both():
    text = """
    人员|所属|类别|市州|谁推荐|打哪天起|学历|电话号
    模拟甲|武汉模拟大学|A|武汉|武汉市科协|2024-06-01|硕士|13800000000
    """
    headers = ("人员", "所属", "类别", "市州", "谁推荐", "打哪天起", "学历", "电话号")
    columns = ("name", "org", None, None, "terms.recommender", "terms.started_on", None, "phone")
    found = read(text, HeaderMapping("", headers, "officers", columns))
    (officer,), (term,) = (found[sheet_id].frame.to_pylist() for sheet_id in ("officers", "terms"))
    assert (officer["name"], officer["org"], officer["phone"]) == ("模拟甲", "武汉模拟大学", "13800000000")
    assert (term["recommender"], term["started_on"], term["officer"]) == (
        "武汉市科协",
        "2024-06-01",
        "模拟甲",
    )
    assert found["officers"].extra_headers == ()


def test_money_keeps_the_unit_of_its_own_header():
    text = "日子|厂|啥|打算花多少（元）|谁\n2025-12-03|模拟企业|耦合|50000|模拟甲"
    told = HeaderMapping(
        "",
        ("日子", "厂", "啥", "打算花多少(元)", "谁"),
        "demands",
        ("submitted_on", "enterprise", "title", "budget_wan", "officer__name"),
    )
    assert read(text, told)["demands"].units == {"budget_wan": "元"}


def test_a_header_over_two_rows_can_be_told():
    text = (
        "报送|报送|需求|需求\n日子|谁|厂|啥\n2025-12-03|模拟甲|模拟企业|耦合\n2025-12-04|模拟甲|模拟企业|焊接"
    )
    merges = ((0, 0, 0, 1), (0, 2, 0, 3))
    (head,) = heads("a.xlsx", [cells(text, merges=merges)], header_mappings=(), sender=None)
    assert (head.row, head.depth, head.is_read) == (1, 2, False)
    columns = ["submitted_on", "officer__name", "enterprise", "title"]
    told = HeaderMapping.of_body(body(head, row=1, depth=2, table="demands", columns=columns))
    assert told.headers == ("报送日子", "报送谁", "需求厂", "需求啥")
    assert read(text, told, merges=merges)["demands"].frame["title"].to_pylist() == ["耦合", "焊接"]


def test_what_is_kept_is_only_what_differs_from_the_programs_own_reading():
    (head,) = heads("a.xlsx", [cells(STRANGE)], header_mappings=(), sender=None)
    assert (head.sender, head.row, head.table) == ("宜昌市科协", 2, None)
    found = fields(head, row=2, depth=1, table="demands")
    assert [(f.letter, f.header, f.column) for f in found][-2:] == [
        ("E", "要解决啥", None),
        ("F", "市州", "city"),
    ]
    assert found[0].samples == ("2025-12-03", "2025-12-04")
    told = body(head, row=2, depth=1, table="demands", columns=[*COLUMNS[:-1], "city"])
    assert HeaderMapping.of_body(told) == TOLD
    # Left alone on purpose is told, too; unknown and left alone is nothing to tell.
    assert body(head, row=2, depth=1, table="demands", columns=["", *COLUMNS[1:-1], ""])["columns"] == [
        None,
        *COLUMNS[1:-1],
        "",
    ]


def test_what_was_told_is_shown_again_and_can_be_taken_back():
    (head,) = heads("a.xlsx", [cells(STRANGE)], header_mappings=(TOLD,), sender=None)
    assert head.is_read
    assert [f.column for f in fields(head, row=2, depth=1, table="demands")] == [*COLUMNS[:-1], "city"]
    assert set(forgotten(TOLD)["columns"]) == {None}


def test_another_senders_mapping_does_not_hold():
    (head,) = heads("a.xlsx", [cells(STRANGE)], header_mappings=(TOLD,), sender="黄石市科协")
    assert (head.sender, head.is_read) == ("黄石市科协", False)


def test_what_a_table_cannot_do_without_is_named():
    assert [t.zh for t in still_lacking("demands", ["title", "officer__name"])] == ["提交日期", "企业名称"]


def test_the_nearest_sheet_and_what_it_lacks():
    found = nearest(Grid(cells("需求登记\n企业名称|需求名称|啥时候|备注\n模拟企业|耦合|2025-12-03|x")))
    assert (found.row, found.table, found.known) == (1, "demands", ("企业名称", "需求名称"))
    assert [t.zh for t in found.lacking] == ["提交日期"]
    assert nearest(Grid(cells("1|2|3\n4|5|6"))) is None


@pytest.mark.parametrize("sheet_id", SHEETS)
def test_every_target_has_a_header_that_leads_to_it(sheet_id):
    for column in {target.column for target in vocabulary(sheet_id).values()}:
        match = look_up(wording(sheet_id, column) or "", sheet_id)
        assert match is not None
        assert match[0].column == column
