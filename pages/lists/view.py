"""The list behind a number: breadcrumb, what it counts, its rows; a row opens the officer's panel."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from foundation.access import tickets
from foundation.reference.cities import unit_label
from pages.lists import download as list_download
from pages.lists.columns import COLUMNS, WITHHELD, heading, shown_frame
from pages.lists.guarded import Rows, rows_of
from pages.lists.words import list_title
from pages.shell.address import Address
from pages.shell.context import PageContext, go
from pages.widgets.breadcrumb import breadcrumb
from pages.widgets.markdown import plain
from pages.widgets.tables import ROW_HEIGHT, opening_table

#: Pixels of a row in which text wraps, and of the whole table.
_WRAPPED, _TALLEST = 68, 650


def list_view(context: PageContext, *, home_title: str) -> None:
    """Show the list that the address has open."""
    address = context.address
    rows = rows_of(context, address, source=METRICS[address.list[0]].source)
    title = list_title(context)
    breadcrumb([(home_title, address.open())], title)
    with st.container(border=True, key="list_block"):
        _head(context, rows, title)
        _tiers(context, rows)
        _table(context, rows)
        _withheld(context, rows)
        st.caption(context.say("list.how" if len(rows.named) else "list.how_counted"))


def _head(context: PageContext, rows: Rows, title: str) -> None:
    address, noun = context.address, context.say(f"overview.noun_{rows.source}")
    whole = f" · {context.say('list.denominator')}" if address.part == "denominator" else ""
    st.markdown(f"#### {plain(title)}{whole}{context.say('list.colon')}{rows.total:,} {noun}")
    st.caption(METRICS[address.list[0]].meaning.get(context.lang) if len(address.list) == 1 else "")
    with st.container(horizontal=True, vertical_alignment="center", key="list_controls"):
        _group_field(context)
        if METRICS[address.list[0]].denominator is not None:
            _part_field(context)
        st.space("stretch")
        st.link_button(
            context.say("list.download"),
            tickets.mint(context.viewer, list_download.KIND, **list_download.params(context)),
            icon=":material/download:",
        )


def _group_field(context: PageContext) -> None:
    options = ["", *context.address_values.values["unit"]]
    st.session_state["list_group"] = context.address.group or ""
    st.selectbox(
        context.say("scope.unit"),
        options,
        key="list_group",
        format_func=lambda unit: unit_label(unit, context.lang) if unit else context.say("scope.all_unit"),
        label_visibility="collapsed",
        width=180,
        on_change=lambda: go(replace(context.address, group=st.session_state["list_group"] or None)),
    )


def _part_field(context: PageContext) -> None:
    st.session_state["list_part"] = context.address.part
    st.segmented_control(
        context.say("list.part"),
        ["numerator", "denominator"],
        key="list_part",
        required=True,
        format_func=lambda part: context.say(f"list.{part}"),
        label_visibility="collapsed",
        on_change=lambda: go(replace(context.address, part=st.session_state["list_part"])),
    )


def _tiers(context: PageContext, rows: Rows) -> None:
    """How many of each tier, where the list holds several."""
    if rows.source != "officers_serving" or len(rows.tiers) < 2:
        return
    with st.container(horizontal=True, gap="xsmall", key="list_tiers"):
        for tier, count in rows.tiers:
            st.badge(f"{tier.title.get(context.lang)} {count}", color="gray")


def _table(context: PageContext, rows: Rows) -> None:
    if rows.named.empty:
        if rows.withheld.empty:
            st.info(context.say("list.empty"))
        return
    columns = COLUMNS[rows.source]
    shown = shown_frame(rows.named, columns, context.lang, bodies=context.body_names)
    height = _WRAPPED if rows.source == "officers_serving" else ROW_HEIGHT
    widths = {heading(c.id, context.lang): st.column_config.Column(width=c.width) for c in columns if c.width}
    opening_table(
        shown,
        opens=lambda row, _: _officer_of(context, rows.named, row),
        key="list_table",
        alt=list_title(context),
        column_config=widths,
        row_height=height,
        tallest=_TALLEST,
    )


def _officer_of(context: PageContext, named: pd.DataFrame, row: int) -> Address | None:
    """The panel of a row's officer; None where the row has none."""
    who = named["person_id"].iloc[row]
    return None if pd.isna(who) else replace(context.address, who=str(who))


def _withheld(context: PageContext, rows: Rows) -> None:
    """Where names are withheld: unit and body with counts, so that the list still adds up."""
    if rows.withheld.empty:
        return
    words = "list.withheld_more" if len(rows.named) else "list.withheld"
    st.markdown(context.say(words, count=f"{rows.withheld['count'].sum():,}"))
    bodies = context.body_names
    st.dataframe(
        shown_frame(rows.withheld, WITHHELD, context.lang, bodies=bodies),
        hide_index=True,
        key="list_withheld",
        alt=context.say("list.withheld_alt"),
    )
