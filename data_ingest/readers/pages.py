"""Web pages and XML that call themselves .xls, as platforms export them → their tables."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from data_ingest.readers.cells import Cells, RefusedError
from data_ingest.readers.flow import Block, DocumentTable, sheets
from data_ingest.readers.limits import Limits

_LARGEST = 400_000_000
_WIDEST = 2_000
_TALLEST = 100_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_SPACE = re.compile(r"[ \t\r\n\x0b\x0c]+")
_SKIPPED = frozenset({"script", "style", "head", "title", "noscript", "template"})
_LINES = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "center", "caption"})


def read_page(path: Path, name: str, limits: Limits) -> list[Cells]:
    return _page(_content(path), name, limits)


def read_mhtml(path: Path, name: str, limits: Limits) -> list[Cells]:
    """A web page with its pictures in one file: Excel's "single file web page"."""
    message = email.message_from_bytes(_content(path), policy=email.policy.default)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    worksheets: list[Cells] = []
    for part in pages:
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and re.search(rb"<t[dh]\b", content, re.I):
            worksheets += _page(content, name, limits, charset=part.get_content_charset())
    if not worksheets:
        raise RefusedError("html")
    return worksheets


def _content(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        raise RefusedError("bomb", expanded=path.stat().st_size // 1_000_000)
    return path.read_bytes()


def _page(content: bytes, name: str, limits: Limits, *, charset: str | None = None) -> list[Cells]:
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    text = _decoded(content, charset)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    blocks = [] if root is None else list(_blocks(root))
    if not any(isinstance(block, DocumentTable) for block in blocks):
        raise RefusedError("html")
    return sheets(blocks, Path(name).stem, limits)


def _decoded(content: bytes, charset: str | None) -> str:
    """Decoded in the charset that the message or the page declares, else UTF-8, else GB18030.

    gb2312 and gbk are read as GB18030: pages that declare them also use characters beyond them.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    charset_match = _CHARSET.search(content[:4096])
    for encoding in (
        charset,
        charset_match.group(1).decode() if charset_match else None,
        "utf-8-sig",
        "gb18030",
    ):
        wide = "gb18030" if encoding and encoding.lower() in ("gb2312", "gbk") else encoding
        try:
            return content.decode(wide or "utf-8-sig")
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("gb18030", "replace")


def _blocks(root: Any) -> Iterator[Block]:
    """Lines and innermost tables in reading order; a table that holds tables is only layout: its content is
    yielded, not itself.
    """
    line: list[str] = []
    inside = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        kind = element.tag if isinstance(element.tag, str) else ""
        is_skipped = kind in _SKIPPED or (kind == "table" and element.find(".//table") is None)
        if event == "start":
            if kind == "table" and is_skipped and not inside:
                yield from _flushed(line)
                yield _grid(element)
            inside += is_skipped
            if not inside:
                line.append(element.text or "")
        else:
            inside -= is_skipped
            if not inside:
                if kind in _LINES:
                    yield from _flushed(line)
                line.append(element.tail or "")
    yield from _flushed(line)


def _flushed(line: list[str]) -> Iterator[str]:
    text = _SPACE.sub(" ", "".join(line).replace("\xa0", " ")).strip()
    line.clear()
    if text:
        yield text


def _grid(table: Any) -> DocumentTable:
    """The table's rows. A cell with rowspan keeps its columns blank in the rows below."""
    grid = DocumentTable()
    taken: dict[int, int] = {}  # column → rows it is still covered for
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while taken.get(len(cells), 0):
                cells.append("")
            column, down, right = (
                len(cells),
                _span(cell, "rowspan", _TALLEST),
                _span(cell, "colspan", _WIDEST),
            )
            top = len(grid.rows)
            cells += [_cell_text(cell), *[""] * (right - 1)]
            if down > 1 or right > 1:
                grid.merges.append((top, column, top + down - 1, column + right - 1))
            taken |= {place: down for place in range(column, column + right) if down > 1}
            if len(cells) > _WIDEST:
                break
        taken = {place: left - 1 for place, left in taken.items() if left > 1}
        grid.rows.append(cells[:_WIDEST])
    last = len(grid.rows) - 1
    grid.merges = [(a, b, min(c, last), d) for a, b, c, d in grid.merges]
    return grid


def _span(cell: Any, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), most) if value.isdigit() and len(value) < 9 else 1


def _cell_text(cell: Any) -> str:
    """Text as a browser shows it: runs of spaces become a single one, `<br>` and paragraphs line breaks."""
    parts: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        kind = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            parts.append("\x00" if kind == "br" else "")
            parts.append(element.text or "" if kind not in _SKIPPED else "")
        elif element is not cell:
            parts.append("\x00" if kind in ("p", "div") else "")
            parts.append(element.tail or "")
    text = _SPACE.sub(" ", "".join(parts).replace("\xa0", " "))
    return "\n".join(filter(None, (line.strip() for line in text.split("\x00"))))
