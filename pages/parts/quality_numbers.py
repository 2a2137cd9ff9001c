"""Small numbers in a grid: value, interval, and the list that each counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from pages.parts.cached import figures
from pages.parts.looking import Looking, go
from pages.parts.numbers import interval, value

IDS = (
    "share_certificate",
    "share_platform_account",
    "share_in_group",
    "push_read_rate",
    "share_b_contacted",
    "b_contacts_per_officer_year",
    "unusual_category",
    "core_officers",
)


def numbers_block(looking: Looking) -> None:
    """Certificates, platform and group, pushes read, contact with B, unusual categories, the core list."""
    found = figures(*looking.key, ids=IDS).set_index("id")
    st.markdown(f"#### {looking.say('quality.numbers_title')}")
    with st.grid(4, min_column_width=165, border=True, key="quality_numbers") as grid:
        for metric in (METRICS[id] for id in IDS):
            with grid.cell(), st.container(key=f"card_{metric.id}", gap="xsmall"):
                _number(looking, metric, found.loc[metric.id].to_dict())
    words = {name: looking.rules[name] for name in ("core_acts", "core_quarters", "core_pairs")}
    st.caption(looking.say("quality.core_rule", version=looking.rules.version, **words))


def _number(looking: Looking, metric: Metric, row: Mapping[Any, Any]) -> None:
    lang = looking.lang
    caveats = f"\n\n{metric.caveats.get(lang)}" if metric.caveats else ""
    st.metric(metric.title.get(lang), value(row, metric, looking), help=metric.meaning.get(lang) + caveats)
    st.caption(interval(row, metric, looking) or looking.say("quality.no_interval"))
    st.button(
        _counted(looking, metric, row),
        key=f"opens_{metric.id}",
        type="tertiary",
        on_click=go,
        args=(looking.address.open(metric.id),),
    )


def _counted(looking: Looking, metric: Metric, row: Mapping[Any, Any]) -> str:
    """What the button opens: numerator and, where there is one, denominator."""
    counts = {name: f"{row[name]:,.0f}" for name in ("numerator", "denominator") if pd.notna(row[name])}
    if metric.measure == "rate":
        return looking.say("quality.counted_rate", **counts)
    key = "overview.counted_of" if len(counts) == 2 else "overview.counted"
    return looking.say(key, **counts, noun=looking.say(f"overview.noun_{metric.source}"))
