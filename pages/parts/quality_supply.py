"""Field by city: demands, achievements and officers side by side; blanks by name; counties without anyone."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.quality import BLANKS, cells, places
from analytics.quality_charts import SIDES, side_chart, supply_chart
from foundation.reference.cities import CITY_CODES, unit_label
from foundation.reference.codes import code_list
from pages.parts.address import Address
from pages.parts.cached import figures, rows_behind
from pages.parts.chart_block import chart_block
from pages.parts.looking import Looking, go

_ROW = 36


def supply_block(looking: Looking) -> None:
    """The matrix; what is blank in it; the counties."""
    rows = {metric: rows_behind(*looking.key, ids=(metric,)) for metric in SIDES}
    counted = {metric: _in_scope(looking, cells(frame)) for metric, frame in rows.items()}
    out = {metric: len(frame) - int(counted[metric]["value"].sum()) for metric, frame in rows.items()}
    chart = supply_chart(counted, outside=out, stamp=looking.stamp)
    with st.container(key="wide_supply"):
        chart_block(
            looking,
            chart,
            opens=lambda row, city: _opens(looking.address, row, city),
            has_phone_version=False,
        )
    with st.container(key="narrow_supply"):
        _narrow(looking, counted, out)
    left, right = st.columns(2, gap="small")
    with left, st.container(border=True, height="stretch", key="blank_cells"):
        _blanks(looking, rows_behind(*looking.key, ids=("field_gaps",)))
    with right, st.container(border=True, height="stretch", key="blank_counties"):
        _counties(looking)


def _narrow(looking: Looking, counted: dict[str, pd.DataFrame], out: dict[str, int]) -> None:
    """On a phone one of the three at a time."""
    side = st.segmented_control(
        looking.say("quality.side"),
        SIDES,
        key="supply_side",
        default=SIDES[0],
        required=True,
        format_func=lambda metric: looking.say(f"quality.side_{metric}"),
        label_visibility="collapsed",
    )
    metric = str(side)
    chart = side_chart(counted[metric], metric, outside=out[metric], stamp=looking.stamp)
    chart_block(looking, chart, opens=lambda city, row: _opens(looking.address, row, city))


def _opens(address: Address, row: str, city: str) -> Address:
    metric, _, field = row.partition(":")
    return address.at(field=(field,), city=(city,)).open(metric)


def _cities(looking: Looking) -> tuple[str, ...]:
    """The cities that are asked for: by place, else by the unit that answers; none = all."""
    return looking.scope.city or tuple(unit for unit in looking.scope.unit if unit in CITY_CODES)


def _in_scope(looking: Looking, counted: pd.DataFrame) -> pd.DataFrame:
    """Cells of cities and fields that were asked for: the others are not blank, nobody asked."""
    cities, fields = _cities(looking), looking.scope.field
    kept = counted[counted["column"].isin(cities)] if cities else counted
    return kept[kept["row"].isin(fields)] if fields else kept


def _blanks(looking: Looking, found: pd.DataFrame) -> None:
    st.markdown(f"#### {looking.say('quality.blanks_title', count=len(found))}")
    st.caption(looking.say("quality.blanks_subtitle"))
    for kind, words in BLANKS.items():
        here = found[found["gap"] == kind]
        if here.empty:
            continue
        with st.expander(looking.say("quality.blank_kind", name=words.get(looking.lang), count=len(here))):
            _blank_table(looking, here)


def _blank_table(looking: Looking, found: pd.DataFrame) -> None:
    lang, fields = looking.lang, code_list("field")
    shown = pd.DataFrame(
        {
            looking.say("list.city"): [unit_label(city, lang) for city in found["city"]],
            looking.say("list.field"): [fields.label(field, lang) for field in found["field"]],
            looking.say("quality.side_demands_by_field"): list(found["demands"]),
            looking.say("quality.side_achievements_by_field"): list(found["achievements"]),
            looking.say("quality.side_officers_serving"): list(found["officers"]),
        }
    )
    st.dataframe(shown, hide_index=True, row_height=_ROW, alt=looking.say("quality.blanks_subtitle"))


def _counties(looking: Looking) -> None:
    empty = rows_behind(*looking.key, ids=("counties_without_officer",))
    every = places(_cities(looking))
    st.markdown(f"#### {looking.say('quality.counties_title', count=len(empty), whole=len(every))}")
    st.caption(looking.say("quality.counties_subtitle"))
    unknown = int(figures(*looking.key, ids=("missing_county",))["numerator"].iloc[0])
    st.button(
        looking.say("quality.counties_unknown", count=unknown),
        key="opens_missing_county",
        type="tertiary",
        on_click=go,
        args=(looking.address.open("missing_county"),),
    )
    if empty.empty:
        return
    known = {place.number: place for place in every}
    shown = pd.DataFrame(
        {
            looking.say("list.city"): [unit_label(city, looking.lang) for city in empty["city"]],
            looking.say("list.county"): [known[number].label(looking.lang) for number in empty["number"]],
        }
    )
    with st.expander(looking.say("quality.counties_list", count=len(empty))):
        st.dataframe(
            shown,
            hide_index=True,
            row_height=_ROW,
            height=_ROW * (min(len(shown), 12) + 1) + 2,
            alt=looking.say("quality.counties_subtitle"),
        )
