"""Officer references of all sheets → person ids; a reference that fits no person or several is an issue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from data_ingest.identity.clusters import Clusters
from data_ingest.identity.directory import Directory, PersonAnswer, Question
from data_ingest.identity.issues import report
from data_ingest.identity.past_answers import PastAnswers
from data_ingest.identity.people import profiles_meant_by
from data_ingest.identity.units import unit_key
from data_ingest.records.tables import filled
from data_ingest.sheets import Sheet
from data_ingest.tables.people import parse_person
from foundation.reference.places import resolve_city
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
_ANSWER_SCHEMA = pa.schema([("ref", pa.int64()), ("answer", pa.string()), ("candidates", pa.string())])


def officer_columns(sheet: Sheet) -> list[str]:
    return [column.name for column in sheet.columns if column.kind == "officer"]


@dataclass(frozen=True)
class PersonFinder:
    """Finds the person whom a reference in a row means: what people answered before, else the directory."""

    directory: Directory
    clusters: Clusters
    past_answers: PastAnswers

    def answer(self, row: dict) -> PersonAnswer:
        answered_with = self.past_answers.person_for(row["text"], row)
        if answered_with is not None:
            return self._answer_with(answered_with)
        match = self._from_directory(row)
        answered_with = None if match.person_id else self.past_answers.person_if_open(row["text"], row)
        return match if answered_with is None else self._answer_with(answered_with)

    def _answer_with(self, who: str) -> PersonAnswer:
        return PersonAnswer(self.directory.of_profiles(self.clusters, profiles_meant_by(self.clusters, who)))

    def _from_directory(self, row: dict) -> PersonAnswer:
        parsed = parse_person(row["text"])
        return self.directory.find(
            Question(
                number=parsed.number,
                name=parsed.name or row["name"] or "",
                unit=unit_key(parsed.unit or row["unit"] or ""),
                phone=parsed.phone or row["phone"] or "",
                city=_city(row),
                load=row["load_id"],
            )
        )

    def names(self, answer: PersonAnswer) -> str | None:
        labels = self.directory.labels
        return "、".join(labels.get(person_id, person_id) for person_id in answer.candidates[:5]) or None


def refer(con: DuckDBPyConnection, finder: PersonFinder) -> None:
    """Fill every officer column and person_id of every sheet."""
    for sheet in filled(con):
        for column in officer_columns(sheet):
            if con.execute(_SQL["is_asked"].format(table=sheet.id, column=column)).fetchone():
                _refer_column(con, sheet.id, column, finder)
        _credit(con, sheet)


def _refer_column(con: DuckDBPyConnection, table: str, column: str, finder: PersonFinder) -> None:
    """One answer for each distinct question of the column, spread over its rows by a join."""
    # Names of tables and columns come from the declarations, never from a file.
    written_references = _SQL["written_references"].format(
        table=table, column=column, is_main=column == "officer"
    )
    con.execute(_SQL["questions"].format(table=table, written_references=written_references))
    answers = []
    for row in con.sql("select * from questions").to_arrow_table().to_pylist():
        match = finder.answer(row)
        answers.append({"ref": row["ref"], "answer": match.person_id, "candidates": finder.names(match)})
    con.register("answers", pa.Table.from_pylist(answers, _ANSWER_SCHEMA))
    con.execute(_SQL["fill_settled"].format(table=table, column=column))
    con.execute(_SQL["asking"].format(written_references=written_references))
    con.execute(_SQL["fill"].format(table=table, column=column))
    report(con, table, column, kind="officer")
    con.unregister("answers")
    con.execute("drop table questions; drop table asking")


def _city(row: dict) -> str:
    """City that the row, the worksheet's name or the sender tells, for telling namesakes apart."""
    given = (row["city"], row["sheet"], row["sender"])
    return next((city for city in (resolve_city(text) for text in given if text) if city), "")


def _credit(con: DuckDBPyConnection, sheet: Sheet) -> None:
    """Fill the person columns: whom each row counts for."""
    filled_here = [f"{person} = {source}" for person, source in sheet.credits if source]
    if filled_here:
        con.execute(f'update "{sheet.id}" set {", ".join(filled_here)}')
