"""The six lights by unit or by city, whom each of them is missing for, and officer by officer."""

from __future__ import annotations

import streamlit as st

from analytics.charts.rows import in_order
from analytics.quality_charts import COMPLETE, LIGHTS, WHOLE, lights_chart
from analytics.six_ones import SIX
from pages.parts.address import Address
from pages.parts.cached import figures
from pages.parts.chart_block import chart_block
from pages.parts.looking import Looking, go

_MISSING = tuple(f"missing_{one.id}" for one in SIX)
_BY = ("unit", "city")
_KEY = "lights_by"


def lights_block(looking: Looking) -> None:
    """The heatmap; under it one button a light that is missing somewhere, and everyone's lights."""
    ids = tuple(LIGHTS.values())
    by = st.session_state.get(_KEY) or _BY[0]
    whole = figures(*looking.key, ids=ids)
    within = looking.scope.unit if by == "unit" else looking.scope.city
    grouped = in_order(figures(*looking.key, ids=ids, by=by), within=within)
    chart = lights_chart(whole, grouped, stamp=looking.stamp, min_n=looking.rules["min_n"], by=by)
    everyone = int(whole.loc[whole["id"] == LIGHTS[COMPLETE], "denominator"].iloc[0])
    chart_block(
        looking,
        chart,
        opens=lambda group, light: _opens(looking.address, by, group, light),
        above=lambda: _by(looking),
        below=lambda: _ways(looking, everyone),
    )


def _by(looking: Looking) -> None:
    """Who answers for the officers, or where they work."""
    st.segmented_control(
        looking.say("quality.lights_by"),
        _BY,
        key=_KEY,
        default=_BY[0],
        required=True,
        format_func=lambda by: looking.say(f"quality.lights_by_{by}"),
        label_visibility="collapsed",
    )


def _opens(address: Address, by: str, group: str, light: str) -> Address:
    if group == WHOLE:
        return address.open(LIGHTS[light])
    if by == "city":
        return address.at(city=(group,)).open(LIGHTS[light])
    return address.open(LIGHTS[light], group=group)


def _ways(looking: Looking, everyone: int) -> None:
    counts = figures(*looking.key, ids=_MISSING).set_index("id")["numerator"]
    with st.container(horizontal=True, gap="small", key="opens_missing"):
        for one in SIX:
            count = int(counts[f"missing_{one.id}"])
            st.button(
                looking.say("quality.missing", name=one.title.get(looking.lang), count=f"{count:,}"),
                key=f"opens_missing_{one.id}",
                type="tertiary",
                disabled=count == 0,
                on_click=go,
                args=(looking.address.open(f"missing_{one.id}"),),
            )
        st.button(
            looking.say("quality.lights_each", count=f"{everyone:,}"),
            key="opens_lights_each",
            type="tertiary",
            on_click=go,
            args=(looking.address.open(LIGHTS[COMPLETE], part="denominator"),),
        )
