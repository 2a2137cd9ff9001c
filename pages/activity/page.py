"""队伍活跃度: who acts, who only answers, who is lost, and why?"""

from __future__ import annotations

import streamlit as st

from pages.activity.calls import calls_block
from pages.activity.charts import cohort_block, flow_block, history_block, tiers_block
from pages.activity.lapse import lapse_block
from pages.activity.lists import listed
from pages.activity.people import people_block
from pages.activity.table import own_list
from pages.activity.thresholds import trial_block
from pages.lists.officer_panel import officer_panel
from pages.lists.view import list_view
from pages.shell.context import PageContext
from pages.shell.frame import foot, head
from pages.widgets.empty_scope import is_empty, nobody


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("activity.title"))
    home = context.say("activity.page")
    if context.address.who:
        found = listed(context)
        officer_panel(context, home_title=home, own_title=found.title if found else "")
    elif context.address.page_view:
        own_list(context, home_title=home)
    elif context.address.list:
        list_view(context, home_title=home)
    elif is_empty(context):
        nobody(context)
    else:
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
        trial_block(context)
    with right:
        people_block(context)
    calls_block(context)
    history_block(context)
    lapse_block(context)
