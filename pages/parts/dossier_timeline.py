"""The timeline of an officer's file: which kind of act fell on which day, two years at a glance.

Drawn without downloads: it shows one person's acts, and what holds personal data leaves as the Word file.
"""

from __future__ import annotations

import streamlit as st

from analytics.dossier import Dossier
from pages.parts.looking import Looking
from reporting.dossier_chart import timeline_chart
from reporting.figure import CONFIG, figure
from reporting.stamp import short_stamp
from reporting.words import words


def dossier_timeline(looking: Looking, file: Dossier) -> None:
    """The chart, wide and narrow, with its stamp; nothing where there is no act."""
    if not file.lines["class"].notna().any():
        return
    chart = timeline_chart(file, looking.scope.as_of, looking.stamp)
    with st.container(border=True, key="dossier_timeline"):
        st.markdown(f"#### {chart.title.get(looking.lang)}")
        st.caption(chart.subtitle.get(looking.lang))
        for place in ("wide", "narrow"):
            with st.container(key=f"{place}_dossier_timeline"):
                st.plotly_chart(
                    figure(chart, looking.lang, is_narrow=place == "narrow"),
                    theme=None,
                    key=f"timeline_{place}",
                    config=dict(CONFIG),
                    alt=words(chart, looking.lang),
                )
        st.caption(short_stamp(chart.stamp, looking.lang))
