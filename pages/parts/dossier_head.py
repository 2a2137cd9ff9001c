"""The head of an officer's file: who, why this tier, the term, four counters, six lights, the Word file."""

from __future__ import annotations

import streamlit as st

from analytics.dossier import Dossier
from analytics.officer import Head
from analytics.six_ones import summary
from analytics.timeline import COUNTERS
from foundation.access import tickets
from pages.parts import dossier_download
from pages.parts.breadcrumb import plain
from pages.parts.dossier_filter import show_counter
from pages.parts.lights import light_row
from pages.parts.looking import Looking
from pages.parts.officer_who import who
from reporting.dossier_words import cause_words, term_words


def dossier_head(looking: Looking, file: Dossier) -> None:
    """Name and facts; below, side by side, why this tier with the counters, and the lights."""
    who(
        looking,
        file.head,
        lambda: st.link_button(
            looking.say("dossier.download"),
            tickets.mint(looking.viewer, dossier_download.KIND, looking=looking),
            type="primary",
        ),
    )
    left, right = st.columns([5, 7], gap="small")
    with left, st.container(border=True, height="stretch", key="dossier_why"):
        _why(looking, file.head)
        _counters(looking, file)
    with right, st.container(border=True, height="stretch", key="dossier_lights"):
        _lights(looking, file)


def _why(looking: Looking, head: Head) -> None:
    if head.tier_title is None or head.reason is None:
        st.markdown(f"#### {looking.say('dossier.not_serving')}")
        st.markdown(looking.say("officer.not_serving"))
    else:
        st.markdown(f"#### {looking.say('officer.why', tier=head.tier_title.get(looking.lang))}")
        st.markdown(plain(head.reason.get(looking.lang)))
        for words in cause_words(head, looking.lang):
            st.markdown(plain(words))
        st.caption(looking.say("officer.rule", version=looking.rules.version))
    if term := term_words(head, looking.scope.as_of, looking.lang):
        st.markdown(term)


def _counters(looking: Looking, file: Dossier) -> None:
    """The four counters; each opens the lines that it counts."""
    with st.grid(len(COUNTERS), min_column_width=108, key="dossier_counters") as grid:
        for counter, count in file.counts.items():
            with grid.cell():
                st.metric(looking.say(f"dossier.counter_{counter}"), f"{count:,}")
                st.button(
                    looking.say("dossier.counted", count=count),
                    key=f"opens_counter_{counter}",
                    type="tertiary",
                    on_click=show_counter,
                    args=(counter,),
                )
    st.caption(looking.say("dossier.counters_how"))


def _lights(looking: Looking, file: Dossier) -> None:
    if not file.lights:
        st.markdown(f"#### {looking.say('dossier.lights')}")
        st.caption(looking.say("dossier.lights_not_serving"))
        return
    words = summary(file.lights).get(looking.lang)
    st.markdown(f"#### {looking.say('dossier.lights_title', summary=words)}")
    st.caption(looking.say("dossier.lights_how"))
    light_row(looking, file.lights)
