"""联系名单: for each recommending body how many of its officers to reach, and the sheet to send."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.activity.calls import AHEAD_MONTHS, by_body
from analytics.scope import month_end, months_back
from foundation.access import tickets
from pages.activity.download import CALL_FILES
from pages.activity.queries import calls_of
from pages.lists.columns import ListColumn, written_frame
from pages.shell.context import PageContext
from pages.widgets.buttons import address_button
from pages.widgets.tables import opening_table

_COLUMNS = (
    ListColumn("recommender_name", width="large"),
    ListColumn("unit", "unit"),
    ListColumn("lost", "number"),
    ListColumn("unverified", "number"),
    ListColumn("due", "number"),
    ListColumn("persons", "number"),
)
_TALLEST = 420


def calls_block(context: PageContext) -> None:
    """One line a body; a click opens its list, from which its sheet is downloaded."""
    rows = calls_of(*context.key)
    bodies = by_body(rows)
    with st.container(border=True, key="block_calls"):
        if rows.empty:
            st.markdown(f"#### {context.say('activity.calls_none')}")
        else:
            st.markdown(f"#### {context.say('activity.calls_title', n=len(rows), bodies=len(bodies))}")
        until = month_end(months_back(context.scope.as_of, -AHEAD_MONTHS))
        st.caption(context.say("activity.calls_subtitle", until=f"{until}"))
        if len(rows):
            _table(context, bodies)
            _buttons(context)


def _table(context: PageContext, bodies: pd.DataFrame) -> None:
    named = bodies.assign(
        recommender_name=bodies["recommender_name"].fillna(context.say("activity.calls_unknown"))
    )
    opening_table(
        written_frame(context, named, _COLUMNS),
        opens=lambda row, _: context.address.open_page_view(f"calls.{bodies['recommender'].iloc[row]}"),
        key="calls_table",
        alt=context.say("activity.calls_alt"),
        tallest=_TALLEST,
    )


def _buttons(context: PageContext) -> None:
    """The whole list; and all sheets at once, for whom names may be shown."""
    with st.container(horizontal=True, key="calls_ways"):
        address_button(
            context.say("activity.calls_all"),
            context.address.open_page_view("calls"),
            key="calls_all",
            type="secondary",
        )
        if context.viewer.may_see_lower_tier_names:
            address = tickets.mint(context.viewer, CALL_FILES, context=context)
            st.link_button(context.say("activity.calls_zip"), address, icon=":material/download:")
