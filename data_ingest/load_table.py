"""One table of a worksheet → its rows, cleaned: reporter, city and date of report filled from around it."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning import Cleaned, clean, clean_date, clean_phone
from data_ingest.loaded import HINTS, LoadedTable
from data_ingest.readers import Cells
from data_ingest.sheets import SHEETS
from data_ingest.tables import FoundTable
from data_ingest.tables.header_mapping import mapping_text
from foundation.fast.coded import plain

#: Columns that describe the officer of a row: they serve the identity step and are not stored with the row.
_HELPERS = ("officer_name", "officer_unit", "officer_phone", "officer_city")


def load_table(
    table: FoundTable,
    cells: Cells,
    *,
    file: str,
    received_on: dt.date,
    sender: str | None,
) -> LoadedTable:
    """One table of a worksheet → its cleaned rows, its wrong cells and the officers' own details.

    cells: the worksheet that holds it. file: name for the snapshot. content_id is added by the caller.
    """
    body = _with_reporter(table, sender)
    kept = [name for name in body.column_names if name not in _HELPERS]
    cleaned = clean(
        body.select(kept), sheet=SHEETS[table.sheet_id], received_on=received_on, units=table.units
    )
    return LoadedTable(
        file=file,
        sheet=cells.name,
        table=table.sheet_id,
        frame=_with_reported_on(_with_city(cleaned, table, sender), table, received_on),
        issues=cleaned.issues,
        hints=_hints(body),
        rows_read=body.num_rows,
        rows_quarantined=len(cleaned.held),
        extra_headers=table.extra_headers,
        reporter=table.context.reporter,
        hidden_rows=cells.hidden_rows,
        mapping=mapping_text(table.mapping) if table.mapping else "",
    )


def _hints(body: pa.Table) -> pa.Table:
    """Name, unit, phone and city that a row gives of its officer; no row where all four are empty."""
    given = {name: plain(body[name]) for name in _HELPERS if name in body.column_names}
    if not given:
        return HINTS.empty_table()
    columns = {name.removeprefix("officer_"): values for name, values in given.items()}
    if "phone" in columns:
        columns["phone"] = clean_phone(columns["phone"]).value
    nothing = pa.nulls(body.num_rows, pa.string())
    columns |= {name: nothing for name in HINTS.names[1:] if name not in columns}
    hints = pa.table({"row_number": body["row_number"], **columns}).select(HINTS.names).cast(HINTS)
    is_given = pc.is_valid(pc.coalesce(hints["name"], hints["unit"], hints["phone"], hints["city"]))
    return hints.filter(is_given)


def _with_reporter(table: FoundTable, sender: str | None) -> pa.Table:
    """A quarterly table names its reporter in the line above it, not in every row."""
    reporter = table.context.reporter or sender
    if "reporter" not in SHEETS[table.sheet_id].by_name or reporter is None:
        return table.frame
    if "reporter" not in table.frame.column_names:
        return table.frame.append_column("reporter", pa.array([reporter] * table.frame.num_rows, pa.string()))
    place = table.frame.column_names.index("reporter")
    return table.frame.set_column(place, "reporter", pc.fill_null(plain(table.frame["reporter"]), reporter))


def _with_city(cleaned: Cleaned, table: FoundTable, sender: str | None) -> pa.Table:
    """City of rows that name none, from the sheet's name, the 填报单位 line or the sender.

    A city that is written but wrong stays empty: an enterprise of another province is not the sender's.
    """
    city = table.context.city(sender)
    if "city" not in SHEETS[table.sheet_id].by_name or city is None:
        return cleaned.frame
    wrong = pc.equal(cleaned.issues["column_name"], "city")
    is_wrong = pc.is_in(
        cleaned.frame["row_number"], value_set=cleaned.issues.filter(wrong)["row_number"].combine_chunks()
    )
    filled = pc.if_else(is_wrong, cleaned.frame["city"], pc.fill_null(cleaned.frame["city"], city))
    return cleaned.frame.set_column(cleaned.frame.column_names.index("city"), "city", filled)


def _with_reported_on(frame: pa.Table, table: FoundTable, received_on: dt.date) -> pa.Table:
    reported_on = pa.scalar(_reported_on(table, received_on), pa.date32())
    return frame.append_column("reported_on", pa.repeat(reported_on, frame.num_rows))


def _reported_on(table: FoundTable, received_on: dt.date) -> dt.date:
    """填报日期 of the file where it can be read and does not lie ahead, else the day of receipt."""
    if table.context.dated is None:
        return received_on
    read = clean_date([table.context.dated], received_on=received_on).value[0].as_py()
    return read or received_on
