"""地市比较: which responsible units differ beyond chance, and does the channel go with activity?"""

from __future__ import annotations

import streamlit as st

from analytics.cities import COMPARED, Comparison
from pages.cities import blocks
from pages.cities.beside import benchmarks_block, learning_block
from pages.cities.drill import drill_block
from pages.cities.field import metric_field, metric_of
from pages.lists.officer_panel import officer_panel
from pages.lists.view import list_view
from pages.shell.context import PageContext
from pages.shell.frame import foot, head
from pages.shell.queries import figures, unrecorded_units
from pages.widgets.empty_scope import is_empty, nobody


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("cities.title"))
    home = context.say("cities.page")
    if context.address.who:
        officer_panel(context, home_title=home)
    elif context.address.list:
        list_view(context, home_title=home)
    elif context.scope.filters() and is_empty(context, figures(*context.key, ids=("officers_serving",))):
        nobody(context)
    else:
        _page(context)
    foot(context)


def _page(context: PageContext) -> None:
    metric_field(context)
    metric = metric_of(context)
    if len(context.scope.unit) == 1:
        item = COMPARED[metric]
        hidden = unrecorded_units(*context.key) if item.needs_records else ()
        drill_block(context, item, unrecorded=hidden)
    found = blocks.comparison_of(context, metric)
    if context.viewer.unit:
        _own_unit(context, found)
    else:
        _province(context, found)


def _province(context: PageContext, found: Comparison) -> None:
    left, right = st.columns([7, 5], gap="small")
    with left:
        blocks.funnel_block(context, found)
    with right:
        blocks.channels_block(context, found)
    blocks.recognisers_block(context, found)
    blocks.quarters_block(context, found)
    left, right = st.columns(2, gap="small")
    with left:
        blocks.change_block(context, found)
    with right:
        blocks.mix_block(context, found)
    _beside_ranges(context, found)


def _beside_ranges(context: PageContext, found: Comparison) -> None:
    """What can be learnt and other provinces: right of the ranges, or the whole width without them."""
    left, right = st.columns([7, 5], gap="small") if found.has_ranges else (None, st.container())
    if left:
        with left:
            blocks.ranges_block(context, found)
    with right:
        learning_block(blocks.province_wide(context), found)
        benchmarks_block(context)


def _own_unit(context: PageContext, found: Comparison) -> None:
    """A city sees itself: its quarters and its change, and no other unit's numbers."""
    st.caption(context.say("cities.only_own"))
    blocks.quarters_block(context, found)
    blocks.change_block(context, found)
