"""Finding tables in worksheets as offices really fill them."""

from data_ingest.tables import find_tables
from tests.tables.grids import cells, tables


def test_title_rows_reporter_line_headings_totals_and_footers_are_no_rows():
    found = find_tables(
        cells("""
附件2
湖北省科创联络员推荐汇总表（模拟数据）
填报单位（盖章）：武汉市科协|||填报日期：2025年 3月 5日

序号|姓　名|单位及职务|联系\\n电话|类别|爱好
一、高校
1|张三|模拟大学科技处处长|13800000000|Ａ类|
2|李四|模拟新材料有限公司 总经理|13800000001|b|
|||||
合计|2||||
填表人：赵六|||审核人：孙七||
""")
    )
    (table,) = found.tables
    assert table.sheet_id == "officers"
    assert table.frame["row_number"].to_pylist() == [7, 8]
    assert table.frame["name"].to_pylist() == ["张三", "李四"]
    assert table.frame["org"].to_pylist() == ["模拟大学", "模拟新材料有限公司"]
    assert table.frame["duty"].to_pylist() == ["科技处处长", "总经理"]
    assert (table.context.reporter, table.context.dated) == ("武汉市科协", "2025年3月5日")
    assert table.extra_headers == ("爱好",)


def test_columns_in_any_order_with_stars_breaks_brackets_and_synonyms():
    assert tables("""
*活动\\n类型|内　容|*联络员（姓名）|开展时间（年/月/日）
企业走访|走访|张三|2025.3.1
""") == {
        "activities": [
            {
                "officer": "张三",
                "acted_on": "2025.3.1",
                "kind": "企业走访",
                "content": "走访",
                "row_number": 2,
            }
        ]
    }


def test_a_header_over_two_rows_with_and_without_merges():
    text = """
序号|姓名|推荐单位|聘期||认定文号
|||起|止|
1|张三|武汉大学科协|2023-05-08|2025-05-07|鄂科协〔2023〕1号
"""
    expected = {
        "terms": [
            {
                "officer": "张三",
                "recommender": "武汉大学科协",
                "started_on": "2023-05-08",
                "ended_on": "2025-05-07",
                "doc_no": "鄂科协〔2023〕1号",
                "row_number": 3,
            }
        ]
    }
    assert tables(text) == expected
    assert tables(text, merges=((0, 0, 1, 0), (0, 1, 1, 1), (0, 3, 0, 4), (0, 5, 1, 5))) == expected


def test_several_tables_of_several_kinds_in_one_sheet():
    found = tables("""
姓名|单位|日期|类型
张三|模拟大学|2025-3-1|企业走访

企业技术需求
需求名称|企业名称|提交日期|联络员
磷石膏改性|模拟企业B-001|2025-3-4|张三
""")
    assert list(found) == ["activities", "demands"]
    assert found["demands"][0]["row_number"] == 6


def test_the_same_table_going_on_under_a_repeated_header_is_one_table():
    (rows,) = tables("""
姓名|日期|类型
张三|2025-3-1|企业走访
姓名|日期|类型
李四|2025-3-2|企业走访
""").values()
    assert [(row["officer"], row["row_number"]) for row in rows] == [("张三", 2), ("李四", 4)]


def test_content_decides_not_the_name_of_the_sheet():
    text = """
姓名|单位|日期|方式|结果
张三|模拟大学|2025-3-1|电话|接通
"""
    assert list(tables(text, name="履职记录")) == ["contacts"]


def test_ditto_and_cells_merged_down_are_filled_from_above():
    (rows,) = tables(
        """
姓名|单位|日期|类型
张三|模拟大学|2025-3-1|企业走访
||2025-3-2|企业走访
同上|同上|2025-3-3|企业走访
""",
        merges=((1, 0, 2, 0), (1, 1, 2, 1)),
    ).values()
    assert [row["officer"] for row in rows] == ["张三（模拟大学）"] * 3


def test_a_blank_cell_without_merge_stays_blank():
    (rows,) = tables("""
姓名|日期|类型
张三|2025-3-1|企业走访
|2025-3-2|企业走访
""").values()
    assert "officer" not in rows[1]


def test_an_officer_by_number_by_name_and_with_unit_and_phone_apart():
    (rows,) = tables("""
联络员编号|联络员姓名|所在单位|联系电话|日期|类型
HB2021-001|张三|模拟大学|13800000000|2025-3-1|企业走访
|李四|模拟大学|13800000001|2025-3-1|企业走访
""").values()
    assert [row["officer"] for row in rows] == ["HB2021-001", "李四（模拟大学）"]
    assert rows[1]["officer_phone"] == "13800000001"


def test_references_by_title_take_the_enterprise_beside_them():
    (rows,) = tables("""
需求名称|企业名称|成果编号|来源|推荐日期|A类联络员|A类联络员单位|B类联络员
磷石膏改性|模拟企业B-001|CG-1|人工|2025-3-4|张三|模拟大学|李四
""").values()
    assert rows[0]["demand"] == "磷石膏改性（模拟企业B-001）"
    assert rows[0]["achievement"] == "CG-1"
    assert (rows[0]["officer_a"], rows[0]["officer_b"]) == ("张三（模拟大学）", "李四")


def test_a_roster_that_carries_the_appointment_is_read_as_both_sheets():
    found = tables("""
姓名|单位|性别|手机|推荐单位|聘期起|聘期止
张三|模拟大学|女|13800000000|武汉市科协|2023-05-08|2025-05-07
""")
    assert set(found) == {"officers", "terms"}
    assert found["terms"][0]["recommender"] == "武汉市科协"
    assert found["officers"][0]["gender"] == "女"


def test_a_list_of_terms_is_no_roster():
    assert list(tables("姓名|单位|推荐单位|聘期起\n张三|模拟大学|武汉市科协|2023-05-08")) == ["terms"]


def test_money_headers_name_their_unit():
    (table,) = find_tables(
        cells("合同编号|联络员|合同金额（元）|签约日期|来源\nHT1|张三|120000|2025-3-1|自报")
    ).tables
    assert table.units == {"amount_wan": "元"}


def test_cover_and_notes_pages_and_foreign_tables_hold_no_table_of_ours():
    notes = find_tables(cells("填写说明\n请各单位认真填写"))
    assert (notes.tables, notes.tabular_rows) == ((), 0)
    foreign = find_tables(cells("商品|单价|数量\n甲|1|2\n乙|3|4\n丙|5|6"))
    assert (foreign.tables, foreign.tabular_rows) == ((), 4)


def test_a_table_that_lacks_one_required_column_is_still_recognised():
    found = tables("联络员|日期|对象单位|内容|佐证\n张三|2025-3-1|模拟企业B-001|走访|照片")
    assert "kind" not in found["activities"][0]


def test_data_that_reads_like_a_header_word_is_not_swallowed():
    (rows,) = tables("""
联络员|日期|类型|内容
张三|2025-3-1|企业走访|培训
李四|2025-3-2|参加活动|企业需求
""").values()
    assert len(rows) == 2


def test_a_header_far_down_a_long_sheet_is_found():
    body = "\n".join(f"张三|2025-3-1|企业走访|第{n}次" for n in range(5000))
    again = "姓名|日期|方式|结果\n李四|2025-3-2|电话|接通"
    found = tables(f"联络员|日期|类型|内容\n{body}\n\n{again}")
    assert len(found["activities"]) == 5000
    assert found["contacts"][0]["row_number"] == 5004
