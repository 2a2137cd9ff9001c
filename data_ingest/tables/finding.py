"""Which rows are a header, of which sheet, and where its table ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column, Sheet
from data_ingest.tables.grid import Grid
from data_ingest.tables.header_mapping import HeaderMapping, MappedHeader, mapped_headers
from data_ingest.tables.headers import is_known, is_serial, look_up, spread
from foundation.reference import code_list
from foundation.reference.folding import fold

_DEPTHS = (1, 2, 3)
#: A sheet's or title line's name only breaks ties.
_NAMED = 0.4
_COMPLETE = 3.0
_MISSING = 2.0
_UNKNOWN = 0.7
_SIGNATURE = 1.0
#: What a code column's values say: all of its list, or none.
_CODED = 1.5
_SAMPLE = 30
_NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True)
class Header:
    """A header over rows `row` … `row + depth - 1`, read as sheet `sheet_id`.

    columns: target column (or helper) → places in the grid, the best first. extra: headers nobody
    declared. titles: place → the header as written (its brackets may name the money unit). mapped:
    the mapping that somebody entered for this layout.
    """

    row: int
    depth: int
    sheet_id: str
    score: float
    columns: dict[str, tuple[int, ...]]
    extra: tuple[str, ...]
    titles: dict[int, str]
    is_complete: bool
    mapped: MappedHeader | None = None


def find_headers(grid: Grid, header_mappings: Sequence[HeaderMapping] = ()) -> list[Header]:
    """The headers of all tables in the sheet, top down; the second row of a header is no header by itself.

    header_mappings: of this sender's layouts; where one stands, nothing else is guessed.
    """
    headers: list[Header] = []
    taken = -1
    mapped = {header.row: header for header in _mapped_headers(grid, header_mappings)}
    places = grid.header_like()
    starts = sorted({place - back for place in places for back in (0, 1) if place >= back} | mapped.keys())
    for place in starts:
        if place <= taken:
            continue
        best = mapped.get(place) or _guessed(grid, place, mapped)
        if best is None:
            continue
        headers.append(best)
        taken = best.row + best.depth - 1
    return headers


def _mapped_headers(grid: Grid, header_mappings: Sequence[HeaderMapping]) -> list[Header]:
    headers = (
        _as_mapped(grid, mapped, mapped.mapping.table) for mapped in mapped_headers(grid, header_mappings)
    )
    return [header for header in headers if header is not None]


def _as_mapped(grid: Grid, mapped: MappedHeader, sheet_id: str) -> Header | None:
    forms = _wordings(grid.layers(mapped.row, mapped.depth))
    header = _reading(grid, forms, mapped.row, mapped.depth, SHEETS[sheet_id], meant=mapped.meant)
    return replace(header, mapped=mapped) if header else None


def _guessed(grid: Grid, place: int, mapped: dict[int, Header]) -> Header | None:
    """The header that begins here, unless the next row makes a better one."""
    best = _best(grid, place)
    rival = mapped.get(place + 1) or (_best(grid, place + 1) if place + 1 < grid.height else None)
    if best is None or (rival is not None and (rival.mapped or rival.score > best.score)):
        return None
    return best


def _best(grid: Grid, row: int) -> Header | None:
    candidates = []
    for depth in _DEPTHS:
        if row + depth > grid.height:
            break
        forms = _combined(grid, row, depth)
        if not forms:
            break
        readings = (_reading(grid, forms, row, depth, sheet) for sheet in SHEETS.values())
        candidates += [reading for reading in readings if reading is not None]
    if not candidates:
        return None
    # On a tie the shallower header: a row of data must not pass for a header's second row.
    return max(candidates, key=lambda c: (c.score, -c.depth))


def also(grid: Grid, header: Header, sheet_id: str) -> Header | None:
    """The same header read as another sheet: rosters that carry the appointment in the same row."""
    if header.mapped:
        return _as_mapped(grid, header.mapped, sheet_id)
    forms = _combined(grid, header.row, header.depth)
    return _reading(grid, forms, header.row, header.depth, SHEETS[sheet_id])


def _combined(grid: Grid, row: int, depth: int) -> list[tuple[str, ...]]:
    """For each column the wordings of its header: parents and child joined, child, parent."""
    layers = grid.layers(row, depth)
    if depth > 1 and not all(_is_header_row(grid.row(row + level), layers) for level in range(depth)):
        return []
    return _wordings(layers)


def _wordings(layers: list[list[str | None]]) -> list[tuple[str, ...]]:
    wordings = []
    for stack in zip(*layers, strict=True):
        words = list(dict.fromkeys(word for word in stack if word))
        joined = "".join(words)
        wordings.append(tuple(dict.fromkeys(w for w in (joined, *reversed(words)) if w)))
    return wordings


def _is_header_row(cells: list[str | None], layers: list[list[str | None]]) -> bool:
    """Most cells of each row of a header are headers, alone or with their parent; those of data are not."""
    filled = [place for place, cell in enumerate(cells) if cell]
    header_cells = 0
    for place in filled:
        words = list(dict.fromkeys(layer[place] or "" for layer in layers))
        header_cells += is_known(cells[place] or "") or is_known("".join(words))
    return bool(filled) and header_cells >= 0.6 * len(filled)


def _reading(
    grid: Grid,
    forms: Sequence[tuple[str, ...]],
    row: int,
    depth: int,
    sheet: Sheet,
    *,
    meant: Mapping[int, str] = _NOTHING,
) -> Header | None:
    """The header row read as this sheet, or None where it cannot be. meant: place → what stands there."""
    hits: dict[str, list[tuple[int, int]]] = {}
    extra: list[str] = []
    titles: dict[int, str] = {}
    weight = 0.0
    for place, wordings in enumerate(forms):
        words = (meant[place],) if place in meant else wordings
        match = next(filter(None, (look_up(word, sheet.id) for word in words)), None)
        if match is None:
            extra += [word for word in wordings[:1] if not is_serial(word)]
            continue
        target, form = match
        if target.column not in hits:
            weight += (1.0 if target.quality > 1 else 0.5) * (1 / spread()[form] ** 0.5 + 0.25)
        hits.setdefault(target.column, []).append((-target.quality, place))
        titles[place] = wordings[0]
    columns = {column: tuple(place for _, place in sorted(places)) for column, places in hits.items()}
    _part_names(columns, sheet)
    missing = _missing(columns, sheet)
    filled = len(extra) + len(columns)
    if len(columns) < 2 or len(columns) < 0.4 * filled or not _is_plausible(columns, missing, extra):
        return None
    telling = sum(_SIGNATURE for column in sheet.signature if column in columns)
    telling += _coded(grid, row + depth, columns, sheet)
    completeness = _COMPLETE if not missing else -_MISSING * missing
    named = _NAMED if _is_named(grid, row, sheet) else 0.0
    score = weight + telling + completeness + named - _UNKNOWN * len(extra)
    return Header(row, depth, sheet.id, score, columns, tuple(extra), titles, not missing)


def _part_names(columns: dict[str, tuple[int, ...]], sheet: Sheet) -> None:
    """联络员编号 and 姓名 side by side name one officer twice: the second tells who the number is."""
    for column in sheet.columns:
        places = columns.get(column.name, ())
        if column.kind == "officer" and len(places) > 1 and f"{column.name}__name" not in columns:
            columns |= {column.name: places[:1], f"{column.name}__name": places[1:]}


def _coded(grid: Grid, start: int, columns: dict[str, tuple[int, ...]], sheet: Sheet) -> float:
    """Headers like 类型 stand in many sheets; the values below them stand in one code list."""
    score = 0.0
    for column in sheet.columns:
        if column.kind != "code" or not column.codes or column.name not in columns:
            continue
        place = columns[column.name][0]
        rows = range(start, min(start + _SAMPLE, grid.height))
        values = [value for value in (grid.row(row)[place] for row in rows) if value]
        if values:
            resolved = sum(code_list(column.codes).resolve(value) is not None for value in values)
            score += _CODED * (2 * resolved / len(values) - 1)
    return score


def _is_plausible(columns: dict[str, tuple[int, ...]], missing: int, extra: list[str]) -> bool:
    """A table that lacks a required column is still this sheet's if most of it is: its rows then say why."""
    return missing == 0 or (missing == 1 and len(columns) >= 3 and len(columns) >= len(extra))


def _missing(columns: dict[str, tuple[int, ...]], sheet: Sheet) -> int:
    """How many required columns (or either-groups) the header does not offer in any form."""

    def is_there(name: str) -> bool:
        helpers = (f"{name}__name", f"{name}__title", f"{name}__duty")
        return name in columns or any(helper in columns for helper in helpers)

    required = [c.name for c in sheet.columns if c.required and not _may_be_excused(c, columns)]
    missing = sum(1 for name in required if not is_there(name))
    return missing + sum(1 for group in sheet.either if not any(map(is_there, group)))


def _may_be_excused(column: Column, columns: dict[str, tuple[int, ...]]) -> bool:
    """Rows in some states do without it: where the file tells the state, the header may lack it."""
    return column.required_unless is not None and column.required_unless[0] in columns


def _is_named(grid: Grid, row: int, sheet: Sheet) -> bool:
    above = [cell for texts in grid.texts(row - 4, row) for cell in texts]
    names = [fold(name) for name in (sheet.title.zh, *sheet.synonyms)]
    return any(name in fold(text) for text in (grid.name, *above) for name in names if len(name) > 1)
