"""A declaration says all that is known of its sheet: "none" is said, never left out."""

import ast
from pathlib import Path

import duckdb
import pytest

import analytics.sql
from analytics.sql import OF_ONE
from analytics.sql.person_index import OF_PERSONS
from analytics.sql.syntax import tables
from data_ingest.records.tables import create_tables
from data_ingest.sheets import DOSSIER_SECTIONS, SHEETS
from foundation.reference import CODE_LISTS

EVERY = pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda s: s.id)


@EVERY
def test_dates_beside_others_say_their_order(sheet) -> None:
    dates = [column for column in sheet.columns if column.kind == "date"]
    firsts = {column.follows for column in dates}
    for column in dates if len(dates) > 1 else ():
        is_said = column.not_before is not None or column.end_of is not None
        assert is_said or column.name in firsts, f"{sheet.id}.{column.name}: not_before=…, or ANY_ORDER"
    for column in sheet.columns:
        assert column.follows is None or sheet.by_name[column.follows].kind == "date"
        assert not (column.not_before and column.end_of), "the end of a period is after its beginning anyway"
        assert column.end_of is None or column.is_end
        assert column.needs is None or column.needs[0] in sheet.by_name


@EVERY
def test_a_sheet_of_officers_says_whom_a_row_counts_for(sheet) -> None:
    officers = {column.name for column in sheet.columns if column.kind == "officer"}
    assert bool(sheet.credits) == bool(officers) or sheet.id == "officers"
    unsaid = officers - {name for name in officers if any(name in (sql or "") for _, sql in sheet.credits)}
    assert not unsaid, "named, and counted for nobody"
    assert not sheet.is_of_one_person or sheet.credits


@EVERY
def test_contacts_say_how_they_are_masked(sheet) -> None:
    for column in sheet.columns:
        assert column.kind not in ("phone", "email") or column.mask == column.kind, column.name


@EVERY
def test_what_is_computed_from_a_row_can_be_computed(sheet) -> None:
    con = duckdb.connect()
    create_tables(con)
    sources = [sql for _, sql in sheet.credits if sql]
    sources += [sheet.facts_until] if sheet.facts_until else []
    for sql in sources:
        con.execute(f'select {sql} from "{sheet.id}"')
    keys = [key.columns for key in (sheet.merges_by, sheet.person_key) if key]
    columns = {name for key in keys for name in key} - {"org_key"}
    assert columns <= {name for name, _ in sheet.snapshot_columns()}
    natural = [(part,) if isinstance(part, str) else part for part in sheet.natural_key]
    assert {name for part in natural for name in part} <= set(sheet.by_name)
    assert sheet.twin is None or SHEETS[sheet.twin].twin == sheet.id
    assert not sheet.has_employer or "org" in sheet.by_name


@EVERY
def test_a_section_of_the_dossier_can_be_read_and_worded(sheet) -> None:
    section = sheet.dossier
    if section is None:
        return
    columns = [c for c in (section.kind, section.content, section.outcome, section.done) if c]
    assert columns
    assert all(bool(column.source) == bool(section.on_date) for column in columns)
    assert all(column.codes is None or column.codes in CODE_LISTS for column in columns)
    assert section.on_date is None or [name for name, _ in sheet.credits] == ["person_id"]
    assert DOSSIER_SECTIONS[section.id] is section, "two sheets with one section"


def test_what_is_narrowed_to_one_person_is_declared_so() -> None:
    """A question about one person leaves out others' rows only where that changes no answer."""
    narrowed = {table for table in OF_ONE if table in SHEETS}
    declared = {sheet.id for sheet in SHEETS.values() if sheet.is_of_one_person}
    assert narrowed <= declared
    queries = Path(analytics.sql.__file__).parent / "queries"
    texts = [path.read_text(encoding="utf-8") for path in queries.glob("*.sql")]
    read = {name for text in texts for name in tables(text)}
    assert len(read & declared) > 3
    assert read & declared <= narrowed, "read by a query, declared as a person's, and not narrowed"


def test_what_is_indexed_by_person_counts_for_persons() -> None:
    """An index on person_id for a sheet whose rows the identity step credits to somebody, and for no other."""
    credited = {sheet.id for sheet in SHEETS.values() if "person_id" in dict(sheet.credits)}
    assert {table for table in OF_PERSONS if table in SHEETS} <= credited


#: Where the program means one certain sheet: official numbers are given by rosters, a letter is a summary.
NAMED = {("data_ingest/identity/issues.py", "officers"), ("data_ingest/tables/prose.py", "summaries")}


def test_reading_and_merging_name_no_sheet() -> None:
    """What is known of a sheet stands in its declaration: elsewhere a list of sheets would forget the next."""
    house = Path(__file__).parents[2]
    modules = [path for path in (house / "data_ingest").rglob("*.py") if path.parent.name != "sheets"]
    named = {
        (path.relative_to(house).as_posix(), node.value)
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in SHEETS
    }
    assert named == NAMED
