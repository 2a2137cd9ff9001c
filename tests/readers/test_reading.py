"""Real files through the real child process: what is read, what is refused, and that the child recovers."""

from __future__ import annotations

import datetime as dt
import zipfile

import openpyxl
import pytest

from data_ingest.readers import DEFAULT, Limits, read
from data_ingest.readers.child import _warm


def rows(path, **more):
    (member,) = read(path, **more)
    assert member.refusal is None, member.refusal
    (sheet,) = member.sheets
    return [list(row.values()) for row in sheet.table.to_pylist()]


def refused(path, **more):
    (member,) = read(path, **more)
    assert member.refusal is not None
    words = [
        member.refusal.error.zh,
        member.refusal.error.en,
        member.refusal.remedy.zh,
        member.refusal.remedy.en,
    ]
    assert all(words)
    assert not any("{" in word for word in words)
    return member.refusal.key


@pytest.fixture
def workbook(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名册"
    sheet["B3"] = "姓名"
    sheet.append(
        [None, 3.0, dt.date(2023, 5, 8), dt.datetime(2023, 5, 8, 14, 30), 1.25, True, 123456789012345678]
    )
    sheet.merge_cells("B3:D3")
    hidden = book.create_sheet("旧")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    return path


def test_cells_arrive_as_text_dates_as_iso_and_ruined_numbers_with_their_exponent(workbook):
    (member,) = read(workbook)
    sheet, hidden = member.sheets
    assert (sheet.name, sheet.first_row, sheet.merges) == ("名册", 3, ((0, 0, 0, 2),))
    first, second = ([*row.values()] for row in sheet.table.to_pylist())
    assert first == ["姓名", None, None, None, None, None]
    assert second == ["3", "2023-05-08", "2023-05-08 14:30:00", "1.25", "TRUE", "1.23456789012346E+17"]
    assert hidden.is_hidden


def test_error_cells_and_hidden_rows_show(tmp_path):
    import xlsxwriter

    path = tmp_path / "e.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        sheet.write_row(0, 0, ["姓名", "金额"])
        sheet.write(1, 0, "张三")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        sheet.write_row(2, 0, ["李四", 5])
        sheet.set_row(2, None, None, {"hidden": True})
    (member,) = read(path)
    (sheet,) = member.sheets
    assert sheet.table.to_pylist()[1:] == [{"c0": "张三", "c1": "#DIV/0!"}, {"c0": "李四", "c1": "5"}]
    assert sheet.hidden_rows == 1


TEXT = '附件1\n姓名,单位,说明\n张三,甲大学,"两行\n说明，有逗号,"\n李四,乙大学,\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_in_every_encoding_and_separator(tmp_path, encoding, separator):
    path = tmp_path / "a.csv"
    text = TEXT.replace("姓名,单位,说明", separator.join(["姓名", "单位", "说明"]))
    text = text.replace("张三,甲大学,", f"张三{separator}甲大学{separator}").replace(
        "李四,乙大学,", f"李四{separator}乙大学{separator}"
    )
    path.write_bytes(text.encode(encoding))
    assert rows(path) == [
        ["附件1", None, None],
        ["姓名", "单位", "说明"],
        ["张三", "甲大学", "两行\n说明，有逗号,"],
        ["李四", "乙大学", None],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "姓名,单位\n张三,甲大学\n\n李四,乙大学\n合计:2\n\n",
        "姓名,单位\r\n张三,甲大学\r\n\r\n李四,乙大学\r\n合计:2\r\n",
    ],
)
def test_ragged_text_keeps_its_row_numbers(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    found = rows(path)
    assert found[1] == ["张三", "甲大学"]
    assert found[2] == [None, None]
    assert found[3] == ["李四", "乙大学"]
    assert found[4] == ["合计:2", None]


def test_an_archive_names_its_members_in_gbk_and_reads_each(tmp_path, workbook):
    path = tmp_path / "上报.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(workbook, "占位.xlsx")
        archive.writestr("b.csv", "姓名,单位\n张三,甲大学\n")
        archive.writestr("扫描.pdf", "%PDF-1.4")
        archive.writestr("__MACOSX/._b.csv", "x")
    raw = path.read_bytes().replace("占位.xlsx".encode(), "武汉.xlsx".encode())
    path.write_bytes(raw)
    members = {member.name: member for member in read(path)}
    assert set(members) == {"上报.zip › 武汉.xlsx", "上报.zip › b.csv", "上报.zip › 扫描.pdf"}
    assert members["上报.zip › 扫描.pdf"].refusal.key == "picture"


def test_member_names_as_chinese_windows_writes_them():
    from data_ingest.readers.archive import member_name

    member = zipfile.ZipInfo("武汉名册.xlsx".encode("gbk").decode("cp437"))
    assert member_name(member) == "武汉名册.xlsx"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "picture"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n....", "picture"),
        ("a.rar", b"Rar!\x1a\x07\x01\x00", "archive_kind"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "archive_kind"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "truncated"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "word"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16le"), "password"),
        ("a.xls", "<html><p>登录已过期".encode(), "html"),
        ("a.csv", b"", "empty"),
        ("a.csv", b" \r\n \r\n", "empty"),
        ("a.csv", b"\xff\xff\xff\x80,\x81\x20", "encoding"),
        ("a.xlsx", b"PK\x03\x04 truncated", "truncated"),
    ],
)
def test_what_is_refused_says_why_and_the_way_out(tmp_path, name, content, key):
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path) == key


def test_a_truncated_workbook_and_a_word_file_are_refused(tmp_path, workbook):
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(workbook.read_bytes()[:-200])
    assert refused(cut) == "truncated"
    word = tmp_path / "a.docx"
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", "<x/>")
    assert refused(word) == "empty"


def test_a_bomb_is_refused_before_it_is_opened(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * 90_000_000)
    assert refused(path) == "bomb"


def test_archives_within_archives_end_somewhere(tmp_path):
    path = tmp_path / "0.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "姓名,单位\n张三,甲\n")
    for place in range(1, 5):
        outer = tmp_path / f"{place}.zip"
        with zipfile.ZipFile(outer, "w") as archive:
            archive.write(path, path.name)
        path = outer
    assert refused(path) == "nested"


def test_too_much_memory_or_time_costs_one_refusal_and_the_next_file_reads(tmp_path, workbook):
    path = tmp_path / "big.csv"
    path.write_text("a,b\n" + "1,2\n" * 2_000_000)
    tight = Limits(memory=24 * 1024 * 1024)
    assert refused(path, limits=tight) in ("memory", "broken")
    hurried = Limits(seconds=0.001)
    assert refused(path, limits=hurried) == "slow"
    few = Limits(cells=1000)
    assert refused(path, limits=few) == "too_large"
    assert read(workbook)[0].refusal is None


def test_the_child_is_kept_and_one_that_dies_is_replaced(workbook):
    read(workbook)
    child = _warm[DEFAULT]
    read(workbook)
    assert _warm[DEFAULT] is child
    child._process.kill()
    child._process.wait()
    assert read(workbook)[0].refusal is None


def test_a_sheet_of_a_million_blank_rows_reads_its_few_cells(tmp_path):
    path = tmp_path / "blank.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "姓名"
    book.active["A2"] = "张三"
    book.active.row_dimensions[1_000_000].height = 20
    book.save(path)
    assert rows(path) == [["姓名"], ["张三"]]
