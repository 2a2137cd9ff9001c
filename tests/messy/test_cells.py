"""How the files really look, cells: what one cell says in each of the ways in which people write it."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from tests.messy.support import csv, issues, load, rows


def one(tmp_path, header: str, cell: object, *, others: str = "姓名,单位名称", values=("示例甲", "模拟大学")):
    """A workbook of one row with the cell as its own type; what the column loads as, and the rules broken."""
    book = openpyxl.Workbook()
    book.active.append([*others.split(","), header])
    book.active.append([*values, cell])
    path = tmp_path / "a.xlsx"
    book.save(path)
    return load(path)


@pytest.mark.parametrize(
    ("cell", "phone", "rule"),
    [
        ("138-0000-0001", "13800000001", None),
        (13800000001.0, "13800000001", None),
        ("13800000001.0", "13800000001", None),
        ("+86 138 0000 0001", "13800000001", None),
        ("13800000001、13900000002", "13800000001", "several_phones"),
        ("１３８０００００００１", "13800000001", None),
        ("13800000001\n027-87654321", "13800000001", "several_phones"),
    ],
)
def test_phones(tmp_path, cell, phone, rule):
    loaded = one(tmp_path, "手机", cell)
    assert rows(loaded, "phone") == [(phone,)]
    assert [found[2] for found in issues(loaded)] == ([rule] if rule else [])


def test_eighteen_digits_ruined_by_excel_are_refused_never_repaired(tmp_path):
    demand = {"others": "企业名称,名称,提交日期", "values": ("模拟企业", "降本", "2025-3-1")}
    loaded = one(tmp_path, "统一社会信用代码", 914201001234567890, **demand)
    assert rows(loaded, "uscc") == [(None,)]
    assert issues(loaded) == [(2, "uscc", "ruined_number", False)]
    whole = one(tmp_path, "统一社会信用代码", "914201001234567890", **demand)
    assert rows(whole, "uscc") == [("914201001234567890",)]


DAY = dt.date(2023, 5, 8)


@pytest.mark.parametrize(
    ("cell", "day", "precision"),
    [
        ("2023.5.8", DAY, "day"),
        ("2023/5/8", DAY, "day"),
        ("2023年5月", dt.date(2023, 5, 1), "month"),
        ("二〇二三年五月", dt.date(2023, 5, 1), "month"),
        ("二○二三年五月八日", DAY, "day"),
        ("20230508", DAY, "day"),
        (20230508, DAY, "day"),
        (45054, DAY, "day"),
        ("45054", DAY, "day"),
        (DAY, DAY, "day"),
        (dt.datetime(2023, 5, 8, 14, 30), DAY, "day"),
        ("2023年5月8日-10日", DAY, "range"),
        ("２０２３．５．８", DAY, "day"),
        ("  2023-05-08　", DAY, "day"),
    ],
)
def test_dates(tmp_path, cell, day, precision):
    loaded = one(tmp_path, "日期", cell, others="姓名,类型", values=("示例甲", "企业走访"))
    assert rows(loaded, "acted_on", "acted_on_precision") == [(day, precision)]


@pytest.mark.parametrize("cell", ["2027-01-01", "03/04/2023", "1900-01-00", 12, "待定", "2023.13.1"])
def test_dates_that_lie_ahead_or_cannot_be_known_hold_the_row(tmp_path, cell):
    loaded = one(tmp_path, "日期", cell, others="姓名,类型", values=("示例甲", "企业走访"))
    assert rows(loaded, "acted_on") == []
    assert [(column, held) for _, column, _, held in issues(loaded)] == [("acted_on", True)]


def test_wan_and_yuan_mixed_in_one_column(tmp_path):
    text = "合同编号|姓名|签约日期|来源|金额（万元）\nH1|示例甲|2025-3-1|自报|120\nH2|示例甲|2025-3-1|自报|1200000元\nH3|示例甲|2025-3-1|自报|1.2亿元\nH4|示例甲|2025-3-1|自报|￥35.5万元"
    loaded = load(csv(tmp_path / "a.csv", text))
    assert rows(loaded, "amount_wan") == [(120.0,), (120.0,), (12000.0,), (35.5,)]


@pytest.mark.parametrize("empty", ["无", "—", "/", "0", "N/A", "-", "　", "暂无"])
def test_forms_of_empty(tmp_path, empty):
    loaded = one(tmp_path, "职称", empty)
    assert rows(loaded, "title") == [(None,)]
    assert issues(loaded) == []


@pytest.mark.parametrize("joint", ["、", "；", "/"])
def test_several_values_in_a_cell(tmp_path, joint):
    loaded = one(tmp_path, "专业领域", f"新材料{joint}电子信息")
    (value,) = rows(loaded, "field")[0]
    assert value in ("新材料", "新材料、电子信息")


def test_numbers_as_text_and_error_cells(tmp_path):
    text = "姓名|日期|类型|时长\n示例甲|2025-3-1|企业走访|'3\n示例乙|2025-3-1|企业走访|３．５\n示例丙|2025-3-1|企业走访|#REF!"
    loaded = load(csv(tmp_path / "a.csv", text))
    assert [hours for (hours,) in rows(loaded, "hours")][1:] == [3.5, None]
    assert (4, "hours", "broken_formula", False) in issues(loaded)
