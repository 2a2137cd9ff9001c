"""Before the first snapshot: put files in, or see how else to load them, or see the sample."""

from __future__ import annotations

import streamlit as st

from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse.home import Home
from pages.data.upload import upload


def start(home: Home, viewer: Viewer, lang: Lang) -> None:
    """What to do next; there is nothing to look at yet."""
    st.markdown(f"## {say('app.start_title', lang)}")
    st.markdown(say("app.start_text", lang))
    if viewer.role == "office":
        upload(home, viewer, lang, when_empty=lambda: _commands(lang))
    else:
        _commands(lang)


def _commands(lang: Lang) -> None:
    with st.container(border=True, height="stretch", key="start"):
        st.markdown(say("app.start_load", lang))
        st.code("liaison ingest <folder>", language=None)
        st.markdown(say("app.start_sample", lang))
        st.code("make demo", language=None)
        st.caption(say("app.start_after", lang))
