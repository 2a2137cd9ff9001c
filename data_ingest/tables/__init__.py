"""Cells → the tables inside a worksheet, found by what they hold, not by what the sheet is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from data_ingest.readers.cells import Cells
from data_ingest.sheets import SHEETS
from data_ingest.tables.body import read_body
from data_ingest.tables.context import Context, money_unit_in, read_context, says_simulated
from data_ingest.tables.finding import Header, also, find_headers
from data_ingest.tables.forms import from_forms
from data_ingest.tables.grid import Grid
from data_ingest.tables.header_mapping import HeaderMapping
from data_ingest.tables.prose import from_prose
from data_ingest.tables.rolls import from_roll
from foundation.fast.coded import concat

__all__ = ["Context", "FoundTable", "HeaderMapping", "Sheetful", "find_tables", "says_simulated"]

#: Columns both sheets of a twin know do not make the twin.
_FEWEST_TWIN_COLUMNS = 2


@dataclass(frozen=True)
class FoundTable:
    """One table of one worksheet: `frame` as text, with `row_number` and the officers' helper columns.

    units: money column → the unit that its header or a title line names. mapping: what
    somebody entered for its layout.
    """

    sheet_id: str
    frame: pa.Table
    context: Context
    extra_headers: tuple[str, ...]
    units: dict[str, str]
    mapping: HeaderMapping | None = None


@dataclass(frozen=True)
class Sheetful:
    """A worksheet's tables. Without any: how many rows it fills, and how many of them look like a table's."""

    name: str
    tables: tuple[FoundTable, ...]
    filled_rows: int = 0
    tabular_rows: int = 0


def find_tables(cells: Cells, header_mappings: Sequence[HeaderMapping] = ()) -> Sheetful:
    """Forms first: their labels could pass for headers. Roll calls and letters only where no table is.

    header_mappings: what the headers of this sender's layouts mean, where somebody entered it; tried first.
    """
    mapped = _find(cells, header_mappings) if header_mappings else None
    if mapped and any(table.mapping for table in mapped.tables):
        return mapped
    form = from_forms(cells)
    if form is not None and (sheet := _find(form)).tables:
        return sheet
    plain = _find(cells)
    if plain.tables:
        return plain
    for reshape in (from_roll, from_prose):
        table = reshape(cells)
        if table is not None and (sheet := _find(table)).tables:
            return sheet
    return plain


def _find(cells: Cells, header_mappings: Sequence[HeaderMapping] = ()) -> Sheetful:
    grid = Grid(cells)
    headers = find_headers(grid, header_mappings)
    parts_by_sheet: dict[str, list[FoundTable]] = {}
    for place, header in enumerate(headers):
        stop = headers[place + 1].row if place + 1 < len(headers) else grid.height
        above = grid.texts(0 if place == 0 else max(header.row - 6, headers[place - 1].row + 1), header.row)
        for reading in _readings(grid, header):
            body, texts = read_body(grid, reading, stop)
            # Title lines of the next table stand at the end of this one's rows.
            context = read_context([*above, *texts], cells.name)
            units = _money_units(reading, context)
            mapping = reading.mapped.mapping if reading.mapped else None
            table = FoundTable(reading.sheet_id, body, context, reading.extra, units, mapping)
            parts_by_sheet.setdefault(reading.sheet_id, []).append(table)
    tables = tuple(_joined_parts(parts) for parts in parts_by_sheet.values())
    return Sheetful(cells.name, tables) if tables else _without_table(grid)


def _money_units(header: Header, context: Context) -> dict[str, str]:
    units: dict[str, str] = {}
    for column in SHEETS[header.sheet_id].columns:
        if column.kind == "money" and column.name in header.columns:
            unit = money_unit_in(header.titles[header.columns[column.name][0]]) or context.money_unit
            units |= {column.name: unit} if unit else {}
    return units


def _readings(grid: Grid, header: Header) -> list[Header]:
    twin_id = SHEETS[header.sheet_id].twin
    twin = also(grid, header, twin_id) if twin_id else None
    if twin is None or not twin.is_complete or not header.is_complete:
        return [header]
    twin_places = _declared_places(twin) - _declared_places(header)
    if len(twin_places) < _FEWEST_TWIN_COLUMNS:
        return [header]
    extra = tuple(title for title in header.extra if title in twin.extra)
    return [replace(reading, extra=extra) for reading in (header, twin)]


def _declared_places(header: Header) -> set[int]:
    return {p for column, places in header.columns.items() for p in places if "__" not in column}


def _joined_parts(parts: list[FoundTable]) -> FoundTable:
    """A table that goes on under a repeated header, or several of one kind in a worksheet."""
    if len(parts) == 1:
        return parts[0]
    frame = concat([part.frame for part in parts])
    extra = tuple(dict.fromkeys(title for part in parts for title in part.extra_headers))
    contexts = [part.context for part in parts]
    reporter = next((c.reporter for c in contexts if c.reporter), None)
    dated = next((c.dated for c in contexts if c.dated), None)
    context = Context(reporter, dated, contexts[0].sheet_name, contexts[0].money_unit)
    mapping = next((part.mapping for part in parts if part.mapping), None)
    return FoundTable(parts[0].sheet_id, frame, context, extra, parts[0].units, mapping)


def _without_table(grid: Grid) -> Sheetful:
    """A row of three cells and more may be a table's; a cover or notes page has hardly any."""
    filled = [sum(1 for cell in grid.row(place) if cell) for place in range(min(grid.height, 4000))]
    return Sheetful(grid.name, (), sum(1 for n in filled if n), sum(1 for n in filled if n >= 3))
