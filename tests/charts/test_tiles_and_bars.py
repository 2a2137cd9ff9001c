"""Tile grid and bars: places, words for small numbers and for missing records, labels in both languages."""

import math

import pandas as pd

from analytics.charts import bars, tile_grid
from foundation.locales import Text
from foundation.reference.cities import UNITS, tile_of
from tests.charts.frames import STAMP, category_frame, proactive_frame, row

TITLE = Text(zh="主动型占比", en="Share proactive")


def tiles(frame=None, **more):
    given = proactive_frame() if frame is None else frame
    return tile_grid(given, title=TITLE, subtitle=TITLE, stamp=STAMP, value_title=TITLE, **more)


def simple(frame, **more):
    return bars(frame, id="b", title=TITLE, subtitle=TITLE, stamp=STAMP, value_title=TITLE, **more)


def test_every_unit_has_its_own_tile():
    frame = tiles().frame
    assert tuple(frame["group"]) == UNITS
    assert list(zip(frame["x"], frame["y"], strict=True)) == [tile_of(unit) for unit in UNITS]
    assert not frame.duplicated(["x", "y"]).any()


def test_a_tile_shows_value_and_fraction_small_numbers_as_counts():
    frame = tiles().frame.set_index("group")
    assert (frame.loc["420500", "value"], frame.loc["420500", "detail"]) == (18 / 26, "18/26")
    tianmen = frame.loc["429006"]
    assert pd.isna(tianmen["value"])
    assert (tianmen["note"], tianmen["detail"]) == ("3 人", "共 8 人")
    assert (tianmen["note_en"], tianmen["detail_en"]) == ("3 of 8", "n < 10")
    assert frame.loc["421300", "note"] == "0 人"


def test_a_unit_without_reminder_records_shows_words_never_zero():
    frame = tiles(unrecorded={"429005", "429006"}).frame.set_index("group")
    assert pd.isna(frame.loc["429005", "value"])
    assert (frame.loc["429005", "note"], frame.loc["429005", "detail"]) == ("未区分", "无提醒记录")
    # Fewer than ten: the counts say more.
    assert frame.loc["429006", "note"] == "3 人"


def test_only_the_units_in_scope_have_a_tile():
    frame = tiles(within={"420500", "420800"}).frame
    assert frame["group"].to_list() == ["420500", "420800"]
    assert list(zip(frame["x"], frame["y"], strict=True)) == [(0, 0), (1, 0)]


def test_what_has_no_unit_gets_the_empty_corner():
    unknown = pd.DataFrame([row("unknown", 3, 12, metric="m", label="平台直报")]).drop(columns="id")
    frame = tiles(pd.concat([proactive_frame(), unknown], ignore_index=True)).frame
    assert frame.iloc[-1][["group", "label", "x", "y"]].to_list() == ["unknown", "平台直报", 0, 4]
    assert not frame.duplicated(["x", "y"]).any()


def test_other_closed_lists_keep_their_order_and_unknown_comes_last():
    frame = simple(category_frame().iloc[[2, 1, 0]]).frame
    assert frame["group"].to_list() == ["B", "A", "unknown"]
    assert frame["label_en"].to_list() == ["Category B", "Category A", "Not given"]
    assert frame["gap_before"].to_list() == [False, False, True]
    assert frame["note"].to_list() == ["", "", "n<10：2/5"]


def test_a_plain_count_has_no_n_and_is_never_in_words():
    counted = category_frame().assign(denominator=math.nan, suppressed=False)
    frame = simple(counted.assign(value=counted["numerator"]), value_format="integer").frame
    assert frame["n"].isna().all()
    assert frame["value"].to_list() == [60, 72, 2]
    assert (frame["note"] == "").all()


def test_a_median_not_reached_says_so():
    times = category_frame().assign(numerator=math.nan, value=[41.0, math.nan, math.nan])
    assert simple(times).frame["note"].to_list() == ["", "尚无数值", "n<10：不列数值"]
