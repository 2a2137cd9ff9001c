"""Names and units → persons and bodies; references → the rows and persons they mean.

A pure function of the rows and the decisions: the order in which files came does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from duckdb import DuckDBPyConnection

from data_ingest.identity import issues, officers, questions, rows
from data_ingest.identity.bodies import resolve_bodies
from data_ingest.identity.directory import Directory
from data_ingest.identity.mentions import gather, prepare
from data_ingest.identity.past_answers import PastAnswers
from data_ingest.identity.people import cluster, humans, moves, store
from data_ingest.records.merging import merge_personal

__all__ = ["resolve"]


def resolve(con: DuckDBPyConnection, decisions: Iterable[Any] = ()) -> None:
    """After all files' rows are in the sheets' tables and `merging.merge` has run.

    Makes `persons`, `person_alias`, `bodies` and `questions`; fills person_id, officer columns, reference
    columns and numbers; adds issues to `quarantine`. Decisions: see `past_answers`.
    """
    past_answers = PastAnswers.of(decisions)
    issues.make_table(con)
    questions.prepare(con)
    resolve_bodies(con)
    prepare(con, past_answers)
    facts = gather(con)
    clusters = cluster(facts, moves(con), past_answers)
    people = humans(clusters, facts)
    labels = store(con, people)
    issues.report_numbers(con)
    officers.refer(con, officers.PersonFinder(Directory(people, labels), clusters, past_answers))
    rows.number_rows(con)
    rows.refer(con, past_answers)
    merge_personal(con)
    questions.ask(con, past_answers)
    _clear(con)


def _clear(con: DuckDBPyConnection) -> None:
    """Drop the tables that only this step needs; some hold phones of officers."""
    for table in ("mentions", "parsed_texts", "name_keys", "unit_keys", "number_claims", "number_slips"):
        con.execute(f"drop table if exists {table}")
    for table in ("person_profiles", "aliases", "numbered", "name_sorts", "placed_answers", "officer_hints"):
        con.execute(f"drop table if exists {table}")
