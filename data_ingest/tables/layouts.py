"""How a file was understood: where each table's header stands, which column is which, how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data_ingest.readers import Cells, Member
from data_ingest.readers.column_letters import column_letter
from data_ingest.sheets import SHEETS
from data_ingest.tables import HeaderMapping, find_tables
from data_ingest.tables.finding import Header, also, find_headers
from data_ingest.tables.grid import Grid
from data_ingest.tables.header_mapping import mappings_of_sender
from foundation.locales import Text

#: What one required column that the header lacks takes away.
_LACKING = 0.2


@dataclass(frozen=True)
class Mapped:
    """One column of the worksheet. letter: as the table program shows it; column None: kept, not read."""

    letter: str
    header: str
    column: str | None
    title: Text | None


@dataclass(frozen=True)
class Layout:
    """One table: `table` is the id of the declared sheet; rows of its header from 1, first to last.

    confidence: share of the header's cells that are understood, less a fifth for each required column that
    it lacks.
    """

    file: str
    sheet: str
    table: str
    header_rows: tuple[int, int]
    columns: tuple[Mapped, ...]
    confidence: float


def layouts(
    members: Iterable[Member], *, header_mappings: Sequence[HeaderMapping] = (), sender: str | None = None
) -> list[Layout]:
    """The tables of a read file, as `load_file` finds them. header_mappings, sender: as there."""
    return [
        layout
        for member in members
        for cells in member.sheets
        for layout in _of_sheet(
            member.name, cells, mappings_of_sender(header_mappings, member.sheets, sender)
        )
    ]


def _of_sheet(file: str, cells: Cells, header_mappings: Sequence[HeaderMapping]) -> Iterator[Layout]:
    if cells.is_hidden:
        return
    grid = Grid(cells)
    wanted = [table.sheet_id for table in find_tables(cells, header_mappings).tables]
    headers = find_headers(grid, header_mappings)
    readings: list[Header] = []
    for sheet_id in wanted:
        as_sheet = (h if h.sheet_id == sheet_id else also(grid, h, sheet_id) for h in headers)
        readings += [h for h in as_sheet if h is not None][:1]
    for header in readings:
        # A roster that carries the appointment is one header read as two sheets: what either reads is read.
        shared = [set(other.extra) for other in readings if other.row == header.row]
        unread = tuple(title for title in header.extra if all(title in extra for extra in shared))
        yield _layout(file, cells, header, unread)


def _layout(file: str, cells: Cells, header: Header, extra: tuple[str, ...]) -> Layout:
    by_place = {place: name for name, places in header.columns.items() for place in places}
    mapped = [
        _mapped(cells, place, header.titles.get(place, ""), by_place[place], header)
        for place in sorted(by_place)
    ]
    unread = [Mapped("", title, None, None) for title in extra]
    first = header.row + cells.first_row
    return Layout(
        file=file,
        sheet=cells.name,
        table=header.sheet_id,
        header_rows=(first, first + header.depth - 1),
        columns=(*mapped, *unread),
        confidence=_confidence(header, extra),
    )


def _mapped(cells: Cells, place: int, title: str, target: str, header: Header) -> Mapped:
    # A helper cell (officer__unit) speaks for the column before its two underscores.
    column = SHEETS[header.sheet_id].by_name.get(target.partition("__")[0])
    letter = column_letter(place + cells.first_column)
    return Mapped(letter, "".join(title.split()), target, column.title if column else None)


def _confidence(header: Header, extra: tuple[str, ...]) -> float:
    mapped = len({place for places in header.columns.values() for place in places})
    share = mapped / (mapped + len(extra))
    sheet = SHEETS[header.sheet_id]
    named = {name.partition("__")[0] for name in header.columns}
    lacking = sum(1 for c in sheet.columns if c.required and c.name not in named)
    lacking += sum(1 for group in sheet.either if not named & set(group))
    return round(max(0.0, share - _LACKING * lacking), 2)
