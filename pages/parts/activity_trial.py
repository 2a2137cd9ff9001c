"""The threshold strip: move a rule on the page, see how many and who change tier; the rule file stays."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.activity import Trial
from analytics.charts import columns
from analytics.tiers import tier as tier_of
from foundation.locales import Text, text
from foundation.reference.cities import UNITS, UNKNOWN, unit_label
from pages.parts.activity_cached import changed_by, ladder_of, proactive_by
from pages.parts.activity_lists import trial_of
from pages.parts.address import TRIED_ACTS, TRIED_QUARTERS
from pages.parts.chart_block import chart_block
from pages.parts.looking import Looking, go


def trial_block(looking: Looking) -> None:
    """Sliders, the ladder of columns, who would change, and the way back."""
    trial, rules = trial_of(looking), Trial.of(looking.rules)
    ladder = ladder_of(*looking.key, quarters=trial.quarters)
    chart = columns(
        pd.DataFrame(
            {
                "group": ladder["acts"].astype(str),
                "label": [f"≥{acts}" for acts in ladder["acts"]],
                "value": ladder["persons"],
            }
        ),
        id="trial",
        title=_title(looking, trial, rules),
        subtitle=text("activity.trial_subtitle").format(version=looking.rules.version),
        stamp=looking.stamp,
        value_title=text("activity.trial_value"),
        axis_title=text("activity.trial_axis").format(quarters=trial.quarters),
        current=str(rules.acts) if rules.quarters == trial.quarters else None,
        tried=str(trial.acts),
    )
    chart_block(
        looking,
        chart,
        opens=lambda acts, _: looking.address.open_own(f"proactive.{acts}"),
        above=lambda: _sliders(looking, trial),
        below=lambda: _who(looking, trial, rules),
    )


def _sliders(looking: Looking, trial: Trial) -> None:
    with st.container(key="trial_sliders", horizontal=True):
        _slider(looking, "acts", TRIED_ACTS, trial)
        _slider(looking, "quarters", TRIED_QUARTERS, trial)


def _slider(looking: Looking, name: str, options: range, trial: Trial) -> None:
    key = f"trial_{name}"
    st.session_state[key] = min(max(getattr(trial, name), options[0]), options[-1])
    st.slider(
        looking.say(f"activity.trial_{name}"),
        options[0],
        options[-1],
        key=key,
        on_change=lambda: _tried(looking, replace(trial, **{name: st.session_state[key]})),
    )


def _tried(looking: Looking, trial: Trial) -> None:
    """What is in force needs no word in the address."""
    is_same = trial == Trial.of(looking.rules)
    go(replace(looking.address, tried=None if is_same else (trial.acts, trial.quarters)))


def _title(looking: Looking, trial: Trial, rules: Trial) -> Text:
    def persons(of: Trial) -> int:
        return len(proactive_by(*looking.key, trial=of))

    if trial == rules:
        return text("activity.trial_now").format(acts=rules.acts, quarters=rules.quarters, n=persons(rules))
    return text("activity.trial_tried").format(
        acts=trial.acts, quarters=trial.quarters, before=persons(rules), after=persons(trial)
    )


def _who(looking: Looking, trial: Trial, rules: Trial) -> None:
    """Who would change, by kind of change and unit (official order), and the list of them."""
    if trial == rules:
        st.caption(looking.say("activity.trial_same"))
        return
    rows = changed_by(*looking.key, trial=trial)
    if rows.empty:
        st.markdown(looking.say("activity.trial_none"))
    else:
        kinds, units = _kinds(looking, rows), _units(looking, rows)
        st.markdown(looking.say("activity.trial_moves", n=len(rows), kinds=kinds, units=units))
    with st.container(horizontal=True, key="trial_ways"):
        if len(rows):
            st.button(
                looking.say("activity.trial_list", n=len(rows)),
                key="trial_list",
                on_click=go,
                args=(looking.address.open_own("changed"),),
            )
        back = replace(looking.address, tried=None)
        st.button(
            looking.say("activity.trial_back"), key="trial_back", type="tertiary", on_click=go, args=(back,)
        )


def _kinds(looking: Looking, rows: pd.DataFrame) -> str:
    counts = rows.groupby(["tier_now", "tier_tried"]).size().rename("n").reset_index()
    words = [
        looking.say(
            "activity.trial_kind",
            before=tier_of(row["tier_now"]).title.get(looking.lang),
            after=tier_of(row["tier_tried"]).title.get(looking.lang),
            n=row["n"],
        )
        for row in counts.to_dict("records")
    ]
    return looking.say("activity.list_sep").join(words)


def _units(looking: Looking, rows: pd.DataFrame) -> str:
    counts = rows["unit"].fillna(UNKNOWN).value_counts()
    return looking.say("scope.and").join(
        looking.say("activity.trial_unit", unit=unit_label(unit, looking.lang), n=counts[unit])
        for unit in (*UNITS, UNKNOWN)
        if unit in counts
    )
