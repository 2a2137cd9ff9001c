"""When the filters leave nobody: say so, and say which single filter would have to go."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.shell.address import FILTERS, Address
from pages.shell.context import PageContext, go
from pages.shell.queries import figures


def is_empty(context: PageContext, frame: pd.DataFrame) -> bool:
    """Whether filters are set and no officer serving meets them. frame: holds `officers_serving`."""
    return bool(context.scope.filters()) and _count(frame) == 0


def nobody(context: PageContext) -> None:
    """A way out for each filter, with the number it leads to; one back to everything."""
    with st.container(border=True, key="nobody"):
        words = context.say("scope.nobody", scope=context.scope_text.get(context.lang))
        st.markdown(f"#### {words}")
        st.markdown(context.say("scope.nobody_how"))
        with st.container(horizontal=True):
            for name in context.scope.filters():
                _without(context, name)
        everything = context.address.at(**dict.fromkeys(FILTERS.values(), ()))
        st.button(context.say("scope.clear"), key="clear", type="tertiary", on_click=go, args=(everything,))


def _without(context: PageContext, name: str) -> None:
    address = context.address.at(**{name: ()})
    count = _serving(context, address)
    words = context.say("scope.without", name=context.say(f"scope.{name}"), count=count)
    st.button(words, key=f"without_{name}", disabled=count == 0, on_click=go, args=(address,))


def _serving(context: PageContext, address: Address) -> int:
    return _count(figures(*context.key_at(address.scope), ids=("officers_serving",)))


def _count(frame: pd.DataFrame) -> int:
    return int(frame.loc[frame["id"] == "officers_serving", "value"].iloc[0])
