"""What stands beside the charts of 地市比较: what can be learnt, and figures of other provinces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.cities import Comparison
from analytics.cities.benchmarks import benchmark_format, benchmark_title
from analytics.cities.wording import units_named
from foundation.reference.codes import code_list
from pages.parts.cities_cached import other_provinces
from pages.parts.looking import Looking, go
from reporting.numbers import shown
from reporting.safe import neutralised


def learning_block(looking: Looking, found: Comparison) -> None:
    """What units that improved beyond chance did; nobody is named where none did."""
    lang = looking.lang
    with st.container(border=True, key="learning"):
        st.markdown(f"#### {looking.say('cities.learn_title')}")
        if not found.improved:
            st.markdown(looking.say("cities.learn_none"))
            return
        for unit in found.improved:
            rows = found.learned[found.learned["unit"] == unit]
            kinds = looking.say("cities.and").join(
                looking.say("cities.learn_kind", kind=_kind(looking, row), acts=f"{row['acts']:,}")
                for row in rows.to_dict("records")
            )
            name, acts = units_named([unit]).get(lang), f"{rows['acts'].sum():,}"
            words = {"unit": name, "n": f"{found.serving[unit]:,}", "acts": acts, "kinds": kinds}
            st.markdown(looking.say("cities.learn_unit", **words))
            target = looking.address.at(unit=(unit,), recommender=()).open("self_initiated_per_officer_month")
            label = looking.say("cities.learn_open", unit=name)
            st.button(label, key=f"learn_{unit}", type="tertiary", on_click=go, args=(target,))
        st.caption(looking.say("cities.learn_small"))


def _kind(looking: Looking, row: Mapping[Any, Any]) -> str:
    if row["source"] == "activities":
        return code_list("activity_kind").label(str(row["kind"]), looking.lang)
    return looking.say(f"cities.kind_{row['source']}")


def benchmarks_block(looking: Looking) -> None:
    """Other provinces, where the office has entered figures; nothing where not."""
    rows = other_provinces(looking.snapshot.id)
    if rows.empty:
        return
    with st.container(border=True, key="benchmarks"):
        st.markdown(f"#### {looking.say('cities.bench_title')}")
        st.caption(looking.say("cities.bench_subtitle"))
        table = neutralised(_worded(looking, rows))
        st.dataframe(table, hide_index=True, key="benchmark_rows", alt=looking.say("cities.bench_title"))


def _worded(looking: Looking, rows: pd.DataFrame) -> pd.DataFrame:
    """Metrics by the titles that the pages use, each value as its metric is written."""
    metrics, values = rows["metric"].astype(str), rows["value"]
    named = [benchmark_title(metric).get(looking.lang) for metric in metrics]
    written = [shown(v, benchmark_format(m, v)) for m, v in zip(metrics, values, strict=True)]
    worded = rows.assign(metric=named, year=rows["year"].astype(str), value=written)
    return worded.rename(columns={name: looking.say(f"cities.bench_{name}") for name in worded.columns})
