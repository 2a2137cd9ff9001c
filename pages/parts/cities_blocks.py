"""The blocks of 地市比较: each a chart with what belongs to it, or the words that stand in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.declaration import Chart
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
from analytics.cities.words import channels_title, not_drawn, units_named
from analytics.metrics import METRICS
from foundation.locales import Text, text
from foundation.reference.cities import CITY_CODES
from foundation.reference.codes import code_list
from pages.parts.address import Address
from pages.parts.cached import figures
from pages.parts.chart_block import Opens, chart_block
from pages.parts.cities_cached import comparison, other_provinces
from pages.parts.known import body_names
from pages.parts.looking import Looking, go
from pages.parts.scope_words import scope_text
from reporting.safe import neutralised


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


def funnel_block(looking: Looking, found: Comparison) -> None:
    chart = funnel_chart(found, looking.stamp)
    if chart is None:
        _words(looking, "funnel", text("cities.nobody_drawn"), not_drawn(found))
    else:
        chart_block(looking, chart, opens=unit_opens(looking))


def channels_block(looking: Looking, found: Comparison) -> None:
    """Click on a side of a row: everybody whom it counts, as the metric's base."""
    metric = found.channel_metric
    if found.channels.strata == 0:
        title = channels_title(found.channels, COMPARED[metric].title)
        _words(looking, "channels", title, text("cities.not_cause"))
        return
    chart = channels_chart(found.channels, metric, looking.stamp, min_n=found.min_n)
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
        found.recognisers, found.channel_metric, looking.stamp, min_n=found.min_n, prefix="recogniser"
    )
    chart_block(looking, chart, opens=lambda *_: looking.address)


def quarters_block(looking: Looking, found: Comparison) -> None:
    chart_block(looking, quarters_chart(found, looking.stamp), opens=unit_opens(looking))


def change_block(looking: Looking, found: Comparison) -> None:
    chart = change_chart(found, looking.stamp)
    if chart is not None:
        chart_block(looking, chart, opens=unit_opens(looking))
    elif found.changes is None:
        _words(looking, "change", text("cities.no_versus"), None)
    else:
        _words(looking, "change", text("cities.nobody_drawn"), not_drawn(found))


def mix_block(looking: Looking, found: Comparison) -> None:
    _maybe(looking, mix_chart(found, looking.stamp))


def ranges_block(looking: Looking, found: Comparison) -> None:
    _maybe(looking, ranges_chart(found, looking.stamp))


def _maybe(looking: Looking, chart: Chart | None) -> None:
    if chart is not None:
        chart_block(looking, chart, opens=unit_opens(looking))


def _words(looking: Looking, key: str, title: Text, note: Text | None) -> None:
    """In place of a chart that cannot be drawn."""
    with st.container(border=True, height="stretch", key=f"words_{key}"):
        st.markdown(f"#### {title.get(looking.lang)}")
        if note:
            st.caption(note.get(looking.lang))


def learning_block(looking: Looking, found: Comparison) -> None:
    """What units that improved beyond chance did; nobody is named where none did."""
    lang = looking.lang
    with st.container(border=True, key="learning"):
        st.markdown(f"#### {looking.say('cities.learn_title')}")
        if not found.improved:
            st.markdown(looking.say("cities.learn_none"))
            return
        sizes = _serving(looking, found)
        for unit in found.improved:
            rows = found.learned[found.learned["unit"] == unit]
            kinds = looking.say("cities.and").join(
                looking.say("cities.learn_kind", kind=_kind(looking, row), acts=f"{row['acts']:,}")
                for row in rows.to_dict("records")
            )
            name, acts = units_named([unit]).get(lang), f"{rows['acts'].sum():,}"
            words = {"unit": name, "n": f"{sizes[unit]:g}", "acts": acts, "kinds": kinds}
            st.markdown(looking.say("cities.learn_unit", **words))
            target = looking.address.at(unit=(unit,), recommender=()).open("self_initiated_per_officer_month")
            label = looking.say("cities.learn_open", unit=name)
            st.button(label, key=f"learn_{unit}", type="tertiary", on_click=go, args=(target,))
        st.caption(looking.say("cities.learn_small"))


def _serving(looking: Looking, found: Comparison) -> pd.Series:
    """Officers serving by unit: already counted where the metric's base is who serves."""
    if found.item.kind in ("share", "count"):
        return found.funnel.units.set_index("group")["n"]
    return figures(*looking.key, ids=("officers_serving",), by="unit").set_index("group")["value"]


def _kind(looking: Looking, row: Mapping[Any, Any]) -> str:
    if row["source"] == "activities":
        return code_list("activity_kind").label(str(row["kind"]), looking.lang)
    return looking.say(f"cities.kind_{row['source']}")


def benchmarks_block(looking: Looking) -> None:
    """Other provinces, where the office has entered figures; nothing where not."""
    rows = other_provinces(looking.snapshot.id)
    if rows.empty:
        return
    titles = {metric.title.zh: metric.title for metric in METRICS.values()} | {
        id: metric.title for id, metric in METRICS.items()
    }
    named = [titles[m].get(looking.lang) if m in titles else m for m in rows["metric"].astype(str)]
    shown = rows.assign(metric=named, year=rows["year"].astype(str))
    headings = {name: looking.say(f"cities.bench_{name}") for name in shown.columns}
    with st.container(border=True, key="benchmarks"):
        st.markdown(f"#### {looking.say('cities.bench_title')}")
        st.caption(looking.say("cities.bench_subtitle"))
        table = neutralised(shown.rename(columns=headings))
        st.dataframe(table, hide_index=True, key="benchmark_rows", alt=looking.say("cities.bench_title"))
