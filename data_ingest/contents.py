"""What a row is called by what it says: the same cells in another file are the same record."""

from __future__ import annotations

from functools import cache

import duckdb
import pyarrow as pa

from data_ingest.sheets.declaration import Sheet

_LENGTH = 24


def content_ids(body: pa.Table, sheet: Sheet) -> pa.ChunkedArray:
    """One id a row: hash of the sheet and its filled cells by column, and of the n-th occurrence in the file.

    Cells count as written (trimmed). An absent column and an empty cell are the same, so that a file with
    fewer columns can hold the same record. Order of rows and columns is irrelevant.
    """
    names = sorted(column.name for column in sheet.columns if column.name in body.column_names)
    cells = ", ".join(f"'{name}=' || \"{name}\"" for name in names) or "''"
    # A connection costs more than a usual table: one for the process, a cursor a call.
    with _engine().cursor() as con:
        con.register("body", body)
        # Names of columns come from the declarations, never from a file.
        con.execute(
            f"create temp table hashed as select row_number() over () as place, "
            f"md5(concat_ws(chr(31), '{sheet.id}', {cells})) as hash from body"
        )
        return con.sql(_NUMBERED, params={"length": _LENGTH}).to_arrow_table()["content_id"]


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


#: Only repeated hashes pay for a window.
_NUMBERED = """
with repeated as (
    select place, row_number() over (partition by hash order by place) as nth
    from hashed
    where hash in (select hash from hashed group by hash having count(*) > 1)
)
select left(case when r.nth > 1 then md5(h.hash || ':' || r.nth) else h.hash end, $length) as content_id
from hashed h
left join repeated r using (place)
order by place
"""
