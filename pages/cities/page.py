"""地市比较: which responsible units differ beyond chance, and does the channel go with activity?"""

from __future__ import annotations

import streamlit as st

from analytics.cities import COMPARED, Comparison
from pages.cities import blocks
from pages.cities.drill import drill_block
from pages.cities.field import metric_field, metric_of
from pages.cities.learning import benchmarks_block, learning_block
from pages.lists.drill import drilled
from pages.shell.context import PageContext
from pages.shell.frame import foot, head


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("cities.title"))
    if not drilled(context, home_title=context.say("cities.page")):
        metric_field(context)
        metric = metric_of(context)
        if len(context.scope.unit) == 1:
            drill_block(context, COMPARED[metric])
        comparison = blocks.comparison_of(context, metric)
        (_own_unit if context.viewer.unit else _province)(context, comparison)
    foot(context)


def _own_unit(context: PageContext, comparison: Comparison) -> None:
    """A city sees itself: its quarters and its change, and no other unit's numbers."""
    st.caption(context.say("cities.only_own"))
    blocks.quarters_block(context, comparison)
    blocks.change_block(context, comparison)


def _province(context: PageContext, comparison: Comparison) -> None:
    left, right = st.columns([7, 5], gap="small")
    with left:
        blocks.funnel_block(context, comparison)
    with right:
        blocks.channels_block(context, comparison)
    blocks.recognisers_block(context, comparison)
    blocks.quarters_block(context, comparison)
    left, right = st.columns(2, gap="small")
    with left:
        blocks.change_block(context, comparison)
    with right:
        blocks.mix_block(context, comparison)
    if comparison.has_ranges:
        left, right = st.columns([7, 5], gap="small")
        with left:
            blocks.ranges_block(context, comparison)
    else:
        right = st.container()
    with right:
        learning_block(blocks.province_wide(context), comparison)
        benchmarks_block(context)
