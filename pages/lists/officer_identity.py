"""The first lines of an officer's file: name, badges, how to reach, one action; below, what is on file."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics.officer.head import OfficerHead
from pages.lists.contacts import contact_line
from pages.shell.context import PageContext
from pages.widgets.markdown import plain
from reporting.packs.dossier.words import badges, facts


def who(context: PageContext, head: OfficerHead, action: Callable[[], object]) -> None:
    """action: draws the one thing to do with the file, at the right end."""
    with st.container(horizontal=True, vertical_alignment="center", key="officer_head"):
        st.markdown(f"## {plain(head.name)}", width="content")
        for words in badges(head, context.lang):
            st.badge(words, color="gray")
        st.space("stretch")
        contact_line(context, head)
        action()
    told = [plain(part) for part in facts(head, context.lang)]
    simulated = [f"**{context.say('overview.simulated')}**"] if context.is_simulated else []
    st.caption(" · ".join([*told, *simulated]))
