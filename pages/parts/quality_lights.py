"""The six lights by unit, and whom each of them is missing for."""

from __future__ import annotations

import streamlit as st

from analytics.charts.rows import in_order
from analytics.quality_charts import LIGHTS, WHOLE, lights_chart
from analytics.six_ones import SIX
from pages.parts.address import Address
from pages.parts.cached import figures
from pages.parts.chart_block import chart_block
from pages.parts.looking import Looking, go

_MISSING = tuple(f"missing_{one.id}" for one in SIX)


def lights_block(looking: Looking) -> None:
    """The heatmap; under it one button a light that is missing somewhere, with its list."""
    ids = tuple(LIGHTS.values())
    whole = figures(*looking.key, ids=ids)
    by_unit = in_order(figures(*looking.key, ids=ids, by="unit"), within=looking.scope.unit)
    chart = lights_chart(whole, by_unit, stamp=looking.stamp, min_n=looking.rules["min_n"])
    chart_block(
        looking,
        chart,
        opens=lambda unit, light: _opens(looking.address, unit, light),
        below=lambda: _missing(looking),
    )


def _opens(address: Address, unit: str, light: str) -> Address:
    return address.open(LIGHTS[light], group=None if unit == WHOLE else unit)


def _missing(looking: Looking) -> None:
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
