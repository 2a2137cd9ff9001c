"""Every line of an officer's file with its file, sheet and row; filtered by kind or counter."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.dossier import Dossier
from pages.parts.dossier_filter import filter_field
from pages.parts.looking import Looking
from reporting.dossier_words import lines_frame

_ROW = 36
#: Pixels, so that file, sheet and row are in sight beside the content.
WIDTHS = {"kind": 200, "content": 330, "counts_as": 230, "file": 215, "sheet": 85, "row_number": 60}


def dossier_lines(looking: Looking, file: Dossier) -> None:
    """The table behind the timeline and the counters."""
    with st.container(border=True, key="officer_lines"):
        st.markdown(f"#### {looking.say('officer.rows_title', count=len(file.lines))}")
        st.caption(looking.say("officer.rows_subtitle"))
        if file.lines.empty:
            st.caption(looking.say("officer.empty"))
            return
        table(looking, filter_field(looking, file))


def table(looking: Looking, lines: pd.DataFrame) -> None:
    if lines.empty:
        st.caption(looking.say("dossier.no_lines"))
        return
    st.dataframe(
        lines_frame(lines, looking.lang),
        hide_index=True,
        key="officer_table",
        placeholder="",
        row_height=_ROW,
        height=_ROW * (min(len(lines), 12) + 1) + 2,
        column_config={
            looking.say(f"officer.{name}"): st.column_config.Column(width=width)
            for name, width in WIDTHS.items()
        },
        alt=looking.say("officer.rows_title", count=len(lines)),
    )
