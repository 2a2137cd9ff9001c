"""Every line of an officer's file with its file, sheet and row; filtered by kind or counter."""

from __future__ import annotations

import streamlit as st

from analytics.officer.dossier import Dossier
from pages.lists.officer_lines import lines_table
from pages.officer.filter import filter_field
from pages.shell.context import PageContext

_MOST_ROWS = 12


def dossier_lines(context: PageContext, file: Dossier) -> None:
    """The table behind the timeline and the counters."""
    with st.container(border=True, key="officer_lines"):
        st.markdown(f"#### {context.say('officer.rows_title', count=len(file.lines))}")
        st.caption(context.say("officer.rows_subtitle"))
        if file.lines.empty:
            st.caption(context.say("officer.empty"))
            return
        lines_table(context, filter_field(context, file), most_rows=_MOST_ROWS)
