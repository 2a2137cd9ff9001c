"""The search of the officer's page. What is typed stays out of the address: it is a person's name."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.officer.search import search
from analytics.tiers import tier
from pages.officer.queries import people
from pages.shell.context import PageContext
from pages.shell.scope_words import value_label
from pages.widgets.tables import opening_table

_SHOWN = 50


def dossier_search(context: PageContext) -> None:
    """A field, and whom it finds; a row opens the file."""
    everyone = people(*context.key)
    with st.container(border=True, key="dossier_search_block"):
        st.markdown(f"#### {context.say('dossier.search_title')}")
        st.caption(context.say("dossier.search_how", count=f"{len(everyone):,}"))
        typed = st.text_input(
            context.say("dossier.search"),
            key="dossier_search",
            placeholder=context.say("dossier.search_example"),
            label_visibility="collapsed",
        )
        matches = search(everyone, typed)
        if typed.strip():
            _results(context, matches)
    if not context.viewer.may_see_lower_tier_names or context.viewer.unit:
        st.caption(context.say("dossier.search_guarded"))


def _results(context: PageContext, matches: pd.DataFrame) -> None:
    if matches.empty:
        st.info(context.say("dossier.search_none"))
        return
    shown = matches.head(_SHOWN)
    words = "dossier.search_found" if len(matches) <= _SHOWN else "dossier.search_first"
    st.caption(context.say(words, count=f"{len(matches):,}", shown=_SHOWN))
    opening_table(
        _written(context, shown),
        opens=lambda row, _: context.address.open(who=str(shown["person_id"].iloc[row])),
        key="dossier_found",
        alt=context.say("dossier.search_title"),
        most_rows=12,
    )


def _written(context: PageContext, matches: pd.DataFrame) -> pd.DataFrame:
    lang = context.lang
    columns: dict[str, Any] = {
        "list.name": matches["name"],
        "list.org": matches["org"],
        "list.unit": [_label(context, "unit", unit) for unit in matches["unit"]],
        "list.category": [_label(context, "category", category) for category in matches["category"]],
        "list.tier": [
            tier(t).title.get(lang) if isinstance(t, str) else context.say("dossier.not_serving")
            for t in matches["tier"]
        ],
        "list.recommender": matches["recommender_name"],
        "dossier.number": matches["officer_no"],
    }
    return pd.DataFrame({context.say(name): list(cells) for name, cells in columns.items()})


def _label(context: PageContext, name: str, code: object) -> str | None:
    return value_label(name, code, context.lang, bodies={}) if isinstance(code, str) else None
