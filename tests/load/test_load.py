"""A whole file in, typed rows and issues out, every row accounted for."""

from __future__ import annotations

import datetime as dt
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_ingest.load import LoadedFile, load_file
from data_ingest.sheets import SHEETS

RECEIVED = dt.date(2026, 1, 10)


def load(path, **more):
    return load_file(path, name=path.name, sha256="0" * 64, received_on=RECEIVED, **more)


def written(tmp_path, text, name="a.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_are_loaded_typed_or_quarantined_with_their_place(tmp_path):
    path = written(
        tmp_path,
        "履职记录（模拟数据）\n填报单位（盖章）：宜昌市科协,,填报日期：2025-12-20,\n"
        "姓名,日期,类型,时长\n张三,2025.3.1,走访,2\n李四,待定,企业走访,x\n王五,2025年4月,企业走访,x\n合计,3,,\n",
    )
    loaded = load(path)
    (table,) = loaded.tables
    assert (table.table, table.rows_read, table.rows_loaded, table.rows_quarantined) == (
        "activities",
        3,
        2,
        1,
    )
    rows = table.frame.to_pylist()
    assert [(r["row_number"], r["acted_on"], r["acted_on_precision"], r["hours"]) for r in rows] == [
        (4, dt.date(2025, 3, 1), "day", 2.0),
        (6, dt.date(2025, 4, 1), "month", None),
    ]
    assert {r["reported_on"] for r in rows} == {dt.date(2025, 12, 20)}
    held = [(i["row_number"], i["column_name"], i["is_row_held"]) for i in table.issues.to_pylist()]
    assert held == [(5, "acted_on", True), (5, "hours", True), (6, "hours", False)]
    assert (loaded.sender, loaded.is_simulated, loaded.error) == ("宜昌市科协", True, None)


def test_the_frame_fits_the_snapshots_table(tmp_path):
    path = written(tmp_path, "姓名,单位,日期,类型,联系电话\n张三,甲大学,2025-3-1,企业走访,138-0000-0001\n")
    (table,) = load(path).tables
    known = {name for name, _ in SHEETS["activities"].snapshot_columns()}
    assert set(table.frame.column_names) <= known
    assert table.hints.to_pylist() == [
        {"row_number": 2, "name": None, "unit": "甲大学", "phone": "13800000001", "city": None}
    ]


def test_city_comes_from_the_row_the_sheets_name_the_reporter_the_sender(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for name in ("黄石", "其他", "又一"):
        sheet = book.create_sheet(name)
        if name == "其他":
            sheet.append(["填报单位（盖章）：宜昌市科协"])
        sheet.append(["姓名", "单位", "市州"])
        sheet.append(["张三", "甲大学", "荆州市"])
        sheet.append(["李四", "甲大学", None])
        sheet.append(["王五", "甲大学", "长沙市"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    cities = [table.frame["city"].to_pylist() for table in load(path, sender="襄阳市科协").tables]
    assert cities == [["421000", "420200", None], ["421000", "420500", None], ["421000", "420600", None]]


def test_content_ids_follow_the_cells_not_the_layout_and_count_occurrences(tmp_path):
    one = load(written(tmp_path, "姓名,日期,类型\n张三,2025-3-1,企业走访\n张三,2025-3-1,企业走访\n")).tables[
        0
    ]
    other = load(
        written(tmp_path, "标题\n类型,备用,姓名,日期\n企业走访,x, 张三 ,2025-3-1\n", "b.csv")
    ).tables[0]
    first, second = one.frame["content_id"].to_pylist()
    assert first != second
    assert other.frame["content_id"].to_pylist() == [first]


def test_occurrences_count_over_the_worksheets_of_a_file(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("二")):
        sheet.append(["姓名", "日期", "类型"])
        sheet.append(["张三", "2025-3-1", "企业走访"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    ids = [table.frame["content_id"][0].as_py() for table in load(path).tables]
    assert len(set(ids)) == 2


def test_money_below_a_header_in_yuan(tmp_path):
    path = written(tmp_path, "合同编号,联络员,合同金额（元）,签约日期,来源\nHT1,张三,1200000,2025-3-1,自报\n")
    assert load(path).tables[0].frame["amount_wan"].to_pylist() == [120.0]


def test_a_file_without_a_table_is_refused_and_sheets_passed_over_are_told(tmp_path):
    loaded = load(written(tmp_path, "商品,单价,数量\n甲,1,2\n乙,3,4\n"))
    assert loaded.error is not None
    assert "a" in loaded.error.zh
    assert loaded.tables == []
    assert [(p.sheet, p.is_error) for p in loaded.passed_over] == [("a", True)]


def test_an_archive_loads_what_it_can_and_names_the_rest(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.csv", "姓名,日期,类型\n张三,2025-3-1,企业走访\n")
        archive.writestr("c.pdf", "%PDF-1.4")
    loaded = load(path)
    assert [table.file for table in loaded.tables] == ["a.zip › b.csv"]
    assert [(p.file, p.is_error) for p in loaded.passed_over] == [("a.zip › c.pdf", True)]
    assert loaded.error is None


def test_an_empty_template_has_a_table_without_rows(tmp_path):
    (table,) = load(written(tmp_path, "姓名,日期,类型\n")).tables
    assert (table.rows_read, table.frame.num_rows) == (0, 0)


def test_saved_and_loaded_again_it_is_the_same(tmp_path):
    text = "姓名,单位,日期,类型\n张三,甲大学,2025-3-1,企业走访\n李四,甲大学,待定,企业走访\n"
    loaded = load(written(tmp_path, text), sender="宜昌市科协")
    loaded.save(tmp_path / "kept")
    again = LoadedFile.load(tmp_path / "kept")
    assert again == loaded
    refused = load(written(tmp_path, "", "leer.csv"))
    refused.save(tmp_path / "refused")
    assert LoadedFile.load(tmp_path / "refused") == refused


CELL = st.sampled_from(
    ["张三", "", "无", "2025-3-1", "2052-1-1", "企业走访", "合计", "同上", "x,y", "填表人：甲", "一、", "3"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=12), seed=st.integers(0, 99))
def test_each_row_is_loaded_or_quarantined_exactly_once(tmp_path, rows, seed):
    import csv

    path = tmp_path / "p.csv"

    def outcome(order):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("联络员", "日期", "类型", "内容"), *order])
        (table,) = load(path).tables
        held = {i["row_number"] for i in table.issues.to_pylist() if i["is_row_held"]}
        loaded = set(table.frame["row_number"].to_pylist())
        assert not held & loaded
        assert table.rows_read == len(held) + len(loaded) == table.rows_loaded + table.rows_quarantined
        assert table.rows_loaded == table.frame.num_rows
        assert len(set(table.frame["content_id"].to_pylist())) == table.frame.num_rows
        return sorted(table.frame["content_id"].to_pylist())

    straight = [row for row in rows if "同上" not in row and "填表人：甲" not in row]
    shuffled = random.Random(seed).sample(straight, len(straight))
    outcome(rows)
    assert outcome(straight) == outcome(shuffled)


@pytest.mark.parametrize("sheet_id", list(SHEETS))
def test_every_sheets_own_header_is_recognised_as_that_sheet(tmp_path, sheet_id):
    sheet = SHEETS[sheet_id]
    header = ",".join(column.title.zh for column in sheet.columns)
    example = ",".join(column.example.replace(",", "，") for column in sheet.columns)
    path = written(tmp_path, f"{header}\n{example}\n", "x.csv")
    assert [table.table for table in load(path).tables] == [sheet_id]
