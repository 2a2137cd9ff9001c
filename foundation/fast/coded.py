"""Columns whose texts repeat, dictionary-encoded, so that each distinct text is cleaned once.

Readers encode; tables and cleaning go through `over` and `changed`, which call the function on any other
column directly. Stands for plain text columns: `coded` and `plain` would return the column, `over` and
`changed` would be `read(column)`, `among` `pc.is_in`, `concat` `pa.concat_tables`. Without it only the
times of the bench change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from foundation.fast.threads import map_columns

#: Text, or codes into distinct texts none of which is null.
Texts: TypeAlias = pa.Array | pa.ChunkedArray
#: Shorter columns are not worth it; of longer ones a sample says whether texts repeat.
_LONG = 20_000
_SAMPLE = 20_000
_REPEATING = 0.5


def coded(column: Texts) -> Texts:
    """Codes where a long column's texts repeat, else the column itself."""
    if len(column) < _LONG or is_coded(column):
        return column
    middle = column.slice(len(column) // 2, _SAMPLE)
    if pc.count_distinct(middle).as_py() > _REPEATING * len(middle):
        return column
    return in_one(column).dictionary_encode()


def coded_table(table: pa.Table) -> pa.Table:
    """Every column of a long table as codes where its texts repeat."""
    columns = map_columns(coded, table.columns, rows=table.num_rows)
    return pa.table(dict(zip(table.column_names, columns, strict=True)))


def is_coded(column: Texts) -> bool:
    return pa.types.is_dictionary(column.type)


def plain(column: Texts) -> Texts:
    """The texts themselves."""
    return column.cast(pa.string()) if is_coded(column) else column


def over(column: Texts, read: Callable[[Texts], Texts]) -> Texts:
    """`read` takes each cell by itself, null as null; one result for each row of the column."""
    if not is_coded(column):
        return read(column)
    codes = in_one(column)
    return read(codes.dictionary).take(codes.indices)


def changed(column: Texts, change: Callable[[Texts], Texts]) -> Texts:
    """Like `over`, for text to text: codes stay codes."""
    if not is_coded(column):
        return change(column)
    codes = in_one(column)
    new = change(codes.dictionary)
    return column if new is codes.dictionary else spread(new, codes.indices)


def among(column: Texts, words: frozenset[str]) -> Texts | None:
    """Which cells are one of a few words, null as no; None where no cell is.

    Lengths are compared first: where every text is longer than the longest word, none is looked up.
    """
    if is_coded(column):
        codes = in_one(column)
        matches = among(codes.dictionary, words)
        return None if matches is None else pc.fill_null(matches.take(codes.indices), False)
    longest = max(len(word.encode()) for word in words)
    is_short = pc.less_equal(pc.binary_length(column), longest)
    if not pc.any(is_short).as_py():
        return None
    matches = pc.is_in(column, value_set=_values(words))
    return matches if pc.any(matches).as_py() else None


@cache
def _values(words: frozenset[str]) -> pa.Array:
    return pa.array(sorted(words), pa.string())


def spread(results: pa.Array, rows: pa.Array) -> pa.Array:
    """Results for distinct texts → results for rows, by the code of each row; null where a row has no code.

    Results that are texts come back dictionary-encoded, all others as plain values.
    """
    if not pa.types.is_string(results.type):
        return results.take(rows)
    again = results.dictionary_encode()
    return pa.DictionaryArray.from_arrays(again.indices.take(rows), again.dictionary)


def without(column: pa.Array, where: pa.Array) -> pa.Array:
    """The column, null where `where` holds."""
    if not is_coded(column):
        return pc.if_else(where, pa.scalar(None, column.type), column)
    codes = pc.if_else(where, pa.scalar(None, column.indices.type), column.indices)
    return pa.DictionaryArray.from_arrays(codes, column.dictionary)


def concat(tables: list[pa.Table]) -> pa.Table:
    """One table of several; columns that some hold as text and some as codes become text."""
    if len(tables) == 1:
        return tables[0]
    kinds: dict[str, set[pa.DataType]] = {}
    for table in tables:
        for field in table.schema:
            kinds.setdefault(field.name, set()).add(field.type)
    mixed = {name for name, types in kinds.items() if len(types) > 1}
    same = [
        pa.table({name: plain(t[name]) if name in mixed else t[name] for name in t.column_names})
        for t in tables
    ]
    return pa.concat_tables(same, promote_options="default")


def in_one(column: Texts) -> pa.Array:
    """A column in one piece, codes of one dictionary."""
    if isinstance(column, pa.Array):
        return column
    if is_coded(column):
        column = column.unify_dictionaries()
    if column.num_chunks == 1:
        return column.chunk(0)
    return column.combine_chunks() if column.num_chunks else pa.array([], column.type)
