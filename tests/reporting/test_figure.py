"""The drawing: clicks, small type, words in place of bars, the stamp inside the picture."""

from dataclasses import replace

import pytest

from reporting.screen.canvas import FONTS
from reporting.screen.figure import camera, figure, picture
from reporting.type.lettering import folded, wrapped
from tests.reporting.charts import ALL, categories, shares, tiles


def words_of(drawn):
    return [str(note.text) for note in drawn.layout.annotations]


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("is_narrow", [True, False])
def test_every_group_can_be_clicked_and_nothing_fades(make, is_narrow):
    chart = make()
    drawn = figure(chart, "zh", is_narrow=is_narrow)
    clicked = {point[0] for trace in drawn.data for point in trace.customdata}
    assert clicked == set(chart.frame["group"])
    columns = {point[1] for trace in drawn.data for point in trace.customdata}
    assert columns <= {series.column for series in chart.series} | {""}
    for trace in drawn.data:
        assert trace.unselected.marker.opacity == (0 if chart.kind == "tile_grid" else 1)
        # Plotly fails in the click itself when only one of the two names a font.
        assert trace.selected.textfont.color == trace.unselected.textfont.color


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("is_narrow", [True, False])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_letters_are_never_below_thirteen_and_simplified_first(make, is_narrow, lang):
    drawn = figure(make(), lang, is_narrow=is_narrow)
    sizes = [note.font.size for note in drawn.layout.annotations]
    sizes += [trace.textfont.size for trace in drawn.data if trace.textfont.size]
    assert min(sizes) >= 13
    assert drawn.layout.template.layout.font.family == FONTS
    assert FONTS.startswith("'Noto Sans CJK SC'")


@pytest.mark.parametrize("make", ALL)
def test_annotations_lie_inside_their_axes(make):
    drawn = figure(make(), "zh")
    (left, right), (bottom, top) = drawn.layout.xaxis.range, drawn.layout.yaxis.range
    for note in drawn.layout.annotations:
        if note.xref != "paper":
            assert left <= note.x <= right
            assert top <= note.y <= bottom


def test_suppressed_rows_have_words_and_no_bar():
    chart = shares()
    drawn = figure(chart, "zh")
    assert "n&lt;10：主动 3 · 一般与响应 3 · 其他 1 · 久未联系 1" in words_of(drawn)
    by_series = [dict(zip([p[0] for p in t.customdata], t.x, strict=True)) for t in drawn.data[:-1]]
    assert all(series["429006"] != series["429006"] for series in by_series)


def test_nothing_is_coloured_before_chance_is_known():
    drawn = figure(tiles(), "zh")
    assert {shape.fillcolor for shape in drawn.layout.shapes} == {"#F4F6F8", "#FFFFFF"}


@pytest.mark.parametrize("make", ALL)
def test_the_selected_group_gets_one_outline(make):
    chart = make()
    group = chart.frame["group"].iloc[0]

    def outlines(drawn):
        return [shape for shape in drawn.layout.shapes if shape.line.width == 2]

    assert not outlines(figure(chart, "zh"))
    assert len(outlines(figure(chart, "zh", selected=group))) == 1


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_picture_carries_title_and_stamp(make, lang):
    chart = make()
    text = " ".join(words_of(picture(chart, lang))).replace("<br>", " ")
    assert chart.title.get(lang).split("，")[0] in text
    for part in ("3f9a21c", "2025-12", "2025.2", chart.stamp.scope.get(lang)):
        assert part in text
    assert ("模拟数据" if lang == "zh" else "simulated data") in text
    options = camera(chart, lang)["toImageButtonOptions"]
    assert (options["width"], options["height"], options["scale"]) == (1600, 900, 2)


def test_labels_are_text_never_mark_up():
    chart = tiles()
    chart.frame.loc[0, "label"] = "<a href='x'>某</a>"
    assert "&lt;a href='x'&gt;某&lt;/a&gt;" in words_of(figure(chart, "zh"))


def test_lines_break_between_phrases():
    assert wrapped("一二 · 三四 · 五六", size=10, width=60) == ["一二 · 三四", "五六"]
    assert wrapped("一二三四五六七", size=10, width=20) == ["一二三四五六七"]
    assert wrapped("", size=10, width=20) == [""]


def test_long_names_fold_between_words_and_leave_room_for_bars():
    long = "Advanced manufacturing and automation"
    assert folded(long, size=13, width=150) == ["Advanced", "manufacturing and", "automation"]
    assert folded("先进制造与自动化", size=10, width=50) == ["先进制造与", "自动化"]
    assert folded("武汉", size=10, width=5) == ["武", "汉"]
    chart = categories()
    chart.frame.loc[0, "label_en"] = long
    assert figure(chart, "en", is_narrow=True).layout.margin.l <= 310 * 0.5 + 15


def test_a_chart_of_words_alone_can_be_drawn():
    chart = shares()
    few = chart.frame["note"] != ""
    only = replace(chart, frame=chart.frame[few].reset_index(drop=True))
    assert len(figure(only, "zh").data) == len(chart.series) + 1
