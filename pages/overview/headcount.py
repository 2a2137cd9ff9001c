"""Headcount: one grey line under the cards; quality stands before it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from foundation.reference.cities import unit_label
from pages.shell.context import PageContext
from pages.shell.queries import neighbours_of
from pages.widgets.buttons import address_button
from pages.widgets.numbers import then_words

IDS = ("officers_serving", "officers_cumulative")
_WORDS = {"officers_serving": "serving", "officers_cumulative": "cumulative"}


def headcount(context: PageContext, *, now: pd.DataFrame, then: pd.DataFrame | None) -> None:
    """`在聘 410 人（对比期 380）`, `累计认定 543 人`, each opening its list; then how to read the cards."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="headcount"):
        for id in IDS:
            address_button(_words(context, id, now, then), context.address.open(id), key=f"opens_{id}")
        st.caption(context.say("overview.legend"), width="content")
    if context.viewer.unit:
        _neighbours(context, context.viewer.unit)


def _neighbours(context: PageContext, city: str) -> None:
    """A city's one look beyond its own unit: how many work there for whom it does not answer."""
    counts = neighbours_of(*context.key)
    where = unit_label(city, context.lang)
    with st.container(key="neighbours"):
        st.caption(context.say("overview.neighbours", city=where, **counts))


def _words(context: PageContext, id: str, now: pd.DataFrame, then: pd.DataFrame | None) -> str:
    if then is None:
        return context.say(f"overview.{_WORDS[id]}", now=_count(now, id))
    return context.say(
        f"overview.{_WORDS[id]}_then", now=_count(now, id), then=f"{then_words(context)} {_count(then, id)}"
    )


def _count(frame: pd.DataFrame, id: str) -> str:
    return f"{frame.loc[frame['id'] == id, 'value'].iloc[0]:,.0f}"
