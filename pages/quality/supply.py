"""Field by city: demands, achievements and officers; the gaps between them; counties without an officer."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.quality.charts import SIDES, side_chart, supply_chart
from analytics.quality.gaps import BLANKS, cells, outside
from foundation.reference.cities import CITY_CODES, unit_label
from foundation.reference.codes import code_list
from foundation.reference.counties import county_places
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.queries import figures, rows_behind
from pages.widgets.buttons import address_button
from pages.widgets.chart_block import chart_block
from pages.widgets.tables import ROW_HEIGHT, table_height


def supply_block(context: PageContext) -> None:
    """The matrix, the list of its gaps, and the counties."""
    _matrix(context)
    left, right = st.columns(2, gap="small")
    with left, st.container(border=True, height="stretch", key="blank_cells"):
        _blanks(context, rows_behind(*context.key, ids=("field_gaps",)))
    with right, st.container(border=True, height="stretch", key="blank_counties"):
        _counties(context)


def _matrix(context: PageContext) -> None:
    """Field by city, where the scope holds any: who names no field is in no cell."""
    rows = {metric: rows_behind(*context.key, ids=(metric,)) for metric in SIDES}
    # Of the scope only: outside it a cell without rows is no gap.
    within = {"cities": _cities(context), "fields": context.scope.field}
    counted = {metric: cells(frame, **within) for metric, frame in rows.items()}
    if counted[SIDES[0]].empty:
        return
    uncounted = {metric: outside(frame, counted[metric]) for metric, frame in rows.items()}
    chart = supply_chart(counted, outside=uncounted, stamp=context.stamp)
    with st.container(key="wide_supply"):
        chart_block(
            context,
            chart,
            opens=lambda row, city: _opens(context.address, row, city),
            has_phone_version=False,
        )
    with st.container(key="narrow_supply"):
        _narrow(context, counted, uncounted)


def _narrow(context: PageContext, counted: dict[str, pd.DataFrame], uncounted: dict[str, int]) -> None:
    """On a phone one of the three at a time."""
    side = st.segmented_control(
        context.say("quality.side"),
        SIDES,
        key="supply_side",
        default=SIDES[0],
        required=True,
        format_func=lambda metric: context.say(f"quality.side_{metric}"),
        label_visibility="collapsed",
    )
    metric = str(side)
    chart = side_chart(counted[metric], metric, outside=uncounted[metric], stamp=context.stamp)
    chart_block(context, chart, opens=lambda city, row: _opens(context.address, row, city))


def _opens(address: Address, row: str, city: str) -> Address:
    metric, _, field = row.partition(":")
    return address.at(field=(field,), city=(city,)).open(metric)


def _cities(context: PageContext) -> tuple[str, ...]:
    """The cities of the scope: those of the city filter, else those of the unit filter; empty = all."""
    return context.scope.city or tuple(unit for unit in context.scope.unit if unit in CITY_CODES)


def _blanks(context: PageContext, gaps: pd.DataFrame) -> None:
    st.markdown(f"#### {context.say('quality.blanks_title', count=len(gaps))}")
    st.caption(context.say("quality.blanks_subtitle"))
    for kind, words in BLANKS.items():
        of_kind = gaps[gaps["gap"] == kind]
        if of_kind.empty:
            continue
        with st.expander(context.say("quality.blank_kind", name=words.get(context.lang), count=len(of_kind))):
            _blank_table(context, of_kind)


def _blank_table(context: PageContext, gaps: pd.DataFrame) -> None:
    lang, fields = context.lang, code_list("field")
    shown = pd.DataFrame(
        {
            context.say("list.city"): [unit_label(city, lang) for city in gaps["city"]],
            context.say("list.field"): [fields.label(field, lang) for field in gaps["field"]],
            context.say("quality.side_demands_by_field"): list(gaps["demands"]),
            context.say("quality.side_achievements_by_field"): list(gaps["achievements"]),
            context.say("quality.side_officers_serving"): list(gaps["officers"]),
        }
    )
    st.dataframe(shown, hide_index=True, row_height=ROW_HEIGHT, alt=context.say("quality.blanks_subtitle"))


def _counties(context: PageContext) -> None:
    empty = rows_behind(*context.key, ids=("counties_without_officer",))
    every = county_places(_cities(context))
    st.markdown(f"#### {context.say('quality.counties_title', count=len(empty), whole=len(every))}")
    st.caption(context.say("quality.counties_subtitle"))
    unknown = int(figures(*context.key, ids=("missing_county",))["numerator"].iloc[0])
    address_button(
        context.say("quality.counties_unknown", count=unknown),
        context.address.open("missing_county"),
        key="opens_missing_county",
    )
    if empty.empty:
        return
    counties = {place.number: place for place in every}
    shown = pd.DataFrame(
        {
            context.say("list.city"): [unit_label(city, context.lang) for city in empty["city"]],
            context.say("list.county"): [counties[number].label(context.lang) for number in empty["number"]],
        }
    )
    with st.expander(context.say("quality.counties_list", count=len(empty))):
        st.dataframe(
            shown,
            hide_index=True,
            row_height=ROW_HEIGHT,
            height=table_height(len(shown), most_rows=12),
            alt=context.say("quality.counties_subtitle"),
        )
