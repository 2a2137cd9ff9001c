"""The first lines of an officer's file, and why the officer is in a tier: in the panel as on the page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics.officer.head import OfficerHead
from pages.lists.officer.contacts import contact_line
from pages.shell.context import PageContext
from pages.widgets.markdown import plain
from reporting.packs.dossier.words import badges, cause_words, facts


def officer_identity(context: PageContext, head: OfficerHead, action: Callable[[], object]) -> None:
    """Name, badges, how to reach; below, the facts on file. action: draws one button at the right end."""
    with st.container(horizontal=True, vertical_alignment="center", key="officer_head"):
        st.markdown(f"## {plain(head.name)}", width="content")
        for words in badges(head, context.lang):
            st.badge(words, color="gray")
        st.space("stretch")
        contact_line(context, head)
        action()
    parts = [plain(part) for part in facts(head, context.lang)]
    simulated = [f"**{context.say('overview.simulated')}**"] if context.is_simulated else []
    st.caption(" · ".join([*parts, *simulated]))


def is_in_tier(head: OfficerHead) -> bool:
    """Whether the officer serves in the as-of month, so that there is a tier and a reason."""
    return head.tier_title is not None and head.reason is not None


def tier_reason(context: PageContext, head: OfficerHead) -> None:
    """The tier, the sentence that says why, the causes on record, and which rules decided."""
    if head.tier_title is None or head.reason is None:
        return
    st.markdown(f"#### {context.say('officer.why', tier=head.tier_title.get(context.lang))}")
    st.markdown(plain(head.reason.get(context.lang)))
    for words in cause_words(head, context.lang):
        st.markdown(plain(words))
    st.caption(context.say("officer.rule", version=context.rules.version))


def counter(context: PageContext, title: str, count: int, *, key: str, on_click: Callable[[], None]) -> None:
    """A number of lines; the button below it shows just those lines."""
    st.metric(title, f"{count:,}")
    words = context.say("dossier.counted", count=count)
    st.button(words, key=key, type="tertiary", on_click=on_click)
