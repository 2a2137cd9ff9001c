"""What calamine does not show: error cells, hidden rows, what a return workbook says of itself."""

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
#: What an error cell or a hidden row cannot be written without; the overlap of two pieces holds any of it.
_TOLD = (b't="e"', b"t='e'", b"hidden=")
_PIECE, _OVERLAP = 1 << 20, 8
#: Custom properties of a return workbook (退回表): the landed file, and the file within it (archives).
SOURCE_HASH, SOURCE_PART = "liaison_source_sha256", "liaison_source_part"
_SAVED = re.compile(r"<(?:\w+:)?modified\b[^>]*>\s*([0-9T:.+Z-]{10,40})\s*<")
#: Nobody's properties are longer: what is, is no workbook of ours.
_PROPERTIES_LIMIT = 1_000_000
#: Longer sheets are scanned no further: the marks are a courtesy, not worth minutes.
SCAN_LIMIT = 400_000_000


@dataclass(frozen=True)
class Marks:
    """errors: (row, column), 0-based from A1 → what Excel shows there ("#N/A").

    merges: from A1, where calamine does not tell them itself.
    """

    errors: dict[tuple[int, int], str]
    hidden_rows: int
    merges: tuple[Merge, ...] = ()

    def errors_from(self, top: int, left: int) -> dict[int, dict[int, str]]:
        """Row → column → what is shown there, counted from the cell (top, left)."""
        found: dict[int, dict[int, str]] = {}
        for (row, column), shown in self.errors.items():
            found.setdefault(row - top, {})[column - left] = shown
        return found


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
    sheets = [one for one in book.iter() if one.tag.endswith("}sheet")]
    return {one.get("name", ""): part_at(targets.get(_relation(one), "")) for one in sheets}


def _relation(sheet: ElementTree.Element) -> str | None:
    return next((value for name, value in sheet.items() if name.endswith("}id")), None)


def part_at(target: str) -> str:
    """Where a relation of the workbook leads, as the container names it."""
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
    """Whether a tell-tale text occurs: most sheets have none, and need not be unpacked as a whole."""
    with container.open(part) as xml:
        before = b""
        while piece := xml.read(_PIECE):
            if any(told in before + piece[:_OVERLAP] or told in piece for told in _TOLD):
                return True
            before = piece[-_OVERLAP:]
    return False


def _errors(xml: bytes) -> dict[tuple[int, int], str]:
    found = {}
    for match in _ERROR.finditer(xml):
        value = _VALUE.search(xml, match.end(), match.end() + 4096)
        shown = value.group(1).decode("ascii", "replace") if value else "#ERROR!"
        found[int(match.group(2)) - 1, column_number(match.group(1).decode("ascii")) - 1] = shown
    return found


def returned(path: Path) -> dict[str, str] | None:
    """What a return workbook says of itself: its source's `sha256` and `part`, `saved_at`. Others: None."""
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
    found = re.search(rf'name="{name}"[^>]*>\s*<[^>]*>([^<]*)<', xml)
    return html.unescape(found.group(1)).strip() if found else ""
