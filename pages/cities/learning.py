"""The blocks of 地市比较 without a chart: what units that improved did, and other provinces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.cities import Comparison
from analytics.cities.benchmarks import benchmark_format, benchmark_title
from analytics.cities.wording import units_named
from foundation.reference.codes import code_list
from pages.cities.queries import other_provinces
from pages.shell.context import PageContext
from pages.widgets.buttons import address_button
from reporting.type.numbers import shown
from reporting.type.safe import neutralised


def learning_block(context: PageContext, comparison: Comparison) -> None:
    """What units that improved beyond chance did; nobody is named where none did."""
    lang = context.lang
    with st.container(border=True, key="learning"):
        st.markdown(f"#### {context.say('cities.learn_title')}")
        if not comparison.improved:
            st.markdown(context.say("cities.learn_none"))
            return
        for unit in comparison.improved:
            rows = comparison.acts_of_improved[comparison.acts_of_improved["unit"] == unit]
            kinds = context.say("cities.and").join(
                context.say("cities.learn_kind", kind=_kind(context, row), acts=f"{row['acts']:,}")
                for row in rows.to_dict("records")
            )
            name, acts = units_named([unit]).get(lang), f"{rows['acts'].sum():,}"
            words = {"unit": name, "n": f"{comparison.serving[unit]:,}", "acts": acts, "kinds": kinds}
            st.markdown(context.say("cities.learn_unit", **words))
            target = context.address.at(unit=(unit,), recommender=()).open("self_initiated_per_officer_month")
            label = context.say("cities.learn_open", unit=name)
            address_button(label, target, key=f"learn_{unit}")
        st.caption(context.say("cities.learn_small"))


def _kind(context: PageContext, row: Mapping[Any, Any]) -> str:
    if row["source"] == "activities":
        return code_list("activity_kind").label(str(row["kind"]), context.lang)
    return context.say(f"cities.kind_{row['source']}")


def benchmarks_block(context: PageContext) -> None:
    """Other provinces, where the office has entered figures; nothing where not."""
    rows = other_provinces(*context.key)
    if rows.empty:
        return
    with st.container(border=True, key="benchmarks"):
        st.markdown(f"#### {context.say('cities.bench_title')}")
        st.caption(context.say("cities.bench_subtitle"))
        table = neutralised(_worded(context, rows))
        st.dataframe(table, hide_index=True, key="benchmark_rows", alt=context.say("cities.bench_title"))


def _worded(context: PageContext, rows: pd.DataFrame) -> pd.DataFrame:
    """Metrics by the titles that the pages use, each value as its metric is written."""
    metrics, values = rows["metric"].astype(str), rows["value"]
    named = [benchmark_title(metric).get(context.lang) for metric in metrics]
    written = [shown(v, benchmark_format(m, v)) for m, v in zip(metrics, values, strict=True)]
    worded = rows.assign(metric=named, year=rows["year"].astype(str), value=written)
    return worded.rename(columns={name: context.say(f"cities.bench_{name}") for name in worded.columns})
