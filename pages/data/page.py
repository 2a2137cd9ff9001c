"""数据与口径: can I trust it? What came in, what is held, what it changed, what every number means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from foundation.access import tickets
from pages.data import downloads
from pages.data.freshness import freshness, in_force
from pages.data.glossary import glossary, rules
from pages.data.history import history
from pages.data.quarantine import quarantine_browser, quarantine_counts
from pages.data.questions import questions_block
from pages.data.upload import upload
from pages.shell.context import PageContext, go
from pages.shell.frame import actions, foot, head


def show(context: PageContext) -> None:
    """One section at a time; the address names it."""
    subtitle = context.say("data.subtitle")
    if context.is_simulated:
        subtitle = f"{subtitle} · **{context.say('overview.simulated')}**"
    head(context, context.say("data.page"), subtitle=subtitle, bar=_bar)
    SECTIONS[_section(context)](context)
    foot(context)


def _section(context: PageContext) -> str:
    return context.address.page_view if context.address.page_view in SECTIONS else next(iter(SECTIONS))


def _bar(context: PageContext, _actions: Callable[[PageContext, str], None]) -> None:
    """The sections in place of the scope bar: this page always speaks of all that is in force."""
    st.session_state["data_section"] = _section(context)
    with st.container(horizontal=True, vertical_alignment="center", key="data_sections"):
        st.segmented_control(
            context.say("data.page"),
            list(SECTIONS),
            key="data_section",
            required=True,
            format_func=lambda name: context.say(f"data.section_of_{name}"),
            label_visibility="collapsed",
            on_change=lambda: go(replace(context.address, page_view=st.session_state["data_section"])),
        )
        st.space("stretch")
        actions(context, "data")


def _upload(context: PageContext) -> None:
    is_office = context.viewer.role == "office"
    if is_office:
        upload(context.home, context.viewer, context.lang, when_empty=lambda: in_force(context))
    else:
        in_force(context)
    freshness(context)
    if is_office:
        ticket = tickets.mint(context.viewer, downloads.TEMPLATES, lang=context.lang)
        st.link_button(context.say("data.templates_get"), ticket, type="tertiary", icon=":material/download:")


def _quarantine(context: PageContext) -> None:
    if context.viewer.role == "leader":
        quarantine_counts(context)
        return
    quarantine_browser(context)
    if context.viewer.role == "office":
        questions_block(context)


SECTIONS: dict[str, Callable[[PageContext], None]] = {
    "upload": _upload,
    "quarantine": _quarantine,
    "history": history,
    "metrics": glossary,
    "rules": rules,
}
