"""A row without a number, sent again with one cell changed: asked about, and settled by the answer."""

from __future__ import annotations

import datetime as dt

import pytest

from foundation.warehouse import snapshots
from foundation.warehouse.home import Home
from refresh import build_snapshot, retract
from refresh.decisions.record import answer_to, questions, write_down
from tests.refresh.files import take, write

ACTS = """填报单位：武汉市科协
联络员姓名,联络员单位,日期,类型,时长,内容
模拟甲,武汉模拟大学,2025-11-03,企业走访,2,走访模拟企业一
模拟甲,武汉模拟大学,2025-11-10,座谈交流,3,与模拟企业二座谈
"""
AGAIN = ACTS.replace("2,走访", "4,走访")


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    take(home, write(tmp_path / "in") / "名册.csv")
    return home


def send(home, tmp_path, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return take(home, *(tmp_path / f"{name}.csv" for name in files))


def hours(home):
    rows = snapshots.current(home).cursor().execute("select hours from activities order by acted_on, hours")
    return [value for (value,) in rows.fetchall()]


def repeats(home):
    return [one for one in questions(snapshots.current(home)) if one["kind"] == "repeat"]


def test_both_count_and_one_question_says_what_changed(home, tmp_path):
    send(home, tmp_path, 一=ACTS, 二=AGAIN)
    assert hours(home) == [2, 4, 3]
    (question,) = repeats(home)
    assert (question["table"], question["column_name"], question["row_number"]) == ("activities", "hours", 3)
    assert "2 → 4" in question["reason_zh"]


@pytest.mark.parametrize(("said", "left"), [("同一条", 2), ("两条", 3)])
def test_the_answer_holds_at_every_rebuild(home, tmp_path, said, left):
    send(home, tmp_path, 一=ACTS, 二=AGAIN)
    (question,) = repeats(home)
    write_down(home, [answer_to(question, said)], who="测试")
    build_snapshot(home)
    assert len(hours(home)) == left
    assert repeats(home) == []
    (kept,) = snapshots.current(home).cursor().execute("select count(*) from superseded").fetchall()
    assert kept == (3 - left,)


def test_the_later_one_holds_and_with_it_retracted_the_earlier_is_back(home, tmp_path):
    send(home, tmp_path, 一=ACTS)
    (tmp_path / "二.csv").write_text(AGAIN, encoding="utf-8")
    take(home, tmp_path / "二.csv", received=dt.date(2026, 2, 1))
    write_down(home, [answer_to(repeats(home)[0], "同一条")], who="测试")
    build_snapshot(home)
    assert hours(home) == [4, 3]
    retract(home, "二.csv", who="测试")
    assert hours(home) == [2, 3]


@pytest.mark.parametrize(
    "other",
    [
        AGAIN.replace("武汉市科协", "黄石市科协"),  # another sender
        AGAIN.replace("走访模拟企业一", "走访模拟企业九"),  # two cells
        AGAIN.replace("2025-11-03", "2025-11-04"),  # another day
        ACTS,  # the same record
    ],
)
def test_what_is_another_record_or_the_same_is_not_asked_about(home, tmp_path, other):
    send(home, tmp_path, 一=ACTS, 二=other + "\n")
    assert repeats(home) == []


def test_files_of_one_name_from_two_senders_are_not_one_sent_again(home, tmp_path):
    for folder, words in {"武汉": ACTS, "黄石": AGAIN.replace("武汉市科协", "黄石市科协")}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "材料.csv").write_text(words, encoding="utf-8")
        take(home, tmp_path / folder / "材料.csv")
    assert repeats(home) == []
