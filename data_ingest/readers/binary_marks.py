"""What calamine does not show of binary workbooks: error cells and hidden rows of .xls, .et and .xlsb."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from data_ingest.readers.cells import Merge
from data_ingest.readers.marks import NONE, SCAN_LIMIT, Marks, part_at
from data_ingest.readers.ole import Container

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
#: Records of BIFF8 (MS-XLS).
_BOF, _EOF, _PASSWORD, _SHEET, _ROW, _BOOL_OR_ERROR, _FORMULA = 0x809, 0x0A, 0x2F, 0x85, 0x208, 0x205, 0x06
#: Records of BIFF12 (MS-XLSB).
_ROW_12, _ERROR_12, _FORMULA_ERROR_12, _SHEET_12, _MERGE_12 = 0, 3, 11, 156, 176

_MOST_SHEETS = 300


def stream_of(container: Container) -> bytes | None:
    """The workbook's stream in an .xls or .et container; None where there is none."""
    name = next((name for name in ("Workbook", "Book", "WORKBOOK", "BOOK") if name in container.names), None)
    return None if name is None else container.stream(name)


def has_password(stream: bytes) -> bool:
    """Whether the stream has a password record. It stands before the encrypted ones."""
    for place, (kind, _, _) in enumerate(_records(stream, 0)):
        if kind == _PASSWORD:
            return True
        if kind in (_SHEET, _EOF) or place > 200:
            return False
    return False


def xls_marks(stream: bytes) -> list[Marks]:
    """Marks of each sheet, charts included, in the workbook's order."""
    starts = [
        struct.unpack_from("<I", stream, at)[0]
        for kind, at, size in _records(stream, 0)
        if kind == _SHEET and size >= 4
    ]
    # A hostile file can list the same start many times: each start is scanned once.
    by_start = {start: _xls_sheet(stream, start) for start in set(starts[:_MOST_SHEETS])}
    return [by_start[start] for start in starts[:_MOST_SHEETS]]


def _xls_sheet(stream: bytes, start: int) -> Marks:
    errors: dict[tuple[int, int], str] = {}
    hidden, depth = 0, 0
    for kind, at, size in _records(stream, start):
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth > 1:
            continue  # a chart within the sheet
        elif kind == _ROW and size >= 16:
            hidden += bool(stream[at + 12] & 0x20)
        elif kind == _BOOL_OR_ERROR and size >= 8 and stream[at + 7]:
            errors[struct.unpack_from("<HH", stream, at)] = _ERRORS.get(stream[at + 6], "#ERROR!")
        elif (
            kind == _FORMULA
            and size >= 14
            and stream[at + 12 : at + 14] == b"\xff\xff"
            and stream[at + 6] == 2
        ):
            errors[struct.unpack_from("<HH", stream, at)] = _ERRORS.get(stream[at + 8], "#ERROR!")
    return Marks(errors, hidden)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place of the body, its length; ends with the stream or at a cut record."""
    end = len(stream)
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if at + size > end:
            return
        yield kind, at, size
        at += size


def xlsb_marks(container: zipfile.ZipFile, part: str | None) -> Marks:
    if part is None or part not in container.namelist() or container.getinfo(part).file_size > SCAN_LIMIT:
        return NONE
    stream = container.read(part)
    errors: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    row = hidden = 0
    for kind, at, size in _records_12(stream):
        if kind == _ROW_12 and size >= 12:
            row = struct.unpack_from("<I", stream, at)[0]
            hidden += bool(stream[at + 11] & 0x10)
        elif kind in (_ERROR_12, _FORMULA_ERROR_12) and size >= 9:
            column = struct.unpack_from("<I", stream, at)[0]
            errors[row, column] = _ERRORS.get(stream[at + 8], "#ERROR!")
        elif kind == _MERGE_12 and size >= 16:
            top, bottom, left, right = struct.unpack_from("<4I", stream, at)
            merges.append((top, left, bottom, right))
    return Marks(errors, hidden, tuple(merges))


def xlsb_parts(container: zipfile.ZipFile) -> dict[str, str]:
    """Worksheet name → its part in the container."""
    try:
        relations = ElementTree.fromstring(container.read("xl/_rels/workbook.bin.rels"))
        stream = container.read("xl/workbook.bin")
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = {}
    for kind, at, size in _records_12(stream):
        if kind == _SHEET_12 and size >= 12:
            relation_id, after = _wide_text(stream, at + 8)
            parts[_wide_text(stream, after)[0]] = part_at(targets.get(relation_id, ""))
    return parts


def _wide_text(stream: bytes, at: int) -> tuple[str, int]:
    """A text with its length in front, and the place behind it."""
    (length,) = struct.unpack_from("<I", stream, at)
    end = at + 4 + 2 * min(length, 32_767)
    return stream[at + 4 : end].decode("utf-16le", "replace"), end


def _records_12(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """As `_records`, for BIFF12: the kind takes one or two bytes, the length one to four, with seven bits
    of the number in each.
    """
    at, end = 0, len(stream)
    while at + 2 <= end:
        kind = stream[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (stream[at] & 0x7F) << 7
            at += 1
        size = 0
        for shift in (0, 7, 14, 21):
            if at >= end:
                return
            size |= (stream[at] & 0x7F) << shift
            at += 1
            if not stream[at - 1] & 0x80:
                break
        if at + size > end:
            return
        yield kind, at, size
        at += size
