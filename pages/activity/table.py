"""One of the page's own lists on screen: what it is, how many, its rows guarded for the viewer."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from foundation.access import tickets
from foundation.access.names import guard
from pages.activity import download as activity_download
from pages.activity.columns import heading, written
from pages.activity.lists import Listed, listed
from pages.lists.columns import WITHHELD
from pages.shell.context import PageContext
from pages.widgets.breadcrumb import breadcrumb
from pages.widgets.markdown import plain
from pages.widgets.tables import ROW_HEIGHT, opening_table

#: Pixels of a row in which text wraps.
_WRAPPED = {"zh": 68, "en": 88}
_TALLEST = 650
#: Pixels over the page's width, where a call list would not fit. The grid guesses how wide words are and cuts
#: what it wrongly takes to fit: a tier has room for all of its title.
_WHOLE: dict[str, int] = {
    "recommender_name": 156,
    "org": 140,
    "tier": 108,
    "tier_shown": 256,
    "last_contact": 150,
    "tried": 230,
    "phone": 112,
}
#: Pixels in two thirds of the page: the reason the widest, the latest act still in sight.
_BESIDE: dict[str, int] = {
    "name": 66,
    "unit": 72,
    "org": 118,
    "category": 52,
    "tier": 104,
    "reason": 300,
    "last_act_on": 92,
    "cause": 80,
    "change": 150,
}
#: English words are longer.
_LONGER: dict[str, dict[str, int]] = {"en": {"category": 84, "tier": 188, "reason": 330, "org": 96}}


def own_list(context: PageContext, *, home_title: str) -> None:
    """The page of the list that the address has open; words in its place where nobody knows it."""
    found = listed(context)
    if found is None:
        breadcrumb([(home_title, context.address.open())], "?")
        st.warning(context.say("activity.list_unknown", own=plain(context.address.page_view or "")))
        return
    breadcrumb([(home_title, context.address.open())], found.title)
    with st.container(border=True, key="list_block"):
        noun = context.say("overview.noun_officers_serving")
        st.markdown(f"#### {plain(found.title)}{context.say('list.colon')}{len(found.rows):,} {noun}")
        st.caption(found.subtitle)
        if found.is_exported:
            download_link(context)
        people(context, found)
        if found.is_exported:
            st.caption(context.say("list.how"))


def download_link(context: PageContext) -> None:
    """The list that the address of `context` names, as a workbook by ticket."""
    address = tickets.mint(context.viewer, activity_download.KIND, context=context)
    st.link_button(context.say("list.download"), address, icon=":material/download:")


def people(context: PageContext, found: Listed, *, is_beside: bool = False) -> None:
    """The named rows, and where names are withheld unit and body with counts, so that it adds up.

    is_beside: in two thirds of the page's width.
    """
    named, withheld = guard(found.rows, context.viewer)
    named = named.reset_index(drop=True)
    if named.empty and withheld.empty:
        st.info(context.say("list.empty"))
    if len(named):
        _rows(context, found, named, is_beside=is_beside)
    if len(withheld):
        words = "list.withheld_more" if len(named) else "list.withheld"
        st.markdown(context.say(words, count=f"{withheld['count'].sum():,}"))
        shown = written(withheld, WITHHELD, context)
        st.dataframe(shown, hide_index=True, key="own_withheld", alt=context.say("list.withheld_alt"))


def _rows(context: PageContext, found: Listed, named: pd.DataFrame, *, is_beside: bool) -> None:
    shown = written(named, found.columns, context)
    if not found.is_exported:
        # A dataframe brings its own download button; a plain table does not.
        st.table(shown.set_index(shown.columns[0]))
        return
    fixed = _WHOLE | (_BESIDE | _LONGER.get(context.lang, {}) if is_beside else {})
    widths = {
        heading(c.id, context): st.column_config.Column(width=fixed.get(c.id, c.width)) for c in found.columns
    }
    height = _WRAPPED[context.lang] if any(c.width == "large" for c in found.columns) else ROW_HEIGHT
    opening_table(
        shown,
        opens=lambda row, _: replace(context.address, who=str(named["person_id"].iloc[row])),
        key="own_table",
        alt=found.title,
        column_config=widths,
        row_height=height,
        tallest=_TALLEST,
    )
