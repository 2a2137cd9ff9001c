"""One declared column: its kind says how it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pyarrow as pa

from data_ingest.cleaning.codes import clean_audience, clean_code, clean_codes, clean_yes_no
from data_ingest.cleaning.dates import clean_date, clean_month
from data_ingest.cleaning.distinct import ColumnRead, Texts
from data_ingest.cleaning.numbers import clean_money, clean_number, clean_number_text
from data_ingest.cleaning.people import clean_email, clean_phone, clean_reference, clean_text
from data_ingest.sheets.declaration import Column

ARROW_TYPES: dict[str, pa.DataType] = {
    "date": pa.date32(),
    "month": pa.date32(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "money": pa.float64(),
    "yes_no": pa.bool_(),
}
_BY_KIND: dict[str, Callable[[Texts], ColumnRead]] = {
    "phone": clean_phone,
    "email": clean_email,
    "number_text": clean_number_text,
    "officer": clean_reference,
    "reference": clean_reference,
}


def arrow_type(column: Column) -> pa.DataType:
    return ARROW_TYPES.get(column.kind, pa.string())


def read_column(column: Column, values: Texts, *, received_on: dt.date, unit: str = "万元") -> ColumnRead:
    """Read a whole column as declared. `unit`: of money cells that name none."""
    if column.check == "audience":
        return clean_audience(values)
    match column.kind:
        case "date":
            return clean_date(
                values, received_on=received_on, may_lie_ahead=column.may_lie_ahead, is_end=column.is_end
            )
        case "month":
            return clean_month(values, received_on=received_on)
        case "integer" | "number":
            return clean_number(values, is_whole=column.kind == "integer")
        case "money":
            return clean_money(values, unit=unit)
        case _:
            return _read_text(column, values)


def _read_text(column: Column, values: Texts) -> ColumnRead:
    if column.kind in ("code", "codes"):
        read = clean_code if column.kind == "code" else clean_codes
        return read(values, column.codes or "")
    if column.kind == "yes_no":
        return clean_yes_no(values, words=(column.title.zh, *column.synonyms), list_id=column.codes)
    if column.kind in _BY_KIND:
        return _BY_KIND[column.kind](values)
    return clean_text(values, is_name=column.is_name)
