"""Headers whose meaning somebody has entered by hand, remembered for a sender's layout.

A layout is a sender and the headers in their order. A mapping says for which declared header each of
them stands; from there on the table is read like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from data_ingest.readers.cells import Cells
from data_ingest.sheets import SHEETS
from data_ingest.tables.context import read_context
from data_ingest.tables.grid import Grid, first_rows
from data_ingest.tables.headers import header_forms, is_known, vocabulary

#: The kind of these entries in the decision log.
KIND = "mapping"
#: In place of a column: the header is to be left alone.
UNREAD = ""
#: Rows of a worksheet in which its sender is named and its header looked for.
_HEAD = 60
_DEPTHS = (1, 2, 3)


@dataclass(frozen=True, order=True)
class HeaderMapping:
    """What the headers of one layout mean, as somebody entered it.

    sender: folded, "" for files that name none. headers: folded, in their order, blank ones left out.
    columns: for each header the column (or helper, `headers.Target`) of `table`, one of its twin
    (`terms.started_on`), UNREAD, or None: as the program itself reads it.
    """

    sender: str
    headers: tuple[str, ...]
    table: str
    columns: tuple[str | None, ...]

    @classmethod
    def of_body(cls, body: Any) -> HeaderMapping:
        """An entry of the decision log: {sender, headers, table, columns}; its texts in any writing."""
        return cls(
            folded(body["sender"]),
            tuple(folded(header) for header in body["headers"]),
            str(body["table"]),
            tuple(body["columns"]),
        )

    def meant(self, places: Sequence[int]) -> dict[int, str]:
        """Place → the header that it stands for, "" to be left alone; places: of the headers, in order."""
        pairs = zip(places, self.columns, strict=False)
        words = {place: wording(self.table, column) for place, column in pairs if column is not None}
        return {place: word for place, word in words.items() if word is not None}


@dataclass(frozen=True)
class MappedHeader:
    """A mapped header where it stands in a worksheet: rows `row` … `row + depth - 1`.

    meant: as `HeaderMapping.meant` gives it.
    """

    row: int
    depth: int
    mapping: HeaderMapping
    meant: dict[int, str]


def folded(text: str | None) -> str:
    """A header or a sender as it is compared."""
    return next(iter(header_forms(text or "")), "")


def header_mappings_of(decisions: Iterable[Any]) -> tuple[HeaderMapping, ...]:
    """The mappings of the decision log, in a fixed order; the last entry for a layout counts."""
    last: dict[tuple[str, tuple[str, ...]], HeaderMapping] = {}
    for decision in decisions:
        if decision.kind == KIND:
            mapping = HeaderMapping.of_body(decision.body)
            last[mapping.sender, mapping.headers] = mapping
    return tuple(
        sorted(m for m in last.values() if m.table in SHEETS and any(c is not None for c in m.columns))
    )


def sender_of(sheets: Iterable[Cells], given: str | None) -> str:
    """Whose layout it is: as given at upload, else the first 填报单位 line of the file's worksheets."""
    return given or next(filter(None, map(_reporter, sheets)), "")


def mappings_of_sender(
    header_mappings: Sequence[HeaderMapping], sheets: Iterable[Cells], given: str | None
) -> list[HeaderMapping]:
    """The mappings that hold for this file: those of its sender (`given`, else as its worksheets say)."""
    sender = folded(sender_of(sheets, given)) if header_mappings else ""
    return [mapping for mapping in header_mappings if mapping.sender == sender]


def _reporter(cells: Cells) -> str | None:
    grid = Grid(first_rows(cells, _HEAD))
    return read_context(grid.texts(0, grid.height), cells.name).reporter


def mapped_headers(grid: Grid, header_mappings: Sequence[HeaderMapping]) -> list[MappedHeader]:
    """Where the mapped layouts stand in the worksheet; the one that maps the most columns first."""
    headers: list[MappedHeader] = []
    taken: set[int] = set()
    for row in range(min(grid.height, _HEAD)) if header_mappings else ():
        fits = (_fit(grid, row, depth, header_mappings) for depth in _DEPTHS if row + depth <= grid.height)
        header = next((fit for fit in fits if fit), None)
        if header and row not in taken:
            headers.append(header)
            taken |= set(range(row, row + header.depth))
    return headers


def _fit(grid: Grid, row: int, depth: int, header_mappings: Sequence[HeaderMapping]) -> MappedHeader | None:
    words = grid.stacked(row, depth)
    places = [place for place, word in enumerate(words) if word]
    headers = tuple(folded(words[place]) for place in places)
    # What stands to the right may be columns that a return workbook has added: known ones.
    fitting = [
        mapping
        for mapping in header_mappings
        if mapping.headers == headers[: len(mapping.headers)]
        and all(is_known(words[place]) for place in places[len(mapping.headers) :])
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda mapping: len(mapping.headers))
    return MappedHeader(row, depth, best, best.meant(places))


@cache
def wording(table: str, column: str) -> str | None:
    """A header by which the column, or helper, of the sheet or its twin is known; "" for UNREAD.

    None for a column that today's declarations do not have.
    """
    if column == UNREAD:
        return ""
    sheet_id, dot, column_name = column.rpartition(".")
    sheet_id = sheet_id if dot else table
    if column_name in SHEETS[sheet_id].by_name:
        return SHEETS[sheet_id].by_name[column_name].title.zh
    known = vocabulary(sheet_id).items()
    forms = [(-target.quality, form) for form, target in known if target.column == column_name]
    return min(forms)[1] if forms else None


def mapping_text(mapping: HeaderMapping) -> str:
    """`报上来的日子=submitted_on；备用=`: what was mapped to what, for accounts and reports."""
    pairs = zip(mapping.headers, mapping.columns, strict=False)
    return "；".join(f"{header}={column}" for header, column in pairs if column is not None)
