"""The list behind a number: breadcrumb, what it counts, its rows; a row opens the officer's panel."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from foundation.access import tickets
from foundation.reference.cities import unit_label
from pages.parts import list_download
from pages.parts.breadcrumb import breadcrumb, plain
from pages.parts.guarded import Rows, rows_of
from pages.parts.known import body_names
from pages.parts.list_columns import COLUMNS, WITHHELD, heading, shown_frame
from pages.parts.list_words import list_title
from pages.parts.looking import Looking, go

_LINE, _WRAPPED = 36, 68  # pixels; text wraps in rows of 68 and more
_TALLEST = 650


def list_view(looking: Looking, *, home_title: str) -> None:
    """Show the list that the address has open."""
    address = looking.address
    rows = rows_of(looking, address, source=METRICS[address.list[0]].source)
    title = list_title(looking)
    breadcrumb([(home_title, address.open())], title)
    with st.container(border=True, key="list_block"):
        _head(looking, rows, title)
        _tiers(looking, rows)
        _table(looking, rows)
        _withheld(looking, rows)
        st.caption(looking.say("list.how" if len(rows.named) else "list.how_counted"))


def _head(looking: Looking, rows: Rows, title: str) -> None:
    address, noun = looking.address, looking.say(f"overview.noun_{rows.source}")
    whole = f" · {looking.say('list.denominator')}" if address.part == "denominator" else ""
    st.markdown(f"#### {plain(title)}{whole}{looking.say('list.colon')}{rows.total:,} {noun}")
    st.caption(METRICS[address.list[0]].meaning.get(looking.lang) if len(address.list) == 1 else "")
    with st.container(horizontal=True, vertical_alignment="center", key="list_controls"):
        _group_field(looking)
        if METRICS[address.list[0]].denominator is not None:
            _part_field(looking)
        st.space("stretch")
        st.link_button(
            looking.say("list.download"),
            tickets.mint(looking.viewer, list_download.KIND, **list_download.params(looking)),
            icon=":material/download:",
        )


def _group_field(looking: Looking) -> None:
    options = ["", *looking.known.values["unit"]]
    st.session_state["list_group"] = looking.address.group or ""
    st.selectbox(
        looking.say("scope.unit"),
        options,
        key="list_group",
        format_func=lambda unit: unit_label(unit, looking.lang) if unit else looking.say("scope.all_unit"),
        label_visibility="collapsed",
        width=180,
        on_change=lambda: go(replace(looking.address, group=st.session_state["list_group"] or None)),
    )


def _part_field(looking: Looking) -> None:
    st.session_state["list_part"] = looking.address.part
    st.segmented_control(
        looking.say("list.part"),
        ["numerator", "denominator"],
        key="list_part",
        required=True,
        format_func=lambda part: looking.say(f"list.{part}"),
        label_visibility="collapsed",
        on_change=lambda: go(replace(looking.address, part=st.session_state["list_part"])),
    )


def _tiers(looking: Looking, rows: Rows) -> None:
    """How many of each tier, where the list holds several."""
    if rows.source != "officers_serving" or len(rows.tiers) < 2:
        return
    with st.container(horizontal=True, gap="xsmall", key="list_tiers"):
        for tier, count in rows.tiers:
            st.badge(f"{tier.title.get(looking.lang)} {count}", color="gray")


def _table(looking: Looking, rows: Rows) -> None:
    if rows.named.empty:
        if rows.withheld.empty:
            st.info(looking.say("list.empty"))
        return
    columns = COLUMNS[rows.source]
    shown = shown_frame(rows.named, columns, looking.lang, bodies=body_names(looking.snapshot.id))
    height = _WRAPPED if rows.source == "officers_serving" else _LINE
    widths = {heading(c.id, looking.lang): st.column_config.Column(width=c.width) for c in columns if c.width}
    st.dataframe(
        shown,
        hide_index=True,
        key="list_table",
        on_select=lambda: _opened(looking, rows.named),
        # A click anywhere in a row opens it; a column of check boxes would ask for a better aim.
        selection_mode="single-cell",
        column_config=widths,
        row_height=height,
        height=min(height * len(shown) + _LINE + 2, _TALLEST),
        placeholder="",
        alt=list_title(looking),
    )


def _opened(looking: Looking, named: pd.DataFrame) -> None:
    """A row was chosen: its officer's panel, if the row has an officer."""
    cells = st.session_state["list_table"]["selection"]["cells"]
    who = named["person_id"].iloc[cells[0][0]] if cells else None
    if who is not None and not pd.isna(who):
        go(replace(looking.address, who=str(who)))


def _withheld(looking: Looking, rows: Rows) -> None:
    """Where names are withheld: unit and body with counts, so that the list still adds up."""
    if rows.withheld.empty:
        return
    words = "list.withheld_more" if len(rows.named) else "list.withheld"
    st.markdown(looking.say(words, count=f"{rows.withheld['count'].sum():,}"))
    bodies = body_names(looking.snapshot.id)
    st.dataframe(
        shown_frame(rows.withheld, WITHHELD, looking.lang, bodies=bodies),
        hide_index=True,
        key="list_withheld",
        alt=looking.say("list.withheld_alt"),
    )
