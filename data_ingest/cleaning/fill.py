"""What an empty cell means where the row itself or the programme says so."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning.distinct import ColumnRead, Reading, over_distinct, strings
from data_ingest.sheets.declaration import Sheet
from foundation.reference.bodies import recommender_type_of
from foundation.reference.places import resolve_city


def fill_from_row(sheet: Sheet, reads: dict[str, ColumnRead]) -> None:
    """Fill empty cells, never wrong ones; `reads` is changed in place.

    Defaults of the declaration; the city of a county or zone; the kind of a recommending body by its name.
    """
    for column in sheet.columns:
        if column.default is not None:
            _fill(reads, column.name, pa.scalar(column.default))
    for name in ("county", "zone"):
        if name in reads and "city" in reads:
            _fill(reads, "city", _told(reads[name], resolve_city))
    if "recommender_type" in reads:
        _fill(reads, "recommender_type", _told(reads["recommender"], recommender_type_of))


def _told(read: ColumnRead, tell: Callable[[str], str | None]) -> pa.Array:
    return over_distinct(strings(read.value), lambda text: Reading(tell(text)), pa.string()).value


def _fill(reads: dict[str, ColumnRead], name: str, told: pa.Array | pa.Scalar) -> None:
    read = reads[name]
    value = pc.coalesce(read.value, told)
    if read.rule is not None:
        value = pc.if_else(pc.is_valid(read.rule), read.value, value)
    reads[name] = ColumnRead(value, read.rule, read.precision)
