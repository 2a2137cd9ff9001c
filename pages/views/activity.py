"""队伍活跃度: who acts, who only answers, who is lost, and why?"""

from __future__ import annotations

import streamlit as st

from pages.parts.activity_calls import calls_block
from pages.parts.activity_charts import cohort_block, flow_block, history_block, tiers_block
from pages.parts.activity_lapse import lapse_block
from pages.parts.activity_lists import listed
from pages.parts.activity_people import people_block
from pages.parts.activity_table import own_list
from pages.parts.activity_trial import trial_block
from pages.parts.cached import figures
from pages.parts.list_view import list_view
from pages.parts.looking import Looking
from pages.parts.nobody import is_empty, nobody
from pages.parts.officer_panel import officer_panel
from pages.parts.page_frame import foot, head


def activity(looking: Looking) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(looking, looking.say("activity.title"))
    home = looking.say("activity.page")
    if looking.address.who:
        found = listed(looking)
        officer_panel(looking, home_title=home, own_title=found.title if found else "")
    elif looking.address.own:
        own_list(looking, home_title=home)
    elif looking.address.list:
        list_view(looking, home_title=home)
    elif is_empty(looking, figures(*looking.key, ids=("officers_serving",))):
        nobody(looking)
    else:
        _blocks(looking)
    foot(looking)


def _blocks(looking: Looking) -> None:
    tiers_block(looking)
    left, right = st.columns([7, 5], gap="small")
    with left:
        flow_block(looking)
    with right:
        cohort_block(looking)
    left, right = st.columns([4, 8], gap="small")
    with left:
        trial_block(looking)
    with right:
        people_block(looking)
    calls_block(looking)
    history_block(looking)
    lapse_block(looking)
