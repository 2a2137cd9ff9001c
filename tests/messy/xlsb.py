"""A small writer of .xlsb (MS-XLSB): texts, numbers, error cells, hidden rows. For tests alone."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

Cell = str | float | None
ERRORS = {"#DIV/0!": 0x07, "#N/A": 0x2A}
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>"""


def write_xlsb(
    path: Path, rows: Sequence[Sequence[Cell]], *, name: str = "名册", hidden: Sequence[int] = ()
) -> None:
    """One sheet; a text of `ERRORS` is written as an error cell. hidden: rows from 0."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr(
            "_rels/.rels", _RELS.format(kind=f"{_OFFICE}/officeDocument", target="xl/workbook.bin")
        )
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            _RELS.format(kind=f"{_OFFICE}/worksheet", target="worksheets/sheet1.bin"),
        )
        archive.writestr("xl/workbook.bin", _workbook(name))
        archive.writestr("xl/worksheets/sheet1.bin", _sheet(rows, hidden))


def _workbook(name: str) -> bytes:
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name)
    return b"".join([_record(131), _record(143), _record(156, bundle), _record(144), _record(132)])


def _sheet(rows: Sequence[Sequence[Cell]], hidden: Sequence[int]) -> bytes:
    width = max(map(len, rows))
    parts = [_record(129), _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1)), _record(145)]
    for place, row in enumerate(rows):
        flags = 0x10 if place in hidden else 0
        parts.append(_record(0, struct.pack("<IIHBBBI", place, 0, 300, 0, flags, 0, 0)))
        parts += [_cell(column, cell) for column, cell in enumerate(row) if cell is not None]
    return b"".join([*parts, _record(146), _record(130)])


def _cell(column: int, cell: str | float) -> bytes:
    head = struct.pack("<II", column, 0)
    if isinstance(cell, str) and cell in ERRORS:
        return _record(3, head + bytes([ERRORS[cell]]))
    if isinstance(cell, str):
        return _record(6, head + _wide(cell))
    return _record(5, head + struct.pack("<d", cell))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16le")


def _record(kind: int, body: bytes = b"") -> bytes:
    """Kind in one or two bytes and length in up to four, seven bits each."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, rest = b"", len(body)
    while True:
        size += bytes([rest & 0x7F | (0x80 if rest > 0x7F else 0)])
        rest >>= 7
        if not rest:
            return head + size + body
