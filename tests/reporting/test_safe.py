"""Nothing that leaves acts as a formula; file names fit every system."""

import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.sheet.lists import list_workbook
from reporting.type.safe import file_name, neutralise, neutralised
from reporting.type.table import chart_csv, csv_bytes
from tests.charts.frames import STAMP
from tests.reporting.charts import shares

DANGEROUS = ["=1+1", "+86 138", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\u00a0@x"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_becomes_text(text):
    assert neutralise(text) == f"'{text}"


@pytest.mark.parametrize("value", ["武汉", "", "a=b", "-", 3, -3, -0.5, None])
def test_all_else_stays(value):
    assert neutralise(value) == value


def test_characters_that_no_workbook_can_hold_are_dropped():
    assert neutralise("甲\x00\x0b乙") == "甲乙"


def test_headers_are_neutralised_too():
    assert neutralised(pd.DataFrame({"=a": ["@b"]})).to_dict("list") == {"'=a": ["'@b"]}


def test_csv_opens_in_excel_with_its_stamp_and_no_formula():
    content = csv_bytes(pd.DataFrame({"姓名": DANGEROUS[:4]}))
    assert content.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")
    assert back["姓名"].to_list() == [f"'{text}" for text in DANGEROUS[:4]]
    lines = chart_csv(shares(), "zh").decode("utf-8-sig").strip().splitlines()
    assert lines[0].startswith("责任单位,在聘人数,主动型（%）")
    assert lines[-1].endswith("全省 · 模拟数据")


def test_list_cells_are_texts():
    frame = pd.DataFrame({"姓名": DANGEROUS, "=头": range(len(DANGEROUS))})
    sheet = openpyxl.load_workbook(io.BytesIO(list_workbook(frame, "名单", STAMP, "zh"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(cell.data_type == "s" for cell in cells)
    assert not [cell.value for cell in cells if cell.value.strip()[:1] in set("=+-@")]


@given(st.lists(st.text(max_size=300), max_size=3))
def test_any_words_make_a_file_name(parts):
    name = file_name(*parts, suffix="xlsx")
    assert name.endswith(".xlsx")
    assert len(name.removesuffix(".xlsx")) > 0
    assert len(name.encode()) < 200
    assert not set(name) & set('\\/:*?"<>|\n\t\x00')
    assert not name.startswith((".", " "))


def test_names_that_windows_keeps_to_itself():
    assert file_name("CON", suffix="csv") == "_CON.csv"
    assert file_name("主动型 占比？", "2025-12", suffix="pptx") == "主动型_占比_2025-12.pptx"
