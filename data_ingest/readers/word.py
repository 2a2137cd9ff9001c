"""Word documents (.docx) → their tables, and the text around them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from data_ingest.readers.archive import check_expansion
from data_ingest.readers.cells import Cells, RefusedError
from data_ingest.readers.flow import Block, DocumentTable, sheets
from data_ingest.readers.limits import Limits

_PART = "word/document.xml"
_LARGEST = 200_000_000
#: More columns than any real table has: a wider row is a damaged or hostile file, and is cut.
_WIDEST = 500
_BREAKS = {"br": "\n", "cr": "\n", "tab": " "}


def read_word(path: Path, name: str, limits: Limits) -> list[Cells]:
    check_expansion(path, limits)
    with zipfile.ZipFile(path) as container:
        if container.getinfo(_PART).file_size > _LARGEST:
            raise RefusedError("bomb", expanded=container.getinfo(_PART).file_size // 1_000_000)
        content = container.read(_PART)
    root = parsed(content)
    body = next((element for element in root if _local(element) == "body"), None)
    tables = [] if body is None else sheets(_blocks(body), Path(name).stem, limits)
    if not tables:
        raise RefusedError("empty")
    return tables


def parsed(content: bytes) -> Any:
    """XML as a tree. Entities are not expanded, nothing is fetched, and lxml's limit on depth holds.

    Raises RefusedError for declared entities and for XML that cannot be parsed.
    """
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
    """Lines and tables in reading order, also those inside content controls."""
    for element in body:
        kind = _local(element)
        if kind == "p":
            yield from filter(None, (line.strip() for line in _text(element).split("\n")))
        elif kind == "tbl":
            yield _grid(element)
        elif kind in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from _blocks(element)


def _grid(table: Any) -> DocumentTable:
    grid = DocumentTable()
    open_merges: dict[int, int] = {}
    for row in _below(table, "tr"):
        column, cells = 0, []
        for cell in _below(row, "tc"):
            properties = next((child for child in cell if _local(child) == "tcPr"), ())
            width = min(_number(properties, "gridSpan"), _WIDEST)
            text = _text(cell).strip()
            _merge(grid, open_merges, column, width, how=_vertical(properties))
            cells += ["" if column in open_merges and _vertical(properties) == "continue" else text] + [
                ""
            ] * (width - 1)
            column += width
        grid.rows.append(cells[:_WIDEST])
    return grid


def _merge(grid: DocumentTable, open_merges: dict[int, int], column: int, width: int, *, how: str) -> None:
    """Record the cell's merged range; a vertical merge that continues grows by this row."""
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
    for child in element:
        if _local(child) == kind:
            yield child
        elif _local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _below(child, kind)


def _number(properties: Any, kind: str) -> int:
    value = next((v for item in properties if _local(item) == kind for v in item.values()), "1")
    return max(int(value), 1) if value.isdigit() else 1


def _vertical(properties: Any) -> str:
    """restart, continue, or "" where the cell is not merged vertically."""
    merge = next((item for item in properties if _local(item) == "vMerge"), None)
    return "" if merge is None else next(iter(merge.values()), "continue")


def _text(element: Any) -> str:
    """Text as Word shows it: each paragraph on a line, tracked deletions left out."""
    parts: list[str] = []
    _gather(element, parts, 0)
    return "".join(parts).replace("\xa0", " ").rstrip("\n")


def _gather(element: Any, parts: list[str], depth: int) -> None:
    if depth > 200:
        return
    for child in element:
        kind = _local(child)
        if kind == "t":
            parts.append(child.text or "")
        elif kind in _BREAKS:
            parts.append(_BREAKS[kind])
        elif kind not in ("del", "moveFrom", "Fallback", "tcPr", "pPr", "rPr", "instrText"):
            _gather(child, parts, depth + 1)
            if kind in ("p", "tr"):
                parts.append("\n")
            elif kind == "tc":
                parts.append(" ")
