"""What calamine does not show: error cells, hidden rows, the source that a return workbook names."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from data_ingest.readers.cells import Merge
from data_ingest.readers.column_letters import column_number

_ERROR = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*\bt=["']e["'])[^>]*\br=["']([A-Z]+)(\d+)["'][^>]*>""")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*\bhidden=["'](?:1|true)["']""")
#: Every error cell and every hidden row contains one of these. None is longer than _OVERLAP, so that one
#: cut by the border of two chunks is seen too.
_MARK_BYTES = (b't="e"', b"t='e'", b"hidden=")
_CHUNK, _OVERLAP = 1 << 20, 8
#: Custom properties of a return workbook (退回表): the landed file, and the file within it (archives).
SOURCE_HASH, SOURCE_PART = "liaison_source_sha256", "liaison_source_part"
_SAVED = re.compile(r"<(?:\w+:)?modified\b[^>]*>\s*([0-9T:.+Z-]{10,40})\s*<")
#: A return workbook's properties are far shorter; longer ones are not read.
_PROPERTIES_LIMIT = 1_000_000
#: Bytes: larger sheets are not scanned, since marks only add to the findings and would take minutes.
SCAN_LIMIT = 400_000_000


@dataclass(frozen=True)
class Marks:
    """errors: (row, column), 0-based from A1 → what Excel shows there ("#N/A").

    merges: from A1, for kinds of workbook whose merges calamine does not give.
    """

    errors: dict[tuple[int, int], str]
    hidden_rows: int
    merges: tuple[Merge, ...] = ()

    def errors_from(self, top: int, left: int) -> dict[int, dict[int, str]]:
        """Row → column → what is shown there, counted from the cell (top, left)."""
        by_row: dict[int, dict[int, str]] = {}
        for (row, column), shown in self.errors.items():
            by_row.setdefault(row - top, {})[column - left] = shown
        return by_row


NONE = Marks({}, 0)


def sheet_parts(container: zipfile.ZipFile) -> dict[str, str]:
    """Worksheet name → its part in the container."""
    try:
        targets = {
            relation.get("Id"): relation.get("Target", "")
            for relation in ElementTree.fromstring(container.read("xl/_rels/workbook.xml.rels"))
        }
        book = ElementTree.fromstring(container.read("xl/workbook.xml"))
    except (KeyError, ElementTree.ParseError):
        return {}
    # By local names: "Strict Open XML" has namespaces of its own.
    sheets = [element for element in book.iter() if element.tag.endswith("}sheet")]
    return {sheet.get("name", ""): part_at(targets.get(_relation(sheet), "")) for sheet in sheets}


def _relation(sheet: ElementTree.Element) -> str | None:
    return next((value for name, value in sheet.items() if name.endswith("}id")), None)


def part_at(target: str) -> str:
    """The container's name of the part that a relation of the workbook points at."""
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def scan(container: zipfile.ZipFile, part: str | None) -> Marks:
    if part is None or part not in container.namelist():
        return NONE
    if container.getinfo(part).file_size > SCAN_LIMIT:
        return NONE
    if not _may_have_marks(container, part):
        return NONE
    xml = container.read(part)
    has_errors = b't="e"' in xml or b"t='e'" in xml
    hidden = len(_HIDDEN_ROW.findall(xml)) if b"hidden=" in xml else 0
    return Marks(_errors(xml) if has_errors else {}, hidden)


def _may_have_marks(container: zipfile.ZipFile, part: str) -> bool:
    """Whether any of _MARK_BYTES occurs, read in chunks: most sheets have none, and never fill the memory."""
    with container.open(part) as xml:
        before = b""
        while chunk := xml.read(_CHUNK):
            if any(mark in before + chunk[:_OVERLAP] or mark in chunk for mark in _MARK_BYTES):
                return True
            before = chunk[-_OVERLAP:]
    return False


def _errors(xml: bytes) -> dict[tuple[int, int], str]:
    errors = {}
    for match in _ERROR.finditer(xml):
        value = _VALUE.search(xml, match.end(), match.end() + 4096)
        shown = value.group(1).decode("ascii", "replace") if value else "#ERROR!"
        errors[int(match.group(2)) - 1, column_number(match.group(1).decode("ascii")) - 1] = shown
    return errors


def returned(path: Path) -> dict[str, str] | None:
    """`sha256` and `part` of the source of a return workbook, and `saved_at`; None for other files."""
    with zipfile.ZipFile(path) as container:
        custom = _small(container, "docProps/custom.xml")
        sha256 = _property(custom, SOURCE_HASH)
        if not re.fullmatch("[0-9a-f]{64}", sha256):
            return None
        saved = _SAVED.search(_small(container, "docProps/core.xml"))
    return {
        "sha256": sha256,
        "part": _property(custom, SOURCE_PART),
        "saved_at": saved.group(1) if saved else "",
    }


def _small(container: zipfile.ZipFile, part: str) -> str:
    if part not in container.namelist() or container.getinfo(part).file_size > _PROPERTIES_LIMIT:
        return ""
    return container.read(part).decode("utf-8", "replace")


def _property(xml: str, name: str) -> str:
    match = re.search(rf'name="{name}"[^>]*>\s*<[^>]*>([^<]*)<', xml)
    return html.unescape(match.group(1)).strip() if match else ""
