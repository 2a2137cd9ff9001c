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
_OFFERED = 8
#: Persons of one name beyond which it no longer suggests that two are one.
_MANY = 12


class Someone(NamedTuple):
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
    people = [Someone(*row) for row in con.execute(_SQL["persons"]).fetchall()]
    rows = [*_pairs(con, people, past_answers), *_references(con, people)]
    create_questions(con)
    add_questions(con, rows)
    con.execute("drop table open_references")


def _pairs(
    con: DuckDBPyConnection, people: list[Someone], past_answers: PastAnswers
) -> Iterator[dict[str, Any]]:
    """Two persons who may be one: same name; one phone or one sound and employer under two names."""
    apart = _answered(con, people, past_answers.different)
    for one, other in sorted(_alike(people)):
        if frozenset((one.person_id, other.person_id)) in apart:
            continue
        kind, reason = _why(one, other)
        pair = (one, other)
        yield {
            "question_id": question_id(kind, one.person_id, other.person_id),
            "kind": kind,
            "text": "、".join(sorted({one.name, other.name})),
            "candidates": [p.person_id for p in pair],
            "labels": [p.label for p in pair],
            "cities": [p.city for p in pair],
            "reason_zh": reason.zh,
            "reason_en": reason.en,
        }


def _alike(people: Iterable[Someone]) -> set[tuple[Someone, Someone]]:
    groups: dict[tuple[str, ...], list[Someone]] = defaultdict(list)
    for one in people:
        groups["name", name_key(one.name)].append(one)
        if one.phone:
            groups["phone", one.phone].append(one)
        if one.org:
            groups["sound", one.sounds, *unit_key(one.org)].append(one)
    near = [part for group in groups.values() for part in _asked_among(group)]
    return {pair for group in near for pair in combinations(sorted(group), 2)}


def _asked_among(group: list[Someone]) -> list[list[Someone]]:
    """A name that very many share says nothing by itself: then those of one city, else of one institution."""
    if len(group) <= _MANY:
        return [group]
    found: list[list[Someone]] = []
    for city in _parted(group, lambda one: one.city or ""):
        units = _parted(city, lambda one: unit_key(one.org or "").institution)
        found += [city] if len(city) <= _MANY else [unit for unit in units if len(unit) <= _MANY]
    return found


def _parted(group: list[Someone], key: Callable[[Someone], str]) -> list[list[Someone]]:
    parts: dict[str, list[Someone]] = defaultdict(list)
    for one in group:
        parts[key(one)].append(one)
    return list(parts.values())


def _why(one: Someone, other: Someone) -> tuple[str, Text]:
    """duplicate where something beside the name speaks for one person, else namesakes; and what speaks."""
    if one.phone and one.phone == other.phone:
        return "duplicate", text("data.why_phone")
    if name_key(one.name) != name_key(other.name):
        return "duplicate", text("data.why_sound")
    if closeness(unit_key(one.org or ""), unit_key(other.org or "")):
        return "duplicate", text("data.why_numbers" if one.is_official_no else "data.why_unit")
    if not one.city or not other.city:
        return "duplicate", text("data.why_no_city")
    if one.city == other.city:
        return "duplicate", text("data.why_city")
    return "namesakes", text("data.why_name")


def _answered(
    con: DuckDBPyConnection, people: list[Someone], pairs: Iterable[tuple[str, str]]
) -> set[frozenset[str]]:
    """Pairs that somebody told apart, as today's person ids."""
    known = dict(con.execute("select alias_id, person_id from person_alias").fetchall())
    known |= {p.label: p.person_id for p in people} | {p.person_id: p.person_id for p in people}
    return {frozenset((known.get(a, a), known.get(b, b))) for a, b in pairs}


def _references(con: DuckDBPyConnection, people: list[Someone]) -> Iterator[dict[str, Any]]:
    by_label: dict[str, list[Someone]] = defaultdict(list)
    by_name: dict[str, list[Someone]] = defaultdict(list)
    for one in people:
        by_label[one.label].append(one)
        by_name[name_key(one.name)].append(one)
    for kind, written, given, sha256, count, first in con.execute(_SQL["references"]).fetchall():
        told = (given or "").split("、") if given else []
        found = [p for label in told for p in by_label[label]]
        if kind == "person" and not found:
            found = by_name[name_key(parse_person(written).name)][:_OFFERED]
        candidates = [p.person_id for p in found] if kind == "person" else told
        reason = text("data.why_several" if len(candidates) > 1 else "data.why_nobody")
        yield {
            "question_id": question_id(kind, written, sha256 or ""),
            "kind": kind,
            "text": written,
            "sha256": sha256,
            **dict(zip(("file", "sheet", "table", "column_name", "row_number"), _values(first), strict=True)),
            "row_count": count,
            "candidates": candidates,
            "labels": [p.label for p in found] if kind == "person" else told,
            "cities": [p.city for p in found],
            "reason_zh": reason.zh,
            "reason_en": reason.en,
        }


def _values(first: Any) -> tuple[Any, ...]:
    """A DuckDB row value comes back as a tuple, or as a dict where its fields have names."""
    return tuple(first.values()) if isinstance(first, dict) else tuple(first)
