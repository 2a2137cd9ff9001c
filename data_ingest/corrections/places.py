"""Where a wrong cell stands: column of the data dictionary → column of the sender's own worksheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data_ingest.corrections.plan import MarkedCell, NewHeader, QuarantinedCell
from data_ingest.findings import Finding, finding_text
from data_ingest.readers.cells import Cells
from data_ingest.sheets import SHEETS
from data_ingest.tables.finding import Header, also, find_headers
from data_ingest.tables.grid import Grid
from data_ingest.tables.header_mapping import HeaderMapping

#: Cells that speak for a column, the one that names the thing first (`headers.Target`).
_HELPERS = ("{}", "{}__name", "{}__title", "{}__duty", "{}__unit", "{}__unit_duty", "{}__phone", "{}__city")


class Places:
    """One worksheet's tables, to find cells in."""

    def __init__(self, cells: Cells, header_mappings: Sequence[HeaderMapping] = ()) -> None:
        self._sheet = cells.name
        self._grid = Grid(cells)
        self._first_column = cells.first_column
        self._headers = find_headers(self._grid, header_mappings)
        self._readings: dict[tuple[int, str], Header | None] = {}
        self.added: dict[tuple[int, str], NewHeader] = {}

    def mark(self, cell: QuarantinedCell) -> MarkedCell:
        """The finding at its cell; where the file has no such column, in one that is added for it."""
        finding = cell.finding
        row = cell.row_number - self._grid.first_row
        header = self._header(row, finding.table)
        place = self._place(header, row, finding.column) if header else None
        if place is None:
            new = self._new(header, finding)
            at, title = (cell.row_number, new.column), new.title
        else:
            at, title = self._shown_at(row, place), self._title(header, place)
        words = finding_text(finding)
        return MarkedCell(
            self._sheet,
            *at,
            title,
            finding.value,
            wrong=words.wrong.zh,
            remedy=words.remedy.zh,
            effect=words.effect.zh,
            message=words.message.zh,
            is_row_held=cell.is_row_held,
        )

    def _header(self, row: int, table: str) -> Header | None:
        """The nearest header above the row that reads as this table."""
        for header in reversed([h for h in self._headers if h.row < row]):
            key = (header.row, table)
            if key not in self._readings:
                is_of_table = header.sheet_id == table
                self._readings[key] = header if is_of_table else also(self._grid, header, table)
            if reading := self._readings[key]:
                return reading
        return None

    def _place(self, header: Header, row: int, column: str) -> int | None:
        """The cell that is filled, else the first that could be."""
        names = [helper.format(column) for helper in _HELPERS]
        places = [place for name in names for place in header.columns.get(name, ())]
        cells = self._grid.row(row)
        return next((place for place in places if cells[place]), places[0] if places else None)

    def _shown_at(self, row: int, place: int) -> tuple[int, int]:
        """A merged range is one cell: its first."""
        for top, left, bottom, right in self._grid.merges:
            if top <= row <= bottom and left <= place <= right:
                row, place = top, left
                break
        return row + self._grid.first_row, place + self._first_column

    def _title(self, header: Header | None, place: int) -> str:
        return "".join(header.titles.get(place, "").split()) if header else ""

    def _new(self, header: Header | None, finding: Finding) -> NewHeader:
        column = SHEETS[finding.table].by_name[finding.column]
        top = header.row + header.depth - 1 if header else -1
        if (top, column.name) not in self.added:
            already_added = sum(1 for row, _ in self.added if row == top)
            title = (
                f"{column.title.zh.removesuffix('编号')}姓名" if column.kind == "officer" else column.title.zh
            )
            self.added[top, column.name] = NewHeader(
                self._sheet,
                max(top + self._grid.first_row, 1),
                self._grid.width + self._first_column + already_added,
                title,
            )
        return self.added[top, column.name]


def place_findings(
    sheets: Iterable[Cells],
    quarantined: Sequence[QuarantinedCell],
    header_mappings: Sequence[HeaderMapping] = (),
) -> tuple[list[MarkedCell], list[NewHeader]]:
    """All findings of a file at their cells, by worksheet, row and column; none twice.

    header_mappings: of this sender's layouts.
    """
    worksheets = list(sheets)
    order = {cells.name: at for at, cells in enumerate(worksheets)}
    concerned = {cell.sheet for cell in quarantined} & order.keys()
    places = {cells.name: Places(cells, header_mappings) for cells in worksheets if cells.name in concerned}
    marks = {places[cell.sheet].mark(cell): None for cell in quarantined if cell.sheet in places}
    headers = [header for worksheet in places.values() for header in worksheet.added.values()]
    return sorted(marks, key=lambda m: (order[m.sheet], m.row, m.column)), headers
