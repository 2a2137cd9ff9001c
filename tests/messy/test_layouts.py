"""How the files really look, layout: one test a line of the data dictionary, from files of real writers."""

from __future__ import annotations

import pytest

from tests.messy.support import csv, issues, load, rows, workbook

ROSTER = """
附件1
科创联络员名册（模拟数据）
填报单位（盖章）：宜昌市科协||填报日期：2025年12月20日
序号 | 姓名 | 单位及职务 | 联系电话 | 类别
1 | 示例甲 | 模拟大学科技处处长 | 13800000001 | A类

2 | 示例乙 | 模拟企业B-002总经理 | 13800000002 | Ｂ类
合计 | 2人
填表人：示例丁 | | 审核人：示例戊
"""


@pytest.mark.parametrize("write", [csv, lambda path, text: workbook(path.with_suffix(".xlsx"), {"表": text})])
def test_titles_reporter_line_blank_rows_totals_and_footers_are_no_rows(tmp_path, write):
    loaded = load(write(tmp_path / "a.csv", ROSTER))
    assert loaded.sender == "宜昌市科协"
    assert rows(loaded, "row_number", "name", "org", "duty", "category", "city") == [
        (5, "示例甲", "模拟大学", "科技处处长", "A", "420500"),
        (7, "示例乙", "模拟企业B-002", "总经理", "B", "420500"),
    ]
    assert {str(day) for (day,) in rows(loaded, "reported_on")} == {"2025-12-20"}


def test_a_header_over_two_rows_merged(tmp_path):
    text = """
    姓名 | 单位名称 | 联系方式 | | 聘期 | | 推荐单位
         |          | 手机 | 邮箱 | 聘期起 | 聘期止 |
    示例甲 | 模拟大学 | 13800000001 | a@example.com | 2025.1.1 | 2026.12.31 | 武汉市科协
    """
    merges = ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2")
    loaded = load(workbook(tmp_path / "a.xlsx", {"名册": text}, merges=merges))
    assert rows(loaded, "name", "phone", "email", table="officers") == [
        ("示例甲", "13800000001", "a@example.com")
    ]
    assert [tuple(map(str, row)) for row in rows(loaded, "started_on", "ended_on", table="terms")] == [
        ("2025-01-01", "2026-12-31")
    ]


def test_line_breaks_spaces_and_full_width_brackets_inside_headers(tmp_path):
    text = "需求\\n编号 | 提 交 日 期 | *企业名称 | 名　称 | 拟投入\\n（万元） \nX1 | 2025-3-1 | 模拟企业 | 降本 | 12"
    assert rows(load(workbook(tmp_path / "a.xlsx", {"需求": text})), "demand_no", "budget_wan") == [
        ("X1", 12.0)
    ]


def test_headers_named_otherwise_and_columns_in_another_order(tmp_path):
    text = "活动类型|活动时间|联络员姓名|备用\n企业走访|2025-3-1|示例甲|x"
    loaded = load(csv(tmp_path / "a.csv", text))
    assert rows(loaded, "officer_text", "kind") == [("示例甲", "企业走访")]
    assert loaded.tables[0].extra_headers == ("备用",)


def test_one_sheet_per_city(tmp_path):
    text = "姓名|单位名称\n示例甲|模拟大学"
    loaded = load(workbook(tmp_path / "a.xlsx", {"武汉": text, "恩施州": text, "神农架林区": text}))
    assert [city for (city,) in rows(loaded, "city")] == ["420100", "422800", "429021"]


def test_many_tables_sheets_in_one_workbook_and_two_tables_in_one_sheet(tmp_path):
    both = "履职记录\n姓名|日期|类型\n示例甲|2025-3-1|企业走访\n\n联系记录\n姓名|联系日期|联系方式|联系结果\n示例乙|2025-3-2|电话|未接"
    loaded = load(workbook(tmp_path / "a.xlsx", {"一": "姓名|单位名称\n示例甲|模拟大学", "二": both}))
    assert [(t.sheet, t.table, t.rows_loaded) for t in loaded.tables] == [
        ("一", "officers", 1),
        ("二", "activities", 1),
        ("二", "contacts", 1),
    ]


def test_merged_cells_down_a_column_and_ditto_mean_as_above(tmp_path):
    text = """
    姓名 | 单位名称 | 类别
    示例甲 | 模拟大学 | A
    示例乙 |  | 同上
    示例丙 | 同上 | b类
    """
    loaded = load(workbook(tmp_path / "a.xlsx", {"名册": text}, merges=["B2:B3"]))
    assert rows(loaded, "org", "category") == [("模拟大学", "A"), ("模拟大学", "A"), ("模拟大学", "B")]


def test_names_padded_with_spaces_of_both_widths(tmp_path):
    loaded = load(csv(tmp_path / "a.csv", "姓名|单位名称\n 王　甲 |　模拟大学　\n王 甲乙|模拟大学"))
    assert rows(loaded, "name", "org") == [("王甲", "模拟大学"), ("王甲乙", "模拟大学")]


def test_two_people_of_one_name_and_one_person_twice_are_rows_each(tmp_path):
    text = "姓名|单位名称\n示例甲|模拟大学\n示例甲|模拟企业B-1\n示例甲|模拟大学"
    loaded = load(csv(tmp_path / "a.csv", text))
    assert len(rows(loaded, "name")) == 3
    assert len({content for (content,) in rows(loaded, "content_id")}) == 3


def test_lower_case_and_full_width_categories(tmp_path):
    loaded = load(
        csv(tmp_path / "a.csv", "姓名|单位名称|类别\n甲示|模拟大学|Ｂ类\n乙示|模拟大学|b\n丙示|模拟大学|a类")
    )
    assert rows(loaded, "category") == [("B",), ("B",), ("A",)]


def test_a_wrong_cell_costs_itself_and_a_wrong_starred_cell_its_row(tmp_path):
    loaded = load(
        csv(tmp_path / "a.csv", "姓名|日期|类型|时长\n示例甲|2025-3-1|企业走访|半天\n示例乙|改日|企业走访|1")
    )
    assert issues(loaded) == [(2, "hours", "wrong_number", False), (3, "acted_on", "wrong_date", True)]
