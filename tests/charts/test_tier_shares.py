"""Tier shares: leaders' groups, official order, words for small numbers, nothing lost on the way."""

import pandas as pd
import pytest

from analytics.charts import tier_shares
from foundation.reference.cities import UNITS
from tests.charts.frames import STAMP, counts, row, tier_frame


def chart(frame=None, **more):
    return tier_shares(tier_frame() if frame is None else frame, stamp=STAMP, **more)


def by_unit(made):
    return made.frame.set_index("group")


def test_units_stand_in_official_order_with_non_city_set_apart():
    frame = chart().frame
    assert tuple(frame["group"]) == UNITS
    assert frame.loc[frame["gap_before"], "group"].to_list() == ["non_city"]


def test_order_of_rows_does_not_matter():
    shuffled = tier_frame().sample(frac=1, random_state=7)
    pd.testing.assert_frame_equal(chart(shuffled).frame, chart().frame)


def test_groups_hold_every_tier_and_add_up():
    made = chart()
    table = by_unit(made)
    wuhan = counts().loc["420100"]
    assert table.loc["420100", "regular_responsive_count"] == wuhan["regular"] + wuhan["responsive"]
    assert table.loc["420100", "other_count"] == wuhan["unverified"] + wuhan["on_leave"] + wuhan["new"]
    persons = table[[series.count for series in made.series]].sum(axis=1)
    assert (persons == table["n"]).all()
    drawn = table[table["note"] == ""]
    assert drawn[[series.column for series in made.series]].sum(axis=1).to_numpy() == pytest.approx(1)


def test_the_two_ends_share_a_baseline():
    columns = [series.column for series in chart().series]
    assert columns == ["proactive", "regular_responsive", "undetermined", "other", "lost"]


def test_undetermined_is_shown_only_where_somebody_is_in_it():
    frame = tier_frame()
    moved = frame.copy()
    qianjiang = moved["group"] == "429005"
    moved.loc[qianjiang & (moved["id"] == "share_undetermined"), "numerator"] = 0
    moved.loc[qianjiang & (moved["id"] == "share_responsive"), "numerator"] = 7
    assert "undetermined" not in [series.column for series in chart(moved).series]


def test_small_units_show_counts_in_words_and_no_share():
    tianmen = by_unit(chart()).loc["429006"]
    assert pd.isna(tianmen["proactive"])
    assert tianmen["note"] == "n<10：主动 3 · 一般与响应 3 · 其他 1 · 久未联系 1"
    assert tianmen["note_en"] == "n<10: proactive 3 · regular or responsive 3 · other 1 · out of touch 1"
    assert tianmen["proactive_count"] == 3


def test_a_unit_without_officers_says_so():
    suizhou = by_unit(chart()).loc["421300"]
    assert (suizhou["n"], suizhou["note"]) == (0, "无在聘联络员")


@pytest.mark.parametrize(("n", "is_words"), [(9, True), (10, False), (11, False)])
def test_words_begin_below_the_boundary(n, is_words):
    frame = tier_frame()
    ezhou = frame["group"] == "420700"
    given = {"share_proactive": float(n)}
    rows = [row("420700", given.get(metric, 0.0), n, metric=metric) for metric in frame.loc[ezhou, "id"]]
    changed = pd.concat([frame[~ezhou], pd.DataFrame(rows)], ignore_index=True)
    assert (by_unit(chart(changed)).loc["420700", "note"] != "") is is_words


def test_unknown_stands_last_and_only_if_it_counts_somebody():
    def with_unknown(n):
        rows = [
            row("unknown", float(n) if metric == "share_new" else 0.0, float(n), metric=metric, label="未填")
            for metric in tier_frame()["id"].unique()
        ]
        return chart(pd.concat([tier_frame(), pd.DataFrame(rows)], ignore_index=True)).frame

    assert with_unknown(3)["group"].to_list() == [*UNITS, "unknown"]
    assert with_unknown(3)["label"].iloc[-1] == "未填"
    assert with_unknown(0)["group"].to_list() == list(UNITS)


def test_units_outside_the_scope_are_not_drawn_as_empty():
    assert chart(within=("non_city", "420500")).frame["group"].to_list() == ["420500", "non_city"]
    only = chart(within=("non_city",)).frame
    assert only["gap_before"].to_list() == [False]


def test_a_frame_that_does_not_add_up_is_refused():
    frame = tier_frame()
    frame.loc[0, "numerator"] += 1
    with pytest.raises(ValueError, match="do not add up"):
        chart(frame)
    with pytest.raises(ValueError, match="one share per tier"):
        chart(tier_frame().query("id != 'share_new'"))
