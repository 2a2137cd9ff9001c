"""An officer's panel: who, in which tier and why, and every line with its file, sheet and row."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.officer.head import OfficerHead
from pages.lists.officer_identity import who
from pages.lists.officer_lines import ALL, CLASSES, DECIDES, chosen, class_name, line_pills, lines_table
from pages.shell.context import PageContext
from pages.shell.links import page_link
from pages.shell.queries import officer_file
from pages.widgets.breadcrumb import breadcrumb
from pages.widgets.markdown import plain
from reporting.packs.dossier.words import cause_words

_MOST_ROWS = 20
_FILTER = "officer_filter"


def officer_panel(context: PageContext, *, home_title: str, list_title: str | None) -> None:
    """Show the officer whom the address names; list_title: of the open list, to which a step leads back."""
    address = context.address
    head, lines = officer_file(*context.key, person_id=str(address.who))
    steps = [(home_title, address.open())]
    if list_title:
        steps.append((list_title, replace(address, who=None)))
    breadcrumb(steps, head.name if head else context.say("officer.nobody"))
    if head is None:
        st.info(context.say("officer.not_found"))
        return
    whole = context.address.open(who=head.person_id)
    who(context, head, lambda: page_link("officer", context.say("dossier.open_dossier"), whole))
    _why(context, head)
    _lines(context, lines)


def _why(context: PageContext, head: OfficerHead) -> None:
    if head.tier_title is None or head.reason is None:
        st.info(context.say("officer.not_serving"))
        return
    left, right = st.columns([7, 5], gap="small")
    with left, st.container(border=True, height="stretch", key="officer_why"):
        st.markdown(f"#### {context.say('officer.why', tier=head.tier_title.get(context.lang))}")
        st.markdown(plain(head.reason.get(context.lang)))
        for words in cause_words(head, context.lang):
            st.markdown(plain(words))
        st.caption(context.say("officer.rule", version=context.rules.version))
    with right, st.container(border=True, height="stretch", key="officer_counts"):
        st.markdown(f"#### {context.say('officer.counts_title')}")
        with st.grid(len(CLASSES), min_column_width=90) as grid:
            for name in CLASSES:
                with grid.cell():
                    _count(context, name, int(head.counts[name]))


def _count(context: PageContext, name: str, count: int) -> None:
    """How many acts of a class; the button shows just those lines."""
    st.metric(context.say(f"officer.{name}"), f"{count:,}")
    st.button(
        context.say("dossier.counted", count=count),
        key=f"opens_class_{name}",
        type="tertiary",
        on_click=lambda: st.session_state.update({_FILTER: name}),
    )


def _lines(context: PageContext, lines: pd.DataFrame) -> None:
    with st.container(border=True, key="officer_lines"):
        st.markdown(f"#### {context.say('officer.rows_title', count=len(lines))}")
        st.caption(context.say("officer.rows_subtitle"))
        if lines.empty:
            st.caption(context.say("officer.empty"))
            return
        option = line_pills(
            context,
            [ALL, DECIDES, *CLASSES],
            key=_FILTER,
            name=lambda o: f"{class_name(context, o)} {len(chosen(lines, o))}",
        )
        lines_table(context, chosen(lines, option), most_rows=_MOST_ROWS)
