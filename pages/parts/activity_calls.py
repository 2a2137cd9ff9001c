"""联系名单: for each recommending body how many of its officers to reach, and the sheet to send."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.calls import AHEAD_MONTHS, by_body
from analytics.scope import month_end, months_back
from foundation.access import tickets
from pages.parts import activity_download
from pages.parts.activity_cached import calls_of
from pages.parts.activity_columns import written
from pages.parts.list_columns import Column
from pages.parts.looking import Looking, go

_COLUMNS = (
    Column("recommender_name", width="large"),
    Column("unit", "unit"),
    Column("lost", "number"),
    Column("unverified", "number"),
    Column("due", "number"),
    Column("persons", "number"),
)
_LINE, _TALLEST = 36, 420


def calls_block(looking: Looking) -> None:
    """One line a body; a click opens its list, from which its sheet is downloaded."""
    rows = calls_of(*looking.key)
    bodies = by_body(rows)
    with st.container(border=True, key="block_calls"):
        if rows.empty:
            st.markdown(f"#### {looking.say('activity.calls_none')}")
        else:
            st.markdown(f"#### {looking.say('activity.calls_title', n=len(rows), bodies=len(bodies))}")
        until = month_end(months_back(looking.scope.as_of, -AHEAD_MONTHS))
        st.caption(looking.say("activity.calls_subtitle", until=f"{until}"))
        if len(rows):
            _table(looking, bodies)
            _ways(looking)


def _table(looking: Looking, bodies: pd.DataFrame) -> None:
    named = bodies.assign(
        recommender_name=bodies["recommender_name"].fillna(looking.say("activity.calls_unknown"))
    )
    st.dataframe(
        written(named, _COLUMNS, looking),
        hide_index=True,
        key="calls_table",
        on_select=lambda: _opened(looking, bodies),
        selection_mode="single-cell",
        row_height=_LINE,
        height=min(_LINE * (len(bodies) + 1) + 2, _TALLEST),
        placeholder="",
        alt=looking.say("activity.calls_alt"),
    )


def _opened(looking: Looking, bodies: pd.DataFrame) -> None:
    cells = st.session_state["calls_table"]["selection"]["cells"]
    if cells:
        go(looking.address.open_own(f"calls.{bodies['recommender'].iloc[cells[0][0]]}"))


def _ways(looking: Looking) -> None:
    """The whole list; and all sheets at once, for whom names may be shown."""
    with st.container(horizontal=True, key="calls_ways"):
        st.button(
            looking.say("activity.calls_all"),
            key="calls_all",
            on_click=go,
            args=(looking.address.open_own("calls"),),
        )
        if looking.viewer.may_see_lower_tier_names:
            address = tickets.mint(looking.viewer, activity_download.KIND_ALL, looking=looking)
            st.link_button(looking.say("activity.calls_zip"), address, icon=":material/download:")
