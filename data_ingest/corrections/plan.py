"""What a return workbook (退回表) has to show: wrong cells, and parts that could not be read at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from foundation.locales import say
from foundation.warehouse.corrections import Piece

#: Light tints: the sender's own text stays readable, and a comment says the same without colour.
HELD_FILL, ISSUE_FILL = "F4CFC6", "F8E8BE"
#: A table program takes many seconds to open more comments than this; the cover lists every cell.
MOST_COMMENTS = 20_000


@dataclass(frozen=True)
class Issue:
    """One row of the snapshot's `quarantine`, as far as the sender needs it. table: a declared sheet's id."""

    sheet: str
    table: str
    row_number: int
    column_name: str
    value: str
    is_row_held: bool
    message_zh: str


@dataclass(frozen=True)
class Unread:
    """A worksheet, or a whole file, that looked like data and gave no rows."""

    sheet: str | None
    reason_zh: str
    remedy_zh: str | None


@dataclass(frozen=True)
class Mark:
    """One wrong thing at a cell (row and column from 1), with the header it stands under."""

    sheet: str
    row: int
    column: int
    header: str
    value: str
    wrong: str
    remedy: str
    effect: str
    is_row_held: bool


@dataclass(frozen=True)
class NewHeader:
    """A column that the file lacks and its rows need: its header, to the right of everything."""

    sheet: str
    row: int
    column: int
    title: str


@dataclass(frozen=True)
class Plan:
    """One return workbook. source: what it supersedes once mended; None: it is a cover alone.

    about: lines under the cover's title.
    """

    source: Piece | None
    about: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    headers: tuple[NewHeader, ...] = ()
    unread: tuple[Unread, ...] = field(default=())

    @property
    def cells(self) -> dict[tuple[str, int, int], list[Mark]]:
        """Marks by cell, in the order of the file."""
        found: dict[tuple[str, int, int], list[Mark]] = {}
        for mark in self.marks:
            found.setdefault((mark.sheet, mark.row, mark.column), []).append(mark)
        return found


def parted(message: str) -> tuple[str, str, str]:
    """A message of the rules → what is wrong, what to do, what became of the row.

    They are sentences in this order: the last 请… is the remedy, the outcome begins with 本行. What
    quotes the sender's own text stands before both.
    """
    at = message.rfind("。请")
    wrong, rest = (message[: at + 1], message[at + 1 :]) if at >= 0 else (message, "")
    after = rest.rfind("本行") if rest else wrong.rfind("。本行") + 1
    if rest:
        remedy, effect = (rest[:after], rest[after:]) if after > 0 else (rest, "")
        return wrong, remedy.rstrip("；"), effect
    return (wrong[:after], "", wrong[after:]) if after > 0 else (wrong, "", "")


def comment(marks: Iterable[Mark]) -> str:
    """What stands at the cell itself."""
    return "\n".join(f"{mark.wrong}{mark.remedy}{mark.effect}" for mark in marks)


COVER_COLUMNS = ("number", "sheet_title", "cell", "column", "value", "wrong", "remedy", "effect")
COVER_WIDTHS = (5, 15, 8, 14, 20, 36, 36, 22)


def cover_height(values: list[str]) -> int:
    """Points that a row of the cover needs; table programs do not all find that out by themselves."""
    lines = [-(-_width(value) // (width - 1)) for value, width in zip(values, COVER_WIDTHS, strict=True)]
    return 15 * min(max(1, *lines), 12) + 2


def _width(value: str) -> int:
    """A Chinese letter is two wide."""
    return sum(2 if letter > "\u2000" else 1 for letter in value)


def cover_header() -> list[str]:
    return [say(f"returns.cover_{name}", "zh") for name in COVER_COLUMNS]


def cover_rows(plan: Plan, reference: Any) -> list[list[str]]:
    """One row a wrong thing. reference: (row, column) → `C7`."""
    rows = [
        [
            mark.sheet,
            reference(mark.row, mark.column),
            mark.header,
            mark.value or say("returns.blank", "zh"),
            mark.wrong,
            mark.remedy,
            mark.effect,
        ]
        for mark in plan.marks
    ]
    whole = say("returns.whole_file", "zh")
    rows += [
        [part.sheet or whole, "", "", "", part.reason_zh, part.remedy_zh or "", ""] for part in plan.unread
    ]
    return [[str(place), *row] for place, row in enumerate(rows, 1)]
