"""Every officer with tier and reason: pills with counts above, the reason the widest column."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.tiers import TIERS
from pages.activity.columns import narrow
from pages.activity.lists import activity_list, officer_list
from pages.activity.queries import officers_of
from pages.lists.guarded import guarded_rows
from pages.lists.view import download_link, list_rows
from pages.shell.context import PageContext, go

_ALL = "all"


def people_block(context: PageContext) -> None:
    """The officer list of the page; the pill chosen stands in the address."""
    with st.container(border=True, height="stretch", key="block_people"):
        st.markdown(f"#### {context.say('activity.people_title')}")
        st.caption(context.say("activity.people_subtitle"))
        _pills(context)
        tier = context.address.tier or ""
        open_list = officer_list(context, tier)
        if open_list is None:
            return
        shown = replace(open_list, columns=narrow(open_list.columns, context.lang))
        list_rows(context, shown, guarded_rows(shown, context.viewer))
        page_view = f"officers.{tier}" if tier else "officers"
        download_link(replace(context, address=context.address.open_page_view(page_view)), activity_list)


def _pills(context: PageContext) -> None:
    counts = officers_of(*context.key)["tier"].value_counts()
    options = [_ALL, *(tier.id for tier in TIERS if tier.id in counts)]
    titles = {tier.id: tier.title.get(context.lang) for tier in TIERS}
    chosen = context.address.tier
    if chosen and chosen not in options:
        options.append(chosen)
    st.session_state["people_tier"] = chosen or _ALL
    st.pills(
        context.say("list.tier"),
        options,
        key="people_tier",
        format_func=lambda tier: (
            context.say("activity.people_all", n=int(counts.sum()))
            if tier == _ALL
            else context.say("activity.people_pill", tier=titles[tier], n=int(counts.get(tier, 0)))
        ),
        label_visibility="collapsed",
        on_change=lambda: _chosen(context),
    )


def _chosen(context: PageContext) -> None:
    tier = st.session_state["people_tier"]
    go(replace(context.address, tier=None if tier in (None, _ALL) else tier))
