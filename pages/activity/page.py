"""队伍活跃度: who acts, who only answers, who is lost, and why?"""

from __future__ import annotations

import streamlit as st

from pages.activity.calls import calls_block
from pages.activity.charts import cohort_block, flow_block, history_block, tiers_block
from pages.activity.lapse import lapse_block
from pages.activity.lists import activity_list
from pages.activity.people import people_block
from pages.activity.thresholds import thresholds_block
from pages.lists.drill import drilled
from pages.shell.context import PageContext
from pages.shell.frame import foot, head


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("activity.title"))
    if not drilled(context, home_title=context.say("activity.page"), page_lists=activity_list):
        _blocks(context)
    foot(context)


def _blocks(context: PageContext) -> None:
    tiers_block(context)
    left, right = st.columns([7, 5], gap="small")
    with left:
        flow_block(context)
    with right:
        cohort_block(context)
    left, right = st.columns([4, 8], gap="small")
    with left:
        thresholds_block(context)
    with right:
        people_block(context)
    calls_block(context)
    history_block(context)
    lapse_block(context)
