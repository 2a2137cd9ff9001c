"""Small numbers in a grid: value, interval, and the list that each counts."""

from __future__ import annotations

import streamlit as st

from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from pages.shell.context import PageContext
from pages.shell.queries import figures
from pages.widgets.buttons import address_button
from pages.widgets.numbers import Row, counted, interval, value

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


def numbers_block(context: PageContext) -> None:
    """Certificates, platform and group, pushes read, contact with B, unusual categories, the core list."""
    rows = figures(*context.key, ids=IDS).set_index("id")
    st.markdown(f"#### {context.say('quality.numbers_title')}")
    with st.grid(4, min_column_width=165, border=True, key="quality_numbers") as grid:
        for metric in (METRICS[id] for id in IDS):
            with grid.cell(), st.container(key=f"card_{metric.id}", gap="xsmall"):
                _number(context, metric, rows.loc[metric.id].to_dict())
    words = {name: context.rules[name] for name in ("core_acts", "core_quarters", "core_pairs")}
    st.caption(context.say("quality.core_rule", version=context.rules.version, **words))


def _number(context: PageContext, metric: Metric, row: Row) -> None:
    lang = context.lang
    caveats = f"\n\n{metric.caveats.get(lang)}" if metric.caveats else ""
    st.metric(metric.title.get(lang), value(row, metric, context), help=metric.meaning.get(lang) + caveats)
    st.caption(interval(row, metric, context) or context.say("quality.no_interval"))
    address_button(counted(row, metric, context), context.address.open(metric.id), key=f"opens_{metric.id}")
