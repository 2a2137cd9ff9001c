"""隔离与退回: wrong cells by file, table and rule; one of them where it stands."""

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
from pages.shell.context import PageContext
from pages.widgets.breadcrumb import plain
from pages.widgets.tables import table_height
from refresh.intake import accounts
from refresh.review.surroundings import Surroundings, surroundings

_TALLEST = 420
#: Characters of the wrong cell and of its neighbours that are shown.
_WRONG, _BESIDE = 60, 22
_HELD = {"all": None, "held": True, "loaded": False}


def counts_only(context: PageContext) -> None:
    """For a leader: how many, of which kind; cells name persons."""
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


def browser(context: PageContext) -> None:
    """Filters, the list, its download; one cell among its neighbours, and beside it the return workbooks."""
    is_office = context.viewer.role == "office"
    kinds = accounts.kinds(context.snapshot, context.viewer)
    total = int(kinds["count"].sum())
    with st.container(border=True, key="cells_block"):
        st.markdown(f"#### {context.say('data.cells_head', count=f'{total:,}')}")
        st.caption(context.say("data.cells_how"))
        if total:
            chosen = _filters(context, kinds)
            found = accounts.cells(context.snapshot, context.viewer, **chosen)
            _list(context, found, chosen)
        else:
            st.success(context.say("data.cells_none"))
    left, right = st.columns([7, 5], gap="small") if is_office else (st.container(), None)
    if total:
        with left, st.container(border=True, height="stretch", key="cell_block"):
            if len(found):
                _one(context, found)
            else:
                st.caption(context.say("data.cells_none_chosen"))
    if right is not None:
        # Files that were refused as a whole go back, too: there may be no single wrong cell.
        with right if total else left:
            returns(context)


def rule_name(context: PageContext, rule: str) -> str:
    """What a rule is called; one that has no name yet by its id."""
    try:
        return context.say(f"data.rule_{rule}")
    except KeyError:
        return rule


def _filters(context: PageContext, kinds: pd.DataFrame) -> dict[str, Any]:
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
                on_change=_from_first,
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
            on_change=_from_first,
        )
    chosen["is_held"] = _HELD[held or "all"]
    return chosen


def _option(shown: Callable[[str], str], everything: str, value: str) -> str:
    return shown(value) if value else everything


def _from_first() -> None:
    st.session_state["cell_at"] = 0


def _list(context: PageContext, found: pd.DataFrame, chosen: dict[str, Any]) -> None:
    frame = downloads.cells_frame(found, context.lang)
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
        st.session_state["cell_at"] = rows[0]
    st.session_state["cells_rows"] = rows
    with st.container(horizontal=True, vertical_alignment="center"):
        key = "data.cells_most" if len(found) == accounts.MOST_SHOWN else "data.cells_shown"
        st.caption(context.say(key, count=f"{len(found):,}"))
        st.space("stretch")
        ticket = tickets.mint(context.viewer, downloads.CELLS, context=context, chosen=chosen)
        st.link_button(context.say("data.cells_download"), ticket, icon=":material/download:")


def _one(context: PageContext, found: pd.DataFrame) -> None:
    at = min(st.session_state.get("cell_at", 0), len(found) - 1)
    cell: dict[str, Any] = {str(k): None if pd.isna(v) else v for k, v in found.iloc[at].items()}
    title = context.say("data.cell_title" if cell["is_row_held"] else "data.cell_title_loaded")
    sender = cell["sender"] or context.say("data.no_sender")
    place = [
        sender,
        table_title(cell["table"], context.lang),
        context.say("data.cell_row", row=cell["row_number"]),
    ]
    st.markdown(f"#### {title}{context.say('data.colon')}{plain(' · '.join(place))}")
    landed = accounts.landed_name(context.snapshot, cell["sha256"])
    around = surroundings(context.home, cell, landed=landed)
    where = f"{around.letter}{around.row}" if around else str(cell["row_number"])
    counted = context.say("data.cell_counted", at=at + 1, count=len(found))
    st.caption(f"{plain(cell['file'])} › {plain(cell['sheet'])} › {where} · {counted}")
    if around:
        _neighbours(around, context.say("data.blank"))
    _message(context, cell, around)
    with st.container(horizontal=True):
        for name, step in (("previous", -1), ("next", 1)):
            to = at + step
            st.button(
                context.say(f"data.cell_{name}"),
                key=f"cell_{name}",
                type="tertiary",
                disabled=not 0 <= to < len(found),
                on_click=_step,
                args=(to,),
            )


def _step(to: int) -> None:
    st.session_state["cell_at"] = to


def _neighbours(around: Surroundings, blank: str) -> None:
    """The rows as they stand in the file, the wrong cell marked; a table of text, readable on a phone."""
    head = "| | " + " | ".join(plain(header) for header in around.headers) + " |"
    lines = [head, "|---" * (len(around.headers) + 1) + "|"]
    for row, cells in around.rows:
        shown = [
            plain(_short(cell, most))
            for cell, most in zip(cells, (_WRONG, *[_BESIDE] * len(cells)), strict=False)
        ]
        if row == around.row:
            shown[0] = f":red-background[**{shown[0] or blank}**]"
        number = f"**{row}**" if row == around.row else str(row)
        lines.append(f"| {number} | " + " | ".join(shown) + " |")
    st.markdown("\n".join(lines))


def _short(cell: str, most: int) -> str:
    flat = " ".join(cell.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def _message(context: PageContext, cell: dict[str, Any], around: Surroundings | None) -> None:
    if around is None or context.lang == "en":
        st.markdown(f":red[{plain(cell[f'message_{context.lang}'])}]")
        return
    st.markdown(f":red[{plain(around.wrong)}]{plain(around.effect)}")
    if around.remedy:
        where = f"{around.letter}{around.row}"
        st.markdown(context.say("data.cell_remedy", remedy=plain(around.remedy), where=where))
