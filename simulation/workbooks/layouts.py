"""How senders write the same table: headers, order, dates, codes, furniture above and below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from data_ingest.sheets.declaration import Column
from foundation.reference import code_list
from foundation.reference.cities import city

Reference = Literal["number", "name_unit", "joined", "name_phone", "name_duty"]

DATE_FORMS: dict[str, Callable[[date], Any]] = {
    "iso": lambda d: d.isoformat(),
    "dot": lambda d: f"{d.year}.{d.month}.{d.day}",
    "slash": lambda d: f"{d.year}/{d.month}/{d.day}",
    "chinese": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "compact": lambda d: f"{d:%Y%m%d}",
    "cell": lambda d: d,
}
CATEGORY_FORMS = {"plain": "{0}", "class": "{0}类", "wide": "{1}类", "lower": "{2}"}


@dataclass(frozen=True)
class Habits:
    """How one sender lays out and spells its workbooks.

    words: 0 = the template's headers, 1… = that synonym where it is clear. named_in: where the city
    stands ("sheet", "line" or "both"). furniture: what stands around the table, see write.py.
    """

    id: str
    words: int = 0
    dates: str = "iso"
    officers: Reference = "name_unit"
    category: str = "plain"
    yes_no: tuple[str, str] = ("是", "否")
    is_money_in_yuan: bool = False
    has_serial: bool = True
    has_numbers: bool = False
    has_terms: bool = False
    joins_duty: bool = False
    is_reversed: bool = False
    uses_ditto: bool = False
    named_in: str = "line"
    furniture: str = "plain"
    header: str = "plain"


LAYOUTS = {
    layout.id: layout
    for layout in (
        Habits("template", officers="number", has_numbers=True, furniture="attachment", has_serial=False),
        Habits("joined_duty", words=1, dates="dot", officers="name_duty", category="class", joins_duty=True,
               named_in="sheet", furniture="total", header="starred"),
        Habits("two_rows", words=2, dates="chinese", officers="joined", category="wide", has_terms=True,
               furniture="line", header="two_rows"),
        Habits("yuan", words=3, dates="compact", officers="name_phone", category="lower",
               is_money_in_yuan=True, is_reversed=True, named_in="sheet", furniture="title", header="spaced"),
        Habits("cells", words=1, dates="cell", officers="name_unit", category="class", yes_no=("√", "×"),
               has_terms=True, furniture="blank_rows"),
        Habits("breaks", words=2, dates="slash", officers="name_unit", has_terms=True, uses_ditto=True,
               named_in="sheet", furniture="title", header="broken"),
        Habits("bodies", words=0, dates="dot", officers="name_phone", category="class",
               furniture="attachment", named_in="none"),
        Habits("ledger", named_in="none", has_numbers=True, furniture="title"),
    )
}  # fmt: skip

#: City → how it writes.
CITY_LAYOUTS = {
    "420100": "template", "420200": "template", "420600": "template", "420900": "template",
    "420300": "joined_duty", "420800": "joined_duty", "421300": "joined_duty",
    "420500": "two_rows", "421000": "two_rows", "429004": "two_rows",
    "420700": "yuan", "421100": "yuan", "422800": "yuan",
    "421200": "cells", "429005": "cells",
    "429006": "breaks", "429021": "breaks",
}  # fmt: skip


def written(value: Any, column: Column, layout: Habits) -> Any:
    """One value as this sender writes it; None where the cell stays empty."""
    if value is None or (not isinstance(value, (list, tuple)) and pd.isna(value)):
        return None
    if column.kind in ("date", "month"):
        return _written_date(pd.Timestamp(value).date(), column, layout)
    if column.kind == "yes_no":
        return value if isinstance(value, str) else layout.yes_no[0 if value else 1]
    if column.kind == "money":
        return round(float(value) * 10_000) if layout.is_money_in_yuan else round(float(value), 2)
    if column.kind in ("integer", "number"):
        return int(value) if float(value).is_integer() else round(float(value), 3)
    return _written_code(str(value), column, layout)


def _written_date(day: date, column: Column, layout: Habits) -> Any:
    if column.kind == "month":
        return f"{day.year}年{day.month}月" if layout.dates == "chinese" else f"{day.year}.{day.month:02d}"
    return DATE_FORMS[layout.dates](day)


def _written_code(value: str, column: Column, layout: Habits) -> str:
    if column.codes == "city":
        return city(value).name.zh if layout.words == 0 else city(value).short.zh
    if column.codes == "category":
        return CATEGORY_FORMS[layout.category].format(value, chr(ord(value) + 0xFEE0), value.lower())
    if column.codes == "industry" and layout.words:
        return code_list("industry").label(value, "zh")
    return value
