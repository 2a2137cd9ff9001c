"""One wrong cell where it stands in the sender's own worksheet, with the rows above and below."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data_ingest.corrections.places import Places
from data_ingest.corrections.plan import QuarantinedCell
from data_ingest.findings import Finding
from data_ingest.readers import Cells, Member, read
from data_ingest.readers.column_letters import column_letter, column_number
from data_ingest.sheets import CONTACT_MASKS, SHEETS
from data_ingest.tables.header_mapping import HeaderMapping, mappings_of_sender
from data_ingest.tables.layouts import Layout, layouts
from foundation.access.masking import MASKS, Mask
from foundation.warehouse import landing
from foundation.warehouse.home import Home
from refresh.intake.ledger_state import read_state

#: Columns shown beside the wrong one.
_BESIDE = 4


@dataclass(frozen=True)
class Surroundings:
    """letter, row: where the cell stands. headers: of the columns shown, the wrong one first.

    rows: (row number, cells as written, blank = ""), the row itself among them; contacts masked.
    wrong, remedy, effect: the message in its three parts (Chinese, as the sender reads it).
    """

    letter: str
    row: int
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    wrong: str
    remedy: str
    effect: str


def surroundings(home: Home, cell: dict[str, Any], *, landed: str, around: int = 1) -> Surroundings | None:
    """`cell`: a row of `accounts.cells`; landed: the name of the file that it came in.

    None where the landed copy is gone, or does not read as it did.
    """
    member, cells = _sheet(home, cell, landed)
    if member is None or cells is None:
        return None
    finding, row_number = Finding.of_row(cell), int(cell["row_number"])
    header_mappings = _mappings(home, cell["sha256"], member)
    mark = Places(cells, header_mappings).mark(
        QuarantinedCell(cell["sheet"], row_number, finding, is_row_held=bool(cell["is_row_held"]))
    )
    columns = _columns(_layout(member, cells, finding.table, header_mappings), finding.table, mark.column)
    column = SHEETS[finding.table].by_name[finding.column]
    shown = [(mark.column, mark.header or column.title.zh, _mask(column.name)), *columns[:_BESIDE]]
    first = max(cells.first_row, row_number - around)
    last = min(cells.first_row + cells.table.num_rows - 1, row_number + around)
    return Surroundings(
        letter=column_letter(mark.column),
        row=mark.row,
        headers=tuple(title for _, title, _ in shown),
        rows=tuple((row, _row(cells, row, shown)) for row in range(first, last + 1)),
        wrong=mark.wrong,
        remedy=mark.remedy,
        effect=mark.effect,
    )


def _sheet(home: Home, cell: dict[str, Any], landed: str) -> tuple[Member | None, Cells | None]:
    member = next(
        (member for member in _members(home, cell["sha256"], landed) if member.name == cell["file"]), None
    )
    worksheets = (cells for cells in (member.sheets if member else ()) if cells.name == cell["sheet"])
    return member, next(worksheets, None)


@lru_cache(maxsize=2)
def _members(home: Home, sha256: str, name: str) -> tuple[Member, ...]:
    path = landing.find(home, sha256)
    return tuple(read(path, name=name)) if path else ()


def _mappings(home: Home, sha256: str, member: Member) -> list[HeaderMapping]:
    state = read_state(home)
    sender = state.lineage.sender(state.lineage.entries[sha256])
    return mappings_of_sender(state.header_mappings, member.sheets, sender)


def _layout(member: Member, cells: Cells, table: str, header_mappings: list[HeaderMapping]) -> Layout | None:
    whose = header_mappings[0].sender if header_mappings else None
    candidates = layouts([member], header_mappings=header_mappings, sender=whose)
    return next(
        (layout for layout in candidates if (layout.sheet, layout.table) == (cells.name, table)), None
    )


def _columns(layout: Layout | None, table: str, wrong: int) -> list[tuple[int, str, Mask | None]]:
    """(column, header, mask) of the other columns that the table reads, those that name the row first."""
    sheet = SHEETS[table]
    ranked: list[tuple[int, int, str, Mask | None]] = []
    for mapped in layout.columns if layout else ():
        column = sheet.by_name.get((mapped.column or "").partition("__")[0])
        if column is None or not mapped.letter or column_number(mapped.letter) == wrong:
            continue
        rank = 0 if column.required or column.name in sheet.named_by else 1
        # officer__phone: a cell beside the officer's name, which the snapshot calls officer_phone.
        mask = _mask((mapped.column or "").replace("__", "_"))
        ranked.append((rank, column_number(mapped.letter), mapped.header, mask))
    return [(number, header, mask) for _, number, header, mask in sorted(ranked, key=lambda entry: entry[:2])]


def _mask(column: str) -> Mask | None:
    return CONTACT_MASKS.get(column)


def _row(cells: Cells, row: int, shown: list[tuple[int, str, Mask | None]]) -> tuple[str, ...]:
    place = row - cells.first_row
    return tuple(_cell(cells, place, column - cells.first_column, mask) for column, _, mask in shown)


def _cell(cells: Cells, place: int, column: int, mask: Mask | None) -> str:
    if not 0 <= column < cells.table.num_columns:
        return ""
    value = cells.table.column(column)[place].as_py()
    return (MASKS[mask](value) if mask else value) or ""
