"""The columns of a list: which there are, and how a stored value is written for a reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

from analytics.evidence.six_ones import SHAPES, STATES, State
from analytics.tiers import TIERS
from foundation.locales import Lang, say
from foundation.reference.codes import code_list
from pages.shell.context import PageContext
from pages.shell.scope_words import value_label


@dataclass(frozen=True)
class ListColumn:
    """id: the frame's column; its heading is the text `list.<id>`. width: Streamlit's word, or pixels.

    shape: how its values are written; "code:x" = a value of code list x. is_wrapped: whether its text needs
    rows of several lines.
    """

    id: str
    shape: str = "text"
    width: Literal["small", "medium", "large"] | int | None = None
    is_wrapped: bool = False


WHO = (ListColumn("name"), ListColumn("unit", "unit"))
OFFICER = (ListColumn("org", width="medium"), ListColumn("category", "category"))
#: Why an officer is in a tier, in a sentence.
REASON = ListColumn("reason", width="large", is_wrapped=True)
#: The file, sheet and row from which a row of the list was read.
WHERE = (
    ListColumn("file", width="medium"),
    ListColumn("sheet"),
    ListColumn("row_number", "number", "small"),
)
#: Where names are withheld, a list still adds up: unit and recommending body with counts.
WITHHELD = (
    ListColumn("unit", "unit"),
    ListColumn("recommender", "recommender"),
    ListColumn("count", "number"),
)
_TIERS = {tier.id: tier.title for tier in TIERS}


def written_frame(context: PageContext, rows: pd.DataFrame, columns: tuple[ListColumn, ...]) -> pd.DataFrame:
    """The rows as people read them: columns in order under their headings, values in words.

    Columns that `rows` lacks are left out.
    """
    lang, bodies = context.lang, context.body_names
    return pd.DataFrame(
        {
            heading(column.id, lang): [written_value(v, column.shape, lang, bodies) for v in rows[column.id]]
            for column in columns
            if column.id in rows
        },
        index=rows.index,
    )


def heading(column_id: str, lang: Lang) -> str:
    """What a column is called, on screen and in the workbook alike."""
    return say(f"list.{column_id}", lang)


def written_value(value: Any, shape: str, lang: Lang, bodies: Mapping[str, str]) -> Any:
    """One stored value in words; a missing one is None. bodies: recommending body's id → its name."""
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):
        return None
    if shape == "number":
        return int(value) if float(value).is_integer() else float(value)
    if shape == "date":
        return value.date() if isinstance(value, dt.datetime) else value
    if shape == "bool":
        return say("list.yes" if value else "list.no", lang)
    return _word(str(value), shape, lang, bodies)


def _word(value: str, shape: str, lang: Lang, bodies: Mapping[str, str]) -> str:
    if shape == "text":
        return value
    if shape == "tier":
        return _TIERS[value].get(lang)
    if shape == "light":
        state = cast(State, value)
        return f"{SHAPES[state]} {STATES[state].get(lang)}"
    if shape == "stage":
        return say(f"list.stage_{value}", lang)
    if shape.startswith("code:"):
        return code_list(shape.removeprefix("code:")).label(value, lang)
    return value_label(shape, value, lang, bodies=bodies)
