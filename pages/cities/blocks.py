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
from pages.cities import queries
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.scope_words import scope_text
from pages.widgets.chart_block import Opens, chart_block

#: Least width in pixels of a block over the whole page.
PAGE_WIDTH = 880


def province_wide(context: PageContext) -> PageContext:
    """The same context without the filters of unit and body: a unit is compared with all others."""
    scope = compared_scope(context.scope)
    address = replace(context.address, scope=scope)
    return replace(context, address=address, scope_text=scope_text(scope, bodies=context.body_names))


def comparison_of(context: PageContext, metric: str) -> Comparison:
    """All units by one metric, each against chance."""
    return queries.comparison(*province_wide(context).key, metric=metric)


def unit_opens(context: PageContext) -> Opens:
    """A unit in any chart: the scope bar takes it, and the page shows its recommending bodies."""
    return lambda unit, _: context.address.at(unit=(unit,), recommender=())


def _stamp(context: PageContext) -> Stamp:
    """The stamp says province, whichever unit is in scope: all are compared. A city sees itself alone."""
    return context.stamp if context.viewer.unit else province_wide(context).stamp


def _unit_chart(context: PageContext, chart: Chart, *, width: int | None = None) -> None:
    """A chart of units: a click opens the unit, the one that the scope bar names is outlined."""
    unit = context.scope.unit
    chosen = unit[0] if len(unit) == 1 else None
    chart_block(context, chart, opens=unit_opens(context), width=width, selected=chosen)


def funnel_block(context: PageContext, comparison: Comparison) -> None:
    chart = funnel_chart(comparison, _stamp(context))
    if chart is None:
        _words(context, "funnel", funnel_title(comparison), not_drawn(comparison))
    else:
        _unit_chart(context, chart)


def channels_block(context: PageContext, comparison: Comparison) -> None:
    """The two channels side by side; a click on one lists the officers that its rate is based on."""
    metric = comparison.channel_metric
    if comparison.channels.strata == 0:
        title = channels_title(comparison.channels, COMPARED[metric].title)
        _words(context, "channels", title, None)
        return
    chart = channels_chart(comparison.channels, metric, _stamp(context), min_n=comparison.min_n)
    chart_block(context, chart, opens=channel_opens(context, comparison.channels, metric))


def channel_opens(context: PageContext, channels: Channels, metric: str) -> Opens:
    """The officers of one side of a row, by the filters that anybody could set."""

    def address(group: str, side: str) -> Address:
        cities = tuple(code for code in CITY_CODES if code in channels.members[group])
        scope = {"unit": (), "recommender": (), "city": cities, "channel": (side,)}
        return context.address.at(**scope).open(metric, part="denominator")

    return address


def recognisers_block(context: PageContext, comparison: Comparison) -> None:
    """Only where a file holds both authorities; no list of its own, so a click stays here."""
    if comparison.recognisers is None:
        return
    chart = channels_chart(
        comparison.recognisers,
        comparison.channel_metric,
        _stamp(context),
        min_n=comparison.min_n,
        prefix="recogniser",
    )
    chart_block(context, chart, opens=lambda *_: context.address)


def quarters_block(context: PageContext, comparison: Comparison) -> None:
    chart = quarters_chart(comparison, _stamp(context))
    if chart is None:
        _words(context, "quarters", quarters_title(comparison), None)
    else:
        _unit_chart(context, chart, width=PAGE_WIDTH)


def change_block(context: PageContext, comparison: Comparison) -> None:
    chart = change_chart(comparison, _stamp(context))
    if chart is not None:
        _unit_chart(context, chart)
    elif comparison.changes is None:
        _words(context, "change", text("cities.no_versus"), None)
    else:
        _words(context, "change", text("cities.nobody_drawn"), not_drawn(comparison))


def mix_block(context: PageContext, comparison: Comparison) -> None:
    _unit_chart_if_any(context, mix_chart(comparison, _stamp(context)))


def ranges_block(context: PageContext, comparison: Comparison) -> None:
    _unit_chart_if_any(context, ranges_chart(comparison, _stamp(context)))


def _unit_chart_if_any(context: PageContext, chart: Chart | None) -> None:
    if chart is not None:
        _unit_chart(context, chart)


def _words(context: PageContext, key: str, title: Text, note: Text | None) -> None:
    """In place of a chart that cannot be drawn."""
    with st.container(border=True, height="stretch", key=f"words_{key}"):
        st.markdown(f"#### {title.get(context.lang)}")
        if note:
            st.caption(note.get(context.lang))
