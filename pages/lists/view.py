"""A list on screen: what it counts, its rows as the viewer may see them; a row opens the officer's panel."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from foundation.access import tickets
from pages.lists.columns import WITHHELD, heading, written_frame
from pages.lists.declaration import ListReader, OpenList
from pages.lists.download import LIST_FILE
from pages.lists.guarded import GuardedRows, guarded_rows
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.widgets.breadcrumb import breadcrumb
from pages.widgets.markdown import plain
from pages.widgets.tables import ROW_HEIGHT, opening_table

#: Pixels of a row in which text wraps: English takes a line more. Pixels of the whole table.
_WRAPPED = {"zh": 68, "en": 88}
_TALLEST = 650


def list_view(context: PageContext, *, read_list: ListReader, home_title: str) -> None:
    """The page of the list that the address has open; words in its place where it names none."""
    open_list = read_list(context)
    home = (home_title, context.address.open())
    if open_list is None:
        breadcrumb([home], "?")
        st.warning(context.say("list.unknown", own=plain(context.address.page_view or "")))
        return
    breadcrumb([home], open_list.title)
    with st.container(border=True, key="list_block"):
        _head(context, open_list)
        _controls(context, open_list, read_list)
        if open_list.badges:
            _badges(open_list.badges)
        rows = guarded_rows(open_list, context.viewer)
        list_rows(context, open_list, rows)
        if open_list.can_leave:
            st.caption(context.say("list.how" if len(rows.named) else "list.how_counted"))


def _head(context: PageContext, open_list: OpenList) -> None:
    title = f"{plain(open_list.title)}{open_list.title_note}"
    st.markdown(f"#### {title}{context.say('list.colon')}{len(open_list.rows):,} {open_list.noun}")
    st.caption(open_list.caption)


def _controls(context: PageContext, open_list: OpenList, read_list: ListReader) -> None:
    if not open_list.controls and not open_list.can_leave:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="list_controls"):
        for draw in open_list.controls:
            draw()
        if open_list.controls:
            st.space("stretch")
        if open_list.can_leave:
            download_link(context, read_list)


def download_link(context: PageContext, read_list: ListReader) -> None:
    """The list that the address of `context` names, as a workbook by ticket."""
    address = tickets.mint(context.viewer, LIST_FILE, context=context, read_list=read_list)
    st.link_button(context.say("list.download"), address, icon=":material/download:")


def _badges(words: tuple[str, ...]) -> None:
    with st.container(horizontal=True, gap="xsmall", key="list_tiers"):
        for word in words:
            st.badge(word, color="gray")


def list_rows(context: PageContext, open_list: OpenList, rows: GuardedRows) -> None:
    """The named rows; below, where names are withheld, unit and body with counts, so that it adds up."""
    if rows.named.empty and rows.withheld.empty:
        st.info(context.say("list.empty"))
    if len(rows.named):
        _named(context, open_list, rows.named)
    if len(rows.withheld):
        _withheld(context, rows)


def _named(context: PageContext, open_list: OpenList, named: pd.DataFrame) -> None:
    columns = open_list.columns
    frame = written_frame(context, named, columns)
    if not open_list.can_leave:
        # A dataframe brings its own download button; a plain table does not.
        st.table(frame.set_index(frame.columns[0]))
        return
    opening_table(
        frame,
        opens=lambda row, _: _officer_of(context, named, row),
        key="list_table",
        alt=open_list.title,
        column_config={
            heading(c.id, context.lang): st.column_config.Column(width=c.width) for c in columns if c.width
        },
        row_height=_WRAPPED[context.lang] if any(c.is_wrapped for c in columns) else ROW_HEIGHT,
        tallest=_TALLEST,
    )


def _officer_of(context: PageContext, named: pd.DataFrame, row: int) -> Address | None:
    """The panel of a row's officer; None where the row has none."""
    who = named["person_id"].iloc[row]
    return None if pd.isna(who) else replace(context.address, who=str(who))


def _withheld(context: PageContext, rows: GuardedRows) -> None:
    words = "list.withheld_more" if len(rows.named) else "list.withheld"
    st.markdown(context.say(words, count=f"{rows.withheld['count'].sum():,}"))
    st.dataframe(
        written_frame(context, rows.withheld, WITHHELD),
        hide_index=True,
        key="list_withheld",
        alt=context.say("list.withheld_alt"),
    )
