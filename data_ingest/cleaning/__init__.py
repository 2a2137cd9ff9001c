"""Text → value: a table of texts becomes typed rows, and every row is loaded or held exactly once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning.codes import clean_audience, clean_code, clean_codes, clean_yes_no
from data_ingest.cleaning.columns import arrow_type, read_column
from data_ingest.cleaning.dates import clean_date, clean_month, clean_range_end
from data_ingest.cleaning.distinct import ColumnRead, strings
from data_ingest.cleaning.fill import fill_from_row, fill_range_ends
from data_ingest.cleaning.issues import WrongCells, issues_table
from data_ingest.cleaning.numbers import clean_money, clean_number, clean_number_text
from data_ingest.cleaning.people import clean_email, clean_phone, clean_reference, clean_text
from data_ingest.cleaning.rows import (
    dates_in_order,
    is_needed_in,
    mask,
    missing,
    none_of_either,
    over_without_date,
)
from data_ingest.sheets.declaration import Column, Sheet
from foundation.fast.coded import in_one, is_coded, plain, spread, without
from foundation.fast.threads import map_columns

__all__ = [
    "Cleaned",
    "ColumnRead",
    "clean",
    "clean_audience",
    "clean_code",
    "clean_codes",
    "clean_date",
    "clean_email",
    "clean_money",
    "clean_month",
    "clean_number",
    "clean_number_text",
    "clean_phone",
    "clean_range_end",
    "clean_reference",
    "clean_text",
    "clean_yes_no",
]


@dataclass(frozen=True)
class Cleaned:
    """frame: loaded rows, typed as the snapshot's own columns, then the input's undeclared ones as given.
    issues: one row a wrong cell (`issues.SCHEMA`). held: row_number of the rows not loaded. Texts of a long
    table that repeat are codes (`foundation.fast.coded`), as they came.
    """

    frame: pa.Table
    issues: pa.Table
    held: np.ndarray


def clean(
    frame: pa.Table | pd.DataFrame,
    *,
    sheet: Sheet,
    received_on: dt.date,
    units: Mapping[str, str] | None = None,
) -> Cleaned:
    """Clean a table of texts: `row_number` and any of the sheet's columns; absent ones come out empty.

    A wrong or empty starred cell, or nothing in an either-group, holds the row; any other wrong cell is
    loaded as NULL (or as what could be told of it) with an issue. Officers and references stay text, in
    `<column>_text`. units: column → 元, 万元, 亿元 as its header says, for money cells that name none.
    """
    table = frame if isinstance(frame, pa.Table) else pa.Table.from_pandas(frame, preserve_index=False)
    texts, reads = _read(table, sheet=sheet, received_on=received_on, units=units or {})
    fill_range_ends(sheet, reads, texts, received_on)
    wrong_cells, is_held = _judge(sheet, reads, texts, rows=table.num_rows)
    fill_from_row(sheet, reads)
    row_numbers = table["row_number"].combine_chunks()
    issues = issues_table(
        wrong_cells, sheet=sheet, row_numbers=row_numbers, is_held=is_held, received_on=received_on
    )
    typed = _typed(table, sheet=sheet, reads=reads)
    if not is_held.any():
        return Cleaned(typed, issues, np.array([], dtype=np.int64))
    held = row_numbers.filter(pa.array(is_held)).to_numpy(zero_copy_only=False)
    return Cleaned(_rows(typed, pa.array(~is_held)), issues, held)


def _rows(table: pa.Table, where: pa.Array) -> pa.Table:
    """The rows where it holds; of a column without a cell there is nothing to copy."""
    count = where.true_count

    def kept(column: pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
        return pa.nulls(count, column.type) if column.null_count == len(column) else column.filter(where)

    columns = map_columns(kept, table.columns, rows=table.num_rows)
    return pa.table(dict(zip(table.column_names, columns, strict=True)))


def _read(
    table: pa.Table, *, sheet: Sheet, received_on: dt.date, units: Mapping[str, str]
) -> tuple[dict[str, pa.Array], dict[str, ColumnRead]]:
    def read(column: Column) -> tuple[pa.Array, ColumnRead]:
        if column.name in table.column_names:
            unit = units.get(column.name, "万元")
            return _read_cells(column, table[column.name], received_on, unit)
        nothing = ColumnRead(pa.nulls(table.num_rows, arrow_type(column)))
        return pa.nulls(table.num_rows, pa.string()), nothing

    results = map_columns(read, sheet.columns, rows=table.num_rows)
    named = list(zip((column.name for column in sheet.columns), results, strict=True))
    return {name: texts for name, (texts, _) in named}, {name: read for name, (_, read) in named}


def _read_cells(
    column: Column, cells: pa.ChunkedArray, received_on: dt.date, unit: str
) -> tuple[pa.Array, ColumnRead]:
    """A cell is read without its neighbours, so that texts which repeat are read once."""
    if not is_coded(cells):
        texts = strings(cells)
        return texts, read_column(column, texts, received_on=received_on, unit=unit)
    codes = in_one(cells)
    read = read_column(column, codes.dictionary, received_on=received_on, unit=unit)
    parts = (read.value, read.rule, read.precision)
    return codes, ColumnRead(*(None if part is None else spread(part, codes.indices) for part in parts))


def _judge(
    sheet: Sheet, reads: dict[str, ColumnRead], texts: dict[str, pa.Array], *, rows: int
) -> tuple[list[WrongCells], np.ndarray]:
    """Every wrong cell, and which rows they hold. A held row stays held whatever else is right in it."""
    is_held = np.zeros(rows, dtype=bool)
    wrong_cells: list[WrongCells] = []
    for column in sheet.columns:
        read, is_needed = reads[column.name], is_needed_in(column, reads, rows)
        wrong_cells += _wrong_cells(column.name, read, texts[column.name], is_needed)
        if column.required and (empty := missing(column, read, is_needed)):
            wrong_cells.append(empty)
    written = {name: _is_written(reads[name]) for group in sheet.either for name in group}
    wrong_cells += none_of_either(sheet, written)
    for one in wrong_cells:
        if one.holds:
            is_held[one.at] = True
    return [*wrong_cells, *dates_in_order(sheet, reads, texts), *over_without_date(sheet, reads)], is_held


def _is_written(read: ColumnRead) -> np.ndarray:
    """Something stands in the cell, be it right or wrong."""
    written = mask(pc.is_valid(read.value))
    return written if read.rule is None else written | mask(pc.is_valid(read.rule))


def _wrong_cells(name: str, read: ColumnRead, text: pa.Array, is_needed: np.ndarray) -> list[WrongCells]:
    """Cells that broke a rule: those whose row must be held, and those that only cost themselves."""
    if read.rule is None:
        return []
    is_wrong = mask(pc.is_valid(read.rule))
    holds = is_wrong & is_needed & mask(pc.is_null(read.value))
    wrong_cells = []
    for where, is_holding in ((holds, True), (is_wrong & ~holds, False)):
        at = np.flatnonzero(where)
        if len(at):
            rows = pa.array(at)
            kept = pc.cast(read.value.take(rows), pa.string())
            rules, written = strings(read.rule.take(rows)), strings(text.take(rows))
            wrong_cells.append(WrongCells(name, at, rules, written, kept, is_holding))
    return wrong_cells


def _typed(table: pa.Table, *, sheet: Sheet, reads: dict[str, ColumnRead]) -> pa.Table:
    """The columns of the snapshot's table that a file can fill, then whatever else the input carried."""
    columns: dict[str, pa.Array] = {"row_number": table["row_number"]}
    nothing = pa.nulls(table.num_rows, pa.string())
    for column in sheet.columns:
        read = reads[column.name]
        if column.kind in ("officer", "reference"):
            columns |= {column.name: nothing, f"{column.name}_text": read.value}
            continue
        columns[column.name] = read.value
        if column.kind in ("date", "month"):
            precision = nothing if read.precision is None else without(read.precision, pc.is_null(read.value))
            columns[f"{column.name}_precision"] = precision
    given = {name: plain(table[name]) for name in table.column_names if name not in columns}
    return pa.table(columns | given)
