"""The blocks of 地市比较: each a chart with what belongs to it, or the words that stand in its place."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.charts.declaration import Chart, Stamp
from analytics.cities import COMPARED, Comparison
from analytics.cities.channels import Channels
from analytics.cities.figures import (
    change_chart,
    channels_chart,
    funnel_chart,
    mix_chart,
    quarters_chart,
    ranges_chart,
)
from analytics.cities.people import compared_scope
from analytics.cities.words import channels_title, funnel_title, not_drawn, quarters_title
from foundation.locales import Text, text
from foundation.reference.cities import CITY_CODES
from pages.parts.address import Address
from pages.parts.chart_block import Opens, chart_block
from pages.parts.cities_cached import comparison
from pages.parts.known import body_names
from pages.parts.looking import Looking
from pages.parts.scope_words import scope_text

#: A block over the whole page is at least so many pixels wide.
PAGE = 880


def province_wide(looking: Looking) -> Looking:
    """The same look without unit and body: a unit is compared with all others."""
    scope = compared_scope(looking.scope)
    address = replace(looking.address, scope=scope)
    return replace(
        looking, address=address, scope_text=scope_text(scope, bodies=body_names(looking.snapshot.id))
    )


def comparison_of(looking: Looking, metric: str) -> Comparison:
    return comparison(*province_wide(looking).key, metric=metric)


def unit_opens(looking: Looking) -> Opens:
    """A unit in any chart: the scope bar takes it, and the page shows its recommending bodies."""
    return lambda unit, _: looking.address.at(unit=(unit,), recommender=())


def _stamp(looking: Looking) -> Stamp:
    """What is compared is the province, whichever unit is looked at; a city's account has itself only."""
    return looking.stamp if looking.viewer.unit else province_wide(looking).stamp


def _drawn(looking: Looking, chart: Chart, *, width: int | None = None) -> None:
    """A chart of units: a click opens the unit, the one that the scope bar names is outlined."""
    unit = looking.scope.unit
    chosen = unit[0] if len(unit) == 1 else None
    chart_block(looking, chart, opens=unit_opens(looking), width=width, selected=chosen)


def funnel_block(looking: Looking, found: Comparison) -> None:
    chart = funnel_chart(found, _stamp(looking))
    if chart is None:
        _words(looking, "funnel", funnel_title(found), not_drawn(found))
    else:
        _drawn(looking, chart)


def channels_block(looking: Looking, found: Comparison) -> None:
    """Click on a side of a row: everybody whom it counts, as the metric's base."""
    metric = found.channel_metric
    if found.channels.strata == 0:
        title = channels_title(found.channels, COMPARED[metric].title)
        _words(looking, "channels", title, None)
        return
    chart = channels_chart(found.channels, metric, _stamp(looking), min_n=found.min_n)
    chart_block(looking, chart, opens=channel_opens(looking, found.channels, metric))


def channel_opens(looking: Looking, found: Channels, metric: str) -> Opens:
    """The officers of one side of a row, by the filters that anybody could set."""

    def address(group: str, side: str) -> Address:
        cities = tuple(code for code in CITY_CODES if code in found.members[group])
        scope = {"unit": (), "recommender": (), "city": cities, "channel": (side,)}
        return looking.address.at(**scope).open(metric, part="denominator")

    return address


def recognisers_block(looking: Looking, found: Comparison) -> None:
    """Only where a file holds both authorities; no list of its own, so a click stays here."""
    if found.recognisers is None:
        return
    chart = channels_chart(
        found.recognisers, found.channel_metric, _stamp(looking), min_n=found.min_n, prefix="recogniser"
    )
    chart_block(looking, chart, opens=lambda *_: looking.address)


def quarters_block(looking: Looking, found: Comparison) -> None:
    chart = quarters_chart(found, _stamp(looking))
    if chart is None:
        _words(looking, "quarters", quarters_title(found), None)
    else:
        _drawn(looking, chart, width=PAGE)


def change_block(looking: Looking, found: Comparison) -> None:
    chart = change_chart(found, _stamp(looking))
    if chart is not None:
        _drawn(looking, chart)
    elif found.changes is None:
        _words(looking, "change", text("cities.no_versus"), None)
    else:
        _words(looking, "change", text("cities.nobody_drawn"), not_drawn(found))


def mix_block(looking: Looking, found: Comparison) -> None:
    _maybe(looking, mix_chart(found, _stamp(looking)))


def ranges_block(looking: Looking, found: Comparison) -> None:
    _maybe(looking, ranges_chart(found, _stamp(looking)))


def _maybe(looking: Looking, chart: Chart | None) -> None:
    if chart is not None:
        _drawn(looking, chart)


def _words(looking: Looking, key: str, title: Text, note: Text | None) -> None:
    """In place of a chart that cannot be drawn."""
    with st.container(border=True, height="stretch", key=f"words_{key}"):
        st.markdown(f"#### {title.get(looking.lang)}")
        if note:
            st.caption(note.get(looking.lang))
