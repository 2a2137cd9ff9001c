"""Every line of an officer's file with its file, sheet and row; filtered by kind or counter."""

from __future__ import annotations

import streamlit as st

from analytics.dossier import Dossier
from pages.parts.dossier_filter import filter_field
from pages.parts.looking import Looking
from pages.parts.officer_lines import lines_table

_TALLEST = 12


def dossier_lines(looking: Looking, file: Dossier) -> None:
    """The table behind the timeline and the counters."""
    with st.container(border=True, key="officer_lines"):
        st.markdown(f"#### {looking.say('officer.rows_title', count=len(file.lines))}")
        st.caption(looking.say("officer.rows_subtitle"))
        if file.lines.empty:
            st.caption(looking.say("officer.empty"))
            return
        lines_table(looking, filter_field(looking, file), tallest=_TALLEST)
