"""What a return workbook (退回表) has to show: wrong cells, and parts that could not be read at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from data_ingest.findings import Finding
from data_ingest.readers.column_letters import column_letter
from foundation.locales import say
from foundation.warehouse.corrections import FilePart

#: Light tints: the sender's own text stays readable, and a comment says the same without colour.
HELD_FILL, ISSUE_FILL = "F4CFC6", "F8E8BE"
#: A table program takes many seconds to open more comments than this; the cover lists every cell.
MOST_COMMENTS = 20_000


@dataclass(frozen=True)
class QuarantinedCell:
    """One row of the snapshot's `quarantine`: what is wrong, and in which row of which worksheet."""

    sheet: str
    row_number: int
    finding: Finding
    is_row_held: bool


@dataclass(frozen=True)
class Unread:
    """A worksheet, or a whole file, that looked like data and gave no rows."""

    sheet: str | None
    reason_zh: str
    remedy_zh: str | None


@dataclass(frozen=True)
class MarkedCell:
    """A wrong cell (row and column from 1) and the header it stands under, in the words its sender reads."""

    sheet: str
    row: int
    column: int
    header: str
    value: str
    wrong: str
    remedy: str
    effect: str
    message: str
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

    source: FilePart | None
    about: tuple[str, ...]
    marks: tuple[MarkedCell, ...] = ()
    headers: tuple[NewHeader, ...] = ()
    unread: tuple[Unread, ...] = field(default=())

    @property
    def cells(self) -> dict[tuple[str, int, int], list[MarkedCell]]:
        """Marks by cell, in the order of the file."""
        by_cell: dict[tuple[str, int, int], list[MarkedCell]] = {}
        for mark in self.marks:
            by_cell.setdefault((mark.sheet, mark.row, mark.column), []).append(mark)
        return by_cell


def comment(marks: Iterable[MarkedCell]) -> str:
    """What stands at the cell itself."""
    return "\n".join(mark.message for mark in marks)


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


def cover_rows(plan: Plan) -> list[list[str]]:
    """One row a wrong cell, its place as `C7`; then one a part that could not be read."""
    rows = [
        [
            mark.sheet,
            f"{column_letter(mark.column)}{mark.row}",
            mark.header,
            mark.value or say("returns.blank", "zh"),
            mark.wrong,
            mark.remedy,
            mark.effect,
        ]
        for mark in plan.marks
    ]
    file_label = say("returns.whole_file", "zh")
    rows += [
        [part.sheet or file_label, "", "", "", part.reason_zh, part.remedy_zh or "", ""]
        for part in plan.unread
    ]
    return [[str(place), *row] for place, row in enumerate(rows, 1)]
