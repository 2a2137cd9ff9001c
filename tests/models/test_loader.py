"""The loader reads headers once and changes a text only where DuckDB's parser says so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from analytics.sql import query_names, query_text
from analytics.sql.loader import MODELS, PARTS, QUERIES, read_sql
from analytics.sql.syntax import parameters, tables, with_parameter
from tests.support.tables import built, warehouse


def test_a_parameter_is_replaced_only_where_it_is_one() -> None:
    text = "select '$as_of 市' as a, $as_of as b, $as_of_day as c -- $as_of\nfrom t"
    assert parameters(text) == {"as_of", "as_of_day"}
    assert with_parameter(text, "as_of", "x.y") == text.replace("$as_of as b", "x.y as b")


def test_tables_are_those_read_and_not_those_written_about() -> None:
    assert tables("with w as (select * from main.acts) select 'from terms' from w -- join leaves") == {
        "acts",
        "w",
    }


def test_what_is_no_select_is_refused() -> None:
    with pytest.raises(ValueError, match="SELECT"):
        tables("drop table acts")


def test_a_header_goes_on_after_a_comma_and_prose_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "x.sql"
    path.write_text(
        "-- model: x\n-- grain: one row\n-- needs: a,\n-- b\n-- share: of x\nselect 1 -- needs: c\n"
    )
    file = read_sql(path)
    assert file.header == {"model": "x", "grain": "one row", "needs": "a, b"}
    assert file.listed("needs") == ("a", "b")
    assert file.text == "select 1 -- needs: c"


def test_every_file_states_its_grain() -> None:
    for path in (*MODELS.glob("*.sql"), *QUERIES.glob("*.sql")):
        assert read_sql(path).header["grain"], path.name


def test_every_part_is_read_by_some_query() -> None:
    read = {part for name in query_names() for part in read_sql(QUERIES / f"{name}.sql").listed("with")}
    assert read == {path.stem for path in PARTS.glob("*.sql")}


def test_a_condition_holds_within_the_queries_that_are_counted() -> None:
    assert "where unit = '420100'" in query_text("counties", "unit = '420100'")
    assert query_text("recording_units", "unit = '420100'") == query_text("recording_units")


@pytest.mark.parametrize(
    ("day", "is_in"),
    [("2024-12-31", False), ("2025-01-01", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_the_window_is_twelve_months_to_the_last_day(
    window: duckdb.DuckDBPyConnection, day: str, is_in: bool
) -> None:
    text = "select in_window(cast($day as date), $as_of)"
    assert window.execute(text, {"day": day, "as_of": dt.date(2025, 12, 1)}).fetchone() == (is_in,)


@pytest.fixture(scope="module")
def window() -> duckdb.DuckDBPyConnection:
    return built(warehouse(terms="person started_on\nzhao 2025-01-01"))
