"""Moves, retention, what-ifs, causes and calls: rows in, rows out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from analytics.activity import (
    LEFT,
    Thresholds,
    arrivals,
    changed,
    cohort_rows,
    departures,
    ladder,
    lost_then,
    moves,
    moves_between,
    proactive_under,
    retention,
    served_after,
    with_causes,
)
from analytics.activity.calls import by_body, call_list, of_body
from analytics.metrics import measure, members
from analytics.scope import Scope
from foundation.access.viewer import OFFICE
from tests.support.tables import built, warehouse

from .conftest import SCOPE, YICHANG, Small

ACTS = """
    person  acted_on    kind      is_prompted
    busy    2024-03-03  企业走访  no
    busy    2024-06-03  企业走访  no
    busy    2024-09-03  企业走访  no
    busy    2024-12-03  企业走访  no
    busy    2025-03-03  企业走访  no
    busy    2025-06-03  企业走访  no
    busy    2025-09-03  企业走访  no
    busy    2025-12-03  企业走访  no
    slower  2024-03-03  企业走访  no
    slower  2024-06-03  企业走访  no
    slower  2024-09-03  企业走访  no
    slower  2024-12-03  企业走访  no
    slower  2025-03-03  企业走访  no
    asked   2025-03-03  企业走访  yes
    moved   2025-03-03  企业走访  no
"""


@pytest.fixture(scope="module")
def small() -> Small:
    return Small(
        built(
            warehouse(
                terms="""
                    person   body  recognised_on  started_on  ended_on    left_on     exit_reason  batch
                    busy     whkx  2023-05-10     2023-05-10  2026-05-09  -           -            2023-05
                    slower   whkx  2023-05-10     2023-05-10  2027-05-09  -           -            2023-05
                    asked    yckx  2023-05-10     2023-05-10  2027-05-09  -           -            2023-05
                    silent   yckx  2023-05-10     2023-05-10  2026-06-30  -           -            2023-05
                    later    yckx  2023-05-10     2023-05-10  2026-07-01  -           -            2023-05
                    due      yckx  2023-05-10     2023-05-10  2025-11-30  -           -            2023-05
                    gone     whkx  2023-05-10     2023-05-10  2027-05-09  2025-04-01  岗位变动     2023-05
                    expired  whkx  2022-06-08     2022-06-08  2025-01-31  -           -            -
                    joined   whkx  2025-05-10     2025-05-10  2027-05-09  -           -            2025-05
                    moved    whkx  2023-05-10     2023-05-10  2024-12-31  -           -            2023-05
                    moved    yckx  2024-12-31     2025-01-01  2026-12-31  -           -            2025-01
                    tomorrow whkx  2026-01-05     2026-01-05  2027-12-31  -           -            2026-01
                """,
                activities=ACTS,
                contacts="""
                    person  contacted_on  channel  outcome  cause
                    silent  2025-03-01    电话     未接     -
                    silent  2025-06-01    电话     未接     -
                    silent  2025-09-01    微信     未回复   -
                    due     2024-06-01    电话     接通     任务繁重
                    asked   2025-02-01    电话     接通     能力不足
                    asked   2025-08-01    电话     接通     任务繁重
                """,
                changes="""
                    person  changed_on  kind
                    silent  2025-04-02  单位调动
                    busy    2024-04-02  退休
                """,
            )
        )
    )


def states(rows: pd.DataFrame) -> dict[str, tuple[str, str]]:
    return {row.person_id: (row.before, row.after) for row in rows.itertuples()}


def test_moves_say_where_everybody_stood_then_and_now(small: Small) -> None:
    assert states(moves(small, scope=SCOPE, viewer=OFFICE)) == {
        "busy": ("proactive", "proactive"),
        "slower": ("proactive", "regular"),
        "asked": ("unverified", "responsive"),
        "silent": ("unverified", "lost"),
        "later": ("unverified", "unverified"),
        "due": ("unverified", "unverified"),
        "gone": ("unverified", "left"),
        "expired": ("unverified", "left"),
        "joined": ("joined", "unverified"),
        "moved": ("unverified", "regular"),
    }


def test_who_left_says_when_and_why(small: Small) -> None:
    rows = moves(small, scope=SCOPE, viewer=OFFICE)
    gone = moves_between(rows, before="all", after="left").set_index("person_id")
    assert gone.loc["gone", ["served_until", "exit_reason"]].tolist() == [
        pd.Timestamp(2025, 3, 31),
        "岗位变动",
    ]
    assert gone.loc["expired", "served_until"] == pd.Timestamp(2025, 7, 31)
    assert pd.isna(gone.loc["expired", "exit_reason"])
    assert rows.loc[rows["after"] != "left", "served_until"].isna().all()


def test_who_came_and_went_is_counted_by_how(small: Small) -> None:
    rows = moves(small, scope=SCOPE, viewer=OFFICE)
    assert arrivals(rows) == {"new": 1, "back": 0, "moved": 0}
    assert departures(rows) == {"left": 1, "expired": 1, "moved": 0}
    of_unit = moves(small, scope=SCOPE.with_filter(unit=("420100",)), viewer=OFFICE)
    assert departures(of_unit)["moved"] == 1


def test_what_became_of_those_out_of_touch_is_counted() -> None:
    groups = ["lost"] * 5 + ["proactive"]
    now = ["proactive", "undetermined", "lost", LEFT, "other", "lost"]
    rows = pd.DataFrame({"from_group": groups, "to_group": now})
    assert lost_then(rows) == {"n": 5, "back": 2, "lost": 1, "left": 1}


def test_the_lower_of_two_tiers_guards_the_name(small: Small) -> None:
    rows = moves(small, scope=SCOPE, viewer=OFFICE).set_index("person_id")["tier"]
    assert rows[["slower", "asked", "gone", "moved"]].tolist() == [
        "proactive",
        "responsive",
        "unverified",
        "unverified",
    ]


def test_who_comes_is_new_or_back() -> None:
    con = Small(
        built(
            warehouse(
                terms="""
                    person  started_on  ended_on    left_on
                    back    2021-01-01  2022-12-31  -
                    back    2025-03-01  2027-02-28  -
                    new     2025-03-01  2027-02-28  -
                    quit    2023-01-01  2026-12-31  2025-03-01
                    over    2023-01-01  2024-12-31  -
                """,
            )
        )
    )
    rows = moves(con, scope=SCOPE, viewer=OFFICE).set_index("person_id")
    assert rows["is_back"].to_dict() == {"back": True, "new": False, "quit": False, "over": False}
    assert rows["has_left"].eq(True).to_dict() == {"back": False, "new": False, "quit": True, "over": False}
    assert rows.loc["over", "served_until"] == pd.Timestamp(2025, 6, 30)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("420100", ("unverified", "left")), ("420500", ("joined", "regular"))],
)
def test_who_moves_to_another_unit_has_not_left(small: Small, unit: str, expected: tuple[str, str]) -> None:
    rows = moves(small, scope=SCOPE.with_filter(unit=(unit,)), viewer=OFFICE)
    assert states(rows)["moved"] == expected
    assert rows.loc[rows["is_elsewhere"], "person_id"].tolist() == ["moved"]
    assert rows.loc[rows["person_id"] == "moved", "served_until"].isna().all()


def test_a_city_sees_its_own_unit(small: Small) -> None:
    rows = moves(small, scope=SCOPE, viewer=YICHANG)
    assert set(states(rows)) == {"asked", "silent", "later", "due", "moved"}


def test_moves_need_a_month_to_compare_with(small: Small) -> None:
    with pytest.raises(ValueError, match="no month"):
        moves(small, scope=replace(SCOPE, versus=None), viewer=OFFICE)


@pytest.mark.parametrize(
    ("metric", "people", "of"),
    [
        ("share_moved_up", {"asked", "moved"}, 7),
        ("share_moved_down", {"slower"}, 7),
        ("share_lost_back", set(), 0),
        ("officers_joined", {"joined"}, None),
        ("officers_left", {"gone", "expired"}, None),
        ("officers_to_call", {"due", "silent"}, None),
    ],
)
def test_the_registry_answers_the_same(small: Small, metric: str, people: set[str], of: int | None) -> None:
    told = measure(small, metric, scope=SCOPE, viewer=OFFICE).iloc[0]
    listed = members(small, metric, scope=SCOPE, viewer=OFFICE)
    assert set(listed["person_id"]) == people
    assert told["numerator"] == len(people)
    assert pd.isna(told["denominator"]) if of is None else told["denominator"] == of


def test_another_month_to_compare_with_counts_other_moves(small: Small) -> None:
    june = replace(SCOPE, versus=dt.date(2025, 6, 1))
    assert set(members(small, "officers_left", scope=june, viewer=OFFICE)["person_id"]) == {"expired"}
    months = measure(small, "officers_left", scope=june, viewer=OFFICE, by="month").set_index("group")
    # Six months apart, whatever the month: `gone` left in April, `expired` serves until the end of July.
    assert months.loc[["2025-03", "2025-05", "2025-12"], "numerator"].tolist() == [0, 1, 1]


def test_retention_of_a_batch_is_that_of_the_registry(small: Small) -> None:
    cells = retention(cohort_rows(small, scope=SCOPE, viewer=OFFICE))
    for months in (12, 24, 30):
        told = measure(small, f"retention_{months}m", scope=SCOPE, viewer=OFFICE, by="batch")
        column = cells[cells["months"] == months]
        assert told["group"].tolist() == column["batch"].tolist()
        assert told["numerator"].tolist() == column["numerator"].tolist()
        assert told["denominator"].tolist() == column["denominator"].tolist()
        assert told["suppressed"].all()  # fewer than ten: counts alone


def test_all_batches_old_enough_count_together(small: Small) -> None:
    cells = retention(cohort_rows(small, scope=SCOPE, viewer=OFFICE))
    told = measure(small, "retention_30m", scope=SCOPE, viewer=OFFICE).iloc[0]
    assert served_after(cells, 30) == (told["numerator"], told["denominator"])
    assert served_after(cells, 31) == (0, 0)


def test_retention_counts_everybody_in_one_batch(small: Small) -> None:
    frame = retention(cohort_rows(small, scope=SCOPE, viewer=OFFICE))
    cells = {
        (row.batch, row.months): (row.numerator, row.denominator) for row in frame.itertuples(index=False)
    }
    # No batch on file: the month of recognition. 未到 stays out: recognised in 2026.
    assert list(frame["batch"].unique()) == ["2022-06", "2023-05", "2025-05"]
    assert cells["2023-05", 0] == (8, 8)
    assert cells["2023-05", 18] == (8, 8)
    assert cells["2023-05", 24] == (7, 8)
    assert cells["2022-06", 30] == (1, 1)  # 到期待考核 until six months past the end
    assert cells["2022-06", 42] == (0, 1)
    assert max(months for batch, months in cells if batch == "2025-05") == 6


def test_a_batch_ends_where_its_youngest_does() -> None:
    con = built(
        warehouse(
            terms="""
                person  recognised_on  started_on  ended_on    batch
                old     2025-01-10     2025-01-10  2026-12-31  首批
                young   2025-06-10     2025-06-10  2026-12-31  首批
            """,
        )
    )
    frame = retention(cohort_rows(Small(con), scope=SCOPE, viewer=OFFICE))
    assert frame[["months", "numerator", "denominator"]].values.tolist() == [[0, 2, 2], [6, 2, 2]]


@pytest.mark.parametrize(
    ("thresholds", "expected"),
    [
        (Thresholds(4, 2), {}),
        (Thresholds(5, 2), {"busy": ("proactive", "regular")}),
        (Thresholds(1, 1), {"slower": ("regular", "proactive"), "moved": ("regular", "proactive")}),
    ],
)
def test_a_what_if_says_who_changes(
    small: Small, thresholds: Thresholds, expected: dict[str, tuple[str, str]]
) -> None:
    rows = changed(small, thresholds, scope=SCOPE, viewer=OFFICE)
    assert {r.person_id: (r.tier_now, r.tier_tried) for r in rows.itertuples()} == expected


def test_the_ladder_is_the_length_of_its_lists(small: Small) -> None:
    steps = ladder(small, scope=SCOPE, viewer=OFFICE, quarters=1)
    assert steps["persons"].tolist()[:5] == [3, 1, 1, 1, 0]
    for acts, persons in zip(steps["acts"], steps["persons"], strict=True):
        assert len(proactive_under(small, Thresholds(acts, 1), scope=SCOPE, viewer=OFFICE)) == persons


def test_the_latest_cause_of_the_window_rides_along_and_a_change_of_post_stands_apart(small: Small) -> None:
    people = pd.DataFrame({"person_id": ["asked", "due", "silent", "busy"]})
    rows = with_causes(people, small, dt.date(2025, 12, 1)).set_index("person_id")
    assert rows.loc["asked", "cause"] == "任务繁重"
    assert rows["cause"].notna().sum() == 1  # that of `due` is older than twelve months
    assert rows.loc["silent", "change_kind"] == "单位调动"
    assert pd.isna(rows.loc["busy", "change_kind"])


def test_who_is_to_be_called(small: Small) -> None:
    rows = call_list(small, scope=SCOPE, viewer=OFFICE).set_index("person_id")
    # `later` ends one day after the six months; `asked` answers; `joined` has long to go.
    assert sorted(rows.index) == ["due", "silent"]
    assert rows.loc["silent", "tier"] == "lost"
    assert rows.loc["silent", "tried_zh"] == "微信未回复1次、电话未接2次"
    assert rows.loc["silent", "last_contacted_on"] == pd.Timestamp(2025, 9, 1)
    assert rows.loc["due", "tried_zh"] == "近12个月没有联系记录"
    assert rows.loc["due", "last_outcome"] == "接通"
    assert bool(rows.loc["due", "is_due"])


def test_bodies_add_up_to_the_call_list(small: Small) -> None:
    rows = call_list(small, scope=SCOPE, viewer=OFFICE)
    bodies = by_body(rows)
    assert bodies[["recommender", "lost", "unverified", "due", "persons"]].values.tolist() == [
        ["yckx", 1, 1, 1, 2]
    ]
    assert len(of_body(rows, "yckx")) == 2
    assert of_body(rows, "whkx").empty


def test_nobody_at_all() -> None:
    con = Small(built(warehouse(terms=" \n".join(["person started_on ended_on", "x 2026-01-05 2027-12-31"]))))
    scope = Scope(as_of=dt.date(2025, 12, 1), versus=dt.date(2024, 12, 1))
    assert moves(con, scope=scope, viewer=OFFICE).empty
    assert retention(cohort_rows(con, scope=scope, viewer=OFFICE)).empty
    assert call_list(con, scope=scope, viewer=OFFICE).empty
    assert by_body(call_list(con, scope=scope, viewer=OFFICE)).empty
    assert changed(con, Thresholds(1, 1), scope=scope, viewer=OFFICE).empty
