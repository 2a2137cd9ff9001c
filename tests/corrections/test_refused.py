"""Files of which nothing could be read go back too: what was found, what would be needed, how to go on."""

from __future__ import annotations

import openpyxl
import pytest

from foundation.warehouse.home import Home
from refresh import retract
from refresh.intake.ledger_state import read_state
from refresh.intake.refused import refused_files
from refresh.review.returns import NothingPublishedError, write_returns
from tests.refresh.files import DEMANDS, take

STRANGE = [
    ("填报单位：宜昌市科协",),
    ("企业名称", "需求名称", "啥时候报的", "谁报的"),
    ("模拟企业B-901", "硅光芯片低损耗耦合（模拟数据）", "2025-12-03", "模拟某甲"),
    ("模拟企业B-902", "中低温余热回收装置（模拟数据）", "2025-12-04", "模拟某甲"),
]


def strange(path):
    book = openpyxl.Workbook()
    for row in STRANGE:
        book.active.append(row)
    book.active.column_dimensions["A"].width = 33
    book.save(path)
    return path


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def returns(home, folder):
    return write_returns(home, folder, who="测试")


def words(page):
    return "\n".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None)


def test_a_table_that_nobody_recognises_goes_back_with_what_it_lacks(home, tmp_path):
    (file,) = take(home, strange(tmp_path / "需求.xlsx"))["files"]
    assert file["status"] == "refused"
    (one,) = returns(home, tmp_path / "退回")
    assert (one.sender, one.cells, one.unread) == ("宜昌市科协", 0, 1)
    book = openpyxl.load_workbook(one.path)
    assert book.sheetnames == ["退回说明", "Sheet"]
    cover = words(book["退回说明"])
    assert "一行也没有载入" in cover
    assert "第 2 行的表头：企业名称、需求名称、啥时候报的、谁报的" in cover
    assert "缺 提交日期" in cover
    # The sender's own sheet as it was.
    assert [tuple(c.value for c in row if c.value) for row in book["Sheet"].iter_rows()] == STRANGE
    assert book["Sheet"].column_dimensions["A"].width == 33


def test_mended_it_loads_and_takes_the_place_of_the_refused_one(home, tmp_path):
    take(home, strange(tmp_path / "需求.xlsx"), sender="宜昌市科协办公室")
    (one,) = returns(home, tmp_path / "退回")
    book = openpyxl.load_workbook(one.path)
    book["Sheet"]["C2"], book["Sheet"]["D2"] = "提交日期", "联络员姓名"
    book.save(tmp_path / "改.xlsx")
    (file,) = take(home, tmp_path / "改.xlsx")["files"]
    assert (file["status"], file["rows_loaded"], file["sender"]) == ("loaded", 2, "宜昌市科协办公室")
    assert list(refused_files(home, read_state(home))) == []
    retract(home, "改.xlsx", who="测试")
    assert [one.entry.name for one in refused_files(home, read_state(home))] == ["需求.xlsx"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("扫描.pdf", b"%PDF-1.7", "PDF"),
        ("断.xlsx", b"PK\x03\x04" + b"\x00" * 40, "不完整"),
        ("空.csv", b"", "空"),
    ],
)
def test_what_cannot_be_opened_gives_a_cover_alone(home, tmp_path, name, content, why):
    (tmp_path / name).write_bytes(content)
    take(home, tmp_path / name)
    (one,) = returns(home, tmp_path / "退回")
    book = openpyxl.load_workbook(one.path)
    assert book.sheetnames == ["退回说明"]
    cover = words(book["退回说明"])
    assert "退回的只有本页" in cover
    assert why in cover
    assert not book.custom_doc_props.names


def test_a_later_file_of_the_same_name_and_sender_answers_it(home, tmp_path):
    path = strange(tmp_path / "需求.xlsx")
    take(home, path, sender="宜昌市科协")
    path.write_text(DEMANDS.lstrip(), encoding="utf-8-sig")
    take(home, path, sender="宜昌市科协")
    assert list(refused_files(home, read_state(home))) == []


def test_refused_members_of_an_archive_go_back_one_by_one(home, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "全部.zip", "w") as archive:
        archive.write(strange(tmp_path / "需求.xlsx"), "需求.xlsx")
        archive.writestr("扫描.pdf", b"%PDF-1.7")
    take(home, tmp_path / "全部.zip", sender="宜昌市科协")
    found = {one.source: one for one in returns(home, tmp_path / "退回")}
    assert set(found) == {"全部.zip › 需求.xlsx", "全部.zip › 扫描.pdf"}
    assert openpyxl.load_workbook(found["全部.zip › 需求.xlsx"].path).sheetnames == ["退回说明", "Sheet"]


def test_a_home_without_anything_has_nothing_to_return(home, tmp_path):
    with pytest.raises(NothingPublishedError):
        returns(home, tmp_path / "退回")
