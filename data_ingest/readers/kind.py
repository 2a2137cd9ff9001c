"""The kind of a file, by its bytes; its ending decides only where the bytes are ambiguous."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from data_ingest.readers.binary_marks import has_password, stream_of
from data_ingest.readers.cells import RefusedError
from data_ingest.readers.ole import MAGIC as OLE
from data_ingest.readers.ole import Container

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "picture"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM6", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"RIFF", "picture"),
    (b"Rar!", "archive_kind"),
    (b"7z\xbc\xaf\x27\x1c", "archive_kind"),
    (b"\x1f\x8b", "archive_kind"),
    (b"BZh", "archive_kind"),
    (b"\xfd7zXZ\x00", "archive_kind"),
    (b"{\\rtf", "word"),
    (b"SQLite format 3\x00", "foreign"),
    (b"PAR1", "foreign"),
    (b"MZ", "foreign"),
    (b"\x7fELF", "foreign"),
    # Excel 2 to 4: a bare stream without a container.
    (b"\x09\x00\x04\x00", "foreign"),
    (b"\x09\x02\x06\x00", "foreign"),
    (b"\x09\x04\x06\x00", "foreign"),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SHEET_XML = re.compile(r"<\?mso-application[^>]+Excel|urn:schemas-microsoft-com:office:spreadsheet")
_HTML = re.compile(
    r"\s*(<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(!doctype\s+html|html|head|body|meta|style|table|div)\b",
    re.I | re.S,
)
_XML = re.compile(r"\s*<\?xml|\s*<!DOCTYPE|\s*<[\w:]+\s[^>]*xmlns", re.I)
_MHTML = re.compile(r"(MIME-Version|Content-Type|From|Date|Subject)\s*:", re.I)
#: Endings of Word and PowerPoint files, for OLE containers whose streams do not show the kind.
_WORD_ENDINGS = frozenset({".doc", ".wps", ".ppt", ".dps", ".dot"})


def kind_of(path: Path, name: str) -> str:
    """`xlsx`, `xlsb`, `ods`, `xls`, `docx`, `html`, `mhtml`, `sheet_xml`, `text` or `archive`.

    Raises RefusedError for any other kind, with the key of what its sender can do.
    """
    with path.open("rb") as file:
        head = file.read(8192)
    if not head.strip(b"\x00 \r\n\t"):
        raise RefusedError("empty")
    for magic, refused in _MAGIC:
        if head.startswith(magic):
            raise RefusedError(refused)
    if head.startswith(OLE):
        return _ole_kind(path, name)
    if head.startswith(b"PK"):
        return _zip_kind(path)
    return _text_kind(head)


def _text_kind(head: bytes) -> str:
    """Exports of platforms are often web pages, or XML, with the ending .xls."""
    text = _as_text(head)
    if _SHEET_XML.search(text) and text.lstrip().startswith("<"):
        return "sheet_xml"
    if _HTML.match(text):
        return "html"
    if _MHTML.match(text) and re.search(r"multipart/related|text/html", text, re.I):
        return "mhtml"
    if _XML.match(text):
        raise RefusedError("foreign")
    return "text"


def _as_text(head: bytes) -> str:
    if head.startswith(_BOMS[1:]):
        return head.decode("utf-16", "replace")
    return head.removeprefix(_BOMS[0]).decode("latin-1")


def _ole_kind(path: Path, name: str) -> str:
    """`xls`, or a refusal: old Word files and encrypted workbooks use the same container."""
    is_word = Path(name).suffix.lower() in _WORD_ENDINGS
    try:
        container = Container(path)
        if container.names & {"EncryptedPackage", "EncryptionInfo"}:
            raise RefusedError("password")
        stream = stream_of(container)
    except ValueError:
        if "EncryptedPackage".encode("utf-16le") in path.read_bytes():
            raise RefusedError("password") from None
        raise RefusedError("word" if is_word else "truncated") from None
    if stream is None:
        is_word |= bool(container.names & {"WordDocument", "PowerPoint Document", "Contents"})
        raise RefusedError("word" if is_word else "foreign")
    if has_password(stream):
        raise RefusedError("password")
    return "xls"


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as container:
            names = {name.replace("\\", "/").lower() for name in container.namelist()}
            manifest = _manifest(container) if "content.xml" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise RefusedError("truncated") from None
    if b"encryption-data" in manifest:
        raise RefusedError("password")
    if "content.xml" in names:
        if b"opendocument.spreadsheet" in manifest or not manifest:
            return "ods"
        raise RefusedError("word")
    for part, kind in (
        ("xl/workbook.xml", "xlsx"),
        ("xl/workbook.bin", "xlsb"),
        ("word/document.xml", "docx"),
    ):
        if part in names:
            return kind
    if any(name.startswith("ppt/") for name in names):
        raise RefusedError("word")
    if any(name.endswith(".iwa") for name in names):
        raise RefusedError("foreign")
    if "[content_types].xml" in names:
        # Some programs give the workbook's part another name, which calamine may still find.
        return "xlsx" if any(name.startswith("xl/") for name in names) else _refuse("truncated")
    return "archive"


def _refuse(key: str) -> str:
    raise RefusedError(key)


def _manifest(container: zipfile.ZipFile) -> bytes:
    """An OpenDocument file's manifest, which states its kind and whether it is encrypted; b"" without one."""
    name = "META-INF/manifest.xml"
    if name not in container.namelist() or container.getinfo(name).file_size > 1_000_000:
        return b""
    return container.read(name)
