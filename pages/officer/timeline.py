"""The timeline of an officer's file: which kind of act fell on which day, two years at a glance.

Drawn without downloads: it shows one person's acts, and what holds personal data leaves as the Word file.
"""

from __future__ import annotations

import streamlit as st

from analytics.officer.dossier import Dossier
from pages.shell.context import PageContext
from reporting.packs.dossier.chart import timeline_chart
from reporting.screen.figure import CONFIG, figure
from reporting.type.stamp import short_stamp
from reporting.type.words import words


def dossier_timeline(context: PageContext, file: Dossier) -> None:
    """The chart, wide and narrow, with its stamp; nothing where there is no act."""
    if not file.lines["class"].notna().any():
        return
    chart = timeline_chart(file, context.scope.as_of, context.stamp)
    with st.container(border=True, key="dossier_timeline"):
        st.markdown(f"#### {chart.title.get(context.lang)}")
        st.caption(chart.subtitle.get(context.lang))
        for place in ("wide", "narrow"):
            with st.container(key=f"{place}_dossier_timeline"):
                st.plotly_chart(
                    figure(chart, context.lang, is_narrow=place == "narrow"),
                    theme=None,
                    key=f"timeline_{place}",
                    config=dict(CONFIG),
                    alt=words(chart, context.lang),
                )
        st.caption(short_stamp(chart.stamp, context.lang))
