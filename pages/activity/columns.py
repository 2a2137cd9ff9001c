"""The page's own lists as people read them, on screen and in the workbook alike."""

from __future__ import annotations

import pandas as pd

from pages.lists.columns import COLUMNS, WITHHELD, Column, written_value
from pages.shell.context import PageContext

_LISTED = {column.id for columns in COLUMNS.values() for column in columns} | {c.id for c in WITHHELD}


def heading(column: str, context: PageContext) -> str:
    """A heading that every list has, or one of this page's own."""
    return context.say(f"list.{column}" if column in _LISTED else f"activity.col_{column}")


def written(rows: pd.DataFrame, columns: tuple[Column, ...], context: PageContext) -> pd.DataFrame:
    """The rows as people read them; columns that the frame lacks are left out."""
    bodies = context.body_names
    return pd.DataFrame(
        {
            heading(c.id, context): [written_value(v, c.shape, context.lang, bodies) for v in rows[c.id]]
            for c in columns
            if c.id in rows
        },
        index=rows.index,
    )
