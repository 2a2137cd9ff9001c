"""What the cells of a row must satisfy together: its starred cells, its either-groups, dates in order."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning.distinct import ColumnRead, strings
from data_ingest.cleaning.issues import WrongCells, one_rule
from data_ingest.sheets.declaration import Column, Sheet
from foundation.fast.coded import over


def mask(values: pa.Array) -> np.ndarray:
    """An Arrow boolean array as numpy; null is false."""
    return pc.fill_null(values, False).to_numpy(zero_copy_only=False).astype(bool)


def is_needed_in(column: Column, reads: dict[str, ColumnRead], rows: int) -> np.ndarray:
    """Where a row cannot do without the column."""
    if not column.required:
        return np.zeros(rows, dtype=bool)
    if column.required_unless is None:
        return np.ones(rows, dtype=bool)
    other, values = column.required_unless
    return ~mask(over(reads[other].value, lambda texts: pc.is_in(texts, value_set=pa.array(values))))


def missing(column: Column, read: ColumnRead, is_needed: np.ndarray) -> WrongCells | None:
    """Empty cells that the row cannot do without; a wrong cell already has an issue of its own."""
    is_empty = mask(pc.is_null(read.value)) & is_needed
    if read.rule is not None:
        is_empty &= mask(pc.is_null(read.rule))
    at = np.flatnonzero(is_empty)
    rule = "officer_missing" if column.kind == "officer" else "required_missing"
    return one_rule(column.name, at, rule, holds=True) if len(at) else None


def none_of_either(sheet: Sheet, written: dict[str, np.ndarray]) -> list[WrongCells]:
    """Rows in which no column of an either-group holds anything at all."""
    wrong_cells = []
    for group in sheet.either:
        at = np.flatnonzero(~np.logical_or.reduce([written[name] for name in group]))
        if len(at):
            wrong_cells.append(one_rule(group[0], at, "either_missing", holds=True))
    return wrong_cells


def dates_in_order(
    sheet: Sheet, reads: dict[str, ColumnRead], texts: dict[str, pa.Array]
) -> list[WrongCells]:
    """Empty every date that lies before the one it must follow; `reads` is changed in place."""
    wrong_cells = []
    for column in sheet.columns:
        if column.follows is None:
            continue
        read = reads[column.name]
        at = np.flatnonzero(_is_before(column, read, reads[column.follows]))
        if not len(at):
            continue
        emptied = np.zeros(len(read.value), dtype=bool)
        emptied[at] = True
        value = pc.if_else(pa.array(emptied), None, read.value)
        reads[column.name] = ColumnRead(value, read.rule, read.precision)
        written = strings(texts[column.name].take(pa.array(at)))
        wrong_cells.append(one_rule(column.name, at, "before_other", value=written, holds=False))
    return wrong_cells


def _is_before(column: Column, read: ColumnRead, other: ColumnRead) -> np.ndarray:
    """A month-only date stands for the whole month: it is before a day only when its last day is."""
    is_before = mask(pc.less(read.value, other.value))
    if not is_before.any() or read.precision is None or column.is_end:
        return is_before
    month = [pc.floor_temporal(dates.value, unit="month") for dates in (read, other)]
    is_month = mask(over(read.precision, lambda precisions: pc.not_equal(precisions, "day")))
    return is_before & ~(is_month & mask(pc.equal(*month)))


def over_without_date(sheet: Sheet, reads: dict[str, ColumnRead]) -> list[WrongCells]:
    """退出 or 解聘 without left_on: a claim to check; the row keeps its state."""
    wrong_cells = []
    for column in sheet.columns:
        if column.needs is None:
            continue
        other, values = column.needs
        written = strings(reads[column.name].value)
        is_over = pc.and_(pc.is_in(written, value_set=pa.array(values)), pc.is_null(reads[other].value))
        at = np.flatnonzero(mask(is_over))
        if len(at):
            kept = written.take(pa.array(at))
            rules = pa.array(["over_without_date"] * len(at))
            wrong_cells.append(WrongCells(column.name, at, rules, kept, kept))
    return wrong_cells
