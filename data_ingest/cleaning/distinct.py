"""The engine of cleaning: each distinct text is read once, and rows gather the result.

A column of a million rows costs about its distinct values plus a few Arrow kernels; whatever is already
plain (an ISO date, digits) is told apart by one regular expression and never reaches Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from foundation.fast.coded import among
from foundation.fast.trimming import trim

_EMPTY_FORMS = """
无 — —— ——— － ─ - -- --- / ／ // \\ 、 。 . * 0 〇 空 空白 暂无 未填
N/A n/a NA #N/A null NULL None none nan NaN
"""
_BROKEN_FORMS = "#REF! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #SPILL! #CALC!"
#: What people write into a cell that they leave empty. "0" too, but not where a number is asked for.
EMPTY = frozenset(_EMPTY_FORMS.split())
#: Results of broken formulas, as workbooks show them.
BROKEN = frozenset(_BROKEN_FORMS.split())
#: A column of texts: an Arrow array, or anything that yields texts and None.
Texts: TypeAlias = Iterable[str | None]


@dataclass(frozen=True)
class Reading:
    """What one text says. A rule with a value: loaded, and the sender is told; without: not loaded."""

    value: Any = None
    rule: str | None = None
    precision: str | None = None


@dataclass(frozen=True)
class ColumnRead:
    """A column read: typed values, the broken rule per row (None: no row broke one), date precision."""

    value: pa.Array
    rule: pa.Array | None = None
    precision: pa.Array | None = None


Parse = Callable[[str], Reading]


def strings(values: Texts) -> pa.Array:
    """Any column of texts as one Arrow string array."""
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    array: Any = values if isinstance(values, pa.Array) else pa.array(values, from_pandas=True)
    return array if array.type == pa.string() else array.cast(pa.string())


def filled(values: pa.Array, *, keep: frozenset[str] = frozenset()) -> pa.Array:
    """Trimmed texts, null where the cell is as good as empty; `keep`: empty forms that mean something."""
    trimmed = trim(values)
    is_empty = among(trimmed, (EMPTY | {""}) - keep)
    return trimmed if is_empty is None else pc.if_else(is_empty, None, trimmed)


def over_distinct(values: pa.Array, parse: Parse, kind: pa.DataType) -> ColumnRead:
    """Read each distinct text once; nulls stay null."""
    encoded = values.dictionary_encode()
    readings = [_unless_broken(text, parse) for text in encoded.dictionary.to_pylist()]
    rules = precisions = None
    if any(r.rule for r in readings):
        rules = pa.array([r.rule for r in readings], pa.string()).take(encoded.indices)
    if any(r.precision for r in readings):
        precisions = pa.array([r.precision for r in readings], pa.string()).take(encoded.indices)
    value = pa.array([r.value for r in readings], kind).take(encoded.indices)
    return ColumnRead(value, rules, precisions)


def _unless_broken(text: str, parse: Parse) -> Reading:
    return Reading(rule="broken_formula") if text in BROKEN else parse(text)


def odd_ones(values: pa.Array, plain: str, take: Callable[[pa.Array], pa.Array], parse: Parse) -> ColumnRead:
    """Texts that match `plain` go through the kernel `take`, the others through `parse`."""
    is_plain = pc.match_substring_regex(values, plain)
    usual = values if pc.all(is_plain).as_py() is not False else pc.if_else(is_plain, values, None)
    taken = take(usual)
    if usual is values:
        return ColumnRead(taken)
    rest = over_distinct(pc.if_else(is_plain, None, values), parse, taken.type)
    return ColumnRead(pc.coalesce(taken, rest.value), rest.rule, rest.precision)
