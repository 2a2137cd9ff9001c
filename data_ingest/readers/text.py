"""csv, tsv and txt → cells as text: find the encoding and the separator, parse in bulk.

The file goes to pyarrow as bytes, for speed; only its head is decoded in Python unless it is irregular.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as arrow_csv

from data_ingest.readers.cells import Cells, RefusedError
from data_ingest.readers.limits import Limits
from foundation.fast.coded import coded_table

_SEPARATORS = ",\t;|"
_HEAD_LINES = 60
#: UTF-16 has a zero byte beside every digit and comma; other text has at most a few stray ones. More than
#: one zero in this many bytes suggests UTF-16.
_FEW_ZEROS = 25
_HEAD_BYTES = 256 * 1024
#: pyarrow's blocks; it refuses a row longer than a block, which `_slow` then reads.
_BLOCK = 1024 * 1024
_QUOTED_NEWLINE = re.compile(rb'"[^"\n]*\n')

csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class _Head:
    """The first lines: which separator, how many columns, and the narrower title lines above the table."""

    separator: str
    width: int
    titles: tuple[tuple[str, ...], ...] = ()
    titles_bytes: int = 0


def read_text(path: Path, name: str, limits: Limits) -> list[Cells]:
    """One worksheet, named as the file is without its ending."""
    raw = path.read_bytes()
    if not raw[:_HEAD_BYTES].strip() and not raw.strip():
        raise RefusedError("empty")
    try:
        table = _parse(_as_utf8(raw), name, limits)
    except UnicodeDecodeError:
        table = _parse(_decoded(raw.replace(b"\x00", b""), "gb18030").encode(), name, limits)
    if table.num_rows * table.num_columns > limits.cells:
        raise RefusedError("too_large", sheet=name, rows=table.num_rows, columns=table.num_columns)
    return [Cells(Path(name).stem, coded_table(table))]


def _as_utf8(raw: bytes) -> bytes:
    """UTF-16 is recognised by its byte-order mark or its zero bytes; anything else is taken for UTF-8."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(raw, "utf-16").encode()
    zeros = raw[:4096].count(0)
    if zeros * _FEW_ZEROS > len(raw[:4096]) and not _is_utf8(raw[:4096].replace(b"\x00", b"")):
        is_little = raw[:4096:2].count(0) < raw[1:4096:2].count(0)
        return _decoded(raw, "utf-16-le" if is_little else "utf-16-be").encode()
    return (raw.replace(b"\x00", b"") if b"\x00" in raw else raw).removeprefix(codecs.BOM_UTF8)


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError("encoding", place=error.start + 1) from None


def _parse(content: bytes, name: str, limits: Limits) -> pa.Table:
    """Raises UnicodeDecodeError where `content` is not UTF-8."""
    head = _head(content)
    table = None if head.width > limits.columns else _bulk(content, head)
    return _slow(content.decode(), head.separator, name, limits) if table is None else table


def _head(content: bytes) -> _Head:
    sample = content[:_HEAD_BYTES]
    if len(sample) < len(content):
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    lines = sample.decode().splitlines(keepends=True)[:_HEAD_LINES]
    separator = sniff(lines)
    widths = [len(next(csv.reader([line], delimiter=separator), [])) for line in lines]
    common = Counter(width for width in widths if width > 1).most_common(1)
    if not common:
        return _Head(separator, 1)
    width = common[0][0]
    titles = lines[: widths.index(width)]
    if any('"' in line for line in titles) or max(widths[: len(titles)], default=0) > width:
        return _Head(separator, 1)
    rows = tuple(tuple(next(csv.reader([line.strip("\r\n")], delimiter=separator), [])) for line in titles)
    return _Head(separator, width, rows, sum(len(line.encode()) for line in titles))


def sniff(lines: list[str]) -> str:
    """The separator that most lines of the head hold equally often; a title line holds none."""
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
        if not widths:
            continue
        width, agreeing = max(widths.items(), key=lambda item: (item[1], item[0]))
        score = agreeing + min(width, 30) / 100
        if score > best_score:
            best, best_score = separator, score
    return best


def _bulk(content: bytes, head: _Head) -> pa.Table | None:
    """pyarrow's parser on the regular body; None where the text is not regular."""
    if head.width < 2 or _has_lone_return(content):
        return None
    end = len(content)
    while end and content[end - 1] in b"\r\n":
        end -= 1
    body = pa.py_buffer(memoryview(content)[head.titles_bytes : end])
    names = [f"c{place}" for place in range(head.width)]
    try:
        table = arrow_csv.read_csv(
            body,
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=_BLOCK),
            parse_options=arrow_csv.ParseOptions(
                delimiter=head.separator,
                newlines_in_values=b'"' in content and _QUOTED_NEWLINE.search(content) is not None,
                ignore_empty_lines=False,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except pa.ArrowInvalid as error:
        if "UTF8" in str(error):
            content.decode()
        return None
    return pa.concat_tables([_from_rows(head.titles, head.width), table]) if head.titles else table


def _has_lone_return(content: bytes) -> bool:
    return b"\r" in content and content.count(b"\r") != content.count(b"\r\n")


def _slow(content: str, separator: str, name: str, limits: Limits) -> pa.Table:
    """Ragged text: rows of any width, padded."""
    rows = list(csv.reader(io.StringIO(content.replace("\x00", ""), newline=""), delimiter=separator))
    width = max(map(len, rows), default=1) or 1
    if width > limits.columns or len(rows) * width > limits.cells:
        raise RefusedError("too_large", sheet=name, rows=len(rows), columns=width)
    return _from_rows(rows, width)


def _from_rows(rows: list[list[str]] | tuple[tuple[str, ...], ...], width: int) -> pa.Table:
    columns = list(zip_longest(*rows, fillvalue=""))
    columns += [("",) * len(rows)] * (width - len(columns))
    arrays = [pa.array([value or None for value in column], pa.string()) for column in columns]
    return pa.table({f"c{place}": array for place, array in enumerate(arrays)})
