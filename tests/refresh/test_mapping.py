"""Columns told once: remembered for the sender's layout, kept by rebuilds, the same in any order."""

from __future__ import annotations

import json

import pytest

from data_ingest.tables.header_mapping import KIND
from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from refresh import build_snapshot, snapshot_id
from refresh.decisions.answers_file import AnswersFileError, read_answers
from refresh.decisions.record import DecisionEntry, write_down
from refresh.review.returns import write_returns
from refresh.uploads.preview import preview
from refresh.uploads.tray import fill_tray, remove_tray
from tests.refresh.files import RECEIVED, take

STRANGE = """填报单位：宜昌市科协
报上来的日子,谁报的,哪家厂,要解决啥,市州
2025-12-03,模拟某甲,模拟企业B-901,硅光芯片低损耗耦合（模拟数据）,宜昌
2025-12-04,模拟某甲,模拟企业B-902,中低温余热回收装置（模拟数据）,宜昌
"""
LATER = STRANGE.replace("B-902", "B-907").replace("2025-12-03", "05/06/25")
ANSWER = {
    "kind": KIND,
    "sender": "宜昌市科协",
    "table": "企业需求",
    "headers": ["报上来的日子", "谁报的", "哪家厂", "要解决啥", "市州"],
    "columns": {
        "报上来的日子": "提交日期",
        "谁报的": "officer__name",
        "哪家厂": "企业名称",
        "要解决啥": "title",
    },
}


def answers(tmp_path, *said):
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(said, ensure_ascii=False))
    return read_answers(path, ())


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    write_down(home, answers(tmp_path, ANSWER), who="测试")
    return home


def file(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_refused_with_reason_and_way_out_until_told(tmp_path):
    home, path = Home(tmp_path / "home"), file(tmp_path, "需求.csv", STRANGE)
    (refused,) = take(home, path)["files"]
    assert refused["status"] == "refused"
    assert "报上来的日子、谁报的" in refused["error_zh"]
    assert "指定一次" in refused["remedy_zh"]
    write_down(home, answers(tmp_path, ANSWER), who="测试")
    (loaded,) = take(home, path)["files"]
    assert (loaded["status"], loaded["rows_read"], loaded["rows_loaded"]) == ("loaded", 2, 2)
    assert loaded["tables"][0]["mapping"].startswith("报上来的日子=submitted_on；谁报的=officer__name")


def test_what_was_refused_comes_in_with_the_next_build(tmp_path):
    home = Home(tmp_path / "home")
    take(home, file(tmp_path, "需求.csv", STRANGE), file(tmp_path, "坏.csv", "一，二\n三，四\n"))
    write_down(home, answers(tmp_path, ANSWER), who="测试")
    assert build_snapshot(home) is not None
    assert {entry.name: entry.state for entry in ledger.files(home)} == {
        "需求.csv": "in_force",
        "坏.csv": "refused",
    }
    demands = "select count(*) from demands"
    assert snapshots.current(home).cursor().execute(demands).fetchall() == [(2,)]
    before = ledger.files(home)
    assert build_snapshot(home) == snapshots.current_id(home)
    assert ledger.files(home) == before


def test_what_came_again_meanwhile_is_not_read_twice(home, tmp_path):
    """A refused file that a later one of its name and sender replaced stays out."""
    first = file(
        tmp_path, "需求.csv", "填报单位：宜昌市科协\n报上来的日子,谁报的,哪家厂\n2025-12-03,模拟某甲,模拟\n"
    )
    assert take(home, first)["files"][0]["status"] == "refused"
    take(home, file(tmp_path, "需求.csv", STRANGE))
    headers = ["报上来的日子", "谁报的", "哪家厂"]
    said = ANSWER | {
        "headers": headers,
        "columns": dict(zip(headers, ["提交日期", "officer__name", "title"], strict=True)),
    }
    write_down(home, answers(tmp_path, said), who="测试")
    build_snapshot(home)
    assert [entry.state for entry in ledger.files(home)] == ["refused", "in_force"]


def test_later_files_of_the_layout_are_read_so_and_other_senders_are_not(home, tmp_path):
    first, later = file(tmp_path, "一.csv", STRANGE), file(tmp_path, "二.csv", LATER)
    other = file(tmp_path, "三.csv", STRANGE.replace("宜昌市科协", "黄石市科协"))
    files = {one["file"]: one for one in take(home, first, later, other)["files"]}
    assert {name: one["status"] for name, one in files.items()} == {
        "一.csv": "loaded",
        "二.csv": "partly",
        "三.csv": "refused",
    }
    assert (files["二.csv"]["rows_read"], files["二.csv"]["rows_quarantined"]) == (2, 1)


def test_a_rebuild_keeps_it_and_a_new_answer_reads_anew(home, tmp_path):
    take(home, file(tmp_path, "一.csv", STRANGE))
    before = snapshots.current_id(home)
    assert build_snapshot(home) == before
    (decision,) = ledger.decisions(home)
    columns = [*decision.body["columns"][:2], "title", "enterprise", None]
    write_down(home, [DecisionEntry(KIND, {**decision.body, "columns": columns})], who="测试")
    assert build_snapshot(home) != before
    titles = snapshots.current(home).cursor().execute("select title from demands order by 1").fetchall()
    assert titles == [("模拟企业B-901",), ("模拟企业B-902",)]


def test_answers_in_any_order_make_one_snapshot(tmp_path):
    person = DecisionEntry("different_person", {"a": "甲（一）", "b": "甲（二）"})
    general = DecisionEntry("is_person", {"text": "某甲", "person": "甲（一）"})
    placed = DecisionEntry("is_person", {"text": "某甲", "person": "甲（二）", "sha256": "0" * 64})
    (mapping,) = answers(tmp_path, ANSWER)
    ids = set()
    for order in ((person, general, placed, mapping), (mapping, placed, person, general)):
        home = Home(tmp_path / f"home{len(ids)}{order[0].kind}")
        write_down(home, order, who="测试")
        take(home, file(tmp_path, "一.csv", STRANGE))
        ids.add(snapshot_id(home))
    assert len(ids) == 1
    assert len(ledger.decisions(home)) == 4


def test_a_return_workbook_of_a_told_layout_comes_back_mended(home, tmp_path):
    from openpyxl import load_workbook

    take(home, file(tmp_path, "二.csv", LATER))
    (returned,) = write_returns(home, tmp_path / "退回表", who="测试")
    book = load_workbook(returned.path)
    marked = {c.coordinate: c for sheet in book for row in sheet.iter_rows() for c in row if c.comment}
    # The officer is in no roster here; both stand under the headers as the sender wrote them.
    assert {at: cell.value for at, cell in marked.items()} == {"A3": "05/06/25", "B4": "模拟某甲"}
    marked["A3"].value = "2025-06-05"
    book.save(tmp_path / "改.xlsx")
    (mended,) = take(home, tmp_path / "改.xlsx")["files"]
    assert (mended["status"], mended["rows_loaded"]) == ("loaded", 2)
    assert mended["corrects"][0]["before"]["rows_quarantined"] == 1


def test_the_preview_offers_what_is_not_understood(home):
    tray = fill_tray(home, [("新.csv", STRANGE.replace("宜昌市科协", "随州市科协").encode())])
    (seen,) = preview(home, tray, received=RECEIVED)
    (head,) = seen.heads
    assert (head.sender, head.row, head.is_read) == ("随州市科协", 2, False)
    remove_tray(tray)


@pytest.mark.parametrize(
    "change",
    [{"table": "没有这张表"}, {"columns": {"不在表头里": "title"}}, {"columns": {"谁报的": "没有这一列"}}],
)
def test_an_answer_that_names_nothing_known_is_not_taken(tmp_path, change):
    with pytest.raises(AnswersFileError):
        answers(tmp_path, ANSWER | change)
