"""One wrong cell: where it stands in its file, its neighbours, what is wrong with it and what to do."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from data_ingest.titles import table_title
from pages.shell.context import PageContext
from pages.widgets.markdown import plain, shortened
from refresh.intake import accounts
from refresh.review.surroundings import Surroundings, surroundings

#: Characters of the wrong cell and of its neighbours that are shown.
_WRONG, _BESIDE = 60, 22
#: Session state: the place in the list of the cell that is shown.
_AT = "cell_at"


def chosen_cell(context: PageContext, cells: pd.DataFrame) -> None:
    """The chosen one of the listed cells: where it stands, its neighbours, what is wrong, what to do."""
    at = min(st.session_state.get(_AT, 0), len(cells) - 1)
    cell: dict[str, Any] = {str(k): None if pd.isna(v) else v for k, v in cells.iloc[at].items()}
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
    counted = context.say("data.cell_counted", at=at + 1, count=len(cells))
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
                disabled=not 0 <= to < len(cells),
                on_click=show_cell,
                args=(to,),
            )


def show_cell(place: int) -> None:
    """Choose a cell by its place in the list."""
    st.session_state[_AT] = place


def _neighbours(around: Surroundings, blank: str) -> None:
    """The rows around the wrong cell as they stand in the file, as a markdown table that a phone can show."""
    head = "| | " + " | ".join(plain(header) for header in around.headers) + " |"
    lines = [head, "|---" * (len(around.headers) + 1) + "|"]
    for row, cells in around.rows:
        shown = [
            plain(shortened(cell, most))
            for cell, most in zip(cells, (_WRONG, *[_BESIDE] * len(cells)), strict=False)
        ]
        if row == around.row:
            shown[0] = f":red-background[**{shown[0] or blank}**]"
        number = f"**{row}**" if row == around.row else str(row)
        lines.append(f"| {number} | " + " | ".join(shown) + " |")
    st.markdown("\n".join(lines))


def _message(context: PageContext, cell: dict[str, Any], around: Surroundings | None) -> None:
    """What is wrong in red, then what to do and where."""
    if around is None or context.lang == "en":
        st.markdown(f":red[{plain(cell[f'message_{context.lang}'])}]")
        return
    st.markdown(f":red[{plain(around.wrong)}]{plain(around.effect)}")
    if around.remedy:
        where = f"{around.letter}{around.row}"
        st.markdown(context.say("data.cell_remedy", remedy=plain(around.remedy), where=where))
