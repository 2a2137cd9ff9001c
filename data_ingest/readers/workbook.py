"""Workbooks of every kind that calamine opens → cells as text.

Runs in the child process, since calamine panics on hostile files.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Literal

import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data_ingest.readers import binary_marks, marks
from data_ingest.readers.archive import check_expansion
from data_ingest.readers.cells import Cells, Merge, RefusedError
from data_ingest.readers.limits import Limits
from data_ingest.readers.ods_marks import ods_marks
from data_ingest.readers.ole import Container
from foundation.fast.coded import coded_table
from foundation.fast.threads import one_more_thread

Kind = Literal["xlsx", "xlsb", "ods", "xls"]
MarksOf = Callable[[str, int], marks.Marks]
#: Excel keeps fifteen digits; larger numbers get an exponent, since further digits would be invented.
_EXACT = 1e15
#: Rows held as Python values at a time: few enough for the processor's cache.
_SLICE = 2_000


def read_workbook(path: Path, limits: Limits, kind: Kind = "xlsx") -> list[Cells]:
    """All worksheets with a cell in them, in the workbook's order. Formulas give their stored values."""
    if kind != "xls":
        check_expansion(path, limits)
    marks_of = _marks(path, kind)
    try:
        # From a file object, calamine goes by the bytes; the file's ending may be wrong.
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            return _sheets(book, marks_of, limits)
    except PasswordError:
        raise RefusedError("password") from None
    except (CalamineError, OSError) as error:
        raise RefusedError("broken", cause=type(error).__name__) from None


def _sheets(book: CalamineWorkbook, marks_of: MarksOf, limits: Limits) -> list[Cells]:
    worksheets = []
    with one_more_thread() as begin:
        for place, metadata in enumerate(book.sheets_metadata):
            if metadata.typ != SheetTypeEnum.WorkSheet:
                continue
            # The marks are scanned in a second thread while calamine reads the cells.
            shown = begin(marks_of, metadata.name, place)
            sheet = book.get_sheet_by_name(metadata.name)
            is_hidden = metadata.visible != SheetVisibleEnum.Visible
            if sheet.start is not None:
                worksheets.append(_cells(sheet, shown(), is_hidden=is_hidden, limits=limits))
    return worksheets


def _marks(path: Path, kind: Kind) -> MarksOf:
    """A function from a sheet's name and place to the marks that calamine does not give."""
    if kind == "xls":
        stream = binary_marks.stream_of(Container(path)) or b""
        if binary_marks.has_password(stream):
            raise RefusedError("password")
        in_order = binary_marks.xls_marks(stream)
        return lambda _, place: in_order[place] if place < len(in_order) else marks.NONE
    container = zipfile.ZipFile(path)
    if kind == "ods":
        by_name = ods_marks(container)
        return lambda name, _: by_name.get(name, marks.NONE)
    if kind == "xlsb":
        binary = binary_marks.xlsb_parts(container)
        return lambda name, _: binary_marks.xlsb_marks(container, binary.get(name))
    parts = marks.sheet_parts(container)
    return lambda name, _: marks.scan(container, parts.get(name))


def _cells(sheet: CalamineSheet, shown: marks.Marks, *, is_hidden: bool, limits: Limits) -> Cells:
    top, left = sheet.start or (0, 0)
    if sheet.height * sheet.width > limits.cells:
        raise RefusedError("too_large", sheet=sheet.name, rows=sheet.height, columns=sheet.width)
    table = _table(sheet, top, shown.errors_from(top, left))
    merges = _merges(sheet, shown, top, left)
    return Cells(sheet.name, coded_table(table), top + 1, merges, is_hidden, shown.hidden_rows, left + 1)


def _table(sheet: CalamineSheet, top: int, errors: dict[int, dict[int, str]]) -> pa.Table:
    """Slice by slice, so that only one slice of the cells is held as Python values at a time."""
    parts = []
    rows = islice(sheet.iter_rows(), top, None)
    for start in range(0, sheet.height, _SLICE):
        part = list(islice(rows, _SLICE))
        for row in errors.keys() & range(start, start + len(part)):
            for column, value in errors[row].items():
                if 0 <= column < sheet.width:
                    part[row - start][column] = value
        columns = map(_as_text, zip(*part, strict=True))
        parts.append(pa.table({f"c{place}": column for place, column in enumerate(columns)}))
    return pa.concat_tables(parts).combine_chunks()


def _merges(sheet: CalamineSheet, shown: marks.Marks, top: int, left: int) -> tuple[Merge, ...]:
    """Ranges that begin within the cells, cut at their end: some reach down a whole empty column."""
    ranges = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []] or shown.merges
    shifted = ((a - top, b - left, c - top, d - left) for a, b, c, d in ranges)
    last, right = sheet.height - 1, sheet.width - 1
    inside = (m for m in shifted if min(m) >= 0 and m[0] <= last and m[1] <= right)
    return tuple((a, b, min(c, last), min(d, right)) for a, b, c, d in inside)


def _as_text(values: Sequence[object]) -> pa.Array:
    """A column of calamine's values: strings pass unchanged; others are converted once per value."""
    kinds = set(map(type, values)) - {str}
    if not kinds:
        return pa.array([value or None for value in values], pa.string())
    # By type, since True, 1 and 1.0 are the same dictionary key.
    worded = {kind: {v: value_text(v) for v in {v for v in values if type(v) is kind}} for kind in kinds}
    texts = [(v or None) if type(v) is str else worded[type(v)][v] for v in values]
    return pa.array(texts, pa.string())


def value_text(value: object) -> str | None:
    """One cell: 3.0 → "3", a date → "2023-05-08", with a time of day → "2023-05-08 14:30:00"."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return _number_text(float(value)) if value == value else None  # noqa: PLR0124 — NaN
    if isinstance(value, timedelta):
        return _number_text(value / timedelta(hours=1))
    return _moment_text(value)


def _moment_text(value: object) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else None


def _number_text(value: float) -> str:
    if abs(value) >= _EXACT:
        return f"{value:.14E}"
    return str(int(value)) if value == int(value) else f"{value:.15g}"
