"""The table of an officer's lines, each with its file, sheet and row; and which of them are in sight.

The rows that a tier rests on are one choice: whoever doubts a tier reads just those.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from pages.shell.context import PageContext
from pages.widgets.tables import ROW_HEIGHT, table_height
from reporting.packs.dossier.words import lines_frame

ALL, DECIDES = "all", "decides"
#: Classes of acts in service in the twelve months, as the head of the panel counts them.
CLASSES = ("self_initiated", "prompted", "untold", "neutral")
#: Pixels, so that file, sheet and row are in sight beside the content.
_WIDTHS = {"kind": 155, "content": 365, "counts_as": 230, "file": 215, "sheet": 85, "row_number": 60}


def lines_block(
    context: PageContext, lines: pd.DataFrame, *, most_rows: int, choose: Callable[[], pd.DataFrame]
) -> None:
    """All lines of a file under their number; choose: draws the choice and returns the lines in sight."""
    with st.container(border=True, key="officer_lines"):
        st.markdown(f"#### {context.say('officer.rows_title', count=len(lines))}")
        st.caption(context.say("officer.rows_subtitle"))
        if lines.empty:
            st.caption(context.say("officer.empty"))
            return
        _table(context, choose(), most_rows=most_rows)


def _table(context: PageContext, lines: pd.DataFrame, *, most_rows: int) -> None:
    """The lines in sight, at most `most_rows` of them without scrolling; words where there are none."""
    if lines.empty:
        st.caption(context.say("dossier.no_lines"))
        return
    st.dataframe(
        lines_frame(lines, context.lang),
        hide_index=True,
        key="officer_table",
        placeholder="",
        row_height=ROW_HEIGHT,
        height=table_height(len(lines), most_rows=most_rows),
        column_config={
            context.say(f"officer.{name}"): st.column_config.Column(width=width)
            for name, width in _WIDTHS.items()
        },
        alt=context.say("officer.rows_title", count=len(lines)),
    )


def line_pills(context: PageContext, options: Sequence[str], *, key: str, name: Callable[[str], str]) -> str:
    """The choice of lines as pills, each under its name; returns the one chosen, else the first."""
    if st.session_state.get(key) not in options:
        st.session_state[key] = options[0]
    option = st.pills(
        context.say("dossier.filter"),
        options,
        key=key,
        format_func=name,
        label_visibility="collapsed",
        required=True,
    )
    return str(option or options[0])


def chosen_lines(lines: pd.DataFrame, option: str) -> pd.DataFrame:
    """The lines of one choice, newest first: all, those that the tier rests on, or acts of one class."""
    if option == ALL:
        return lines
    deciding = lines[lines["decides"]]
    return deciding if option == DECIDES else deciding[deciding["class"] == option]


def class_name(context: PageContext, option: str) -> str:
    """What a choice is called."""
    return context.say("dossier.all_lines" if option == ALL else f"officer.{option}")
