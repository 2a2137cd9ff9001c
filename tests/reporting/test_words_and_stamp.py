"""Alt text and stamp, in both languages."""

from dataclasses import replace

import pytest

from foundation.locales import Text
from reporting.type.numbers import shown
from reporting.type.stamp import created, short_stamp, stamp_line
from reporting.type.words import words
from tests.charts.frames import STAMP
from tests.reporting.charts import ALL, categories, shares


def test_the_stamp():
    assert stamp_line(STAMP, "zh") == "数据截至 2025-12 · 快照 3f9a21c · 规则 2025.2（示例）· 全省 · 模拟数据"
    assert (
        stamp_line(STAMP, "en")
        == "Data to 2025-12 · snapshot 3f9a21c · rules 2025.2 (example) · whole province · simulated data"
    )
    assert short_stamp(STAMP, "zh") == "模拟数据 · 规则 2025.2"
    assert short_stamp(STAMP, "en") == "Simulated data · rules 2025.2"


def test_real_data_and_rules_in_force_are_not_marked():
    real = replace(STAMP, is_simulated=False, is_example=False, scope=Text(zh="宜昌 · A类", en="Yichang · A"))
    assert stamp_line(real, "zh") == "数据截至 2025-12 · 快照 3f9a21c · 规则 2025.2 · 宜昌 · A类"
    assert short_stamp(real, "zh") == "规则 2025.2"


def test_files_are_created_on_the_as_of_day():
    assert created(STAMP).isoformat() == "2025-12-31T00:00:00"
    assert created(replace(STAMP, as_of="2024-02")).isoformat() == "2024-02-29T00:00:00"


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_name_title_every_row_and_the_stamp(make, lang):
    chart = make()
    text = words(chart, lang)
    assert chart.title.get(lang) in text
    assert all(label in text for label in chart.shown("label", lang))
    assert all(note in text for note in chart.shown("note", lang))
    assert ("模拟数据" if lang == "zh" else "imulated data") in text


def test_words_of_a_small_chart():
    assert words(categories(), "zh") == (
        "条形图：主动型占比。占在聘人数。主动型占比：A类 35.3%、B类 34.3%。"
        "只列文字：未填（n<10：2/5）。全部数字见数据表。模拟数据 · 规则 2025.2。"
    )
    assert words(categories(), "en") == (
        "Bar chart: Share proactive. Of officers serving. Share proactive: Category A 35.3%, Category B 34.3%. "
        "In words only: Not given (n<10: 2/5). All numbers stand in the data table. Simulated data · rules 2025.2."
    )


def test_shares_read_out_both_ends_and_what_could_not_be_told_apart():
    text = words(shares(), "zh")
    assert "主动型：武汉 37%" in text
    assert "久未联系（待核实）：武汉 12%" in text
    assert "有履职（未区分）：潜江 70%。" in text


@pytest.mark.parametrize(
    ("value", "value_format", "is_short", "text"),
    [
        (0.3125, "percent", False, "31.3%"),
        (0.125, "percent", True, "13%"),
        (0.0, "percent", False, "0.0%"),
        (1234, "integer", False, "1,234"),
        (0.005, "decimal", False, "0.01"),
        (None, "percent", False, ""),
        (float("nan"), "integer", False, ""),
    ],
)
def test_numbers_are_written_as_excel_writes_them(value, value_format, is_short, text):
    assert shown(value, value_format, is_short=is_short) == text
