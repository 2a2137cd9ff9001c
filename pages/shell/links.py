"""Links from one page to another within the session; the address carries everything."""

from __future__ import annotations

import streamlit as st

from pages.shell.address import Address, encode


def page_link(path: str, label: str, address: Address) -> None:
    """A link to the page at `path`, looking at `address`. Streamlit tells pages apart by their path alone."""
    there = st.Page(_elsewhere, title=label, url_path=path, default=not path)
    st.page_link(there, label=label, query_params=encode(address))


def _elsewhere() -> None:
    """The page itself is made in app.py."""
