"""Rosters and terms → profiles: the ways in which files write a person."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from data_ingest.identity.clusters import Profile
from data_ingest.identity.hints import make_table
from data_ingest.identity.names import name_key
from data_ingest.identity.past_answers import PastAnswers, is_for_one_row
from data_ingest.identity.units import UnitKey, unit_key
from data_ingest.records.merging import RUNNING_NUMBER
from data_ingest.records.tables import filled
from data_ingest.tables.people import parse_person
from foundation.reference.folding import fold
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
_RUNNING = re.compile(RUNNING_NUMBER)


@dataclass(frozen=True)
class ProfileFacts:
    """What rosters and terms say of one profile: first day, phones, cities, the loads that name it."""

    first_on: dt.date | None
    phones: tuple[str, ...]
    cities: tuple[str, ...]
    loads: frozenset[str]


def number_key(number: str | None) -> str:
    """Folded official number; a bare running number (1, 2, 3 …) is none."""
    folded = fold(number or "").upper()
    return "" if _RUNNING.match(folded) else folded


def read_texts(con: DuckDBPyConnection, texts: Iterable[str]) -> None:
    """Make `parsed_texts`: number, name, unit and phone of each distinct officer text."""
    rows = [(text, *_parsed(text)) for text in sorted(set(texts))]
    _table(con, "parsed_texts", ("text", "number", "name", "unit", "phone"), rows)


def prepare(con: DuckDBPyConnection, past_answers: PastAnswers) -> None:
    """Everything that is written about officers, parsed once per distinct text."""
    make_table(con)
    placed = {answer["text"] for answer in past_answers.persons if is_for_one_row(answer)}
    _table(con, "placed_answers", ("text",), [(text,) for text in sorted(placed)])
    texts: set[str] = set()
    for sheet in filled(con):
        for column in sheet.columns:
            if column.kind == "officer":
                rows = con.execute(f'select distinct {column.name}_text from "{sheet.id}"').fetchall()
                texts.update(text for (text,) in rows if text is not None)
    read_texts(con, texts)
    read_employers(con)


def _parsed(text: str) -> tuple[str | None, str, str, str]:
    person = parse_person(text)
    return person.number or None, person.name, person.unit, person.phone


def read_employers(con: DuckDBPyConnection) -> None:
    """`unit_keys`: every employer written anywhere, cut into institution and department."""
    units = [unit for (unit,) in con.execute(_SQL["employers"]).fetchall()]
    rows = [(unit, *unit_key(unit)) for unit in sorted(units)]
    _table(con, "unit_keys", ("unit", "institution", "department"), rows)


def _table(con: DuckDBPyConnection, name: str, columns: tuple[str, ...], rows: list[tuple]) -> None:
    values = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    arrays = [pa.array(column, pa.string()) for column in values]
    con.register("incoming_rows", pa.table(dict(zip(columns, arrays, strict=True))))
    con.execute(f"create or replace temp table {name} as select * from incoming_rows")
    con.unregister("incoming_rows")


def gather(con: DuckDBPyConnection) -> dict[Profile, ProfileFacts]:
    """Make `mentions` and return its profiles. Numbers claimed by a second name are taken from it."""
    names = con.execute(_SQL["names"]).fetchall()
    keyed = [(name, number, name_key(name), number_key(number)) for name, number in names]
    _table(con, "name_keys", ("name", "number", "name_key", "number_key"), keyed)
    con.execute(_SQL["mentions"])
    _take_back_numbers(con)
    return {_profile(row): _facts(row) for row in con.sql(_SQL["profiles"]).to_arrow_table().to_pylist()}


def _take_back_numbers(con: DuckDBPyConnection) -> None:
    """A number stands for the name it is mostly written with; another name with its phone is a slip of that
    name, another without is another person who has no number: `number_claims` keeps those for an issue."""
    holders: dict[str, tuple[str, set[str]]] = {}
    claims: list[tuple[str, str]] = []
    slips: list[tuple[str, str, str]] = []
    for number, name, _written, _first, phones in con.execute(_SQL["number_holders"]).fetchall():
        filled_phones = {phone for phone in phones if phone}
        if number not in holders:
            holders[number] = (name, filled_phones)
        elif filled_phones & holders[number][1]:
            slips.append((number, name, holders[number][0]))
        else:
            claims.append((number, name))
    _table(con, "number_claims", ("number_key", "name_key"), claims)
    _table(con, "number_slips", ("number_key", "name_key", "meant"), slips)
    con.execute(
        "update mentions set name_key = s.meant from number_slips s "
        "where s.number_key = mentions.number_key and s.name_key = mentions.name_key"
    )
    con.execute(
        "update mentions set number_key = '' from number_claims c "
        "where c.number_key = mentions.number_key and c.name_key = mentions.name_key"
    )


def _profile(row: dict) -> Profile:
    employer = UnitKey(row["institution"], row["department"])
    return Profile(row["name_key"], employer, row["number_key"], row["city"])


def _facts(row: dict) -> ProfileFacts:
    return ProfileFacts(
        first_on=row["first_on"],
        phones=tuple(sorted(row["phones"] or ())),
        cities=tuple(sorted(row["cities"] or ())),
        loads=frozenset(row["loads"]),
    )
