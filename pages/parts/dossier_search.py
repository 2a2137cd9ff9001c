"""The search of the officer's page. What is typed stays out of the address: it is a person's name."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.finding import search
from analytics.tiers import tier
from pages.parts.dossier_cached import people
from pages.parts.looking import Looking, go
from pages.parts.scope_words import value_label

_SHOWN = 50
_ROW = 36


def dossier_search(looking: Looking) -> None:
    """A field, and whom it finds; a row opens the file."""
    everyone = people(*looking.key)
    with st.container(border=True, key="dossier_search_block"):
        st.markdown(f"#### {looking.say('dossier.search_title')}")
        st.caption(looking.say("dossier.search_how", count=f"{len(everyone):,}"))
        asked = st.text_input(
            looking.say("dossier.search"),
            key="dossier_search",
            placeholder=looking.say("dossier.search_example"),
            label_visibility="collapsed",
        )
        found = search(everyone, asked)
        if asked.strip():
            _results(looking, found)
    if not looking.viewer.may_see_lower_tier_names or looking.viewer.unit:
        st.caption(looking.say("dossier.search_guarded"))


def _results(looking: Looking, found: pd.DataFrame) -> None:
    if found.empty:
        st.info(looking.say("dossier.search_none"))
        return
    shown = found.head(_SHOWN)
    words = "dossier.search_found" if len(found) <= _SHOWN else "dossier.search_first"
    st.caption(looking.say(words, count=f"{len(found):,}", shown=_SHOWN))
    st.dataframe(
        _written(looking, shown),
        hide_index=True,
        key="dossier_found",
        on_select=lambda: _opened(looking, shown),
        selection_mode="single-cell",
        row_height=_ROW,
        height=_ROW * (min(len(shown), 12) + 1) + 2,
        placeholder="",
        alt=looking.say("dossier.search_title"),
    )


def _written(looking: Looking, found: pd.DataFrame) -> pd.DataFrame:
    lang = looking.lang
    columns: dict[str, Any] = {
        "list.name": found["name"],
        "list.org": found["org"],
        "list.unit": [_label(looking, "unit", unit) for unit in found["unit"]],
        "list.category": [_label(looking, "category", category) for category in found["category"]],
        "list.tier": [
            tier(t).title.get(lang) if isinstance(t, str) else looking.say("dossier.not_serving")
            for t in found["tier"]
        ],
        "list.recommender": found["recommender_name"],
        "dossier.number": found["officer_no"],
    }
    return pd.DataFrame({looking.say(name): list(cells) for name, cells in columns.items()})


def _label(looking: Looking, name: str, code: object) -> str | None:
    return value_label(name, code, looking.lang, bodies={}) if isinstance(code, str) else None


def _opened(looking: Looking, found: pd.DataFrame) -> None:
    cells = st.session_state["dossier_found"]["selection"]["cells"]
    if cells:
        go(looking.address.open(who=str(found["person_id"].iloc[cells[0][0]])))
