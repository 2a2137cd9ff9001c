"""The six lights by unit or by city, with the lists of whom a light is missing for and of everyone."""

from __future__ import annotations

import streamlit as st

from analytics.charts.rows import in_order
from analytics.evidence.six_ones import SIX
from analytics.quality.charts import COMPLETE, LIGHTS, WHOLE, lights_chart
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.queries import figures
from pages.widgets.buttons import address_button
from pages.widgets.chart_block import chart_block

_MISSING = tuple(f"missing_{light.id}" for light in SIX)
_BY = ("unit", "city")
_KEY = "lights_by"


def lights_block(context: PageContext) -> None:
    """The heatmap; under it one button a light that is missing somewhere, and everyone's lights."""
    ids = tuple(LIGHTS.values())
    by = st.session_state.get(_KEY) or _BY[0]
    ungrouped = figures(*context.key, ids=ids)
    within = context.scope.unit if by == "unit" else context.scope.city
    grouped = in_order(figures(*context.key, ids=ids, by=by), within=within)
    chart = lights_chart(ungrouped, grouped, stamp=context.stamp, min_n=context.rules["min_n"], by=by)
    everyone = int(ungrouped.loc[ungrouped["id"] == LIGHTS[COMPLETE], "denominator"].iloc[0])
    chart_block(
        context,
        chart,
        opens=lambda group, light: _opens(context.address, by, group, light),
        above=lambda: _grouping_field(context),
        below=lambda: _list_buttons(context, everyone),
    )


def _grouping_field(context: PageContext) -> None:
    """Who answers for the officers, or where they work."""
    st.segmented_control(
        context.say("quality.lights_by"),
        _BY,
        key=_KEY,
        default=_BY[0],
        required=True,
        format_func=lambda by: context.say(f"quality.lights_by_{by}"),
        label_visibility="collapsed",
    )


def _opens(address: Address, by: str, group: str, light: str) -> Address:
    if group == WHOLE:
        return address.open(LIGHTS[light])
    if by == "city":
        return address.at(city=(group,)).open(LIGHTS[light])
    return address.open(LIGHTS[light], group=group)


def _list_buttons(context: PageContext, everyone: int) -> None:
    counts = figures(*context.key, ids=_MISSING).set_index("id")["numerator"]
    with st.container(horizontal=True, gap="small", key="opens_missing"):
        for light in SIX:
            count = int(counts[f"missing_{light.id}"])
            address_button(
                context.say("quality.missing", name=light.title.get(context.lang), count=f"{count:,}"),
                context.address.open(f"missing_{light.id}"),
                key=f"opens_missing_{light.id}",
                disabled=count == 0,
            )
        address_button(
            context.say("quality.lights_each", count=f"{everyone:,}"),
            context.address.open(LIGHTS[COMPLETE], part="denominator"),
            key="opens_lights_each",
        )
