"""What is compared: the field above the charts of 地市比较, kept in the address as everything else."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.cities import COMPARED, DEFAULT
from pages.shell.context import PageContext, go

_KEY = "cities_metric"


def metric_of(context: PageContext) -> str:
    """The metric of the address, else the first."""
    metric = context.address.metric
    return metric if metric in COMPARED else DEFAULT


def metric_field(context: PageContext) -> None:
    """The field, and beside it what a click does."""
    st.session_state[_KEY] = metric_of(context)
    with st.container(horizontal=True, vertical_alignment="center", key="cities_field"):
        st.selectbox(
            context.say("cities.metric"),
            list(COMPARED),
            key=_KEY,
            format_func=lambda id: _title(context, id),
            label_visibility="collapsed",
            width=330,
            on_change=lambda: _chosen(context),
        )
        if context.viewer.unit is None:
            hint = "cities.no_names" if context.scope.unit else "cities.drill_hint"
            st.caption(context.say(hint), width="content")


def _title(context: PageContext, metric: str) -> str:
    return context.say("cities.metric_is", title=COMPARED[metric].title.get(context.lang))


def _chosen(context: PageContext) -> None:
    go(replace(context.address, metric=st.session_state[_KEY], ignored=()))
