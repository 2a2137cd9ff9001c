"""An officer's panel: who, in which tier and why, and every line with its file, sheet and row."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analytics.officer.head import OfficerHead
from pages.lists.officer.identity import counter, is_in_tier, officer_identity, tier_reason
from pages.lists.officer.lines import (
    ALL,
    CLASSES,
    DECIDES,
    chosen_lines,
    class_name,
    line_pills,
    lines_block,
)
from pages.shell.context import PageContext
from pages.shell.links import page_link
from pages.shell.queries import officer_file
from pages.widgets.breadcrumb import breadcrumb

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
    dossier = address.open(who=head.person_id)
    officer_identity(
        context, head, lambda: page_link("officer", context.say("dossier.open_dossier"), dossier)
    )
    if is_in_tier(head):
        _why(context, head)
    else:
        st.info(context.say("officer.not_serving"))
    lines_block(context, lines, most_rows=_MOST_ROWS, choose=lambda: _chosen(context, lines))


def _why(context: PageContext, head: OfficerHead) -> None:
    left, right = st.columns([7, 5], gap="small")
    with left, st.container(border=True, height="stretch", key="officer_why"):
        tier_reason(context, head)
    with right, st.container(border=True, height="stretch", key="officer_counts"):
        st.markdown(f"#### {context.say('officer.counts_title')}")
        with st.grid(len(CLASSES), min_column_width=90) as grid:
            for name in CLASSES:
                with grid.cell():
                    title, count = context.say(f"officer.{name}"), int(head.counts[name])
                    show = partial(_show_class, name)
                    counter(context, title, count, key=f"opens_class_{name}", on_click=show)


def _show_class(name: str) -> None:
    st.session_state[_FILTER] = name


def _chosen(context: PageContext, lines: pd.DataFrame) -> pd.DataFrame:
    """The pills, each with its number of lines; returns the lines in sight."""
    option = line_pills(
        context,
        [ALL, DECIDES, *CLASSES],
        key=_FILTER,
        name=lambda o: f"{class_name(context, o)} {len(chosen_lines(lines, o))}",
    )
    return chosen_lines(lines, option)
