"""Error cells and hidden rows are found wherever in a long sheet they stand."""

from __future__ import annotations

import zipfile

import pytest

from data_ingest.readers import marks

PART = "xl/worksheets/sheet1.xml"
HIDDEN = b'<row r="7" hidden="1"><c r="B7"><v>1</v></c></row>'
BROKEN = b'<row r="7"><c r="B7" t="e"><v>#N/A</v></c></row>'


@pytest.mark.parametrize("before", [0, 1, 3, 6, 7, 8, 200])
def test_where_two_pieces_meet(tmp_path, before):
    assert (
        scanned(tmp_path, HIDDEN, padding=marks._CHUNK - before - HIDDEN.index(b"hidden=")).hidden_rows == 1
    )
    found = scanned(tmp_path, BROKEN, padding=marks._CHUNK - before - BROKEN.index(b't="e"'))
    assert found == marks.Marks({(6, 1): "#N/A"}, 0)


def scanned(folder, row, *, padding):
    with zipfile.ZipFile(folder / "a.xlsx", "w") as container:
        container.writestr(PART, b" " * padding + row + b" " * 50)
    return marks.scan(zipfile.ZipFile(folder / "a.xlsx"), PART)


def test_a_sheet_without_any(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as container:
        container.writestr(PART, b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>' * 50_000)
    assert marks.scan(zipfile.ZipFile(tmp_path / "a.xlsx"), PART) == marks.NONE
