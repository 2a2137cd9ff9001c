"""Flow, tier bar, columns, heatmap, funnel: what their frames hold and what they refuse."""

import numpy as np
import pandas as pd
import pytest

from analytics.charts import flow, funnel_plot, line, palette, step, tier_bar
from analytics.stats import funnel_limits
from foundation.locales import Text
from tests.charts import more_frames as made
from tests.charts.frames import STAMP, proactive_frame, row

WORDS = Text(zh="题", en="Title")


def test_every_person_is_in_one_ribbon_and_tiers_add_up_to_their_groups():
    frame = made.flows().frame
    moves = made.moves()
    assert frame["value"].sum() == moves["persons"].sum()
    cell = frame.set_index(["group", "column"])["value"]
    assert cell["lost", "left"] == 24
    assert cell["regular_responsive", "regular_responsive"] == 52 + 8 + 14 + 40
    assert cell["joined", "other"] == 7 + 4
    assert not (frame["group"] == "left").any()
    assert not (frame["column"] == "joined").any()


def test_order_of_the_moves_does_not_matter():
    shuffled = flow(moves := made.moves().sample(frac=1, random_state=5), before="a", after="b", stamp=STAMP)
    assert len(moves)
    pd.testing.assert_frame_equal(
        shuffled.frame[["group", "column", "value"]], made.flows().frame[["group", "column", "value"]]
    )


def test_a_state_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="neither a tier"):
        flow(
            pd.DataFrame({"before": ["gone"], "after": ["lost"], "persons": [1]}),
            before="a",
            after="b",
            stamp=STAMP,
        )


def test_the_latest_month_comes_first_and_tiers_add_up():
    chart = made.tier_bars()
    assert chart.frame["group"].to_list() == ["2025-12", "2024-12"]
    assert chart.frame["n"].to_list() == [385, 380]
    assert chart.frame[[s.column for s in chart.series]].sum(axis=1).to_list() == [385, 380]
    assert "385" in chart.title.zh


def test_one_month_is_enough_and_an_empty_tier_is_left_out():
    chart = tier_bar(
        pd.DataFrame({"month": "2025-12", "tier": ["lost", "new"], "persons": [2, 0]}), stamp=STAMP
    )
    assert [s.column for s in chart.series] == ["lost"]
    with pytest.raises(ValueError, match="unknown tiers"):
        tier_bar(pd.DataFrame({"month": ["2025-12"], "tier": ["x"], "persons": [2]}), stamp=STAMP)


def test_only_the_columns_in_force_and_tried_have_a_role():
    frame = made.thresholds().frame.set_index("group")
    assert frame.query("role != ''")["role"].to_dict() == {"4": "current", "5": "tried"}


def test_a_heatmap_has_a_cell_for_every_pair_and_names_its_blanks():
    chart = made.cohorts()
    assert len(chart.frame) == 5 * 9
    assert chart.note == Text(zh="空白：尚未满该月数。", en="Blank: not yet that many months.")
    few = chart.frame[chart.frame["group"] == "2025-05"]
    assert few["note"].to_list() == ["n<10", "n<10", *[""] * 7]
    assert few["is_blank"].sum() == 7


def test_zeros_may_be_blank_and_keep_their_number():
    frame = made.mismatch().frame.set_index(["group", "column"])
    assert frame.loc[("e", "b"), ["value", "is_blank"]].to_list() == [0, True]
    assert frame.loc[("e", "e"), "part"] == 1


@pytest.mark.parametrize("part", np.linspace(0, 1, 61))
def test_numerals_on_a_heatmap_are_readable_and_white_on_the_darkest_third_only(part):
    fill, ink = palette.heat(part)
    assert palette.contrast(ink, fill) >= 4.5
    assert (ink == palette.PAPER) is bool(part >= 2 / 3)


@pytest.mark.parametrize("colour", [s.colour for s in made.tier_bars().series])
def test_ink_on_the_paler_bars_is_readable(colour):
    assert palette.contrast(palette.INK, palette.paler(colour)) >= 4.5


def test_beyond_means_strictly_beyond_and_names_the_side():
    frame = made.funnel().frame.set_index("group")
    assert frame.loc["420500", ["beyond", "side"]].to_list() == ["99_8", "high"]
    assert frame.loc["420500", "status_en"] == "above the 99.8% limit"
    assert frame.loc["421100", ["beyond", "side", "status"]].to_list() == [
        "95",
        "low",
        "低于 95% 界限，仅作提示",
    ]
    assert frame.loc["420100", ["beyond", "side", "status"]].to_list() == ["", "", ""]


def test_a_value_on_its_limit_is_within():
    limits = funnel_limits(np.arange(10, 40), 0.35)
    on = limits.set_index("n").loc[20]
    for value, beyond in ((on["high_95"], ""), (on["high_95"] + 0.05, "95"), (on["high_99_8"], "95")):
        rows = pd.DataFrame([row("420100", round(value * 20), 20, metric="m")]).drop(columns="id")
        chart = funnel_plot(
            rows,
            limits,
            centre=0.35,
            title=WORDS,
            subtitle=WORDS,
            stamp=STAMP,
            value_title=WORDS,
            centre_title=WORDS,
        )
        assert chart.frame["beyond"].to_list() == [beyond]


def test_the_note_says_what_chance_would_give_and_who_is_not_drawn():
    note = made.funnel().note
    assert note is not None
    assert note.zh.startswith("14 个单位里，纯属偶然也预计有 0.4 个越过 95% 界限。未画：")
    assert "潜江（无提醒记录）" in note.zh
    assert "天门（n<10：3/8）" in note.zh
    assert "Qianjiang (no reminder log)" in note.en


def test_limits_are_needed_at_every_size():
    with pytest.raises(ValueError, match="limits are needed"):
        funnel_plot(
            proactive_frame(),
            funnel_limits([10, 20], 0.35),
            centre=0.35,
            title=WORDS,
            subtitle=WORDS,
            stamp=STAMP,
            value_title=WORDS,
            centre_title=WORDS,
        )


def test_the_two_sides_stand_next_to_each_other_and_small_ones_in_words():
    frame = made.channels().frame
    assert frame["column"].to_list() == ["local", "institution"] * 6
    last = frame.iloc[-1]
    assert (last["note"], last["numerator"], last["denominator"]) == ("n<10，只列人数", 2, 7)
    assert pd.isna(last["value"])


def test_a_rank_has_a_range_and_no_value():
    frame = made.ranks().frame
    assert frame["value"].isna().all()
    assert frame.set_index("group").loc["429006", "note"] == "n<10：不列数值"


def test_a_unit_without_both_values_has_no_slope_and_is_named():
    chart = made.slopes()
    frame = chart.frame.set_index("group")
    assert frame.loc["429005", ["note", "is_beyond"]].to_list() == ["无提醒记录", False]
    assert pd.isna(frame.loc["429006", "change"])
    assert frame.loc["420500", "change"] == pytest.approx(18 / 26 - 0.36)
    assert chart.note is not None
    assert "潜江（无提醒记录）" in chart.note.zh


def test_small_charts_hold_the_last_value_and_the_last_signal():
    chart = made.histories()
    frame = chart.frame.set_index("group")
    assert frame.loc["420500", ["value", "signals", "period"]].to_list() == [0.73, 4, "2025Q4"]
    assert frame.loc["429005", "note"] == "无提醒记录，无法判定是否自发"
    assert set(chart.spec.series["group"]).isdisjoint({"429005", "429006", "429021", "421300"})


def test_a_missing_month_stays_a_gap_and_four_lines_are_refused():
    frame = made.history().frame
    assert pd.isna(frame["value"].iloc[4])
    assert len(frame) == 13
    with pytest.raises(ValueError, match="at most three"):
        line(
            frame,
            id="x",
            title=WORDS,
            subtitle=WORDS,
            stamp=STAMP,
            value_title=WORDS,
            series=[(code, WORDS) for code in "abcd"],
        )


def test_steps_begin_at_nothing_hold_their_value_and_know_the_day_that_is_looked_at():
    found = pd.DataFrame(
        {
            "series": "a",
            "time": [10, 20, 200],
            "estimate": [0.1, 0.4, 0.9],
            "low": [0, 0.3, 0.8],
            "high": [0.2, 0.5, 1],
            "at_risk": [9, 5, 1],
        }
    )
    kept = {
        "id": "w",
        "title": WORDS,
        "subtitle": WORDS,
        "stamp": STAMP,
        "value_title": WORDS,
        "time_title": WORDS,
    }
    frame = step(found, series=[("a", WORDS)], until=60, mark=15, **kept).frame
    assert frame[["time", "value"]].to_numpy().tolist() == [
        [0, 0],
        [10, 0.1],
        [15, 0.1],
        [20, 0.4],
        [60, 0.4],
    ]
    assert frame.loc[frame["is_said"], "time"].to_list() == [15]
    survival = step(
        found.assign(estimate=1 - found["estimate"]),
        series=[("a", WORDS)],
        until=60,
        is_survival=True,
        **kept,
    )
    assert survival.frame["value"].to_list() == pytest.approx([1, 0.9, 0.6, 0.6])


def test_a_timeline_keeps_the_days_of_its_span_in_order_and_knows_its_kinds():
    chart = made.file()
    assert chart.frame["date"].is_monotonic_increasing
    assert chart.frame["date"].min() >= pd.Timestamp("2024-01-01")
    assert chart.spec.kinds["kind"].to_list() == ["demand", "visit", "class", "summary", "contract"]
    assert chart.frame.loc[chart.frame["mark"] == "contract", "counts_as"].to_list() == ["签约"]
