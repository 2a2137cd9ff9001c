"""What an empty cell means where the row itself or the programme says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning.dates import clean_range_end
from data_ingest.cleaning.distinct import ColumnRead, Reading, over_distinct, strings
from data_ingest.sheets.declaration import Sheet
from foundation.fast.coded import over, plain
from foundation.reference.bodies import recommender_type_of
from foundation.reference.places import resolve_city


def fill_range_ends(
    sheet: Sheet, reads: dict[str, ColumnRead], texts: dict[str, pa.Array], received_on: dt.date
) -> None:
    """Fill an empty end from the cell of its beginning; `reads` is changed in place."""
    for column in sheet.columns:
        first, last = column.end_of, column.name
        if first is None or reads[first].precision is None:
            continue
        says_range = over(reads[first].precision, lambda precisions: pc.equal(precisions, "range"))
        is_range = pc.and_(says_range, pc.is_null(reads[last].value))
        if pc.any(is_range).as_py():
            beginnings = pc.if_else(is_range, strings(texts[first]), None)
            ends = clean_range_end(beginnings, received_on=received_on)
            _fill(reads, last, ends.value, ends.precision)


def fill_from_row(sheet: Sheet, reads: dict[str, ColumnRead]) -> None:
    """Fill empty cells, never wrong ones; `reads` is changed in place.

    Defaults of the declaration; the city of a county or zone; the kind of a recommending body by its name.
    """
    for column in sheet.columns:
        if column.default is not None:
            _fill(reads, column.name, pa.scalar(column.default))
    for name in ("county", "zone"):
        if name in reads and "city" in reads:
            _fill(reads, "city", _derived(reads[name], resolve_city))
    if "recommender_type" in reads:
        _fill(reads, "recommender_type", _derived(reads["recommender"], recommender_type_of))


def _derived(read: ColumnRead, derive: Callable[[str], str | None]) -> pa.Array:
    return over_distinct(strings(read.value), lambda text: Reading(derive(text)), pa.string()).value


def _fill(
    reads: dict[str, ColumnRead],
    name: str,
    fillers: pa.Array | pa.Scalar,
    filler_precision: pa.Array | None = None,
) -> None:
    read = reads[name]
    values, precision = plain(read.value), read.precision
    value = pc.coalesce(values, fillers)
    if filler_precision is not None:
        precision = filler_precision if precision is None else pc.coalesce(plain(precision), filler_precision)
    if read.rule is not None:
        value = pc.if_else(pc.is_valid(read.rule), values, value)
    reads[name] = ColumnRead(value, read.rule, precision)
