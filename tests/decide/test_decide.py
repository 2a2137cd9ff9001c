"""`liaison decide`: answers in, the next snapshot knows them; nothing of a file that is not understood."""

from __future__ import annotations

import csv
import io
import json

import pytest

from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from tests.cli.running import liaison
from tests.refresh.files import take

ROSTER = """
姓名,单位名称,类别,市州,推荐单位,聘期起
模拟甲,武汉模拟大学,A,武汉,武汉市科协,2024-06-01
模拟甲,宜昌模拟园区,B,宜昌,宜昌市科协,2024-06-01
"""
DEMANDS = """
提交日期,联络员姓名,企业名称,需求名称,市州
2025-11-03,模拟甲,模拟企业B-001,硅光芯片低损耗耦合（模拟数据）,
2025-11-04,无此人,模拟企业B-002,铝合金车架焊接变形控制（模拟数据）,
"""


@pytest.fixture
def home(tmp_path):
    (tmp_path / "名册.csv").write_text(ROSTER.lstrip(), encoding="utf-8-sig")
    (tmp_path / "需求.csv").write_text(DEMANDS.lstrip(), encoding="utf-8-sig")
    home = Home(tmp_path / "home")
    take(home, tmp_path / "名册.csv", tmp_path / "需求.csv")
    return home


def counted(home):
    sql = "select d.title, p.org from demands d join persons p using (person_id) order by 1"
    return snapshots.current(home).cursor().execute(sql).fetchall()


def test_the_list_filled_in_is_an_answer(home, tmp_path):
    listed = liaison("decide", "--list", "--home", home.root, cwd=tmp_path)
    assert listed.code == 0
    rows = list(csv.DictReader(io.StringIO(listed.out)))
    assert [(r["kind"], r["text"]) for r in rows] == [
        ("namesakes", "模拟甲"), ("person", "无此人"), ("person", "模拟甲"),
    ]  # fmt: skip
    assert counted(home) == []

    answers = {"namesakes": "不同人", "person": "模拟甲（宜昌模拟园区）"}
    for row in rows:
        row["answer"] = answers[row["kind"]] if row["text"] == "模拟甲" else ""
    with (tmp_path / "答复.csv").open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=rows[0])
        writer.writeheader()
        writer.writerows(rows)
    done = liaison("decide", "答复.csv", "--home", home.root, "--json", cwd=tmp_path)
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert (report["decided"], report["open"]) == (2, 1)
    assert report["snapshot"] != report["previous"]
    assert counted(home) == [("硅光芯片低损耗耦合（模拟数据）", "宜昌模拟园区")]


def test_the_same_answer_again_changes_nothing(home, tmp_path):
    answer = [{"kind": "same_person", "a": "模拟甲（武汉模拟大学）", "b": "模拟甲（宜昌模拟园区）"}]
    (tmp_path / "答复.json").write_text(json.dumps(answer), encoding="utf-8")
    first = liaison("decide", "答复.json", "--home", home.root, "--json", cwd=tmp_path)
    again = liaison("decide", "答复.json", "--home", home.root, "--json", cwd=tmp_path)
    assert json.loads(again.out)["decided"] == 0
    assert json.loads(first.out)["decided"] == len(ledger.decisions(home)) == 1
    assert snapshots.current(home).cursor().execute("select count(*) from persons").fetchone() == (1,)
    assert len(counted(home)) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("question_id,answer\nQ0000000000,同一人\n", "Q0000000000"),
        ("kind,a,b\nsame_person,模拟甲（武汉模拟大学）,不存在的人\n", "不存在的人"),
        ("kind,a,b\nsame_person,模拟甲（武汉模拟大学）,\n", "b"),
        ("姓名\n模拟甲\n", "question_id"),
    ],
)
def test_a_file_that_is_not_understood_decides_nothing(home, tmp_path, content, said):
    (tmp_path / "答复.csv").write_text(content, encoding="utf-8")
    before = snapshots.current_id(home)
    ran = liaison("decide", "答复.csv", "--home", home.root, cwd=tmp_path)
    assert ran.code == 1
    assert said in ran.err
    assert ledger.decisions(home) == []
    assert snapshots.current_id(home) == before


def test_wrong_usage(tmp_path):
    assert liaison("decide", cwd=tmp_path).code == 2
    assert liaison("decide", "没有.csv", cwd=tmp_path).code == 2
