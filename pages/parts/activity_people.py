"""Every officer with tier and reason: pills with counts above, the reason the widest column."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.tiers import TIERS
from pages.parts.activity_cached import officers_of
from pages.parts.activity_lists import officers
from pages.parts.activity_table import download_link, people
from pages.parts.looking import Looking, go

_ALL = "all"


def people_block(looking: Looking) -> None:
    """The officer list of the page; the pill chosen stands in the address."""
    with st.container(border=True, height="stretch", key="block_people"):
        st.markdown(f"#### {looking.say('activity.people_title')}")
        st.caption(looking.say("activity.people_subtitle"))
        _pills(looking)
        tier = looking.address.tier or ""
        found = officers(looking, tier)
        if found is None:
            return
        people(looking, found, is_beside=True)
        own = f"officers.{tier}" if tier else "officers"
        download_link(replace(looking, address=looking.address.open_own(own)))


def _pills(looking: Looking) -> None:
    counts = officers_of(*looking.key)["tier"].value_counts()
    options = [_ALL, *(tier.id for tier in TIERS if tier.id in counts)]
    titles = {tier.id: tier.title.get(looking.lang) for tier in TIERS}
    chosen = looking.address.tier
    if chosen and chosen not in options:
        options.append(chosen)
    st.session_state["people_tier"] = chosen or _ALL
    st.pills(
        looking.say("list.tier"),
        options,
        key="people_tier",
        format_func=lambda tier: (
            looking.say("activity.people_all", n=int(counts.sum()))
            if tier == _ALL
            else looking.say("activity.people_pill", tier=titles[tier], n=int(counts.get(tier, 0)))
        ),
        label_visibility="collapsed",
        on_change=lambda: _chosen(looking),
    )


def _chosen(looking: Looking) -> None:
    tier = st.session_state["people_tier"]
    go(replace(looking.address, tier=None if tier in (None, _ALL) else tier))
