"""隔离与退回: wrong cells by file, table and rule, as a list with filters and a download."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data_ingest.titles import table_title
from foundation.access import tickets
from pages.data import downloads
from pages.data.returns import returns
from pages.data.wrong_cell import chosen_cell, show_cell
from pages.shell.context import PageContext
from pages.widgets.tables import table_height
from refresh.intake import accounts

_TALLEST = 420
_HELD = {"all": None, "held": True, "loaded": False}


def quarantine_counts(context: PageContext) -> None:
    """For a leader: how many wrong cells of which kind. The cells themselves name persons: not shown."""
    kinds = accounts.kinds(context.snapshot, context.viewer)
    with st.container(border=True, key="kinds_block"):
        st.markdown(f"#### {context.say('data.cells_title')}")
        st.caption(context.say("data.counts_only"))
        frame = pd.DataFrame(
            {
                context.say("data.col_file"): kinds["file"],
                context.say("data.col_table"): [table_title(t, context.lang) for t in kinds["table"]],
                context.say("data.col_rule"): [rule_name(context, rule) for rule in kinds["rule"]],
                context.say("data.col_count"): kinds["count"],
            }
        )
        st.dataframe(frame, hide_index=True, key="kinds_table", alt=context.say("data.cells_title"))


def quarantine_browser(context: PageContext) -> None:
    """Filters, the list, its download; the chosen cell; for the office return workbooks."""
    is_office = context.viewer.role == "office"
    kinds = accounts.kinds(context.snapshot, context.viewer)
    total = int(kinds["count"].sum())
    with st.container(border=True, key="cells_block"):
        st.markdown(f"#### {context.say('data.cells_head', count=f'{total:,}')}")
        st.caption(context.say("data.cells_how"))
        if total:
            chosen = _filters(context, kinds)
            cells = accounts.cells(context.snapshot, context.viewer, **chosen)
            _list(context, cells, chosen)
        else:
            st.success(context.say("data.cells_none"))
    left, right = st.columns([7, 5], gap="small") if is_office else (st.container(), None)
    if total:
        with left, st.container(border=True, height="stretch", key="cell_block"):
            if len(cells):
                chosen_cell(context, cells)
            else:
                st.caption(context.say("data.cells_none_chosen"))
    if right is not None:
        # Files that were refused as a whole go back, too: there may be no single wrong cell.
        with right if total else left:
            returns(context)


def rule_name(context: PageContext, rule: str) -> str:
    """The name of a rule; its id where no text names it."""
    try:
        return context.say(f"data.rule_{rule}")
    except KeyError:
        return rule


def _filters(context: PageContext, kinds: pd.DataFrame) -> dict[str, Any]:
    """Boxes for file, table, rule and held or loaded; what was chosen, as `accounts.cells` takes it."""
    names: dict[str, Callable[[str], str]] = {
        "file": lambda value: value,
        "table": lambda value: table_title(value, context.lang),
        "rule": lambda value: rule_name(context, value),
    }
    chosen: dict[str, Any] = {}
    with st.container(horizontal=True, vertical_alignment="center", key="cells_filters"):
        for name, shown in names.items():
            everything = context.say(f"data.all_{name}")
            options = ["", *dict.fromkeys(kinds[name])]
            value = st.selectbox(
                context.say(f"data.col_{name}"),
                options,
                key=f"filter_{name}",
                format_func=partial(_option, shown, everything),
                label_visibility="collapsed",
                width=230,
                on_change=show_cell,
                args=(0,),
            )
            chosen[name] = value or None
        held = st.segmented_control(
            context.say("data.col_is_row_held"),
            list(_HELD),
            key="cells_held",
            default="all",
            required=True,
            format_func=lambda name: context.say(f"data.held_{name}"),
            label_visibility="collapsed",
            on_change=show_cell,
            args=(0,),
        )
    chosen["is_held"] = _HELD[held or "all"]
    return chosen


def _option(shown: Callable[[str], str], everything: str, value: str) -> str:
    return shown(value) if value else everything


def _list(context: PageContext, cells: pd.DataFrame, chosen: dict[str, Any]) -> None:
    """The table of wrong cells; a chosen row becomes the cell shown below it."""
    frame = downloads.cells_frame(cells, context.lang)
    event = st.dataframe(
        frame,
        hide_index=True,
        key="cells_table",
        on_select="rerun",
        selection_mode="single-row",
        height=table_height(len(frame), tallest=_TALLEST),
        column_config={frame.columns[-1]: st.column_config.TextColumn(width="large")},
        alt=context.say("data.cells_title"),
    )
    rows = event["selection"]["rows"]
    if rows and rows != st.session_state.get("cells_rows"):
        show_cell(rows[0])
    st.session_state["cells_rows"] = rows
    with st.container(horizontal=True, vertical_alignment="center"):
        key = "data.cells_most" if len(cells) == accounts.MOST_SHOWN else "data.cells_shown"
        st.caption(context.say(key, count=f"{len(cells):,}"))
        st.space("stretch")
        ticket = tickets.mint(context.viewer, downloads.CELLS, context=context, chosen=chosen)
        st.link_button(context.say("data.cells_download"), ticket, icon=":material/download:")
