"""Tables: how high they stand, and where a click on a row leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from pages.shell.address import Address
from pages.shell.context import go

#: Pixels of a row with one line of text, and of the heading; text wraps in rows of 68 and more.
ROW_HEIGHT = 36
_BORDERS = 2


def table_height(
    rows: int, *, most_rows: int | None = None, tallest: int | None = None, row_height: int = ROW_HEIGHT
) -> int:
    """Pixels of a table with its heading: no empty space under few rows, a scroll bar beside many.

    most_rows: rows in sight at most. tallest: pixels at most.
    """
    in_sight = rows if most_rows is None else min(rows, most_rows)
    height = ROW_HEIGHT + row_height * in_sight + _BORDERS
    return height if tallest is None else min(height, tallest)


def opening_table(
    frame: pd.DataFrame,
    *,
    opens: Callable[[int, str], Address | None],
    key: str,
    alt: str,
    column_config: Mapping[str, Any] | None = None,
    row_height: int = ROW_HEIGHT,
    most_rows: int | None = None,
    tallest: int | None = None,
) -> None:
    """A table whose rows lead somewhere: a click on a cell goes to `opens(row's position, column's title)`.

    A click anywhere in a row counts: a column of check boxes would ask for a better aim.
    """

    def follow() -> None:
        cells = st.session_state[key]["selection"]["cells"]
        if cells and (address := opens(*cells[0])):
            go(address)

    st.dataframe(
        frame,
        hide_index=True,
        key=key,
        on_select=follow,
        selection_mode="single-cell",
        column_config=column_config,
        row_height=row_height,
        height=table_height(len(frame), most_rows=most_rows, tallest=tallest, row_height=row_height),
        placeholder="",
        alt=alt,
    )
