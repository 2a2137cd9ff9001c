"""数据与口径: can I trust it? What came in, what is held, what it changed, what every number means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from foundation.access import tickets
from pages.parts import data_downloads
from pages.parts.data_cells import browser, counts_only
from pages.parts.data_freshness import freshness, in_force
from pages.parts.data_glossary import glossary, rules
from pages.parts.data_history import history
from pages.parts.data_questions import questions_block
from pages.parts.data_upload import upload
from pages.parts.looking import Looking, go
from pages.parts.page_frame import actions, foot, head


def data(looking: Looking) -> None:
    """One section at a time; the address names it."""
    subtitle = looking.say("data.subtitle")
    if looking.is_simulated:
        subtitle = f"{subtitle} · **{looking.say('overview.simulated')}**"
    head(looking, looking.say("data.page"), subtitle=subtitle, bar=_bar)
    SECTIONS[_section(looking)](looking)
    foot(looking)


def _section(looking: Looking) -> str:
    return looking.address.own if looking.address.own in SECTIONS else next(iter(SECTIONS))


def _bar(looking: Looking, _actions: Callable[[Looking, str], None]) -> None:
    """The sections in place of the scope bar: this page always speaks of all that is in force."""
    st.session_state["data_section"] = _section(looking)
    with st.container(horizontal=True, vertical_alignment="center", key="data_sections"):
        st.segmented_control(
            looking.say("data.page"),
            list(SECTIONS),
            key="data_section",
            required=True,
            format_func=lambda name: looking.say(f"data.section_of_{name}"),
            label_visibility="collapsed",
            on_change=lambda: go(replace(looking.address, own=st.session_state["data_section"])),
        )
        st.space("stretch")
        actions(looking, "data")


def _upload(looking: Looking) -> None:
    is_office = looking.viewer.role == "office"
    if is_office:
        upload(looking.home, looking.viewer, looking.lang, otherwise=lambda: in_force(looking))
    else:
        in_force(looking)
    freshness(looking)
    if is_office:
        ticket = tickets.mint(looking.viewer, data_downloads.TEMPLATES, lang=looking.lang)
        st.link_button(looking.say("data.templates_get"), ticket, type="tertiary", icon=":material/download:")


def _quarantine(looking: Looking) -> None:
    if looking.viewer.role == "leader":
        counts_only(looking)
        return
    browser(looking)
    if looking.viewer.role == "office":
        questions_block(looking)


SECTIONS: dict[str, Callable[[Looking], None]] = {
    "upload": _upload,
    "quarantine": _quarantine,
    "history": history,
    "metrics": glossary,
    "rules": rules,
}
