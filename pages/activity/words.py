"""Stored values of these lists in the reader's words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.activity import JOINED, LEFT, arrivals, departures
from analytics.tiers import LEADER_GROUPS, TIERS, shown_as
from foundation.reference.codes import code_list
from pages.lists.words import records
from pages.shell.context import PageContext

_TITLES = {group.id: group.title for group in LEADER_GROUPS} | {tier.id: tier.title for tier in TIERS}


def state_words(context: PageContext, state: str) -> str:
    """A tier, a leaders' group, newly recognised, gone, or all."""
    if state in (JOINED, LEFT):
        return context.say(f"activity.{state}")
    if state == "all":
        return context.say("activity.list_move_all")
    return _TITLES[state].get(context.lang)


def stood(context: PageContext, rows: pd.DataFrame, column: str) -> list[str]:
    """Where each row of `moves` stood at one of its dates: a tier, not serving, or outside the scope.

    column: "before" or "after".
    """
    outside = {JOINED, LEFT}
    return [
        context.say("activity.elsewhere" if is_elsewhere else "activity.not_serving")
        if state in outside
        else state_words(context, state)
        for state, is_elsewhere in zip(rows[column], rows["is_elsewhere"], strict=True)
    ]


def came_and_went(context: PageContext, rows: pd.DataFrame) -> str:
    """Who came and who went between the two dates, by how: newly recognised, back, left, not renewed …"""
    counts = {"joined": arrivals(rows), "left": departures(rows)}
    sentences = []
    for which, parts in counts.items():
        kinds = [context.say(f"activity.{which}_{part}", n=n) for part, n in parts.items() if n]
        if kinds:
            sep = context.say("activity.came_sep")
            sentences.append(
                context.say(f"activity.came_{which}", n=sum(parts.values()), kinds=sep.join(kinds))
            )
    return "".join(sentences) if context.lang == "zh" else " ".join(sentences)


def tiers_shown(context: PageContext, rows: pd.DataFrame) -> list[str]:
    """What the tier of each row of `officers_serving` is shown as: 待核实 says if anybody was reached."""
    return [shown_as(row).get(context.lang) for row in records(rows)]


def change_words(context: PageContext, rows: pd.DataFrame) -> pd.Series:
    """`2025-03-02 单位调动`; None where no change of post is on record."""
    return _dated(context, rows, "changed_on", ("change_kind", "change_kind"))


def last_contact(context: PageContext, rows: pd.DataFrame) -> pd.Series:
    """`2025-08-11 电话 未接`; None where nobody ever tried on record."""
    codes = (("last_channel", "contact_channel"), ("last_outcome", "contact_outcome"))
    return _dated(context, rows, "last_contacted_on", *codes)


def exit_words(context: PageContext, rows: pd.DataFrame) -> pd.Series:
    """Why those gone are gone: the reason on record, that none is, or that the term ran out; else None."""
    words = rows["exit_reason"].map(lambda why: _code(context, "exit_reason", why)).astype(object)
    words = words.where(rows["exit_reason"].notna(), context.say("activity.left_unsaid"))
    words = words.where(rows["has_left"].eq(True), context.say("activity.expired"))
    return words.where(rows["served_until"].notna(), None)


def _dated(context: PageContext, rows: pd.DataFrame, day: str, *codes: tuple[str, str]) -> pd.Series:
    """The day and what coded columns say of it; None without a day."""
    cells = zip(*(rows[column] for column in (day, *(column for column, _ in codes))), strict=True)
    lists = [which for _, which in codes]
    words = [
        None
        if pd.isna(event_day)
        else " ".join(
            [f"{pd.Timestamp(event_day):%Y-%m-%d}", *map(lambda w, v: _code(context, w, v), lists, values)]
        )
        for event_day, *values in cells
    ]
    return pd.Series(words, index=rows.index, dtype=object)


def body_name(context: PageContext, rows: pd.DataFrame) -> str:
    """The name of the body that recommended these rows."""
    name = rows["recommender_name"].iloc[0]
    return context.say("activity.calls_unknown") if pd.isna(name) else str(name)


def _code(context: PageContext, which: str, value: Any) -> str:
    return "" if pd.isna(value) else code_list(which).label(str(value), context.lang)
