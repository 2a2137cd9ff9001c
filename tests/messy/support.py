"""Write a file as its sender would, load it as the program does, and look at what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl

from data_ingest.load import LoadedFile, load_file

RECEIVED = dt.date(2026, 1, 10)
OFFICE = Path(__file__).resolve().parent.parent / "data" / "messy"


def load(path: Path, **more: Any) -> LoadedFile:
    loaded = load_file(path, name=path.name, sha256="0" * 64, received_on=RECEIVED, **more)
    for table in loaded.tables:
        held = {row["row_number"] for row in table.issues.to_pylist() if row["is_row_held"]}
        assert table.rows_read == table.frame.num_rows + len(held)
        assert table.rows_read == table.rows_loaded + table.rows_quarantined
    return loaded


def rows(loaded: LoadedFile, *names: str, table: str | None = None) -> list[tuple[Any, ...]]:
    """The named columns of all loaded rows, of one table where it is named."""
    assert loaded.error is None, loaded.error
    tables = [one for one in loaded.tables if table in (None, one.table)]
    return [tuple(row[name] for name in names) for one in tables for row in one.frame.to_pylist()]


def issues(loaded: LoadedFile) -> list[tuple[int, str, str, bool]]:
    """(row, column, rule, is the row held) of every wrong cell."""
    names = ("row_number", "column_name", "rule", "is_row_held")
    found = [row for table in loaded.tables for row in table.issues.to_pylist()]
    return [tuple(row[name] for name in names) for row in found]


def grid(text: str) -> list[list[str | None]]:
    """An ASCII table: `|` between cells, `\\n` within one, an empty line is a blank row."""
    lines = text.strip("\n").split("\n")
    return [[cell.strip().replace("\\n", "\n") or None for cell in line.split("|")] for line in lines]


def workbook(path: Path, sheets: dict[str, str], *, merges: Sequence[str] = ()) -> Path:
    """openpyxl's own; `merges` in the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, text in sheets.items():
        sheet = book.create_sheet(name)
        for row in grid(text):
            sheet.append(row)
    for merge in merges:
        book.worksheets[0].merge_cells(merge)
    book.save(path)
    return path


def csv(path: Path, text: str, *, encoding: str = "utf-8", separator: str = ",") -> Path:
    lines = (separator.join(cell or "" for cell in row) for row in grid(text))
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def word(path: Path, *blocks: str | list[list[str]]) -> Path:
    """Paragraphs and tables; "<" in a cell: merged with the one to its left, "^": with the one above."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=max(map(len, block)))
        for place, row in enumerate(block):
            for column, text in enumerate(row):
                if text == "<":
                    table.cell(place, column - 1).merge(table.cell(place, column))
                elif text == "^":
                    table.cell(place - 1, column).merge(table.cell(place, column))
                else:
                    table.cell(place, column).text = text
    document.save(path)
    return path
