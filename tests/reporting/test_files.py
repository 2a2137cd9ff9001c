"""PowerPoint and Excel files as their readers find them: native, stamped, described, and opening elsewhere."""

import datetime as dt
import io
import shutil
import subprocess
import zipfile

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation

from foundation.locales import Text
from reporting.sheet.lists import list_workbook
from reporting.sheet.workbook import workbook
from reporting.slide.chart import slides
from reporting.type.lettering import TYPEFACE
from reporting.type.stamp import stamp_line
from reporting.type.words import words
from tests.charts.frames import STAMP
from tests.reporting.charts import ALL, shares

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def deck(lang="zh"):
    return Presentation(io.BytesIO(slides([make() for make in ALL], lang)))


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_one_slide_a_chart_wide_screen_with_title_and_stamp():
    made = deck()
    assert len(made.slides) == len(ALL)
    assert round(made.slide_width / made.slide_height, 3) == round(16 / 9, 3)
    for slide, make in zip(made.slides, ALL, strict=True):
        chart = make()
        assert slide.shapes.title.text_frame.text == chart.title.zh
        assert {chart.subtitle.zh, stamp_line(chart.stamp, "zh")} <= set(texts(slide))


def test_charts_are_native_and_described_for_those_who_do_not_see_them():
    for slide, make in zip(deck().slides, ALL, strict=True):
        frame = next(shape for shape in slide.shapes if shape.has_chart or shape.has_table)
        assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == words(make(), "zh")
    kinds = [any(shape.has_chart for shape in slide.shapes) for slide in deck().slides]
    assert kinds == [True, False, True]


def test_nothing_lies_beside_the_slide_and_letters_suit_a_projector():
    made = deck("en")
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height
            for run in shape._element.iter(f"{A}rPr"):
                assert int(run.get("sz", 1200)) >= 1200


def test_chinese_type_is_named_for_both_scripts():
    for slide in deck().slides:
        for latin in slide._element.iter(f"{A}latin"):
            assert latin.get("typeface") == latin.getnext().get("typeface") == TYPEFACE
    with zipfile.ZipFile(io.BytesIO(slides([shares()], "zh"))) as parts:
        names = [name for name in parts.namelist() if "charts/chart" in name]
        assert TYPEFACE.encode() in parts.read(names[0])
        assert TYPEFACE.encode() in parts.read("ppt/theme/theme1.xml")


def test_suppressed_rows_carry_their_words_on_the_slide():
    plot = next(shape for shape in deck().slides[0].shapes if shape.has_chart).chart.plots[0]
    written = [text.text for text in plot._element.iter(f"{A}t")]
    assert "n<10：主动 3 · 一般与响应 3 · 其他 1 · 久未联系 1" in written


def test_an_empty_deck_is_refused():
    with pytest.raises(ValueError, match="at least one chart"):
        slides([], "zh")


@pytest.mark.parametrize("make", ALL)
def test_the_same_chart_gives_the_same_workbook(make):
    assert workbook(make(), "zh") == workbook(make(), "zh")


@pytest.mark.parametrize("make", ALL)
def test_a_workbook_holds_chart_data_and_source(make):
    chart = make()
    content = workbook(chart, "zh")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["图", "数据", "出处"]
    assert book.properties.created == dt.datetime(2025, 12, 31)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert any("charts/chart" in name for name in parts.namelist()) is (chart.kind != "tile_grid")
    first = [cell for row in book["图"].values for cell in row if cell is not None]
    assert first[0] == chart.title.zh
    assert stamp_line(chart.stamp, "zh") in first
    source = dict(list(book["出处"].values)[1:])
    assert source["快照"] == "3f9a21c"
    assert source["数据性质"] == "模拟数据"


def test_hidden_helpers_feed_the_chart_and_counts_stay_visible():
    book = openpyxl.load_workbook(io.BytesIO(workbook(shares(), "zh")))
    sheet = book["数据"]
    heads = [cell.value for cell in sheet[1]]
    hidden = {name for name, cell in zip(heads, sheet[1], strict=True) if _is_hidden(sheet, cell)}
    assert hidden == {" ", "图中标签"}
    tianmen = next(row for row in sheet.values if row[0] == "天门")
    assert tianmen[heads.index("主动型")] is None
    assert tianmen[heads.index("主动型 人数")] == 3


def _is_hidden(sheet, cell):
    found = [d for d in sheet.column_dimensions.values() if d.min <= cell.column <= d.max]
    return any(dimension.hidden for dimension in found)


def people():
    return pd.DataFrame(
        {
            "name": ["模拟甲", "模拟乙"],
            "reason": ["近 12 个月自发履职 5 次，分布在 3 个季度" * 3, None],
            "last_act_on": pd.to_datetime(["2025-11-02", None]),
            "acts": pd.array([5, None], dtype="Int64"),
            "is_due": [True, False],
        }
    )


def test_a_list_is_stamped_frozen_filtered_and_typed():
    headers = {"name": Text(zh="姓名", en="Name"), "acts": Text(zh="履职次数", en="Acts")}
    content = list_workbook(people(), Text(zh="久未联系", en="Out of touch"), STAMP, "zh", headers=headers)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    rows = list(sheet.values)
    assert rows[0][0] == "久未联系"
    assert "模拟数据" in rows[1][0]
    assert rows[3] == ("姓名", "reason", "last_act_on", "履职次数", "is_due")
    assert rows[4][2:] == (dt.datetime(2025, 11, 2), 5, True)
    assert rows[5] == ("模拟乙", None, None, None, False)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:E6")
    assert content == list_workbook(
        people(), Text(zh="久未联系", en="Out of touch"), STAMP, "zh", headers=headers
    )


def test_an_empty_list_still_opens():
    content = list_workbook(people().iloc[:0], "名单", STAMP, "en")
    assert list(openpyxl.load_workbook(io.BytesIO(content)).active.values)[2][0] == "0 rows"


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("suffix", "make"), [("pptx", lambda c: slides([c], "zh")), ("xlsx", lambda c: workbook(c, "zh"))]
)
def test_libreoffice_opens_them(tmp_path, suffix, make):
    if shutil.which("soffice") is None:
        pytest.skip("no soffice on PATH")
    path = tmp_path / f"chart.{suffix}"
    path.write_bytes(make(shares()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, timeout=180, capture_output=True)
    assert (tmp_path / "chart.pdf").stat().st_size > 10_000
