"""The engine: denominators, suppression, groupings, intervals, lists. Rows in, rows out."""

from __future__ import annotations

import datetime as dt

import duckdb
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.metrics import (
    FRAME,
    METRICS,
    history,
    label_groups,
    list_metrics,
    measure,
    measure_many,
    members,
)
from analytics.metrics.engine.pooling import pool_counts
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.stats import proportion_interval
from foundation.access.viewer import OFFICE, Viewer
from foundation.reference.cities import CITY_CODES, UNITS
from tests.metrics.province import Province
from tests.metrics.province import built as built_province
from tests.support.tables import built, warehouse

RULES = Rules.package()
DECEMBER = Scope(dt.date(2025, 12, 1))


@pytest.fixture(scope="module")
def province() -> duckdb.DuckDBPyConnection:
    return built_province(Province(7, people=120))


def ask(con, metric, by=None, scope=DECEMBER, viewer=OFFICE) -> pd.DataFrame:
    return measure(con, metric, scope=scope, viewer=viewer, by=by, rules=RULES)


def row(frame: pd.DataFrame, group: str) -> pd.Series:
    return frame.set_index("group").loc[group]


def officers(*counts: tuple[str, int]) -> str:
    """Terms of so many officers of each recommending body, all through 2025."""
    lines = ["person body started_on ended_on category"]
    lines += [f"{body}{i:02d} {body} 2024-01-01 2026-12-31 A" for body, n in counts for i in range(n)]
    return "\n".join(lines)


def visits(*persons: str) -> str:
    return "\n".join(["person acted_on kind is_prompted", *(f"{p} 2025-03-03 企业走访 no" for p in persons)])


def test_a_share_keeps_its_parts_and_has_wilson_limits() -> None:
    con = built(warehouse(terms=officers(("whkx", 12)), activities=visits("whkx00", "whkx01", "whkx02")))
    frame = ask(con, "share_self_initiated")
    assert tuple(frame.columns) == FRAME
    assert frame.loc[0, ["group", "numerator", "denominator", "suppressed"]].tolist() == ["all", 3, 12, False]
    assert frame.loc[0, "value"] == 0.25
    assert (frame.loc[0, "low"], frame.loc[0, "high"]) == pytest.approx(proportion_interval(3, 12))


@pytest.mark.parametrize(("count", "is_small"), [(9, True), (10, False), (11, False)])
def test_the_least_n_below_at_and_above(count: int, is_small: bool) -> None:
    con = built(warehouse(terms=officers(("whkx", count)), activities=visits("whkx00")))
    wuhan = row(ask(con, "share_self_initiated", "unit"), "420100")
    assert bool(wuhan["suppressed"]) is is_small
    assert pd.isna(wuhan["value"]) is is_small
    assert pd.isna(wuhan["low"]) is is_small
    assert (wuhan["numerator"], wuhan["denominator"]) == (1, count)
    assert not ask(con, "officers_serving", "unit")["suppressed"].any()
    assert row(ask(con, "officers_serving", "unit"), "420100")["value"] == count


def test_closed_lists_are_complete_and_in_official_order() -> None:
    con = built(warehouse(terms=officers(("whkx", 2), ("whu", 3))))
    units = ask(con, "officers_serving", "unit")
    assert units["group"].tolist() == list(UNITS)
    assert units["label"].tolist()[-1] == "非市州推荐"
    assert (row(units, "420100")["value"], row(units, "non_city")["value"]) == (2, 3)
    assert ask(con, "officers_serving", "channel")["group"].tolist() == ["local", "institution"]
    assert ask(con, "officers_serving", "category")["group"].tolist() == ["A", "B"]
    assert len(ask(con, "officers_serving", "field")) == 9  # eight fields, and 未填 for those without


def test_what_has_no_value_stands_last_as_unknown() -> None:
    con = built(warehouse(terms=officers(("whkx", 2)) + "\nx - 2024-01-01 2026-12-31 -"))
    frame = ask(con, "officers_serving", "unit")
    assert frame["group"].tolist() == [*UNITS, "unknown"]
    assert frame["label"].iloc[-1] == "未填"
    assert ask(con, "officers_serving", "city")["group"].tolist() == [*CITY_CODES, "unknown"]


def test_platform_demands_stand_apart() -> None:
    demands = """
        person  submitted_on  enterprise     title  city
        -       2025-03-01    模拟企业B-001  甲     420100
        whkx00  2025-03-02    模拟企业B-002  乙     420500
    """
    con = built(warehouse(terms=officers(("whkx", 1)), demands=demands))
    by_unit, by_city = ask(con, "demands", "unit"), ask(con, "demands", "city")
    assert by_unit["label"].iloc[-1] == "平台直报"
    assert label_groups(by_unit, "unit", "en")["label"].iloc[-1] == "Reported on the platform"
    assert (row(by_city, "420100")["value"], row(by_city, "420500")["value"]) == (1, 1)
    assert ask(con, "demands", "officer")["group"].tolist() == ["whkx00", "unknown"]


def test_bodies_with_few_are_pooled_but_counts_are_not() -> None:
    con = built(warehouse(terms=officers(("whkx", 10), ("whu", 6), ("ycqy", 5))))
    shares = ask(con, "share_unverified", "recommender")
    assert shares["group"].tolist() == ["whkx", "pooled"]
    assert shares["denominator"].tolist() == [10, 11]
    assert not shares["suppressed"].any()
    assert sorted(ask(con, "officers_serving", "recommender")["value"]) == [5, 6, 10]


@pytest.mark.parametrize("sized_by", ["share_unverified", "officers_serving"])
def test_counts_beside_shares_are_pooled_as_the_shares_are(sized_by: str) -> None:
    con = built(warehouse(terms=officers(("whkx", 10), ("whu", 6), ("ycqy", 5))))
    ids = ("officers_serving", "share_unverified")
    stacked = measure_many(con, ids, scope=DECEMBER, viewer=OFFICE, by="recommender", rules=RULES)
    frame, pooled = pool_counts(stacked, sized_by=METRICS[sized_by], min_n=RULES["min_n"], lang="zh")
    counts, shares = (frame[frame["id"] == id].set_index("group") for id in ids)
    assert counts["numerator"].to_dict() == shares["denominator"].to_dict() == {"whkx": 10, "pooled": 11}
    assert counts.loc["pooled", "label"] == shares.loc["pooled", "label"]
    assert set(pooled) == {"whu", "ycqy"}


def test_tier_shares_add_up(province) -> None:
    ids = [i for i in METRICS if i.startswith("share_") and METRICS[i].source == "officers_serving"]
    ids.remove("share_self_initiated")
    assert len(ids) == 8
    frame = measure_many(province, ids, scope=DECEMBER, viewer=OFFICE, rules=RULES)
    assert frame["value"].sum() == pytest.approx(1)


@pytest.mark.parametrize("by", ["unit", "city", "category", "channel", "field", "recommender"])
def test_groups_add_up_to_the_whole(province, by) -> None:
    ids = list(METRICS)
    whole = measure_many(province, ids, scope=DECEMBER, viewer=OFFICE, rules=RULES).set_index("id")
    parts = measure_many(province, ids, scope=DECEMBER, viewer=OFFICE, by=by, rules=RULES).groupby("id")
    for column in ("numerator", "denominator"):
        pd.testing.assert_series_equal(
            parts[column].sum().reindex(ids, fill_value=0).astype(float),
            whole[column].fillna(0).astype(float),
            check_names=False,
        )


def test_months_of_flows_add_up_and_stocks_stand_as_at_each(province) -> None:
    whole = measure_many(province, list(METRICS), scope=DECEMBER, viewer=OFFICE, rules=RULES).set_index("id")
    frame = measure_many(province, list(METRICS), scope=DECEMBER, viewer=OFFICE, by="month", rules=RULES)
    assert frame.groupby("id").size().eq(12).all()
    assert frame["group"].iloc[[0, 11]].tolist() == ["2025-01", "2025-12"]
    for key, metric in METRICS.items():
        mine = frame[frame["id"] == key]
        if metric.is_stock:
            assert mine["numerator"].iloc[-1] is whole.loc[key, "numerator"] or (
                mine["numerator"].iloc[-1] == whole.loc[key, "numerator"]
            )
            march = measure(province, key, scope=Scope(dt.date(2025, 3, 1)), viewer=OFFICE, rules=RULES).iloc[
                0
            ]
            np.testing.assert_equal(float(mine["value"].iloc[2]), float(march["value"]))
        else:
            assert mine["numerator"].sum() == whole.loc[key, "numerator"]


@pytest.mark.parametrize("by", [None, "unit", "category", "recommender", "officer", "month"])
@pytest.mark.parametrize("part", ["numerator", "denominator"])
def test_every_number_opens_the_list_that_it_counts(province, by, part) -> None:
    for key, metric in METRICS.items():
        frame = ask(province, key, by)
        for _, line in frame.iloc[:: len(frame) // 2 + 1].iterrows():
            if pd.isna(line[part]):
                continue
            rows = members(
                province,
                key,
                scope=DECEMBER,
                viewer=OFFICE,
                by=by,
                group=line["group"],
                part=part,
                rules=RULES,
            )
            assert rows["counted"].sum() == pytest.approx(line[part]), (key, by, line["group"])
            assert {"tier", "person_id"} <= set(rows.columns)
            assert rows["counted"].ne(0).all()
        assert metric.order


def test_by_officer_both_sides_are_credited() -> None:
    tables = {
        "terms": officers(("whkx", 1), ("whu", 1)),
        "demands": """
            demand_no  person  submitted_on  title
            d1         whkx00  2025-03-01    甲
        """,
        "matches": """
            match_no  demand  achievement  a      b       source  contacted_on
            m1        d1      a1           whu00  whkx00  人工    2025-04-01
            m2        d1      a2           whu00  -       智能    2025-05-01
        """,
    }
    con = built(warehouse(**tables))
    frame = ask(con, "matches", "officer").set_index("group")["value"]
    assert frame.to_dict() == {"whkx00": 1, "whu00": 2}
    assert ask(con, "matches").loc[0, "value"] == 2


def test_scope_filters_and_unknown(province) -> None:
    everyone = ask(province, "officers_serving", "unit")
    some = ask(province, "officers_serving", scope=DECEMBER.with_filter(unit=("420100", "unknown")))
    assert some.loc[0, "value"] == row(everyone, "420100")["value"] + row(everyone, "unknown")["value"]


def test_a_city_viewer_sees_the_own_unit_whatever_is_asked(province) -> None:
    yichang = Viewer(name="宜昌", role="city", unit="420500")
    mine = ask(province, "officers_serving", viewer=yichang, scope=DECEMBER.with_filter(unit=("420100",)))
    assert mine.loc[0, "value"] == row(ask(province, "officers_serving", "unit"), "420500")["value"]
    rows = members(province, "officers_serving", scope=DECEMBER, viewer=yichang, rules=RULES)
    assert set(rows["unit"]) == {"420500"}


def test_leaders_do_not_see_lower_tier_names(province) -> None:
    leader = Viewer(name="领导", role="leader")
    frame = ask(province, "officers_serving", "officer", viewer=leader)
    tiers = members(province, "officers_serving", scope=DECEMBER, viewer=OFFICE, rules=RULES)
    lower = tiers["tier"].isin(["responsive", "undetermined", "lost", "unverified"])
    assert lower.any()
    assert not set(tiers.loc[lower, "person_id"]) & set(frame["group"])
    assert row(frame, "withheld")["value"] == lower.sum()
    assert frame["value"].sum() == len(tiers)


def test_intervals_hold_the_value_and_do_not_depend_on_the_order_of_rows(province) -> None:
    frame = measure_many(province, list(METRICS), scope=DECEMBER, viewer=OFFICE, by="category", rules=RULES)
    seen = frame.dropna(subset=["low", "high"])
    assert len(seen) > 10
    assert (seen["low"] <= seen["value"] + 1e-12).all()
    assert (seen["value"] <= seen["high"] + 1e-12).all()
    plain = frame[frame["id"].map(lambda i: METRICS[i].is_plain)]
    assert plain[["low", "high"]].isna().all().all()
    again = measure_many(province, list(METRICS), scope=DECEMBER, viewer=OFFICE, by="category", rules=RULES)
    pd.testing.assert_frame_equal(frame, again)


def test_history_agrees_with_measuring_month_by_month(province) -> None:
    line = history(province, list(METRICS), scope=DECEMBER, viewer=OFFICE, rules=RULES)
    assert line.groupby("id").size().eq(13).all()
    months = measure_many(province, list(METRICS), scope=DECEMBER, viewer=OFFICE, by="month", rules=RULES)
    merged = line.assign(group=line["month"].dt.strftime("%Y-%m")).merge(months, on=["id", "group"])
    assert len(merged) == 12 * len(METRICS)
    np.testing.assert_allclose(merged["value_x"], merged["value_y"].astype(float), atol=1e-12)
    assert (merged["suppressed_x"] == merged["suppressed_y"]).all()


def test_wrong_questions_are_refused(province) -> None:
    with pytest.raises(KeyError):
        ask(province, "share_of_heroes")
    with pytest.raises(ValueError, match="no grouping"):
        ask(province, "demands", "zodiac")
    with pytest.raises(ValueError, match="part is"):
        members(province, "demands", scope=DECEMBER, viewer=OFFICE, part="rest", rules=RULES)


def test_every_metric_says_what_it_is_in_both_languages() -> None:
    for metric in METRICS.values():
        for text in (metric.title, metric.meaning, metric.caveats):
            assert text is not None
            assert text.zh
            assert text.en
            assert text.zh != text.en
        assert metric.clause
    listed = list_metrics()
    assert [m["id"] for m in listed] == list(METRICS)
    assert {"id", "title_zh", "title_en", "unit", "direction", "groups"} == set(listed[0])
    assert all({"unit", "city", "category", "channel"} <= set(m["groups"]) for m in listed)


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 10_000))
def test_rows_in_any_order_give_the_same_numbers(seed: int) -> None:
    province = Province(3, people=40)
    shuffled = Province(3, people=40)
    rng = np.random.default_rng(seed)
    for rows in shuffled.tables.values():
        for at, one in enumerate(rows):
            one.setdefault("content_id", f"k{at:05d}")
        rng.shuffle(rows)
    for rows in province.tables.values():
        for at, one in enumerate(rows):
            one.setdefault("content_id", f"k{at:05d}")
    ids = list(METRICS)
    frames = [
        measure_many(built_province(p), ids, scope=DECEMBER, viewer=OFFICE, rules=RULES)
        for p in (province, shuffled)
    ]
    pd.testing.assert_frame_equal(*frames)
