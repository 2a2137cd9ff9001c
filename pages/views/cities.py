"""地市比较: which responsible units differ beyond chance, and does the channel go with activity?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.cities import COMPARED, DEFAULT, Comparison
from pages.parts.cached import figures, unrecorded_units
from pages.parts.cities_blocks import (
    benchmarks_block,
    change_block,
    channels_block,
    comparison_of,
    funnel_block,
    learning_block,
    mix_block,
    province_wide,
    quarters_block,
    ranges_block,
    recognisers_block,
)
from pages.parts.cities_drill import drill_block
from pages.parts.list_view import list_view
from pages.parts.looking import Looking, go
from pages.parts.nobody import is_empty, nobody
from pages.parts.officer_panel import officer_panel
from pages.parts.page_frame import foot, head


def cities(looking: Looking) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(looking, looking.say("cities.title"))
    home = looking.say("cities.page")
    if looking.address.who:
        officer_panel(looking, home_title=home)
    elif looking.address.list:
        list_view(looking, home_title=home)
    elif looking.scope.filters() and is_empty(looking, figures(*looking.key, ids=("officers_serving",))):
        nobody(looking)
    else:
        _page(looking)
    foot(looking)


def _page(looking: Looking) -> None:
    asked = looking.address.metric
    metric = asked if asked in COMPARED else DEFAULT
    _field(looking, metric)
    item = COMPARED[metric]
    if len(looking.scope.unit) == 1:
        hidden = unrecorded_units(*looking.key) if item.needs_records else ()
        drill_block(looking, item, unrecorded=hidden)
    found = comparison_of(looking, metric)
    if looking.viewer.unit:
        _own_unit(looking, found)
    else:
        _province(province_wide(looking), found)


def _field(looking: Looking, metric: str) -> None:
    """What is compared; kept in the address as everything else."""
    st.session_state["cities_metric"] = metric
    with st.container(horizontal=True, vertical_alignment="center", key="cities_field"):
        st.selectbox(
            looking.say("cities.metric"),
            list(COMPARED),
            key="cities_metric",
            format_func=lambda id: looking.say(
                "cities.metric_is", title=COMPARED[id].title.get(looking.lang)
            ),
            label_visibility="collapsed",
            width=330,
            on_change=lambda: go(
                replace(looking.address, metric=st.session_state["cities_metric"], ignored=())
            ),
        )
        if looking.viewer.unit is None:
            hint = "cities.no_names" if looking.scope.unit else "cities.drill_hint"
            st.caption(looking.say(hint), width="content")


def _title(looking: Looking, metric: str) -> str:
    return looking.say("cities.metric_is", title=COMPARED[metric].title.get(looking.lang))


def _chosen(looking: Looking) -> None:
    go(replace(looking.address, metric=st.session_state["cities_metric"], ignored=()))


def _province(looking: Looking, found: Comparison) -> None:
    left, right = st.columns([7, 5], gap="small")
    with left:
        funnel_block(looking, found)
    with right:
        channels_block(looking, found)
    recognisers_block(looking, found)
    quarters_block(looking, found)
    left, right = st.columns(2, gap="small")
    with left:
        change_block(looking, found)
    with right:
        mix_block(looking, found)
    left, right = st.columns([7, 5], gap="small")
    with left:
        ranges_block(looking, found)
    with right:
        learning_block(looking, found)
        benchmarks_block(looking)


def _own_unit(looking: Looking, found: Comparison) -> None:
    """A city sees itself: its quarters and its change, and no other unit's numbers."""
    st.caption(looking.say("cities.only_own"))
    quarters_block(looking, found)
    change_block(looking, found)
