"""What only a person can answer: suspected duplicates, namesakes, references that fit nobody or several.

Makes `questions` in the snapshot. Answers go into the decision log (`past_answers`), so a question that was
answered does not come back, and its id is the same at every rebuild.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from duckdb import DuckDBPyConnection

from data_ingest.identity.names import name_key
from data_ingest.identity.past_answers import PastAnswers
from data_ingest.identity.units import closeness, unit_key
from data_ingest.questions import add_questions, create_questions, question_id
from data_ingest.tables.people import join_person, parse_person
from foundation.locales import Text, text
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
#: Candidates offered for a reference that fits nobody exactly.
_MOST_CANDIDATES = 8
#: Persons of one name beyond which it no longer suggests that two are one.
_MOST_NAMESAKES = 12


class PersonRow(NamedTuple):
    """One row of `persons`."""

    person_id: str
    name: str
    sounds: str
    org: str | None
    city: str | None
    phone: str | None
    is_official_no: bool

    @property
    def label(self) -> str:
        return join_person(self.name, self.org)


def prepare(con: DuckDBPyConnection) -> None:
    con.execute(_SQL["open_references"])


def keep_open(con: DuckDBPyConnection, table: str, column: str, *, kind: str) -> None:
    """Remember the rows of `asking` whose entry in `answers` names nobody."""
    values = {"kind": "person" if kind == "officer" else kind, "sheet_id": table, "column_name": column}
    con.execute(_SQL["open"].format(table=table), values)


def ask(con: DuckDBPyConnection, past_answers: PastAnswers) -> None:
    """Fill `questions`, after persons and references are resolved."""
    people = [PersonRow(*row) for row in con.execute(_SQL["persons"]).fetchall()]
    rows = [*_pair_questions(con, people, past_answers), *_reference_questions(con, people)]
    create_questions(con)
    add_questions(con, rows)
    con.execute("drop table open_references")


def _pair_questions(
    con: DuckDBPyConnection, people: list[PersonRow], past_answers: PastAnswers
) -> Iterator[dict[str, Any]]:
    """Two persons who may be one: same name; one phone or one sound and employer under two names."""
    apart = _answered_pairs(con, people, past_answers.different)
    for person, other in sorted(_similar_pairs(people)):
        if frozenset((person.person_id, other.person_id)) in apart:
            continue
        kind, reason = _kind_and_reason(person, other)
        pair = (person, other)
        yield {
            "question_id": question_id(kind, person.person_id, other.person_id),
            "kind": kind,
            "text": "、".join(sorted({person.name, other.name})),
            "candidates": [p.person_id for p in pair],
            "labels": [p.label for p in pair],
            "cities": [p.city for p in pair],
            "reason_zh": reason.zh,
            "reason_en": reason.en,
        }


def _similar_pairs(people: Iterable[PersonRow]) -> set[tuple[PersonRow, PersonRow]]:
    groups: dict[tuple[str, ...], list[PersonRow]] = defaultdict(list)
    for person in people:
        groups["name", name_key(person.name)].append(person)
        if person.phone:
            groups["phone", person.phone].append(person)
        if person.org:
            groups["sound", person.sounds, *unit_key(person.org)].append(person)
    comparable = [part for group in groups.values() for part in _comparable_groups(group)]
    return {pair for group in comparable for pair in combinations(sorted(group), 2)}


def _comparable_groups(group: list[PersonRow]) -> list[list[PersonRow]]:
    """Groups whose members are compared pair by pair. A name that very many share suggests nothing by itself:
    then the namesakes of one city are compared, or, where these are too many, of one institution."""
    if len(group) <= _MOST_NAMESAKES:
        return [group]
    parts: list[list[PersonRow]] = []
    for city in _grouped_by(group, lambda person: person.city or ""):
        units = _grouped_by(city, lambda person: unit_key(person.org or "").institution)
        parts += (
            [city]
            if len(city) <= _MOST_NAMESAKES
            else [unit for unit in units if len(unit) <= _MOST_NAMESAKES]
        )
    return parts


def _grouped_by(group: list[PersonRow], key: Callable[[PersonRow], str]) -> list[list[PersonRow]]:
    parts: dict[str, list[PersonRow]] = defaultdict(list)
    for person in group:
        parts[key(person)].append(person)
    return list(parts.values())


def _kind_and_reason(person: PersonRow, other: PersonRow) -> tuple[str, Text]:
    """`duplicate` where more than the name suggests one person, else `namesakes`; and the reason in words."""
    if person.phone and person.phone == other.phone:
        return "duplicate", text("data.why_phone")
    if name_key(person.name) != name_key(other.name):
        return "duplicate", text("data.why_sound")
    if closeness(unit_key(person.org or ""), unit_key(other.org or "")):
        return "duplicate", text("data.why_numbers" if person.is_official_no else "data.why_unit")
    if not person.city or not other.city:
        return "duplicate", text("data.why_no_city")
    if person.city == other.city:
        return "duplicate", text("data.why_city")
    return "namesakes", text("data.why_name")


def _answered_pairs(
    con: DuckDBPyConnection, people: list[PersonRow], pairs: Iterable[tuple[str, str]]
) -> set[frozenset[str]]:
    """Pairs that a decision keeps apart, under their present person ids."""
    current_ids = dict(con.execute("select alias_id, person_id from person_alias").fetchall())
    current_ids |= {p.label: p.person_id for p in people} | {p.person_id: p.person_id for p in people}
    return {frozenset((current_ids.get(a, a), current_ids.get(b, b))) for a, b in pairs}


def _reference_questions(con: DuckDBPyConnection, people: list[PersonRow]) -> Iterator[dict[str, Any]]:
    by_label: dict[str, list[PersonRow]] = defaultdict(list)
    by_name: dict[str, list[PersonRow]] = defaultdict(list)
    for person in people:
        by_label[person.label].append(person)
        by_name[name_key(person.name)].append(person)
    for kind, written, given, sha256, count, first in con.execute(_SQL["references"]).fetchall():
        candidate_labels = (given or "").split("、") if given else []
        matches = [p for label in candidate_labels for p in by_label[label]]
        if kind == "person" and not matches:
            matches = by_name[name_key(parse_person(written).name)][:_MOST_CANDIDATES]
        candidates = [p.person_id for p in matches] if kind == "person" else candidate_labels
        reason = text("data.why_several" if len(candidates) > 1 else "data.why_nobody")
        yield {
            "question_id": question_id(kind, written, sha256 or ""),
            "kind": kind,
            "text": written,
            "sha256": sha256,
            **dict(zip(("file", "sheet", "table", "column_name", "row_number"), _values(first), strict=True)),
            "row_count": count,
            "candidates": candidates,
            "labels": [p.label for p in matches] if kind == "person" else candidate_labels,
            "cities": [p.city for p in matches],
            "reason_zh": reason.zh,
            "reason_en": reason.en,
        }


def _values(first: Any) -> tuple[Any, ...]:
    """A DuckDB row value comes back as a tuple, or as a dict where its fields have names."""
    return tuple(first.values()) if isinstance(first, dict) else tuple(first)
