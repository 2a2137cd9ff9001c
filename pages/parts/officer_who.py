"""The first lines of an officer's file: name, badges, how to reach, one action; below, what is on file."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics.officer import Head
from pages.parts.breadcrumb import plain
from pages.parts.contacts import contact_line
from pages.parts.looking import Looking
from reporting.dossier_words import badges, facts


def who(looking: Looking, head: Head, action: Callable[[], object]) -> None:
    """action: draws the one thing to do with the file, at the right end."""
    with st.container(horizontal=True, vertical_alignment="center", key="officer_head"):
        st.markdown(f"## {plain(head.name)}", width="content")
        for words in badges(head, looking.lang):
            st.badge(words, color="gray")
        st.space("stretch")
        contact_line(looking, head)
        action()
    told = [plain(part) for part in facts(head, looking.lang)]
    simulated = [f"**{looking.say('overview.simulated')}**"] if looking.is_simulated else []
    st.caption(" · ".join([*told, *simulated]))
