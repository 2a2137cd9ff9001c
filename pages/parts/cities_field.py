"""What is compared: the field above the charts of 地市比较, kept in the address as everything else."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.cities import COMPARED, DEFAULT
from pages.parts.looking import Looking, go

_KEY = "cities_metric"


def metric_of(looking: Looking) -> str:
    """The metric that the address asks for, else the first."""
    asked = looking.address.metric
    return asked if asked in COMPARED else DEFAULT


def metric_field(looking: Looking) -> None:
    """The field, and beside it what a click does."""
    st.session_state[_KEY] = metric_of(looking)
    with st.container(horizontal=True, vertical_alignment="center", key="cities_field"):
        st.selectbox(
            looking.say("cities.metric"),
            list(COMPARED),
            key=_KEY,
            format_func=lambda id: _title(looking, id),
            label_visibility="collapsed",
            width=330,
            on_change=lambda: _chosen(looking),
        )
        if looking.viewer.unit is None:
            hint = "cities.no_names" if looking.scope.unit else "cities.drill_hint"
            st.caption(looking.say(hint), width="content")


def _title(looking: Looking, metric: str) -> str:
    return looking.say("cities.metric_is", title=COMPARED[metric].title.get(looking.lang))


def _chosen(looking: Looking) -> None:
    go(replace(looking.address, metric=st.session_state[_KEY], ignored=()))
