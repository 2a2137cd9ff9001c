"""Keeps the scope from page to page, although the links of the top navigation drop the query.

The address stays the only state that pages read. An address without any query, in a session that has
already looked at something, takes the scope of the page before; a new session starts from the defaults.
"""

from __future__ import annotations

import streamlit as st

#: Keys that every page reads; an open list or person belongs to one page.
_CARRIED = ("m", "vs", "unit", "city", "cat", "ch", "field", "rec", "lang", "present", "snap")
_KEPT = "scope_of_the_page_before"


def carry_scope() -> None:
    """Fill an address without a query with the remembered scope, then remember the scope of the address.

    To be called before anything reads the query.
    """
    if not st.query_params and st.session_state.get(_KEPT):
        st.query_params.from_dict(st.session_state[_KEPT])
    st.session_state[_KEPT] = {key: st.query_params[key] for key in _CARRIED if key in st.query_params}
