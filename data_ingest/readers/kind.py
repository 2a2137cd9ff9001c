"""What a file is, told from its bytes; its ending only helps where the bytes leave it open."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from data_ingest.readers.cells import RefusedError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "picture"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM6", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"Rar!", "archive_kind"),
    (b"7z\xbc\xaf\x27\x1c", "archive_kind"),
    (b"\x1f\x8b", "archive_kind"),
)
_HTML = re.compile(rb"<\s*(!doctype\s+html|html|table|meta|\?xml)", re.I)
#: OLE containers by ending: the bytes alone do not tell Excel from Word.
_WORD_ENDINGS = frozenset({".doc", ".wps", ".ppt", ".dps"})


def kind_of(path: Path, name: str) -> str:
    """`workbook`, `text` or `archive`; anything else is refused with its own way out."""
    with path.open("rb") as file:
        head = file.read(8192)
    if not head.strip(b"\x00 \r\n\t"):
        raise RefusedError("empty")
    for magic, refused in _MAGIC:
        if head.startswith(magic):
            raise RefusedError(refused)
    if head.startswith(_OLE):
        raise RefusedError(_ole_kind(path, name))
    if head.startswith(b"PK"):
        return _zip_kind(path)
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf \r\n\t")):
        raise RefusedError("html")
    return "text"


def _ole_kind(path: Path, name: str) -> str:
    """Encrypted workbooks hide in the same container as old Excel and Word files."""
    if "EncryptedPackage".encode("utf-16le") in path.read_bytes():
        return "password"
    return "word" if Path(name).suffix.lower() in _WORD_ENDINGS else "old_excel"


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as container:
            names = set(container.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise RefusedError("truncated") from None
    if "xl/workbook.xml" in names:
        return "workbook"
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise RefusedError("old_excel")
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise RefusedError("word")
    if "[Content_Types].xml" in names:
        raise RefusedError("truncated")
    return "archive"
