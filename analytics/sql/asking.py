"""Queries run over a snapshot or a connection, parameters always bound; about everybody or about one person.

A question about everybody can be asked about one person (`run_for`): the same text over tables that hold
nobody else, so that the two answers cannot differ and the second takes milliseconds in any province.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import duckdb
import pandas as pd

from analytics.sql.loader import query_text
from analytics.sql.syntax import parameters, tables

_BY_PERSON = "person_id = $person_id"
#: Tables of persons, and which of their rows one person's questions are about. Of the sheets among them, the
#: declarations say `is_of_one_person`. The names are written here once more because a narrowed query is made
#: once for each name and needs no snapshot; to read them from a snapshot would cost a look-up for each query
#: of an officer's page. tests/sheets/test_declarations.py compares the two.
OF_ONE: dict[str, str] = {
    **dict.fromkeys(("activities", "acts", "answers", "assessments", "attendances", "changes"), _BY_PERSON),
    **dict.fromkeys(("contact_events", "contacts", "leaves", "officer_month", "officer_spells"), _BY_PERSON),
    **dict.fromkeys(("officers", "persons", "pushes", "summaries", "terms", "term_facts"), _BY_PERSON),
    "trainings_attended": _BY_PERSON,
    "matches": "$person_id in (person_id_a, person_id_b)",
    # One contract may stand in several rows: all that belong together with one that credits the person.
    "contract_facts": "cluster in (select credited.cluster from main.contract_facts credited "
    "where $person_id in (credited.signed_by, credited.person_id_a, credited.person_id_b))",
}


def bound(text: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `params` that a text mentions: DuckDB refuses others. Raises KeyError for a missing one."""
    return {name: params[name] for name in sorted(parameters(text))}


def run_text(source: Any, text: str, params: Mapping[str, Any]) -> pd.DataFrame:
    """Rows of a text over a Snapshot or an open connection; `params` may hold more than it mentions."""
    cursor: duckdb.DuckDBPyConnection = source.cursor()
    return cursor.execute(text, bound(text, params)).df()


def run(source: Any, name: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """Rows of a query over a Snapshot or an open connection.

    `params` may hold more than the query mentions (`Rules.parameters() | {"as_of": …}`).
    Raises KeyError naming a parameter that is missing.
    """
    return run_text(source, query_text(name), params or {})


@cache
def for_one_person(name: str) -> str:
    """A query as asked about $person_id alone: its tables of persons stand narrowed in front of it."""
    text = query_text(name)
    read = [table for table in OF_ONE if table in tables(text)]
    # Materialised: an index is used only where nothing but the person is asked of a table.
    narrow = [f"{t} as materialized (select * from main.{t} where {OF_ONE[t]})" for t in read]
    return f"with {', '.join(narrow)}\nselect * from (\n{text}\n)" if narrow else text


def run_for(source: Any, name: str, person_id: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """The rows of a query that are about one person, as `run` would give them among all others.

    Only for queries whose rows are about the person in their person_id.
    """
    return run_text(source, for_one_person(name), {**(params or {}), "person_id": person_id})
