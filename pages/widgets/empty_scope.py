"""When the filters leave nobody: say so, and say which single filter would have to go."""

from __future__ import annotations

import streamlit as st

from analytics.scope import Scope
from pages.shell.address import FILTERS
from pages.shell.context import PageContext
from pages.shell.queries import figures
from pages.widgets.buttons import address_button

SERVING = ("officers_serving",)


def is_empty(context: PageContext, *, ids: tuple[str, ...] = SERVING) -> bool:
    """Whether filters are set and no officer serving meets them.

    ids: metrics that the page asks for anyway, `officers_serving` among them: this adds none.
    """
    return bool(context.scope.filters()) and serving(context, context.scope, ids=ids) == 0


def serving(context: PageContext, scope: Scope, *, ids: tuple[str, ...] = SERVING) -> int:
    """How many officers serve within a scope."""
    frame = figures(*context.key_at(scope), ids=ids)
    return int(frame.loc[frame["id"] == "officers_serving", "value"].iloc[0])


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
        address_button(context.say("scope.clear"), everything, key="clear")


def _without(context: PageContext, name: str) -> None:
    """The way out that drops one filter; a button of its own kind: it is what the reader is here for."""
    address = context.address.at(**{name: ()})
    count = serving(context, address.scope)
    words = context.say("scope.without", name=context.say(f"scope.{name}"), count=count)
    address_button(words, address, key=f"without_{name}", type="secondary", disabled=count == 0)
