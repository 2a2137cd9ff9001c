"""An officer's panel: who, in which tier and why, and every line with its file, sheet and row."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.officer import Head
from pages.parts.breadcrumb import breadcrumb, plain
from pages.parts.cached import officer_file
from pages.parts.links import page_link
from pages.parts.list_words import list_title
from pages.parts.looking import Looking
from pages.parts.officer_lines import ALL, CLASSES, DECIDES, chosen, class_name, line_pills, lines_table
from pages.parts.officer_who import who
from reporting.dossier_words import cause_words

_TALLEST = 20
_FILTER = "officer_filter"


def officer_panel(looking: Looking, *, home_title: str, own_title: str = "") -> None:
    """Show the officer whom the address names, with the way back to the list; own_title: of a page's own."""
    address = looking.address
    head, lines = officer_file(*looking.key, person_id=str(address.who))
    steps = [(home_title, address.open())]
    if address.list:
        steps.append((list_title(looking), replace(address, who=None)))
    elif address.own:
        steps.append((own_title, replace(address, who=None)))
    breadcrumb(steps, head.name if head else looking.say("officer.nobody"))
    if head is None:
        st.info(looking.say("officer.not_found"))
        return
    whole = looking.address.open(who=head.person_id)
    who(looking, head, lambda: page_link("officer", looking.say("dossier.open_dossier"), whole))
    _why(looking, head)
    _lines(looking, lines)


def _why(looking: Looking, head: Head) -> None:
    if head.tier_title is None or head.reason is None:
        st.info(looking.say("officer.not_serving"))
        return
    left, right = st.columns([7, 5], gap="small")
    with left, st.container(border=True, height="stretch", key="officer_why"):
        st.markdown(f"#### {looking.say('officer.why', tier=head.tier_title.get(looking.lang))}")
        st.markdown(plain(head.reason.get(looking.lang)))
        for words in cause_words(head, looking.lang):
            st.markdown(plain(words))
        st.caption(looking.say("officer.rule", version=looking.rules.version))
    with right, st.container(border=True, height="stretch", key="officer_counts"):
        st.markdown(f"#### {looking.say('officer.counts_title')}")
        with st.grid(len(CLASSES), min_column_width=90) as grid:
            for name in CLASSES:
                with grid.cell():
                    _count(looking, name, int(head.counts[name]))


def _count(looking: Looking, name: str, count: int) -> None:
    """How many acts of a class; the button shows just those lines."""
    st.metric(looking.say(f"officer.{name}"), f"{count:,}")
    st.button(
        looking.say("dossier.counted", count=count),
        key=f"opens_class_{name}",
        type="tertiary",
        on_click=lambda: st.session_state.update({_FILTER: name}),
    )


def _lines(looking: Looking, lines: pd.DataFrame) -> None:
    with st.container(border=True, key="officer_lines"):
        st.markdown(f"#### {looking.say('officer.rows_title', count=len(lines))}")
        st.caption(looking.say("officer.rows_subtitle"))
        if lines.empty:
            st.caption(looking.say("officer.empty"))
            return
        option = line_pills(
            looking,
            [ALL, DECIDES, *CLASSES],
            key=_FILTER,
            name=lambda o: f"{class_name(looking, o)} {len(chosen(lines, o))}",
        )
        lines_table(looking, chosen(lines, option), tallest=_TALLEST)
