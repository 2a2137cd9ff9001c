"""谁推荐，谁管理，谁服务: each body's officers, activity, lapses and training; institutions stand apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS as REGISTRY
from analytics.quality.bodies import CHANNELS, METRICS, Bodies
from pages.quality.queries import bodies_of
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.widgets.numbers import FORMATS, value
from pages.widgets.tables import opening_table
from reporting.type.numbers import shown


def bodies_block(context: PageContext) -> None:
    """One table a channel; a click on a cell lists the people that it counts."""
    with st.container(border=True, key="bodies"):
        st.markdown(f"#### {context.say('quality.bodies_title')}")
        st.caption(context.say("quality.bodies_subtitle", min_n=context.rules["min_n"]))
        for channel in CHANNELS:
            bodies = bodies_of(*context.key, channel=channel)
            if len(bodies.frame):
                _channel(context, bodies)


def _channel(context: PageContext, bodies: Bodies) -> None:
    heads = bodies.frame[bodies.frame["id"] == METRICS[0]]
    words = context.say(f"quality.bodies_{bodies.channel}")
    st.markdown(context.say("quality.bodies_count", name=words, count=int(heads["numerator"].sum())))
    groups = list(heads["group"])
    opening_table(
        _written(context, bodies, groups),
        opens=lambda row, title: _people_behind(context, bodies, groups[row], title),
        key=f"bodies_{bodies.channel}",
        alt=words,
        most_rows=12,
    )


def _written(context: PageContext, bodies: Bodies, groups: list[str]) -> pd.DataFrame:
    labels = bodies.frame.drop_duplicates("group").set_index("group")["label"]
    columns: dict[str, list[Any]] = {context.say("list.recommender"): [labels[group] for group in groups]}
    for metric in METRICS:
        rows = bodies.frame[bodies.frame["id"] == metric].set_index("group").to_dict("index")
        title = context.say(f"quality.body_{metric}")
        columns[title] = [_cell(context, metric, rows[group]) for group in groups]
    return pd.DataFrame(columns)


def _cell(context: PageContext, metric: str, row: Mapping[Any, Any]) -> Any:
    """`58.3%（42.2%–72.9%）`; too few: the counts alone."""
    declared = REGISTRY[metric]
    if declared.is_plain:
        return int(row["numerator"])
    if row["suppressed"]:
        return f"{row['numerator']}/{row['denominator']}"
    shape = FORMATS[declared.unit]
    ends = f"{shown(row['low'], shape)}–{shown(row['high'], shape)}"
    return context.say("quality.with_interval", value=value(row, declared, context), ends=ends)


def _people_behind(context: PageContext, bodies: Bodies, group: str, title: str) -> Address:
    """The people behind a cell: the body's, as the column counts them (its name: all of them)."""
    titles = {context.say(f"quality.body_{metric}"): metric for metric in METRICS}
    scope = {"recommender": bodies.members_of(group), "channel": (bodies.channel,)}
    return context.address.at(**scope).open(titles.get(title, METRICS[0]))
