"""Blank templates: filled in, they come back row for row."""

import datetime as dt
import hashlib

import openpyxl
import pytest

from data_ingest.load import load_file
from data_ingest.sheets import SHEETS
from data_ingest.tables.furniture import EXAMPLE_MARK
from data_ingest.templates import write_templates
from data_ingest.templates.form import form
from data_ingest.templates.workbook import DATED_ROW, EXAMPLE_ROW, HEADER_ROW, REPORTER_ROW
from foundation.reference import code_list

RECEIVED = dt.date(2026, 1, 10)


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    written = write_templates(tmp_path_factory.mktemp("表样"))
    return {t.sheets: t.path for t in written}


def load(path, **more):
    return load_file(path, name=path.name, sha256="0" * 64, received_on=RECEIVED, **more)


def fill(path, target, *, sheet_ids, rows=3):
    """Type rows below the example: its own cells, with a text of their own per row."""
    book = openpyxl.load_workbook(path)
    for sheet_id in sheet_ids:
        page = book[SHEETS[sheet_id].title.zh]
        page.cell(REPORTER_ROW + 1, 3, "武汉市科协")
        page.cell(DATED_ROW + 1, 3, dt.date(2025, 12, 1))
        for at in range(rows):
            for place in range(2, page.max_column + 1):
                page.cell(EXAMPLE_ROW + 2 + at, place, page.cell(EXAMPLE_ROW + 1, place).value)
    book.save(target)
    return target


def test_one_workbook_a_sheet_and_one_with_all(templates):
    assert [ids for ids in templates if len(ids) == 1] == [(sheet_id,) for sheet_id in SHEETS]
    assert tuple(SHEETS) in templates
    assert templates["officers",].name == "01_联络员名册.xlsx"


@pytest.mark.parametrize("sheet_id", SHEETS)
def test_an_untouched_template_has_no_row(templates, sheet_id):
    loaded = load(templates[sheet_id,])
    assert [(t.table, t.rows_read) for t in loaded.tables] == [(sheet_id, 0)]
    assert loaded.sender is None
    assert not any(part.is_error for part in loaded.passed_over)


@pytest.mark.parametrize("sheet_id", SHEETS)
def test_what_the_example_shows_loads_without_an_issue(templates, tmp_path, sheet_id):
    loaded = load(fill(templates[sheet_id,], tmp_path / "填好.xlsx", sheet_ids=[sheet_id]))
    (table,) = loaded.tables
    assert (table.table, table.rows_read, table.rows_loaded) == (sheet_id, 3, 3)
    assert table.issues.to_pylist() == []
    assert table.extra_headers == ()
    assert loaded.sender == "武汉市科协"
    assert set(table.frame["reported_on"].to_pylist()) == {dt.date(2025, 12, 1)}
    for column in SHEETS[sheet_id].columns:
        if column.required:
            name = f"{column.name}_text" if column.kind in ("officer", "reference") else column.name
            assert None not in table.frame[name].to_pylist(), name


def test_the_whole_set_filled_in_gives_every_sheet(templates, tmp_path):
    loaded = load(fill(templates[tuple(SHEETS)], tmp_path / "全套.xlsx", sheet_ids=SHEETS, rows=2))
    assert {t.table: t.rows_loaded for t in loaded.tables} == dict.fromkeys(SHEETS, 2)
    assert not any(part.is_error for part in loaded.passed_over)


def test_an_officer_is_named_by_name_and_unit(templates, tmp_path):
    loaded = load(fill(templates["activities",], tmp_path / "记录.xlsx", sheet_ids=["activities"], rows=1))
    assert loaded.tables[0].frame["officer_text"].to_pylist() == ["示例甲（模拟大学）"]


@pytest.mark.parametrize("sheet_id", SHEETS)
def test_stars_notes_and_drop_downs(templates, sheet_id):
    book = openpyxl.load_workbook(templates[sheet_id,])
    page = book[SHEETS[sheet_id].title.zh]
    headers = {page.cell(HEADER_ROW + 1, at).value: at for at in range(2, page.max_column + 1)}
    columns = form(SHEETS[sheet_id])
    assert list(headers) == [f"{column.must}{column.header}" for column in columns]
    assert all(page.cell(HEADER_ROW + 1, at).comment for at in headers.values())
    assert page.freeze_panes is not None
    assert page.cell(EXAMPLE_ROW + 1, 1).value == EXAMPLE_MARK
    listed = {
        min(r.sqref.ranges, key=str).min_col: r
        for r in page.data_validations.dataValidation
        if r.type == "list"
    }
    for column, at in zip(columns, headers.values(), strict=True):
        assert (at in listed) == bool(column.choices)


def test_every_choice_of_every_drop_down_is_understood():
    for sheet in SHEETS.values():
        for column in sheet.columns:
            if column.codes:
                codes = code_list(column.codes)
                assert [codes.resolve(code.label.zh) for code in codes.codes] == list(codes.values)


def test_long_numbers_keep_their_digits_as_text(templates, tmp_path):
    path = fill(templates["demands",], tmp_path / "需求.xlsx", sheet_ids=["demands"], rows=1)
    book = openpyxl.load_workbook(path)
    page = book["企业需求"]
    place = next(c.column for c in page[HEADER_ROW + 1] if c.value == "统一社会信用代码")
    assert page.column_dimensions[page.cell(1, place).column_letter].number_format == "@"
    page.cell(EXAMPLE_ROW + 2, place, "91420100000000001X")
    book.save(path)
    assert load(path).tables[0].frame["uscc"].to_pylist() == ["91420100000000001X"]


def test_the_same_declarations_give_the_same_workbook(tmp_path):
    hashes = [
        [hashlib.sha256(t.path.read_bytes()).hexdigest() for t in write_templates(tmp_path / name)]
        for name in ("甲", "乙")
    ]
    assert hashes[0] == hashes[1]
