"""xlsx and xlsm → cells as text. Runs in the child: calamine panics on hostile files."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data_ingest.coded import coded_table
from data_ingest.readers import marks
from data_ingest.readers.archive import check_expansion
from data_ingest.readers.cells import Cells, Merge, RefusedError
from data_ingest.readers.limits import Limits

#: Excel keeps fifteen digits; what is longer is shown with an exponent, never as digits it made up.
_EXACT = 1e15


def read_workbook(path: Path, limits: Limits) -> list[Cells]:
    """All worksheets with a cell in them, in the workbook's order."""
    check_expansion(path, limits)
    try:
        book = CalamineWorkbook.from_path(path)
    except PasswordError:
        raise RefusedError("password") from None
    except (CalamineError, OSError) as error:
        raise RefusedError("broken", cause=type(error).__name__) from None
    with book, zipfile.ZipFile(path) as container:
        parts = marks.sheet_parts(container)
        names = [s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        hidden = {s.name for s in book.sheets_metadata if s.visible != SheetVisibleEnum.Visible}
        found = []
        for name in names:
            sheet = book.get_sheet_by_name(name)
            if sheet.start is not None:
                shown = marks.scan(container, parts.get(name))
                found.append(_cells(sheet, shown, is_hidden=name in hidden, limits=limits))
    return found


def _cells(sheet: CalamineSheet, shown: marks.Marks, *, is_hidden: bool, limits: Limits) -> Cells:
    top, left = sheet.start or (0, 0)
    if sheet.height * sheet.width > limits.cells:
        raise RefusedError("too_large", sheet=sheet.name, rows=sheet.height, columns=sheet.width)
    rows = sheet.to_python(skip_empty_area=True)
    for (row, column), value in shown.errors.items():
        if 0 <= row - top < len(rows) and 0 <= column - left < len(rows[row - top]):
            rows[row - top][column - left] = value
    columns = [_as_text(values) for values in zip(*rows, strict=True)]
    table = pa.table({f"c{place}": column for place, column in enumerate(columns)})
    merges = _merges(sheet, top, left)
    return Cells(sheet.name, coded_table(table), top + 1, merges, is_hidden, shown.hidden_rows, left + 1)


def _merges(sheet: CalamineSheet, top: int, left: int) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    shifted = ((a - top, b - left, c - top, d - left) for (a, b), (c, d) in ranges)
    return tuple(merge for merge in shifted if min(merge) >= 0)


def _as_text(values: Sequence[object]) -> pa.Array:
    """A column of calamine's values; the usual column is all text and passes untouched."""
    if set(map(type, values)) == {str}:
        return pa.array([value or None for value in values], pa.string())
    return pa.array([value_text(value) for value in values], pa.string())


def value_text(value: object) -> str | None:
    """One cell: 3.0 → "3", a date → "2023-05-08", with a time of day → "2023-05-08 14:30:00"."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return _number_text(float(value))
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
