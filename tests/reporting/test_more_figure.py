"""Drawings of the further kinds: letters, places, outlines, pictures, and clicks that fade nothing."""

import pytest

from reporting.screen.figure import figure, picture
from tests.charts import more_frames as made

KINDS = pytest.mark.parametrize("make", made.ALL)
LANGS = pytest.mark.parametrize("lang", ["zh", "en"])
NARROW = pytest.mark.parametrize("is_narrow", [True, False])


@KINDS
@LANGS
@NARROW
def test_letters_are_never_below_thirteen_and_words_stay_inside_their_axes(make, lang, is_narrow):
    drawn = figure(make(), lang, is_narrow=is_narrow)
    layout = drawn.layout
    sizes = [note.font.size for note in layout.annotations]
    sizes += [axis.tickfont.size for axis in (layout.xaxis, layout.yaxis) if axis.visible]
    assert min(sizes) >= 13
    for note in layout.annotations:
        if note.xref != "paper":
            low, high = sorted(layout.xaxis.range)
            assert low <= note.x <= high
            low, high = sorted(layout.yaxis.range)
            assert low <= note.y <= high


@KINDS
@NARROW
def test_nothing_fades_after_a_click(make, is_narrow):
    for trace in figure(make(), "zh", is_narrow=is_narrow).data:
        assert trace.unselected.marker.opacity == trace.selected.marker.opacity
        assert trace.unselected.marker.opacity is not None


@KINDS
@LANGS
def test_the_picture_carries_title_and_stamp(make, lang):
    chart = make()
    text = " ".join(str(note.text) for note in picture(chart, lang).layout.annotations).replace("<br>", " ")
    assert "3f9a21c" in text
    assert chart.title.get(lang).split(" ")[0].split("，")[0].split("：")[0] in text


@pytest.mark.parametrize(
    ("make", "selected"),
    [
        (made.tier_bars, "2025-12/lost"),
        (made.thresholds, "4"),
        (made.flows, "lost>left"),
        (made.cohorts, "2021-09>24"),
    ],
)
def test_the_selected_mark_gets_one_outline(make, selected):
    def outlines(drawn):
        return [shape for shape in drawn.layout.shapes if shape.line.width == 2]

    assert not outlines(figure(make(), "zh"))
    assert len(outlines(figure(make(), "zh", selected=selected))) == 1


def test_names_stand_above_the_bar_where_they_have_room_else_in_a_key_below():
    def words(**more):
        return [str(note.text) for note in figure(made.tier_bars(), "zh", **more).layout.annotations]

    assert "久未联系" in words(width=1160)
    assert not any("■" in text for text in words(width=1160))
    assert any("■" in text and "久未联系（待核实） 39" in text for text in words(is_narrow=True))


def test_only_units_beyond_a_limit_are_named():
    text = " ".join(str(note.text) for note in figure(made.funnel(), "zh").layout.annotations)
    assert "宜昌 84.6%" in text
    assert "黄冈 9.5%" in text
    assert "武汉" not in text
