"""Clusters of profiles → persons with ids, former ids and the latest values of their rows."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from data_ingest.identity.clusters import Clusters, Move, Profile
from data_ingest.identity.mentions import ProfileFacts, number_key
from data_ingest.identity.names import name_key, person_hash, pinyin_key
from data_ingest.identity.past_answers import PastAnswers
from data_ingest.identity.units import NOWHERE, unit_key
from data_ingest.tables.people import join_person, parse_person
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
_LATEST = dt.date(9999, 12, 31)


@dataclass
class Human:
    """One person: the profiles under which files write them, and what helps to tell them from namesakes."""

    person_id: str
    number: str
    profiles: list[Profile]
    phones: set[str] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)


def cluster(facts: dict[Profile, ProfileFacts], moves: Iterable[Move], past_answers: PastAnswers) -> Clusters:
    """Link profiles, surest evidence first (clusters.py)."""
    clusters = Clusters(facts)
    for pair in past_answers.different:
        for first in profiles_meant_by(clusters, pair[0]):
            for second in profiles_meant_by(clusters, pair[1]):
                clusters.keep_apart(first, second)
    clusters.join_by_number()
    for a, b in past_answers.same:
        for first in profiles_meant_by(clusters, a)[:1]:
            for second in profiles_meant_by(clusters, b)[:1]:
                clusters.join(first, second)
    clusters.join_by_phone((profile, phone) for profile, about in facts.items() for phone in about.phones)
    clusters.join_by_employer()
    clusters.join_by_moves(moves)
    clusters.settle_numberless()
    clusters.join_nameless({profile: about.cities for profile, about in facts.items()})
    return clusters


def profiles_meant_by(clusters: Clusters, who: str) -> list[Profile]:
    """Profiles that a decision means: by official number, by present or former id, or 姓名（单位）."""
    by_number = clusters.by_number.get(number_key(who), [])
    if by_number:
        return by_number
    parsed = parse_person(who)
    matches = [
        profile
        for profile in clusters.by_name.get(name_key(parsed.name), [])
        if not parsed.unit or profile.employer == unit_key(parsed.unit)
    ]
    return matches or [p for p in clusters.profiles if profile_hash(p) == who]


def profile_hash(profile: Profile) -> str:
    return person_hash(profile.name, profile.employer, profile.city)


def moves(con: DuckDBPyConnection) -> list[Move]:
    """Rows of 岗位变动 that name both employers."""
    result = []
    for number, name, unit, left, joined in con.execute(_SQL["moves"]).fetchall():
        before = unit_key(left or unit) if left or unit else NOWHERE
        result.append(Move(name_key(name or ""), number_key(number), before, unit_key(joined)))
    return result


def humans(clusters: Clusters, facts: dict[Profile, ProfileFacts]) -> list[Human]:
    """Persons in the order of their ids. An undecided profile (`Clusters.undecided`) belongs to no person."""
    groups: dict[Profile, list[Profile]] = defaultdict(list)
    for profile in clusters.profiles:
        if profile not in clusters.undecided:
            groups[clusters.root(profile)].append(profile)
    return sorted((_human(group, facts) for group in groups.values()), key=lambda h: h.person_id)


def _human(group: list[Profile], facts: dict[Profile, ProfileFacts]) -> Human:
    by_date = sorted(group, key=lambda p: (facts[p].first_on or _LATEST, not p.employer.institution, p))
    numbers = [profile.number for profile in by_date if profile.number]
    hashes = {profile_hash(profile) for profile in group}
    person_id = numbers[0] if numbers else profile_hash(by_date[0])
    human = Human(person_id, numbers[0] if numbers else "", by_date)
    for profile in group:
        human.phones.update(facts[profile].phones)
        human.cities.update(facts[profile].cities)
        human.loads.update(facts[profile].loads)
    human.aliases = (hashes | set(numbers)) - {person_id}
    return human


def store(con: DuckDBPyConnection, people: list[Human]) -> dict[str, str]:
    """`persons` and `person_alias`; person_id of rosters and terms through their mention.

    Returns person_id → 姓名（单位）.
    """
    rows = [
        {"person_id": h.person_id, "name_key": p.name, "institution": p.employer.institution,
         "department": p.employer.department, "number_key": p.number, "city": p.city}
        for h in people for p in h.profiles
    ]  # fmt: skip
    columns = ("person_id", "name_key", "institution", "department", "number_key", "city")
    _register(con, "person_profiles", columns, rows)
    con.execute(_SQL["fill_officers"])
    con.execute(_SQL["fill_terms"])
    owners: dict[str, set[str]] = defaultdict(set)
    for human in people:
        for alias in human.aliases:
            owners[alias].add(human.person_id)
    aliases = [
        {"alias_id": alias, "person_id": next(iter(ids))}
        for alias, ids in sorted(owners.items())
        if len(ids) == 1
    ]
    _register(con, "aliases", ("alias_id", "person_id"), aliases)
    con.execute("create table person_alias as select * from aliases order by alias_id")
    _register(con, "numbered", ("person_id", "number"), [h.__dict__ for h in people])
    _store_persons(con)
    employed = con.execute("select person_id, name, org from persons").fetchall()
    return {person_id: join_person(name, org) for person_id, name, org in employed}


def _store_persons(con: DuckDBPyConnection) -> None:
    names = [name for (name,) in con.execute(_SQL["person_names"]).fetchall()]
    sorts = [{"name": name, "name_sort": pinyin_key(name)} for name in names]
    _register(con, "name_sorts", ("name", "name_sort"), sorts)
    con.execute(_SQL["persons"])


def _register(con: DuckDBPyConnection, name: str, columns: tuple[str, ...], rows: list[dict]) -> None:
    arrays = {column: pa.array([row[column] for row in rows], pa.string()) for column in columns}
    con.register("incoming_rows", pa.table(arrays))
    con.execute(f"create or replace temp table {name} as select * from incoming_rows")
    con.unregister("incoming_rows")
