"""Headcount: one grey line under the cards; quality stands before it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from foundation.reference.cities import unit_label
from pages.parts.cached import neighbours_of
from pages.parts.looking import Looking, go
from pages.parts.numbers import then_words

IDS = ("officers_serving", "officers_cumulative")
_WORDS = {"officers_serving": "serving", "officers_cumulative": "cumulative"}


def headcount(looking: Looking, *, now: pd.DataFrame, then: pd.DataFrame | None) -> None:
    """`在聘 410 人（对比期 380）`, `累计认定 543 人`, each opening its list; then how to read the cards."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="headcount"):
        for id in IDS:
            st.button(
                _words(looking, id, now, then),
                key=f"opens_{id}",
                type="tertiary",
                on_click=go,
                args=(looking.address.open(id),),
            )
        st.caption(looking.say("overview.legend"), width="content")
    if looking.viewer.unit:
        _neighbours(looking, looking.viewer.unit)


def _neighbours(looking: Looking, city: str) -> None:
    """A city's one look beyond its own unit: how many work there for whom it does not answer."""
    counts = neighbours_of(*looking.key)
    where = unit_label(city, looking.lang)
    with st.container(key="neighbours"):
        st.caption(looking.say("overview.neighbours", city=where, **counts))


def _words(looking: Looking, id: str, now: pd.DataFrame, then: pd.DataFrame | None) -> str:
    if then is None:
        return looking.say(f"overview.{_WORDS[id]}", now=_count(now, id))
    return looking.say(
        f"overview.{_WORDS[id]}_then", now=_count(now, id), then=f"{then_words(looking)} {_count(then, id)}"
    )


def _count(frame: pd.DataFrame, id: str) -> str:
    return f"{frame.loc[frame['id'] == id, 'value'].iloc[0]:,.0f}"
