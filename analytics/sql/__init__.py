"""Parametrised .sql read by pages and metrics: one question a file, user choices always bound.

A file may say `-- with: name, name` in its header: the named fragments of `analytics/queries/parts/`
are put before it as common tables, so that a rule which two questions share stands in one place. With
`-- twice: query` that query stands before it as at two months: `<query>_now` and, $months_apart earlier,
`<query>_then`. With `-- within: query, query` those stand before it under their own names, and whoever asks
for a scope puts its condition for IN_SCOPE: what a place holds is then counted in that scope.

A question about everybody can be asked about one person (`run_for`): the same text over tables that hold
nobody else, so that the two answers cannot differ and the second takes milliseconds in any province.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

HERE = Path(__file__).with_name("queries")
_PARAMETER = re.compile(r"\$([a-z_]+)")
#: Stands for the scope's condition on the rows of a query `within` another.
IN_SCOPE = "/* in scope */ true"
_COMMENT = re.compile(r"--[^\n]*")
_THEN = "cast(cast($as_of as date) - to_months(cast($months_apart as integer)) as date)"
_OWN = "person_id = $person_id"
#: Tables of persons, and which of their rows one person's questions are about.
OF_ONE: dict[str, str] = {
    **dict.fromkeys(("activities", "acts", "answers", "assessments", "attendances", "changes"), _OWN),
    **dict.fromkeys(("contact_events", "contacts", "leaves", "officer_month", "officer_spells"), _OWN),
    **dict.fromkeys(("officers", "persons", "pushes", "summaries", "terms", "term_facts"), _OWN),
    "trainings_attended": _OWN,
    "matches": "$person_id in (person_id_a, person_id_b)",
    # A contract is told by several rows: all that belong together with one that credits the person.
    "contract_facts": "cluster in (select own.cluster from main.contract_facts own "
    "where $person_id in (own.signed_by, own.person_id_a, own.person_id_b))",
}


@cache
def sql(name: str) -> str:
    """The text of a query, its shared parts in front. Raises FileNotFoundError for an unknown name."""
    text = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    body = _bare(text)
    tables = {part: _part(part) for part in _named(text, "with")}
    for query in _named(text, "within"):
        tables[query] = f"select * from (\n{sql(query)}\n) where {IN_SCOPE}"
    for query in _named(text, "twice"):
        tables[f"{query}_now"] = sql(query)
        tables[f"{query}_then"] = re.sub(r"\$as_of\b", _THEN, sql(query))
    if not tables:
        return body
    before = ", ".join(f"{table} as (\n{held}\n)" for table, held in tables.items())
    return f"with {before}\nselect * from (\n{body}\n)"


def names() -> list[str]:
    """Every query there is."""
    return sorted(path.stem for path in HERE.glob("*.sql"))


def parameters(name: str) -> set[str]:
    """The parameters that a query mentions."""
    return set(_PARAMETER.findall(sql(name)))


def bound(text: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Only those of `params` that a text mentions: DuckDB refuses the others."""
    return {name: params[name] for name in sorted(set(_PARAMETER.findall(text)))}


def run(source: Any, name: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """Rows of a query over a Snapshot or an open connection.

    `params` may hold more than the query mentions (`Rules.parameters() | {"as_of": …}`).
    Raises KeyError naming a parameter that is missing.
    """
    cursor: duckdb.DuckDBPyConnection = source.cursor()
    text = sql(name)
    return cursor.execute(text, bound(text, params or {})).df()


@cache
def of_one(name: str) -> str:
    """A query as asked about $person_id alone: its tables of persons, narrowed, stand before those of all."""
    text = sql(name)
    held = [t for t in OF_ONE if re.search(rf"\b(?:from|join)\s+{t}\b", text)]
    # Materialised: an index is used only where nothing but the person is asked of a table.
    narrow = [f"{t} as materialized (select * from main.{t} where {OF_ONE[t]})" for t in held]
    rest = text.removeprefix("with ")
    return f"with {', '.join(narrow)}{' ' if rest == text else ', '}{rest}"


def at_each_month(text: str) -> str:
    """A query with its as-of taken from `each_month.as_at`, a table beside it: the same rules, set by set."""
    return re.sub(r"\$as_of\b", "each_month.as_at", text)


def run_for(source: Any, name: str, person_id: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """The rows of a query that are about one person, as `run` would give them among all others.

    Only for queries whose rows are about the person in their person_id.
    """
    cursor: duckdb.DuckDBPyConnection = source.cursor()
    text = of_one(name)
    return cursor.execute(text, bound(text, {**(params or {}), "person_id": person_id})).df()


def _named(text: str, header: str) -> list[str]:
    """The names that a header line lists; none without such a line."""
    line = re.search(rf"^-- {header}: (.+)$", text, re.MULTILINE)
    return re.split(r",\s*", line.group(1).strip()) if line else []


def _part(name: str) -> str:
    return _bare((HERE / "parts" / f"{name}.sql").read_text(encoding="utf-8"))


def _bare(text: str) -> str:
    return _COMMENT.sub("", text).strip().rstrip(";")
