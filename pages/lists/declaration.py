"""What a list behind a number is: declared by whoever owns the number; `pages.lists` alone shows it.

A page that has lists of its own writes a `ListReader`: it reads the address and returns an `OpenList`, or
None where the address names no list of that page. `drill.drilled` and `view.download_link` take the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pages.lists.columns import ListColumn
from pages.shell.context import PageContext


@dataclass(frozen=True)
class WorkbookForm:
    """What a list's workbook has other than the list on screen: it goes to somebody who fills it in.

    name: of the file. title: in the sheet's first row. to_fill: heading of an empty column → what its cells
    offer to choose from (nothing = free text).
    """

    name: str
    title: str
    columns: tuple[ListColumn, ...]
    to_fill: Mapping[str, Sequence[str]]


@dataclass(frozen=True, eq=False)
class OpenList:
    """The list behind one number: as many rows as the number counts.

    title: also the name of the file. caption: what the list counts. noun: what one row is (人, 项).
    rows: as stored, before names are withheld; with `person_id`, `unit`, `tier`, and contacts masked.
    columns: what is shown of `rows`, in order. audit: what a download's audit line says of the list.
    title_note: follows the title on screen. badges: short words above the table.
    controls: draw the fields that change the list, each in turn.
    is_of_persons: names are withheld row by row, and counted; else a row stays and only its name is emptied.
    can_leave: False = no download in any form, and rows that lead nowhere.
    """

    title: str
    caption: str
    noun: str
    rows: pd.DataFrame
    columns: tuple[ListColumn, ...]
    audit: Mapping[str, Any]
    title_note: str = ""
    badges: tuple[str, ...] = ()
    controls: tuple[Callable[[], None], ...] = field(default=(), repr=False)
    is_of_persons: bool = True
    can_leave: bool = True
    form: WorkbookForm | None = None


#: Reads the list that the address of a context names; None where there is none of that name.
ListReader = Callable[[PageContext], OpenList | None]
