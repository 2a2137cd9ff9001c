"""The rows of one table as columns of its sheet: filled down, split, joined, still text."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.sheets import SHEETS
from data_ingest.tables.finding import Header
from data_ingest.tables.furniture import data_mask
from data_ingest.tables.grid import Grid
from data_ingest.tables.people import is_number, join_person, parse_person, split_unit_duty
from foundation.fast.coded import among, plain

_DITTO = frozenset(["同上", "同 上", "〃", "″", "''", '"', "”", "″″", "同左"])
Body = dict[str, pa.ChunkedArray]


def read_body(grid: Grid, header: Header, stop: int) -> tuple[pa.Table, list[list[str]]]:
    """Rows below `header` up to row `stop`, and the texts of the furniture among them.

    Columns: `row_number`, the declared ones that the file has, and `officer_name`, `officer_unit`,
    `officer_phone`, `officer_city` where the officer's cells stand apart.
    """
    start = header.row + header.depth
    mapped = sorted({place for places in header.columns.values() for place in places})
    required = _required_places(header)
    mask, texts = data_mask(grid, start, stop, mapped=mapped, required=required)
    cells = {place: _filled_down(grid, place, start, stop) for place in mapped}
    raw = {column: _first_of([cells[place] for place in places]) for column, places in header.columns.items()}
    body = pa.table(raw)
    if mask is not None:
        body = body.filter(mask)
    places = np.arange(stop - start) if mask is None else np.flatnonzero(mask.to_numpy(zero_copy_only=False))
    row_numbers = places + grid.first_row + start
    joined = _joined(body, header.sheet_id)
    return joined.append_column("row_number", pa.array(row_numbers, pa.int64())), texts


def _required_places(header: Header) -> list[int]:
    sheet = SHEETS[header.sheet_id]
    return [header.columns[c.name][0] for c in sheet.columns if c.required and c.name in header.columns]


def _filled_down(grid: Grid, place: int, start: int, stop: int) -> pa.ChunkedArray:
    """A column with 同上 and vertically merged cells filled from above."""
    column = grid.table.column(place).slice(start, stop - start)
    merges = [
        m for m in grid.merges if m[1] <= place <= m[3] and m[2] > m[0] and start <= m[0] and m[2] < stop
    ]
    ditto = among(column, _DITTO)
    if not merges and ditto is None:
        return column
    values = column.to_pylist()
    for top, left, bottom, _right in merges:
        for row in range(top - start + 1, bottom - start + 1) if left == place else ():
            values[row] = values[row] or values[top - start]
    for row in [] if ditto is None else pc.indices_nonzero(ditto).to_pylist():
        # Section headings between the rows are blank here: 同上 means the last cell that says something.
        values[row] = next((values[back] for back in range(row - 1, -1, -1) if values[back]), None)
    return pa.chunked_array([pa.array(values, pa.string())])


def _first_of(columns: list[pa.ChunkedArray]) -> pa.ChunkedArray:
    """Two headers for one column (编号 and 姓名): the better one where it is filled."""
    return columns[0] if len(columns) == 1 else pc.coalesce(*map(plain, columns))


def _joined(body: pa.Table, sheet_id: str) -> pa.Table:
    """Fill the declared columns from their helper columns (`officer__name`, `org__duty` …)."""
    columns: Body = dict(zip(body.column_names, body.columns, strict=True))
    _split_unit_and_duty(columns)
    for column in SHEETS[sheet_id].columns:
        if column.kind == "officer":
            _join_officer(columns, column.name)
        elif column.kind == "reference":
            _join_reference(columns, column.name)
    kept = {name: values for name, values in columns.items() if "__" not in name}
    return pa.table(kept)


def _split_unit_and_duty(columns: Body) -> None:
    for helper, unit, duty in (("org__duty", "org", "duty"), ("officer__unit_duty", "officer__unit", None)):
        if helper not in columns:
            continue
        both = columns.pop(helper)
        split = _map_distinct(both, lambda cell: split_unit_duty(cell)[0])
        columns[unit] = pc.coalesce(plain(columns[unit]), split) if unit in columns else split
        if duty:
            rest = _map_distinct(both, lambda cell: split_unit_duty(cell)[1] or None)
            columns[duty] = pc.coalesce(plain(columns[duty]), rest) if duty in columns else rest


def _join_officer(columns: Body, name: str) -> None:
    """`officer` = number, else 姓名（单位）; what was given apart stays in officer_name, _unit, _phone."""
    parts = {part: columns.pop(f"{name}__{part}", None) for part in ("name", "unit", "phone", "city")}
    main_cells = columns.get(name)
    who = main_cells if main_cells is not None else parts["name"]
    if who is None:
        return
    if main_cells is not None and parts["name"] is not None:
        who = pc.coalesce(plain(main_cells), plain(parts["name"]))
    unit = parts["unit"]
    columns[name] = who if unit is None else _map_pairs(who, unit, _with_unit)
    if name == "officer":
        for part, values in parts.items():
            if values is not None:
                columns[f"officer_{part}"] = values


def _with_unit(who: str, unit: str | None) -> str:
    if unit is None or is_number(who) or parse_person(who).unit or parse_person(who).number:
        return who
    return join_person(who, split_unit_duty(unit)[0])


def _join_reference(columns: Body, name: str) -> None:
    """Number, else title, with the second key in brackets: `磷石膏改性（模拟企业B-017）`."""
    title = columns.pop(f"{name}__title", None)
    second = columns.pop(f"{name}__with", None)
    main_cells = columns.get(name)
    cells = [values for values in (main_cells, title) if values is not None]
    if not cells:
        return
    who = _first_of(cells)
    joined = who if second is None else _map_pairs(who, second, _with_second)
    columns[name] = joined


def _with_second(who: str, second: str | None) -> str:
    return who if second is None or is_number(who) else f"{who}（{second}）"


def _map_distinct(values: pa.ChunkedArray, change: Callable[[str], str | None]) -> pa.ChunkedArray:
    """Apply a function of text once per distinct value."""
    encoded = plain(values).combine_chunks().dictionary_encode()
    changed = pa.array([change(value) for value in encoded.dictionary.to_pylist()], pa.string())
    return pa.chunked_array([changed.take(encoded.indices)])


def _map_pairs(
    left: pa.ChunkedArray, right: pa.ChunkedArray, change: Callable[[str, str | None], str]
) -> pa.ChunkedArray:
    """Apply a function of two texts once per distinct pair; null where the left one is."""
    seen: dict[tuple[str, str | None], str] = {}
    joined: list[str | None] = []
    for pair in zip(left.to_pylist(), right.to_pylist(), strict=True):
        if pair[0] is None:
            joined.append(None)
            continue
        if pair not in seen:
            seen[pair] = change(*pair)
        joined.append(seen[pair])
    return pa.chunked_array([pa.array(joined, pa.string())])
