"""The head of an officer's file: who, why this tier, the term, four counters, six lights, the Word file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analytics.evidence.six_ones import summary
from analytics.officer.dossier import Dossier
from analytics.officer.head import OfficerHead
from analytics.officer.timeline import COUNTERS
from foundation.access import tickets
from pages.lists.officer.identity import counter, is_in_tier, officer_identity, tier_reason
from pages.officer.download import DOSSIER_FILE
from pages.officer.filter import show_counter
from pages.shell.context import PageContext
from pages.widgets.lights import light_row
from reporting.packs.dossier.words import term_words


def dossier_head(context: PageContext, file: Dossier) -> None:
    """Name and facts; below, side by side, why this tier with the counters, and the lights."""
    officer_identity(
        context,
        file.head,
        lambda: st.link_button(
            context.say("dossier.download"),
            tickets.mint(context.viewer, DOSSIER_FILE, context=context),
            type="primary",
        ),
    )
    left, right = st.columns([5, 7], gap="small")
    with left, st.container(border=True, height="stretch", key="dossier_why"):
        _why(context, file.head)
        _counters(context, file)
    with right, st.container(border=True, height="stretch", key="dossier_lights"):
        _lights(context, file)


def _why(context: PageContext, head: OfficerHead) -> None:
    if is_in_tier(head):
        tier_reason(context, head)
    else:
        st.markdown(f"#### {context.say('dossier.not_serving')}")
        st.markdown(context.say("officer.not_serving"))
    if term := term_words(head, context.scope.as_of, context.lang):
        st.markdown(term)


def _counters(context: PageContext, file: Dossier) -> None:
    """The four counters; each opens the lines that it counts."""
    with st.grid(len(COUNTERS), min_column_width=108, key="dossier_counters") as grid:
        for name, count in file.counts.items():
            with grid.cell():
                title, show = context.say(f"dossier.counter_{name}"), partial(show_counter, name)
                counter(context, title, count, key=f"opens_counter_{name}", on_click=show)
    st.caption(context.say("dossier.counters_how"))


def _lights(context: PageContext, file: Dossier) -> None:
    if not file.lights:
        st.markdown(f"#### {context.say('dossier.lights')}")
        st.caption(context.say("dossier.lights_not_serving"))
        return
    words = summary(file.lights).get(context.lang)
    st.markdown(f"#### {context.say('dossier.lights_title', summary=words)}")
    st.caption(context.say("dossier.lights_how"))
    light_row(context, file.lights)
