"""地市比较: which responsible units differ beyond chance, and does the channel go with activity?"""

from __future__ import annotations

import streamlit as st

from analytics.cities import COMPARED, Comparison
from pages.parts import cities_blocks as blocks
from pages.parts.cached import figures, unrecorded_units
from pages.parts.cities_beside import benchmarks_block, learning_block
from pages.parts.cities_drill import drill_block
from pages.parts.cities_field import metric_field, metric_of
from pages.parts.list_view import list_view
from pages.parts.looking import Looking
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
    metric_field(looking)
    metric = metric_of(looking)
    if len(looking.scope.unit) == 1:
        item = COMPARED[metric]
        hidden = unrecorded_units(*looking.key) if item.needs_records else ()
        drill_block(looking, item, unrecorded=hidden)
    found = blocks.comparison_of(looking, metric)
    if looking.viewer.unit:
        _own_unit(looking, found)
    else:
        _province(looking, found)


def _province(looking: Looking, found: Comparison) -> None:
    left, right = st.columns([7, 5], gap="small")
    with left:
        blocks.funnel_block(looking, found)
    with right:
        blocks.channels_block(looking, found)
    blocks.recognisers_block(looking, found)
    blocks.quarters_block(looking, found)
    left, right = st.columns(2, gap="small")
    with left:
        blocks.change_block(looking, found)
    with right:
        blocks.mix_block(looking, found)
    _beside_ranges(looking, found)


def _beside_ranges(looking: Looking, found: Comparison) -> None:
    """What can be learnt and other provinces: right of the ranges, or the whole width without them."""
    left, right = st.columns([7, 5], gap="small") if found.has_ranges else (None, st.container())
    if left:
        with left:
            blocks.ranges_block(looking, found)
    with right:
        learning_block(blocks.province_wide(looking), found)
        benchmarks_block(looking)


def _own_unit(looking: Looking, found: Comparison) -> None:
    """A city sees itself: its quarters and its change, and no other unit's numbers."""
    st.caption(looking.say("cities.only_own"))
    blocks.quarters_block(looking, found)
    blocks.change_block(looking, found)
