"""The id of a row, made of its cells: the same cells in another file are the same record."""

from __future__ import annotations

from functools import cache

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.sheets.declaration import Sheet
from foundation.fast.coded import in_one, is_coded
from foundation.fast.duplicates import may_repeat

#: So many of 32 hexadecimal digits.
_LENGTH = 24


def content_ids(body: pa.Table, sheet: Sheet) -> pa.Array:
    """One id a row: hash of the sheet and its filled cells by column, and of the n-th occurrence in the file.

    Cells count as written (trimmed). An absent column and an empty cell are the same, so that a file with
    fewer columns can hold the same record. Order of rows and columns is irrelevant.
    """
    names = sorted(column.name for column in sheet.columns if column.name in body.column_names)
    if not names or not body.num_rows:
        return pa.array([], pa.string())
    columns = {name: _named(body[name], name) for name in names}
    # Names of columns come from the declarations, never from a file.
    cells = ", ".join(f'"{n}"' if is_coded(columns[n]) else f"'{n}=' || \"{n}\"" for n in names)
    hashed = f"md5(concat_ws(chr(31), '{sheet.id}', {cells}))"
    # A connection costs more than a usual table: one for the process, a cursor a call.
    with _engine().cursor() as con:
        con.register("body", pa.table(columns))
        ids = in_one(con.sql(f"select left({hashed}, {_LENGTH}) as id from body").to_arrow_table()["id"])
        if may_repeat(ids, length=_LENGTH):
            ids = in_one(con.sql(_NUMBERED.format(hash=hashed, length=_LENGTH)).to_arrow_table()["id"])
    return ids


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def _named(column: pa.ChunkedArray, name: str) -> pa.ChunkedArray | pa.Array:
    """A coded column with `name=text` in each cell, joined once per distinct text; others as they are."""
    if not is_coded(column):
        return column
    codes = in_one(column)
    texts = pc.binary_join_element_wise(f"{name}=", codes.dictionary, "")
    return pa.DictionaryArray.from_arrays(codes.indices, texts)


#: Only repeated hashes pay for a window.
_NUMBERED = """
with hashed as materialized (select row_number() over () as place, {hash} as hash from body),
repeated as (
    select place, row_number() over (partition by hash order by place) as nth
    from hashed
    where hash in (select hash from hashed group by hash having count(*) > 1)
)
select left(case when r.nth > 1 then md5(h.hash || ':' || r.nth) else h.hash end, {length}) as id
from hashed h
left join repeated r using (place)
order by place
"""
