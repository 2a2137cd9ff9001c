"""Word documents (.docx) → their tables, and the text around them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from data_ingest.readers.archive import check_expansion
from data_ingest.readers.cells import Cells, RefusedError
from data_ingest.readers.flow import Block, Grid, sheets
from data_ingest.readers.limits import Limits

_PART = "word/document.xml"
_LARGEST = 200_000_000
#: Columns beyond are a slip of the writer, or malice.
_WIDEST = 500
_BREAKS = {"br": "\n", "cr": "\n", "tab": " "}


def read_word(path: Path, name: str, limits: Limits) -> list[Cells]:
    check_expansion(path, limits)
    with zipfile.ZipFile(path) as container:
        if container.getinfo(_PART).file_size > _LARGEST:
            raise RefusedError("bomb", expanded=container.getinfo(_PART).file_size // 1_000_000)
        content = container.read(_PART)
    root = parsed(content)
    body = next((one for one in root if _local(one) == "body"), None)
    found = [] if body is None else sheets(_blocks(body), Path(name).stem, limits)
    if not found:
        raise RefusedError("empty")
    return found


def parsed(content: bytes) -> Any:
    """XML as a tree. No entity is expanded, nothing is fetched, no tree may be endlessly deep."""
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:65_536]:
        raise RefusedError("entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError("broken", cause=f"XML {error.code}") from None


def _local(element: Any) -> str:
    """Name without its namespace; "" for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _blocks(body: Any) -> Iterator[Block]:
    """Lines and tables in reading order; content controls are looked into."""
    for element in body:
        kind = _local(element)
        if kind == "p":
            yield from filter(None, (line.strip() for line in _text(element).split("\n")))
        elif kind == "tbl":
            yield _grid(element)
        elif kind in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from _blocks(element)


def _grid(table: Any) -> Grid:
    grid = Grid()
    open_merges: dict[int, int] = {}
    for row in _below(table, "tr"):
        column, cells = 0, []
        for cell in _below(row, "tc"):
            about = next((one for one in cell if _local(one) == "tcPr"), ())
            width = min(_number(about, "gridSpan"), _WIDEST)
            text = _text(cell).strip()
            _merge(grid, open_merges, column, width, how=_vertical(about))
            cells += ["" if column in open_merges and _vertical(about) == "continue" else text] + [""] * (
                width - 1
            )
            column += width
        grid.rows.append(cells[:_WIDEST])
    return grid


def _merge(grid: Grid, open_merges: dict[int, int], column: int, width: int, *, how: str) -> None:
    """Keep the merged ranges: one that goes on below grows by a row."""
    row = len(grid.rows)
    if how == "continue" and column in open_merges:
        top, left, _, right = grid.merges[open_merges[column]]
        grid.merges[open_merges[column]] = (top, left, row, right)
        return
    open_merges.pop(column, None)
    if how == "restart":
        open_merges[column] = len(grid.merges)
    if how == "restart" or width > 1:
        grid.merges.append((row, column, row, column + width - 1))


def _below(element: Any, kind: str) -> Iterator[Any]:
    """Children of a kind, also those within content controls."""
    for one in element:
        if _local(one) == kind:
            yield one
        elif _local(one) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _below(one, kind)


def _number(about: Any, kind: str) -> int:
    value = next((v for one in about if _local(one) == kind for v in one.values()), "1")
    return max(int(value), 1) if value.isdigit() else 1


def _vertical(about: Any) -> str:
    """restart, continue, or "" where the cell is merged with none above or below."""
    merge = next((one for one in about if _local(one) == "vMerge"), None)
    return "" if merge is None else next(iter(merge.values()), "continue")


def _text(element: Any) -> str:
    """Text as it is shown: paragraphs on lines of their own, what was struck out in revision left out."""
    parts: list[str] = []
    _gather(element, parts, 0)
    return "".join(parts).replace("\xa0", " ").rstrip("\n")


def _gather(element: Any, parts: list[str], depth: int) -> None:
    if depth > 200:
        return
    for one in element:
        kind = _local(one)
        if kind == "t":
            parts.append(one.text or "")
        elif kind in _BREAKS:
            parts.append(_BREAKS[kind])
        elif kind not in ("del", "moveFrom", "Fallback", "tcPr", "pPr", "rPr", "instrText"):
            _gather(one, parts, depth + 1)
            if kind in ("p", "tr"):
                parts.append("\n")
            elif kind == "tc":
                parts.append(" ")
