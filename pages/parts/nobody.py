"""When the filters leave nobody: say so, and say which single filter would have to go."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.parts.address import FILTERS, Address
from pages.parts.cached import figures
from pages.parts.looking import Looking, go


def is_empty(looking: Looking, frame: pd.DataFrame) -> bool:
    """Whether filters are set and no officer serving meets them. frame: holds `officers_serving`."""
    return bool(looking.scope.filters()) and _count(frame) == 0


def nobody(looking: Looking) -> None:
    """A way out for each filter, with the number it leads to; one back to everything."""
    with st.container(border=True, key="nobody"):
        words = looking.say("scope.nobody", scope=looking.scope_text.get(looking.lang))
        st.markdown(f"#### {words}")
        st.markdown(looking.say("scope.nobody_how"))
        with st.container(horizontal=True):
            for name in looking.scope.filters():
                _without(looking, name)
        everything = looking.address.at(**dict.fromkeys(FILTERS.values(), ()))
        st.button(looking.say("scope.clear"), key="clear", type="tertiary", on_click=go, args=(everything,))


def _without(looking: Looking, name: str) -> None:
    address = looking.address.at(**{name: ()})
    count = _serving(looking, address)
    words = looking.say("scope.without", name=looking.say(f"scope.{name}"), count=count)
    st.button(words, key=f"without_{name}", disabled=count == 0, on_click=go, args=(address,))


def _serving(looking: Looking, address: Address) -> int:
    return _count(figures(*looking.key[:3], address.scope, looking.lang, ids=("officers_serving",)))


def _count(frame: pd.DataFrame) -> int:
    return int(frame.loc[frame["id"] == "officers_serving", "value"].iloc[0])
