"""Worksheets in which somebody can enter what the headers mean, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from data_ingest.readers.cells import Cells
from data_ingest.readers.column_letters import column_letter
from data_ingest.sheets import SHEETS
from data_ingest.tables import find_tables
from data_ingest.tables.finding import find_headers
from data_ingest.tables.grid import Grid, first_rows
from data_ingest.tables.header_mapping import (
    UNREAD,
    HeaderMapping,
    folded,
    mappings_of_sender,
    sender_of,
)
from data_ingest.tables.headers import vocabulary
from data_ingest.tables.nearest import lacking, nearest, read_as
from data_ingest.tables.notes import is_our_notes
from foundation.locales import Lang, Text, text

#: Rows of a worksheet that are kept to choose from.
_HEAD = 60
#: A worksheet with fewer rows that look like a table's is a cover.
_FEWEST_ROWS = 2
_SAMPLES = 3
#: A header further down is no header.
_ROWS = 20


@dataclass(frozen=True)
class Head:
    """The first rows of a worksheet. sender: whose layout it is, "" where nobody is named.

    row, depth: where its header stands (row of the worksheet). table: what it is read as, or nearest to.
    is_read: its rows load. unread: headers that nobody knows. mapping: what was entered before.
    """

    file: str
    sheet: str
    sender: str
    cells: Cells
    row: int
    depth: int
    table: str | None
    is_read: bool
    unread: tuple[str, ...]
    mapping: HeaderMapping | None = None


@dataclass(frozen=True)
class Field:
    """One column of the worksheet: its letter, header, some values, and what it is taken for."""

    letter: str
    header: str
    samples: tuple[str, ...]
    column: str | None


def heads(
    file: str, sheets: Sequence[Cells], *, header_mappings: Sequence[HeaderMapping], sender: str | None
) -> list[Head]:
    """Worksheets of one file that are not read, or not throughout, or by a mapping that somebody entered."""
    owner = sender_of(sheets, sender)
    mappings = mappings_of_sender(header_mappings, sheets, sender)
    shown = [cells for cells in sheets if not cells.is_hidden and not is_our_notes(cells)]
    return [head for cells in shown for head in _of_sheet(file, cells, mappings, owner)]


def _of_sheet(
    file: str, cells: Cells, header_mappings: Sequence[HeaderMapping], sender: str
) -> Iterator[Head]:
    first = first_rows(cells, _HEAD)
    grid = Grid(first)
    read = {table.sheet_id for table in find_tables(cells, header_mappings).tables}
    for header in find_headers(grid, header_mappings):
        mapping = header.mapped.mapping if header.mapped else None
        if header.sheet_id in read and (header.extra or mapping):
            yield Head(
                file, cells.name, sender, first, header.row + cells.first_row, header.depth, header.sheet_id,
                True, header.extra, mapping,
            )  # fmt: skip
    guess = None if read or cells.table.num_rows < _FEWEST_ROWS else nearest(grid)
    if guess:
        unread = tuple(header for header in guess.headers if header and header not in guess.known)
        yield Head(
            file,
            cells.name,
            sender,
            first,
            guess.row + cells.first_row,
            guess.depth,
            guess.table,
            False,
            unread,
        )


def fields(head: Head, *, row: int, depth: int, table: str) -> list[Field]:
    """The columns under a header, as it would be read: as entered before, else as the program does."""
    grid = Grid(head.cells)
    at = row - head.cells.first_row
    headers = grid.stacked(at, depth)
    places = [place for place, header in enumerate(headers) if header]
    columns = read_as([headers[place] for place in places], table)
    if head.mapping and head.mapping.table == table and head.mapping.headers == _layout(headers):
        columns = [
            itself if entered is None else entered
            for entered, itself in zip(head.mapping.columns, columns, strict=True)
        ]
    below = range(at + depth, min(grid.height, at + depth + 12))
    return [
        Field(
            column_letter(place + head.cells.first_column),
            "".join(headers[place].split()),
            tuple(dict.fromkeys(v for v in (grid.row(line)[place] for line in below) if v))[:_SAMPLES],
            column,
        )
        for place, column in zip(places, columns, strict=True)
    ]


def choices(table: str) -> dict[str, Text]:
    """Columns and helpers that a header can stand for in this sheet, in its order; then its twin's own."""
    twin = SHEETS[table].twin
    if twin is None:
        return _choices(table)
    columns, sheet = _choices(table), SHEETS[twin].title
    theirs = {
        name: title for name, title in _choices(twin).items() if name not in columns and "__" not in name
    }
    of_twin = {
        f"{twin}.{name}": Text(f"{sheet.zh} · {title.zh}", f"{sheet.en} · {title.en}")
        for name, title in theirs.items()
        if name != "officer"
    }
    return columns | of_twin


def _choices(table: str) -> dict[str, Text]:
    sheet = SHEETS[table]
    helpers = {target.column for target in vocabulary(table).values()} - sheet.by_name.keys()
    titles: dict[str, Text] = {}
    for column in sheet.columns:
        titles[column.name] = column.title
        title = Text(column.title.zh.removesuffix("编号"), column.title.en)
        for helper in sorted(h for h in helpers if h.partition("__")[0] == column.name):
            part = text(f"ingest.part_{helper.partition('__')[2]}")
            titles[helper] = Text(f"{title.zh} · {part.zh}", f"{title.en} · {part.en}")
    return titles


def still_lacking(table: str, columns: Iterable[str | None]) -> tuple[Text, ...]:
    """Titles of the required columns that no header stands for."""
    return lacking(SHEETS[table], {column for column in columns if column})


def body(head: Head, *, row: int, depth: int, table: str, columns: Sequence[str | None]) -> dict[str, Any]:
    """The entry of the decision log: only what differs from how the program itself reads.

    columns: one a header of `fields`; None or UNREAD: to be left alone.
    """
    headers = [header for header in Grid(head.cells).stacked(row - head.cells.first_row, depth) if header]
    by_itself = read_as(headers, table)
    entered = [
        None if (column or None) == itself else column or UNREAD
        for column, itself in zip(columns, by_itself, strict=True)
    ]
    return {
        "sender": head.sender,
        "headers": [folded(h) for h in headers],
        "table": table,
        "columns": entered,
    }


def _layout(headers: Sequence[str]) -> tuple[str, ...]:
    return tuple(folded(header) for header in headers if header)


def forgotten(mapping: HeaderMapping) -> dict[str, Any]:
    """The entry that takes a mapping back: every header as the program itself reads it."""
    return {
        "sender": mapping.sender,
        "headers": list(mapping.headers),
        "table": mapping.table,
        "columns": [None] * len(mapping.headers),
    }


def rows_to_choose(head: Head) -> dict[int, str]:
    """Rows in which the header may stand, by their number in the worksheet, with what they hold."""
    grid = Grid(head.cells)
    rows = {place: grid.texts(place, place + 1)[0] for place in range(min(grid.height, _ROWS))}
    filled = {place + head.cells.first_row: "、".join(texts) for place, texts in rows.items() if texts}
    return filled | {head.row: filled.get(head.row, "")}


def mapped_pairs(table: str, entered: str, lang: Lang) -> str:
    """A mapping as a load keeps it (`header_mapping.mapping_text`), in words: `报上来的日子 → 提交日期`."""
    known = choices(table) if entered and table in SHEETS else {}
    pairs = (pair.rpartition("=") for pair in entered.split("；") if pair)
    unread = text("ingest.left_unread").get(lang)
    return "、".join(
        f"{header} → {known[to].get(lang) if to in known else unread}" for header, _, to in pairs
    )
