"""Files that nobody sends in good faith, or that went wrong on the way: name → bytes."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import xlsxwriter

from tests.messy.support import OFFICE

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
BOMB_DTD = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def honest() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("名册")
        sheet.write_row(0, 0, ["姓名", "单位名称"])
        sheet.write_row(1, 0, ["示例甲", "模拟大学"])
    return buffer.getvalue()


def with_part(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The honest workbook with one part changed."""
    with zipfile.ZipFile(io.BytesIO(honest())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    return packed(dict(parts))


def sheet_with(data: str) -> bytes:
    xml = f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData></worksheet>'
    return with_part("xl/worksheets/sheet1.xml", lambda _: xml.encode())


def _cells_far_apart() -> bytes:
    """A cell in each corner of the largest sheet: seventeen thousand million between them."""
    row = '<row r="{0}"><c r="{1}{0}"><v>1</v></c></row>'
    return sheet_with(row.format(1, "A") + row.format(1_048_576, "XFD"))


def _blank_rows() -> bytes:
    return sheet_with("".join(f'<row r="{r}"/>' for r in range(1, 1_000_001)))


def _ods(content: str) -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:media-type="{kind}"/></manifest:manifest>'
    return packed({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _ods_table(row: str) -> str:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="a">{row}</table:table></office:spreadsheet></office:body>'
    return f"<office:document-content {names}>{body}</office:document-content>"


_CELL = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
_REPEATED = f'<table:table-row table:number-rows-repeated="1048576">{_CELL}</table:table-row>'


def _changed_xls(at: int, content: bytes) -> bytes:
    xls = bytearray((OFFICE / "roster.xls").read_bytes())
    xls[at : at + len(content)] = content
    return bytes(xls)


def _knotted_ole() -> bytes:
    """A sector table in which every sector is followed by itself."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HH", head, 30, 9, 6)
    struct.pack_into("<7I", head, 48, 1, 0, 4096, 0, 1, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    return bytes(head) + struct.pack("<128I", *range(128)) + b"\x00" * 1024


def _deep_html() -> bytes:
    return b"<html><table><tr><td>" + b"<div>" * 200_000 + "姓名".encode()


def files() -> dict[str, bytes]:
    """One of each kind; every one must give one record and one reason, or its rows."""
    good, xls, ods = honest(), (OFFICE / "roster.xls").read_bytes(), (OFFICE / "roster.ods").read_bytes()
    laughing = BOMB_DTD.encode() + f'<workbook xmlns="{_MAIN}"><sheets>&l9;</sheets></workbook>'.encode()
    word_xml = BOMB_DTD + "<w:document xmlns:w='w'><w:body>&l9;</w:body></w:document>"
    return {
        "empty.xlsx": b"",
        "zeros.xlsx": b"\x00" * 5000,
        "noise.xlsx": bytes((i * 7919 >> 3) & 255 for i in range(20_000)),
        "cut_in_half.xlsx": good[: len(good) // 2],
        "cut_at_end.xlsx": good[:-30],
        "cut.xls": xls[: len(xls) // 2],
        "cut.ods": ods[: len(ods) // 2],
        "bomb.xlsx": with_part("xl/worksheets/sheet1.xml", lambda _: b" " * 300_000_000),
        "bomb.zip": packed({"a.csv": b"0" * 200_000_000}),
        "bomb.docx": packed({"word/document.xml": b" " * 300_000_000}),
        "laughs.xlsx": with_part("xl/workbook.xml", lambda _: laughing),
        "laughs_in_strings.xlsx": with_part("xl/sharedStrings.xml", lambda _: laughing),
        "laughs.docx": packed({"[Content_Types].xml": "<x/>", "word/document.xml": word_xml}),
        "laughs.xls": (
            BOMB_DTD + '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&l9;</Workbook>'
        ).encode(),
        "corners.xlsx": _cells_far_apart(),
        "blank_rows.xlsx": _blank_rows(),
        "rows_upside_down.xlsx": sheet_with(
            '<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
        ),
        "row_zero.xlsx": sheet_with('<row r="0"><c r="A0"><v>1</v></c></row>'),
        "wild_reference.xlsx": sheet_with('<row r="1"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'),
        "no_such_string.xlsx": sheet_with('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
        "not_a_number.xlsx": sheet_with(
            '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c></row>'
        ),
        "wild_date.xlsx": sheet_with('<row r="1"><c r="A1" t="d"><v>99999-99-99</v></c></row>'),
        "no_sheet.xlsx": with_part("xl/workbook.xml", lambda xml: xml.replace(b"<sheet ", b"<nothing ")),
        "sheet_is_text.xlsx": with_part("xl/worksheets/sheet1.xml", lambda _: "姓名,单位".encode()),
        "repeated.ods": _ods(_ods_table(_REPEATED)),
        "laughs.ods": _ods(BOMB_DTD + _ods_table("&l9;")),
        "knotted.xls": _knotted_ole(),
        "wild_sector.xls": _changed_xls(48, struct.pack("<I", 0x00FFFFFF)),
        "wild_records.xls": _changed_xls(600, b"\x85\x00\xff\x7f" * 200),
        "deep.xls": _deep_html(),
        "deep.docx": packed({"word/document.xml": "<w:p>" * 100_000}),
        "secret.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16le") * 40,
        "scan.pdf": b"%PDF-1.7 ...",
        "photo.xlsx": b"\x89PNG\r\n\x1a\n....",
        "photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
        "packed.rar": b"Rar!\x1a\x07\x01\x00",
        "packed.7z": b"7z\xbc\xaf\x27\x1c",
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "old.wps": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "slides.pptx": packed({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}),
        "login.xls": "<html><body><p>登录已过期</p></body></html>".encode(),
        "one_line.csv": b"a" * 3_000_000,
        "quotes.csv": b'"' * 300_000,
        "wide.csv": b"," * 2_000_000 + b"\n" + b"1,2\n" * 100,
        "lone_surrogates.csv": "姓名,单位\n".encode() + b"\xed\xa0\x80,\xff\xfe\n",
        "outside.zip": packed({"../../outside.csv": "姓名,单位名称\n示例甲,模拟大学\n"}),
        "same_names.zip": _same_names(),
    }


def _same_names() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for folder in ("武汉", "宜昌"):
            archive.writestr(f"{folder}/名册.csv", "姓名,单位名称\n示例甲,模拟大学\n")
    return buffer.getvalue()
