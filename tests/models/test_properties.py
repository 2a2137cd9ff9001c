"""What must always hold, on small random worlds: a second opinion, order, partition, and no look ahead."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.scope import month_end
from analytics.tiers import TIERS
from tests.models.naive import Row, World, tier_of
from tests.support.tables import ask, built, fill, warehouse

PEOPLE = ("zhao", "qian", "sun")
START, END = dt.date(2023, 6, 1), dt.date(2025, 12, 31)
AS_OF = ("2025-02", "2025-08", "2025-12")

#: Days cluster around few places, so that edges meet.
day = st.one_of(
    st.dates(START, END),
    st.sampled_from([dt.date(2025, m, d) for m in (1, 2, 3, 8) for d in (1, 14, 15, 16, 28)]),
)
person = st.sampled_from(PEOPLE)
said = st.sampled_from([None, None, True, False])


@st.composite
def term(draw: Any) -> Row:
    start = draw(st.dates(dt.date(2022, 1, 1), END))
    left = draw(st.sampled_from([None, None, 30, 200, 500]))
    return {
        "person_id": draw(person),
        "started_on": start,
        "ended_on": start + dt.timedelta(days=draw(st.sampled_from([200, 364, 729]))),
        "left_on": start + dt.timedelta(days=left) if left else None,
        "recommender_body_id": draw(st.sampled_from(["whkx", "yckx", "whu"])),
    }


def later(draw: Any, first: dt.date, most: int) -> dt.date | None:
    days = draw(st.one_of(st.none(), st.integers(0, most)))
    return None if days is None else first + dt.timedelta(days=days)


@st.composite
def reminder(draw: Any) -> Row:
    is_group = draw(st.booleans())
    sent = draw(day)
    return {
        "person_id": None if is_group else draw(person),
        "audience": draw(st.sampled_from(["全省", "武汉", "宜昌"])) if is_group else None,
        "topic": draw(st.sampled_from(["需求挖掘", "需求挖掘", "工作小结"])),
        "sent_on": sent,
        "due_on": later(draw, sent, 40),
        "is_campaign": draw(said),
        "is_delivered": draw(said),
        "answered_on": None if is_group else later(draw, sent, 60),
    }


@st.composite
def leave(draw: Any) -> Row:
    start = draw(day)
    return {"person_id": draw(person), "from_on": start, "to_on": later(draw, start, 250)}


def rows(**columns: Any) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries({"person_id": person, **columns})


WORLDS = st.fixed_dictionaries(
    {
        "terms": st.lists(term(), min_size=1, max_size=6),
        "activities": st.lists(
            rows(acted_on=day, kind=st.sampled_from(["企业走访", "平台使用"]), is_prompted=said), max_size=10
        ),
        "demands": st.lists(rows(submitted_on=day, is_prompted=said), max_size=8),
        "reminders": st.lists(reminder(), max_size=8),
        "leaves": st.lists(leave(), max_size=3),
        "contacts": st.lists(
            rows(
                contacted_on=day,
                channel=st.sampled_from(["电话", "微信"]),
                outcome=st.sampled_from(["接通", "未接", "未接", "空号"]),
            ),
            max_size=8,
        ),
    }
)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def rooms(world: World, *, is_reversed: bool = False) -> duckdb.DuckDBPyConnection:
    """A warehouse of the world's rows; every demand is another one; ids follow the row, not its place."""
    con = warehouse()
    for table, given_rows in world.items():
        named = [
            {"content_id": f"{table}{n}", "row_number": n} | row
            for n, row in ((r.get("n", at), r) for at, r in enumerate(given_rows))
        ]
        for row in named:
            row.pop("n", None)
            if table == "demands":
                row |= {"title": row["content_id"], "enterprise": "模拟企业"}
        fill(con, table, named[::-1] if is_reversed else named)
    return built(con)


def numbered(world: World) -> World:
    return {table: [row | {"n": n} for n, row in enumerate(found)] for table, found in world.items()}


@SLOW
@given(WORLDS)
def test_the_second_opinion_agrees(world: World) -> None:
    con = rooms(world)
    for as_of in AS_OF:
        frame = ask(con, "officers_serving", as_of)
        found = dict(zip(frame["person_id"], frame["tier"], strict=True))
        month = dt.date.fromisoformat(f"{as_of}-01")
        expected = {p: tier_of(world, p, month) for p in PEOPLE}
        assert found == {p: t for p, t in expected.items() if t}


@SLOW
@given(WORLDS)
def test_tiers_partition_those_who_serve(world: World) -> None:
    con = rooms(world)
    frame = ask(con, "officers_serving", "2025-12")
    serving = con.execute(
        "select person_id from officer_month where month = '2025-12-01' and is_serving"
    ).df()
    assert sorted(frame["person_id"]) == sorted(serving["person_id"])
    assert frame["person_id"].is_unique
    assert set(frame["tier"]) <= {t.id for t in TIERS}
    parts = frame[["self_initiated", "prompted", "untold", "neutral"]].sum(axis=1)
    assert (parts == frame["acts"]).all()
    assert (frame["neutral_recorded"] <= frame["neutral"]).all()
    assert frame["m"].between(0, 12).all()


@SLOW
@given(WORLDS)
def test_the_order_of_rows_is_irrelevant(world: World) -> None:
    world = numbered(world)
    one, other = rooms(world), rooms(world, is_reversed=True)
    for table in ("officer_month", "reminder_cases", "contact_events"):
        sql = f"select * from {table} order by all"
        pd.testing.assert_frame_equal(one.sql(sql).df(), other.sql(sql).df())
    pd.testing.assert_frame_equal(*(ask(con, "officers_serving", "2025-12") for con in (one, other)))


@SLOW
@given(WORLDS)
def test_what_comes_later_changes_nothing(world: World) -> None:
    world = numbered(world)
    as_of = "2025-02"
    known = rooms(cut(world, month_end(dt.date(2025, 2, 1))))
    whole = rooms(world)
    for query in ("officers_serving", "officers_cumulative", "reminder_cases_window", "demands_window"):
        pd.testing.assert_frame_equal(ask(known, query, as_of), ask(whole, query, as_of))
    # person_no only numbers the persons of one snapshot in order; whoever comes later moves it and says nothing.
    spine = "select * exclude (person_no) from officer_month where month <= '2025-02-01' order by all"
    pd.testing.assert_frame_equal(known.sql(spine).df(), whole.sql(spine).df())


#: Dates that say what has happened (a plan, such as an end or a due date, may lie ahead).
HAPPENED = ("started_on", "acted_on", "submitted_on", "sent_on", "from_on", "contacted_on")
TOLD = ("left_on", "answered_on")


def cut(world: World, until: dt.date) -> World:
    """The world as it was known on a day."""
    kept = {
        table: [dict(row) for row in found if all(row[c] <= until for c in HAPPENED if c in row)]
        for table, found in world.items()
    }
    for found in kept.values():
        for row in found:
            row |= {c: None for c in TOLD if row.get(c) and row[c] > until}
    return kept
