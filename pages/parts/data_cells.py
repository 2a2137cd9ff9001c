"""隔离与退回: wrong cells by file, table and rule; one of them where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from foundation.access import tickets
from pages.parts import data_downloads
from pages.parts.breadcrumb import plain
from pages.parts.data_report import table_title
from pages.parts.data_returns import returns
from pages.parts.looking import Looking
from refresh import accounts
from refresh.surroundings import Surroundings, surroundings

_LINE, _TALLEST = 36, 420
#: Characters of the wrong cell and of its neighbours that are shown.
_WRONG, _BESIDE = 60, 22
_HELD = {"all": None, "held": True, "loaded": False}


def counts_only(looking: Looking) -> None:
    """For a leader: how many, of which kind; cells name persons."""
    kinds = accounts.kinds(looking.snapshot, looking.viewer)
    with st.container(border=True, key="kinds_block"):
        st.markdown(f"#### {looking.say('data.cells_title')}")
        st.caption(looking.say("data.counts_only"))
        frame = pd.DataFrame(
            {
                looking.say("data.col_file"): kinds["file"],
                looking.say("data.col_table"): [table_title(t, looking.lang) for t in kinds["table"]],
                looking.say("data.col_rule"): [rule_name(looking, rule) for rule in kinds["rule"]],
                looking.say("data.col_count"): kinds["count"],
            }
        )
        st.dataframe(frame, hide_index=True, key="kinds_table", alt=looking.say("data.cells_title"))


def browser(looking: Looking) -> None:
    """Filters, the list, its download; one cell among its neighbours, and beside it the return workbooks."""
    is_office = looking.viewer.role == "office"
    kinds = accounts.kinds(looking.snapshot, looking.viewer)
    total = int(kinds["count"].sum())
    with st.container(border=True, key="cells_block"):
        st.markdown(f"#### {looking.say('data.cells_head', count=f'{total:,}')}")
        st.caption(looking.say("data.cells_how"))
        if total:
            chosen = _filters(looking, kinds)
            found = accounts.cells(looking.snapshot, looking.viewer, **chosen)
            _list(looking, found, chosen)
        else:
            st.success(looking.say("data.cells_none"))
    left, right = st.columns([7, 5], gap="small") if is_office else (st.container(), None)
    if total:
        with left, st.container(border=True, height="stretch", key="cell_block"):
            if len(found):
                _one(looking, found)
            else:
                st.caption(looking.say("data.cells_none_chosen"))
    if right is not None:
        # Files that were refused as a whole go back, too: there may be no single wrong cell.
        with right if total else left:
            returns(looking)


def rule_name(looking: Looking, rule: str) -> str:
    """What a rule is called; one that has no name yet by its id."""
    try:
        return looking.say(f"data.rule_{rule}")
    except KeyError:
        return rule


def _filters(looking: Looking, kinds: pd.DataFrame) -> dict[str, Any]:
    names: dict[str, Callable[[str], str]] = {
        "file": lambda value: value,
        "table": lambda value: table_title(value, looking.lang),
        "rule": lambda value: rule_name(looking, value),
    }
    chosen: dict[str, Any] = {}
    with st.container(horizontal=True, vertical_alignment="center", key="cells_filters"):
        for name, shown in names.items():
            everything = looking.say(f"data.all_{name}")
            options = ["", *dict.fromkeys(kinds[name])]
            value = st.selectbox(
                looking.say(f"data.col_{name}"),
                options,
                key=f"filter_{name}",
                format_func=partial(_option, shown, everything),
                label_visibility="collapsed",
                width=230,
                on_change=_from_first,
            )
            chosen[name] = value or None
        held = st.segmented_control(
            looking.say("data.col_is_row_held"),
            list(_HELD),
            key="cells_held",
            default="all",
            required=True,
            format_func=lambda name: looking.say(f"data.held_{name}"),
            label_visibility="collapsed",
            on_change=_from_first,
        )
    chosen["is_held"] = _HELD[held or "all"]
    return chosen


def _option(shown: Callable[[str], str], everything: str, value: str) -> str:
    return shown(value) if value else everything


def _from_first() -> None:
    st.session_state["cell_at"] = 0


def _list(looking: Looking, found: pd.DataFrame, chosen: dict[str, Any]) -> None:
    frame = data_downloads.cells_frame(found, looking.lang)
    event = st.dataframe(
        frame,
        hide_index=True,
        key="cells_table",
        on_select="rerun",
        selection_mode="single-row",
        height=min(_LINE * (len(frame) + 1) + 2, _TALLEST),
        column_config={frame.columns[-1]: st.column_config.TextColumn(width="large")},
        alt=looking.say("data.cells_title"),
    )
    rows = event["selection"]["rows"]
    if rows and rows != st.session_state.get("cells_rows"):
        st.session_state["cell_at"] = rows[0]
    st.session_state["cells_rows"] = rows
    with st.container(horizontal=True, vertical_alignment="center"):
        key = "data.cells_most" if len(found) == accounts.MOST_SHOWN else "data.cells_shown"
        st.caption(looking.say(key, count=f"{len(found):,}"))
        st.space("stretch")
        ticket = tickets.mint(looking.viewer, data_downloads.CELLS, looking=looking, chosen=chosen)
        st.link_button(looking.say("data.cells_download"), ticket, icon=":material/download:")


def _one(looking: Looking, found: pd.DataFrame) -> None:
    at = min(st.session_state.get("cell_at", 0), len(found) - 1)
    cell: dict[str, Any] = {str(k): None if pd.isna(v) else v for k, v in found.iloc[at].items()}
    title = looking.say("data.cell_title" if cell["is_row_held"] else "data.cell_title_loaded")
    sender = cell["sender"] or looking.say("data.no_sender")
    place = [
        sender,
        table_title(cell["table"], looking.lang),
        looking.say("data.cell_row", row=cell["row_number"]),
    ]
    st.markdown(f"#### {title}{looking.say('data.colon')}{plain(' · '.join(place))}")
    landed = accounts.landed_name(looking.snapshot, cell["sha256"])
    around = surroundings(looking.home, cell, landed=landed)
    where = f"{around.letter}{around.row}" if around else str(cell["row_number"])
    counted = looking.say("data.cell_counted", at=at + 1, count=len(found))
    st.caption(f"{plain(cell['file'])} › {plain(cell['sheet'])} › {where} · {counted}")
    if around:
        _neighbours(around, looking.say("data.blank"))
    _message(looking, cell, around)
    with st.container(horizontal=True):
        for name, step in (("previous", -1), ("next", 1)):
            to = at + step
            st.button(
                looking.say(f"data.cell_{name}"),
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


def _message(looking: Looking, cell: dict[str, Any], around: Surroundings | None) -> None:
    if around is None or looking.lang == "en":
        st.markdown(f":red[{plain(cell[f'message_{looking.lang}'])}]")
        return
    st.markdown(f":red[{plain(around.wrong)}]{plain(around.effect)}")
    if around.remedy:
        where = f"{around.letter}{around.row}"
        st.markdown(looking.say("data.cell_remedy", remedy=plain(around.remedy), where=where))
