"""How the files really look, formats: the same rows out of every kind of file that the office receives."""

from __future__ import annotations

import shutil
import zipfile

import pytest
import xlsxwriter

from tests.messy.support import OFFICE, csv, issues, load, rows, word
from tests.messy.xlsb import write_xlsb

TABLE = "姓名|单位名称|手机\n示例甲|模拟大学|13800000001\n示例乙|模拟企业B-002|13800000002"
EXPECTED = [("示例甲", "模拟大学", "13800000001"), ("示例乙", "模拟企业B-002", "13800000002")]
PAGE = """<html><head><meta charset="{charset}"><style>td {{}}</style></head><body><h3>名册（模拟数据）</h3>
<table border=1><tr><th>姓名<th>单位<br>名称<th>手机</tr>
<tr><td>示例甲</td><td rowspan=2>模拟大学</td><td>138-0000-0001</td></tr><tr><td>&nbsp;示例乙<td>13800000002</table>"""
XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="名册"><Table><Row><Cell><Data ss:Type="String">姓名</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">单位名称</Data></Cell><Cell><Data ss:Type="String">发证日期</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">示例甲</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">模拟大学</Data></Cell>
<Cell><Data ss:Type="DateTime">2023-05-08T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(("ending", "separator"), [("csv", ","), ("csv", ";"), ("tsv", "\t"), ("txt", "\t")])
def test_text_in_every_encoding(tmp_path, encoding, ending, separator):
    loaded = load(csv(tmp_path / f"a.{ending}", TABLE, encoding=encoding, separator=separator))
    assert rows(loaded, "name", "org", "phone") == EXPECTED


def test_quoted_newlines_and_quotes(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        '姓名,日期,类型,内容\n示例甲,2025-3-1,企业走访,"第一行\n第""二""行,完"\n', encoding="gb18030"
    )
    assert rows(load(path), "content") == [('第一行\n第"二"行,完',)]


@pytest.mark.parametrize("name", ["roster.xls", "roster.ods", "roster.xlsx", "roster.et"])
def test_workbooks_of_other_programs_with_errors_hidden_rows_and_sheets(tmp_path, name):
    source = OFFICE / name.replace(".et", ".xls")
    path = tmp_path / name
    shutil.copy(source, path)
    loaded = load(path)
    assert rows(loaded, "row_number", "name", "org", "phone", "note") == [
        (4, "示例甲", "模拟大学甲", "13800000001", None),
        (5, "示例乙", "模拟大学乙", "13800000002", None),
        (6, "示例丙", "模拟大学乙", "13800000003", "已核"),
    ]
    assert [str(day) for (day,) in rows(loaded, "cert_on")] == ["2023-05-08", "2024-01-02", "2023-05-01"]
    assert (4, "note", "broken_formula", False) in issues(loaded)
    assert loaded.tables[0].hidden_rows == 1
    assert [part.sheet for part in loaded.passed_over] == ["旧"]
    assert (loaded.sender, loaded.is_simulated) == ("宜昌市科协", True)


def test_xlsb_with_error_cells_and_hidden_rows(tmp_path):
    path = tmp_path / "a.xlsb"
    header = ["姓名", "单位名称", "手机", "备注"]
    write_xlsb(
        path,
        [header, ["示例甲", "模拟大学", 13800000001.0, "#DIV/0!"], ["示例乙", "模拟大学", None, None]],
        hidden=[2],
    )
    loaded = load(path)
    assert rows(loaded, "name", "phone") == [("示例甲", "13800000001"), ("示例乙", None)]
    assert (issues(loaded), loaded.tables[0].hidden_rows) == ([(2, "note", "broken_formula", False)], 1)


def test_macros_are_carried_and_never_run(tmp_path):
    path = tmp_path / "a.xlsm"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名册")
        for place, row in enumerate(TABLE.split("\n")):
            sheet.write_row(place, 0, row.split("|"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"AutoOpen" * 200)
    assert rows(load(path), "name", "org", "phone") == EXPECTED


def test_formulas_give_the_values_they_were_saved_with(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名册")
        sheet.write_row(0, 0, ["姓名", "单位名称", "手机", "备注"])
        sheet.write_row(1, 0, ["示例甲", "模拟大学"])
        sheet.write_formula(1, 2, "=13800000000+1", None, 13800000001)
        sheet.write_formula(1, 3, '=HYPERLINK("http://example.com")', None, "见附件")
    assert rows(load(path), "phone", "note") == [("13800000001", "见附件")]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "utf-16"])
def test_a_web_page_that_calls_itself_xls(tmp_path, charset):
    path = tmp_path / "导出.xls"
    path.write_bytes(PAGE.format(charset=charset).encode("gb18030" if charset == "gb2312" else charset))
    loaded = load(path)
    assert rows(loaded, "name", "org", "phone") == [
        ("示例甲", "模拟大学", "13800000001"),
        ("示例乙", "模拟大学", "13800000002"),
    ]
    assert loaded.is_simulated


def test_text_xml_and_a_new_workbook_that_call_themselves_xls(tmp_path):
    text = csv(tmp_path / "a.xls", TABLE, encoding="gb18030", separator="\t")
    assert rows(load(text), "name", "org", "phone") == EXPECTED
    xml = tmp_path / "b.xls"
    xml.write_text(XML, encoding="utf-8")
    assert [(n, o, str(d)) for n, o, d in rows(load(xml), "name", "org", "cert_on")] == [
        ("示例甲", "模拟大学", "2023-05-08")
    ]
    assert rows(load(xml), "row_number") == [(4,)]
    new = tmp_path / "c.xls"
    shutil.copy(OFFICE / "roster.xlsx", new)
    assert len(rows(load(new), "name")) == 3


def test_excels_single_file_web_page(tmp_path):
    path = tmp_path / "a.xls"
    page = PAGE.format(charset="utf-8").replace("=", "=3D")
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    head += 'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n'
    path.write_text(f"{head}{page}\n--b--\n", encoding="utf-8")
    assert len(rows(load(path), "name")) == 2


def test_a_zip_with_names_in_gbk(tmp_path):
    """As Chinese Windows writes them: GBK bytes, and no flag that says so."""
    path = tmp_path / "上报.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(csv(tmp_path / "a.csv", TABLE), "abcdefgh.csv")
        archive.write(OFFICE / "roster.xls", "b.xls")
        archive.writestr("c.pdf", "%PDF-1.4")
    path.write_bytes(path.read_bytes().replace(b"abcdefgh.csv", "武汉名册.csv".encode("gbk")))
    loaded = load(path)
    assert {table.file for table in loaded.tables} == {"上报.zip › 武汉名册.csv", "上报.zip › b.xls"}
    assert [part.file for part in loaded.passed_over if part.is_error] == ["上报.zip › c.pdf"]
    assert {city for (city,) in rows(loaded, "city")} == {"420100", "420500"}


def test_a_word_table_is_a_table(tmp_path):
    header = ["序号", "姓名", "单位及职务", "联系电话", "类别"]
    people = [
        ["1", "示例甲", "模拟大学科技处处长", "13800000001", "A类"],
        ["2", "示例乙", "^", "13800000002", "Ｂ类"],
    ]
    loaded = load(
        word(
            tmp_path / "a.docx",
            "名册（模拟数据）",
            "填报单位：宜昌市科协",
            [header, *people, ["合计", "2人", "", "", ""]],
        )
    )
    assert rows(loaded, "row_number", "name", "org", "category") == [
        (4, "示例甲", "模拟大学", "A"),
        (5, "示例乙", "模拟大学", "B"),
    ]
    assert (loaded.sender, loaded.is_simulated) == ("宜昌市科协", True)


FORM = [
    ["姓  名", "示例甲", "性  别", "☑男 □女", "出生年月", "1980.05"],
    ["工作单位", "模拟大学", "<", "<", "职  务", "科技处处长"],
    ["手机号码", "138-0000-0001", "电子邮箱", "jia@example.com", "学历", "博士研究生"],
    ["类别", "☑A类 □B类", "专业领域", "新材料", "市州", "宜昌市"],
    ["个人简历", "2000年至今在模拟大学工作。", "<", "<", "<", "<"],
    ["推荐单位\n意见", "同意推荐。\n宜昌市科协（盖章）\n2025年3月8日", "<", "<", "<", "<"],
]


def test_a_recommendation_form_is_an_officer_and_a_term_that_has_not_begun(tmp_path):
    loaded = load(word(tmp_path / "a.docx", "湖北省科创联络员推荐表（模拟数据）", FORM))
    assert rows(
        loaded, "name", "gender", "org", "phone", "education", "category", "city", table="officers"
    ) == [("示例甲", "男", "模拟大学", "13800000001", "博士", "A", "420500")]
    (term,) = rows(loaded, "recommender", "recommended_on", "state", "started_on", table="terms")
    assert (term[0], str(term[1]), *term[2:]) == ("宜昌市科协", "2025-03-08", "推荐中", None)


def test_several_forms_in_one_document_are_rows_each(tmp_path):
    other = [[cell.replace("示例甲", "示例乙") for cell in row] for row in FORM]
    loaded = load(word(tmp_path / "a.docx", "推荐表", FORM, "推荐表", other))
    assert [name for (name,) in rows(loaded, "name", table="officers")] == ["示例甲", "示例乙"]
    stacked = load(word(tmp_path / "b.docx", "推荐表", [*FORM, *other]))
    assert rows(stacked, "row_number", "name", table="officers") == [(2, "示例甲"), (8, "示例乙")]


def test_a_written_summary(tmp_path):
    lines = [
        "2025年上半年工作小结",
        "姓名：示例甲    单位：模拟大学",
        "一、主要工作",
        "走访企业6家。",
        "自报签约数：1",
    ]
    loaded = load(
        word(tmp_path / "a.docx", *lines, "二、意见建议", "希望多办培训。", "示例甲", "2025年7月2日")
    )
    ((who, period, day, contracts, digest, advice),) = rows(
        loaded,
        "officer_text",
        "period",
        "submitted_on",
        "contracts_reported",
        "digest",
        "advice",
        table="summaries",
    )
    assert (who, period, str(day), contracts) == ("示例甲（模拟大学）", "2025年上半年", "2025-07-02", 1)
    assert "走访企业6家" in digest
    assert advice == "希望多办培训。"


def test_a_roll_call_of_a_chat_group(tmp_path):
    path = tmp_path / "接龙.txt"
    lines = [
        "#接龙",
        "请各位联络员报到",
        "",
        "1. 示例甲 模拟大学 13800000001",
        "2. 示例乙，模拟企业B-002，138 0000 0002",
    ]
    path.write_text(
        "\n".join([*lines, "3、姓名：示例丙 单位：模拟研究所 电话：13800000003", "4. 示例丁"]),
        encoding="utf-8",
    )
    loaded = load(path)
    assert rows(loaded, "row_number", "name", "org", "phone") == [
        (4, "示例甲", "模拟大学", "13800000001"),
        (5, "示例乙", "模拟企业B-002", "13800000002"),
        (6, "示例丙", "模拟研究所", "13800000003"),
    ]
    assert issues(loaded) == [(7, "org", "required_missing", True)]
