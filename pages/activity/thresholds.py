"""The threshold strip: move a rule on the page, see how many and who change tier; the rule file stays."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.activity import Thresholds
from analytics.charts import columns
from analytics.tiers import tier as tier_of
from foundation.locales import Text, text
from foundation.reference.cities import UNITS, UNKNOWN, unit_label
from pages.activity.queries import changed_by, ladder_of, proactive_by
from pages.activity.tried_lists import thresholds_tried
from pages.shell.address import TRIED_ACTS, TRIED_QUARTERS
from pages.shell.context import PageContext, go
from pages.widgets.buttons import address_button
from pages.widgets.chart_block import chart_block


def thresholds_block(context: PageContext) -> None:
    """Sliders, the ladder of columns, who would change, and the way back."""
    tried, rules = thresholds_tried(context), Thresholds.of(context.rules)
    ladder = ladder_of(*context.key, quarters=tried.quarters)
    chart = columns(
        pd.DataFrame(
            {
                "group": ladder["acts"].astype(str),
                "label": [f"≥{acts}" for acts in ladder["acts"]],
                "value": ladder["persons"],
            }
        ),
        id="thresholds",
        title=_title(context, tried, rules),
        subtitle=text("activity.thresholds_subtitle").format(version=context.rules.version),
        stamp=context.stamp,
        value_title=text("activity.thresholds_value"),
        axis_title=text("activity.thresholds_axis").format(quarters=tried.quarters),
        current=str(rules.acts) if rules.quarters == tried.quarters else None,
        tried=str(tried.acts),
    )
    chart_block(
        context,
        chart,
        opens=lambda acts, _: context.address.open_page_view(f"proactive.{acts}"),
        above=lambda: _sliders(context, tried),
        below=lambda: _changes(context, tried, rules),
    )


def _sliders(context: PageContext, tried: Thresholds) -> None:
    with st.container(key="thresholds_sliders", horizontal=True):
        _slider(context, "acts", TRIED_ACTS, tried)
        _slider(context, "quarters", TRIED_QUARTERS, tried)


def _slider(context: PageContext, name: str, options: range, tried: Thresholds) -> None:
    key = f"thresholds_{name}"
    st.session_state[key] = min(max(getattr(tried, name), options[0]), options[-1])
    st.slider(
        context.say(f"activity.thresholds_{name}"),
        options[0],
        options[-1],
        key=key,
        on_change=lambda: _go_to(context, replace(tried, **{name: st.session_state[key]})),
    )


def _go_to(context: PageContext, tried: Thresholds) -> None:
    """What is in force needs no word in the address."""
    is_same = tried == Thresholds.of(context.rules)
    go(replace(context.address, tried=None if is_same else (tried.acts, tried.quarters)))


def _title(context: PageContext, tried: Thresholds, rules: Thresholds) -> Text:
    def persons(of: Thresholds) -> int:
        return len(proactive_by(*context.key, tried=of))

    if tried == rules:
        return text("activity.thresholds_now").format(
            acts=rules.acts, quarters=rules.quarters, n=persons(rules)
        )
    return text("activity.thresholds_tried").format(
        acts=tried.acts, quarters=tried.quarters, before=persons(rules), after=persons(tried)
    )


def _changes(context: PageContext, tried: Thresholds, rules: Thresholds) -> None:
    """Who would change, by kind of change and unit (official order), and the list of them."""
    if tried == rules:
        st.caption(context.say("activity.thresholds_same"))
        return
    rows = changed_by(*context.key, tried=tried)
    if rows.empty:
        st.markdown(context.say("activity.thresholds_none"))
    else:
        kinds, units = _kinds(context, rows), _units(context, rows)
        st.markdown(context.say("activity.thresholds_moves", n=len(rows), kinds=kinds, units=units))
    with st.container(horizontal=True, key="thresholds_ways"):
        if len(rows):
            address_button(
                context.say("activity.thresholds_list", n=len(rows)),
                context.address.open_page_view("changed"),
                key="thresholds_list",
                type="secondary",
            )
        back = replace(context.address, tried=None)
        address_button(context.say("activity.thresholds_back"), back, key="thresholds_back")


def _kinds(context: PageContext, rows: pd.DataFrame) -> str:
    counts = rows.groupby(["tier_now", "tier_tried"]).size().rename("n").reset_index()
    words = [
        context.say(
            "activity.thresholds_kind",
            before=tier_of(row["tier_now"]).title.get(context.lang),
            after=tier_of(row["tier_tried"]).title.get(context.lang),
            n=row["n"],
        )
        for row in counts.to_dict("records")
    ]
    return context.say("activity.list_sep").join(words)


def _units(context: PageContext, rows: pd.DataFrame) -> str:
    counts = rows["unit"].fillna(UNKNOWN).value_counts()
    return context.say("scope.and").join(
        context.say("activity.thresholds_unit", unit=unit_label(unit, context.lang), n=counts[unit])
        for unit in (*UNITS, UNKNOWN)
        if unit in counts
    )
