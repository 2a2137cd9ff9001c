"""Cells seen as rows: what table finding looks at."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, reduce
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.readers.cells import Cells, Merge
from data_ingest.tables.headers import all_forms, is_known
from foundation.fast.coded import Texts, changed, is_coded, over, plain
from foundation.fast.threads import map_columns
from foundation.fast.trimming import trim

#: Sheets up to this length are looked at row by row; of longer ones the head, and what looks like a header.
_SMALL = 4000
_HEAD = 300
#: Cells longer than this are no headers.
_HEADER_LENGTH = 60


class Grid:
    """One worksheet's trimmed cells. Rows and columns are counted from 0 within the grid."""

    def __init__(self, cells: Cells) -> None:
        trimmed = map_columns(
            lambda column: changed(column, _trim), cells.table.columns, rows=cells.table.num_rows
        )
        self.name = cells.name
        self.first_row = cells.first_row
        self.table = pa.table(dict(zip(cells.table.column_names, trimmed, strict=True)))
        self.merges = cells.merges
        self.height = cells.table.num_rows
        self.width = cells.table.num_columns

    @cached_property
    def _head(self) -> list[list[str | None]]:
        return self._rows(0, self.height if self.height <= _SMALL else _HEAD)

    def _rows(self, start: int, stop: int) -> list[list[str | None]]:
        part = self.table.slice(start, stop - start)
        columns = [column.to_pylist() for column in part.columns]
        return [list(row) for row in zip(*columns, strict=True)]

    def row(self, place: int) -> list[str | None]:
        return self._head[place] if place < len(self._head) else self._rows(place, place + 1)[0]

    def texts(self, start: int, stop: int) -> list[list[str]]:
        """Rows start … stop without their blank cells."""
        rows = (self.row(place) for place in range(max(start, 0), min(stop, self.height)))
        return [[cell for cell in row if cell] for row in rows]

    def header_like(self) -> list[int]:
        """Rows with at least two cells that some sheet knows as a header."""
        in_head = [place for place, row in enumerate(self._head) if _known_cells(row) >= 2]
        return in_head + self._later_headers()

    def _later_headers(self) -> list[int]:
        """Beyond the head of a long sheet: rows that write known headers exactly."""
        if self.height <= len(self._head):
            return []
        vocabulary = pa.array(sorted(all_forms()), pa.string())

        def found_in(column: Texts) -> Texts | None:
            part = column.slice(len(self._head))
            is_hit = over(part, lambda texts: pc.is_in(texts, value_set=vocabulary))
            return pc.fill_null(is_hit, False).cast(pa.int8()) if pc.any(is_hit).as_py() else None

        # A header has two cells: the longest texts are looked at only where another column has a hit.
        *others, longest = sorted(
            self.table.columns, key=lambda column: (not is_coded(column), column.nbytes)
        )
        counts = [hits for hits in map_columns(found_in, others, rows=self.height) if hits is not None]
        if counts and (last := found_in(longest)) is not None:
            counts.append(last)
        if not counts:
            return []
        hits = reduce(pc.add, counts)
        places = pc.indices_nonzero(pc.greater_equal(hits, 2)).to_pylist()
        return [len(self._head) + place for place in places]

    def merged_at(self, row: int) -> list[Merge]:
        return [merge for merge in self.merges if merge[0] <= row <= merge[2]]

    def parents(self, row: int) -> list[str | None]:
        """A header row with horizontally merged cells repeated over their width, vertical ones from above."""
        cells = list(self.row(row))
        for top, left, _bottom, right in self.merged_at(row):
            value = self.row(top)[left]
            for column in range(left, min(right + 1, self.width)):
                cells[column] = cells[column] or value
        return cells

    def layers(self, row: int, depth: int) -> list[list[str | None]]:
        """Rows of a header with every cell's parents in place."""
        layers = [self.parents(row + level) for level in range(depth)]
        for upper, lower in pairwise(layers):
            _spread_right(upper, lower)
        return layers

    def stacked(self, row: int, depth: int) -> list[str]:
        """The header's words column by column, parents and child joined; "" for a blank column."""
        stacks = zip(*self.layers(row, depth), strict=True)
        return ["".join(dict.fromkeys(word for word in stack if word)) for stack in stacks]


def first_rows(cells: Cells, count: int) -> Cells:
    """The head of a worksheet by itself, however long the sheet is."""
    columns = {name: plain(cells.table[name].slice(0, count)) for name in cells.table.column_names}
    merges = tuple(merge for merge in cells.merges if merge[2] < count)
    return replace(cells, table=pa.table(columns), merges=merges)


def _spread_right(upper: list[str | None], lower: list[str | None]) -> None:
    """Text files keep no merges: a blank above a filled cell belongs to the parent on its left."""
    parent = None
    for place, cell in enumerate(upper):
        parent = cell or (parent if lower[place] else None)
        upper[place] = cell or parent


def _trim(column: Texts) -> Texts:
    trimmed = trim(column)
    is_blank = pc.equal(pc.binary_length(trimmed), 0)
    if pc.any(is_blank).as_py():
        return pc.if_else(is_blank, pa.scalar(None, pa.string()), trimmed)
    return trimmed


def _known_cells(row: list[str | None]) -> int:
    return sum(1 for cell in row if cell and len(cell) <= _HEADER_LENGTH and is_known(cell))
