"""What is said: no ordinal anywhere, "beyond chance" only where the method says it, small numbers in words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from analytics.charts.declaration import Chart, Stamp
from analytics.cities import COMPARED, Comparison, benchmarks, words
from analytics.cities.figures import (
    change_chart,
    channels_chart,
    funnel_chart,
    mix_chart,
    quarters_chart,
    ranges_chart,
)
from foundation.locales import LANGUAGES, Lang, Text, catalogue
from foundation.reference.cities import UNITS, unit_label
from reporting.screen.figure import figure
from reporting.type.table import table
from reporting.type.words import words as alt_text
from tests.support.tables import fill, warehouse

from .conftest import Compare, Show

STAMP = Stamp(
    as_of="2025-12", snapshot="abc1234", rules="2025.2", scope=Text(zh="全省", en="All"), is_simulated=True
)
ORDINAL = {
    "zh": re.compile(
        r"第\s*[一二三四五六七八九十百\d]+(?!\s*(?:季|条|款|章|页))|排名|名列|位列|居首|垫底|末位|倒数|最佳单位"
    ),
    "en": re.compile(
        r"\b\d+(?:st|nd|rd|th)\b|\branks?\s+\d|\brank(?:ed|ing)\b|\b(?:first|last|second) place\b|\btop \d|\bleague\b|\bno\. ?\d",
        re.I,
    ),
}
BEYOND = {"zh": "超出随机波动", "en": "beyond chance"}
DENIED = re.compile(
    "未超出随机波动|没有单位的(?:变化|改善)超出随机波动|not differ beyond chance"
    "|[Nn]o unit has (?:changed|improved) beyond chance"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def charts(found: Comparison) -> list[Chart]:
    drawn = [
        funnel_chart(found, STAMP),
        channels_chart(found.channels, found.channel_metric, STAMP, min_n=found.min_n),
        quarters_chart(found, STAMP),
        change_chart(found, STAMP),
        mix_chart(found, STAMP),
        ranges_chart(found, STAMP),
    ]
    return [chart for chart in drawn if chart is not None]


def told(chart: Chart, lang: Lang) -> str:
    """Everything a chart says: title, subtitle, note, drawing, alt text, table."""
    note = chart.note.get(lang) if chart.note else ""
    frame = table(chart, lang)
    cells = "\n".join(str(cell) for column in frame for cell in frame[column])
    drawing = figure(chart, lang)
    drawn = [str(a.text) for a in drawing.layout.annotations]
    drawn += [str(text) for trace in drawing.data for text in (trace.hovertext or ())]
    parts = [chart.title.get(lang), chart.subtitle.get(lang), note, alt_text(chart, lang), cells, *drawn]
    return "\n".join([*parts, *map(str, frame.columns)])


def page_words(app: AppTest) -> str:
    parts = [e.value for e in (*app.markdown, *app.caption, *app.title, *app.warning, *app.info)]
    parts += [b.label for b in app.button if not (b.key or "").startswith("other_language")]
    parts += [o for s in app.selectbox for o in s.options]
    return "\n".join(str(part) for part in parts)


def test_the_search_for_ordinals_finds_them() -> None:
    for wrong in ("宜昌第一", "第 3 名", "按排名", "位列前茅"):
        assert ORDINAL["zh"].search(wrong)
    for wrong in ("Yichang is 1st", "rank 3", "ranked by value", "top 3"):
        assert ORDINAL["en"].search(wrong)
    assert not ORDINAL["zh"].search("可能的位置 1–14")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("metric", list(COMPARED))
def test_no_ordinal_in_any_chart(compared: Compare, metric: str, lang: Lang) -> None:
    for chart in charts(compared(metric)):
        found = ORDINAL[lang].search(told(chart, lang))
        assert found is None, (chart.id, found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_ordinal_on_the_page_its_drill_and_its_lists(show: Show, lang: Lang) -> None:
    for query in (
        {},
        {"unit": "420100"},
        {"unit": "420500", "list": "share_proactive"},
        {"metric": "contracts"},
    ):
        assert ORDINAL[lang].search(page_words(show(lang=lang, **query))) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_ordinal_in_the_interface_texts(lang: Lang) -> None:
    said = {key: value for key, value in catalogue(lang).items() if key.startswith("cities.")}
    assert {key: value for key, value in said.items() if ORDINAL[lang].search(value)} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("metric", list(COMPARED))
def test_beyond_chance_is_said_only_where_the_method_says_it(
    compared: Compare, metric: str, lang: Lang
) -> None:
    found = compared(metric)
    assert found.changes is not None
    claims = {
        words.funnel_title(found): found.funnel.units["beyond"],
        words.change_title(found.changes, "2024-12"): found.changes.units["beyond"],
        words.mix_title(found.mix): found.mix["beyond"],
    }
    for title, beyond in claims.items():
        assert (BEYOND[lang] in DENIED.sub("", title.get(lang))) == bool((beyond == "99_8").any()), title
    channels = words.channels_title(found.channels, COMPARED[metric].title)
    assert (BEYOND[lang] in DENIED.sub("", channels.get(lang))) == (found.channels.beyond == "99_8")


def test_a_funnel_of_equal_units_names_nobody(compared: Compare) -> None:
    found = compared("share_proactive")
    quiet = found.funnel.units.assign(beyond="", side="")
    title = words.funnel_title(replace(found, funnel=replace(found.funnel, units=quiet)))
    assert title.zh == "各责任单位之间的差异都在随机波动内"
    assert not any(unit_label(unit, "en") in title.en for unit in UNITS)


def test_units_beyond_are_named_by_level_and_side(compared: Compare) -> None:
    found = compared("share_proactive")
    units = found.funnel.units.assign(beyond="", side="")
    units.loc[units["group"] == "420500", ["beyond", "side"]] = ["99_8", "high"]
    units.loc[units["group"].isin(["421100", "420100"]), ["beyond", "side"]] = ["95", "low"]
    title = words.funnel_title(replace(found, funnel=replace(found.funnel, units=units)))
    assert title.zh == "宜昌高于 99.8% 界限，超出随机波动；武汉、黄冈低于 95% 界限，仅作提示"
    assert title.en == "Yichang above the 99.8% limit, beyond chance; Wuhan, Huanggang below 95%, a hint only"


def test_small_units_and_those_without_records_stand_in_words(compared: Compare) -> None:
    found = compared("share_proactive")
    said = words.not_drawn(found)
    assert said is not None
    rows = found.funnel.units.set_index("group")
    for unit in ("429021",):
        assert (
            f"{unit_label(unit, 'zh')} {rows.loc[unit, 'n']} 人中 {rows.loc[unit, 'numerator']:g} 人"
            in said.zh
        )
    assert "潜江" in said.zh
    assert "无提醒记录" in said.zh
    reminded = words.not_drawn(compared("reminder_answer_rate"))
    assert reminded is not None
    assert "no reminder log" in reminded.en


def test_units_that_nobody_reminded_have_no_log_and_are_not_too_few(compared: Compare) -> None:
    found = compared("reminder_answer_rate")
    assert set(found.unreminded) >= {"429005", "429006"}
    for chart in charts(found):
        rows = chart.frame[chart.frame["group"].isin(found.unreminded)]
        if chart.id not in ("cities_channel", "cities_funnel"):
            assert set(rows["note"]) == {"无提醒记录"}, chart.id
            assert len(rows) == len(found.unreminded)


@pytest.mark.parametrize("metric", list(COMPARED))
def test_no_colour_within_chance(compared: Compare, metric: str) -> None:
    """The accent is earned: no mark has it unless its row is beyond."""
    found = compared(metric)
    for chart in (
        funnel_chart(found, STAMP),
        change_chart(found, STAMP),
        mix_chart(found, STAMP),
        ranges_chart(found, STAMP),
    ):
        if chart is None:
            continue
        claims = (
            (chart.frame["beyond"] == "99_8").any()
            if "beyond" in chart.frame
            else "is_beyond" in chart.frame and chart.frame["is_beyond"].any()
        )
        if not claims:
            assert "#12436D" not in figure(chart, "zh").to_json(), chart.id


@pytest.mark.parametrize("metric", list(COMPARED))
def test_units_stand_in_official_order_and_non_city_last(compared: Compare, metric: str) -> None:
    for chart in charts(compared(metric)):
        groups = [g for g in dict.fromkeys(chart.frame["group"]) if g in UNITS]
        assert groups == [unit for unit in UNITS if unit in groups], chart.id
        if "gap_before" in chart.frame and "non_city" in groups and chart.id != "cities_channel":
            assert chart.frame.loc[chart.frame["group"] == "non_city", "gap_before"].all()


@pytest.mark.parametrize("metric", list(COMPARED))
def test_english_is_complete(compared: Compare, metric: str) -> None:
    for chart in charts(compared(metric)):
        said = [chart.title.en, chart.subtitle.en, chart.note.en if chart.note else ""]
        assert not CHINESE.search("\n".join(said)), chart.id
        assert not CHINESE.search(alt_text(chart, "en")), chart.id
        frame = table(chart, "en")
        cells = [str(cell) for column in frame for cell in (column, *frame[column])]
        assert not CHINESE.search("\n".join(cells)), chart.id


def test_channels_say_their_p_in_words_and_that_it_is_no_cause(compared: Compare) -> None:
    found = compared("share_proactive").channels
    note = words.channels_note(found, 10)
    assert f"{found.permutation.p:.2f}" in note.zh
    assert "2,000 次" in note.zh
    assert note.zh.endswith("是相关，不是因果。")
    assert note.en.endswith("Association, not cause.")
    assert f"{found.ratio.estimate:.2f}" in note.en


def test_benchmarks_are_hidden_when_there_are_none(show: Show) -> None:
    """A warehouse without figures of other provinces has no rows, and without rows there is no block."""
    con = warehouse()
    assert benchmarks(con).empty
    rows = [
        {"province": "模拟省甲", "year": 2024, "metric": "需求对接率", "value": 0.4, "source": "模拟数据"}
    ]
    fill(con, "benchmarks", rows)
    assert benchmarks(con)["province"].tolist() == ["模拟省甲"]
    assert "外省参照" in page_words(show())
