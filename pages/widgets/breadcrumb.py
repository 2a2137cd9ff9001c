"""Where the reader is, as tertiary buttons joined by ›; the last part is plain."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.shell.address import Address
from pages.widgets.buttons import address_button
from pages.widgets.markdown import plain


def breadcrumb(steps: Sequence[tuple[str, Address]], here: str) -> None:
    """steps: (label, where it leads), outermost first. here: the label of what is shown."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="crumbs"):
        for place, (label, address) in enumerate(steps):
            address_button(label, address, key=f"crumb_{place}")
            st.markdown(":gray[›]", width="content")
        st.markdown(f"**{plain(here)}**", width="content")
