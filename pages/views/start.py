"""Before the first snapshot: how to load files, or see the sample."""

from __future__ import annotations

import streamlit as st

from foundation.locales import Lang, say


def start(lang: Lang) -> None:
    """What to do next; there is nothing to look at yet."""
    with st.container(border=True, width=760, key="start"):
        st.markdown(f"## {say('app.start_title', lang)}")
        st.markdown(say("app.start_text", lang))
        st.markdown(say("app.start_load", lang))
        st.code("liaison ingest <folder>", language=None)
        st.markdown(say("app.start_sample", lang))
        st.code("make demo", language=None)
        st.caption(say("app.start_after", lang))
