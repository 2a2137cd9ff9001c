"""What pages keep between reruns is kept apart for every viewer: each query declared with `cached`."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import numpy as np
import pandas as pd
import pytest

import pages
from analytics.activity import Thresholds
from analytics.metrics import default_as_of
from analytics.scope import Scope, months_back
from foundation.access.viewer import OFFICE, Role, Viewer
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.shell.caching import CACHED, CachedQuery, QueryContext, cached
from pages.shell.queries import rows_behind

ROOT = Path(pages.__path__[0])
LEADER = Viewer(name="ling", role="leader")
YICHANG = Viewer(name="yichang", role="city", unit="420500")
KEY = ["snapshot_id", "rules_version", "viewer", "scope", "lang"]
#: Whatever keeps an answer beyond one rerun: in pages only `pages.shell.caching` may.
KEEPERS = {"cache_data", "cache_resource", "cache", "lru_cache", "cached_property"}

for found in walk_packages([str(ROOT)], "pages."):
    import_module(found.name)
QUERIES = {f"{query.__module__}.{query.__name__}": query for query in CACHED}


@dataclass(frozen=True)
class Sample:
    """Arguments of a query, and the roles whose answer is another than the office's."""

    arguments: Mapping[str, Any]
    differs: tuple[Role, ...] = ("city",)


def samples(snapshot_id: str, lost_in_wuhan: str) -> dict[str, Sample]:
    """One sample for every query; a query that is missing here fails its test."""
    serving, tried = ("officers_serving",), Thresholds(acts=5, quarters=2)
    return {
        "pages.activity.queries.calls_of": Sample({}),
        "pages.activity.queries.changed_by": Sample({"tried": tried}),
        "pages.activity.queries.cohorts_of": Sample({}),
        "pages.activity.queries.ladder_of": Sample({"quarters": 2}),
        "pages.activity.queries.moves_of": Sample({}),
        "pages.activity.queries.officers_of": Sample({}),
        "pages.activity.queries.outlook_of": Sample({}, ("leader", "city")),
        "pages.activity.queries.proactive_by": Sample({"tried": tried}),
        "pages.cities.queries.comparison": Sample({"metric": "share_proactive"}),
        "pages.cities.queries.comparison_at_one_month": Sample({"metric": "share_proactive"}),
        "pages.cities.queries.other_provinces": Sample({}, differs=()),
        "pages.data.changes.differences": Sample({"before": snapshot_id}, differs=()),
        "pages.officer.queries.officer_dossier": Sample({"person_id": lost_in_wuhan}, ("leader", "city")),
        "pages.officer.queries.peer_bands": Sample({}, differs=()),
        "pages.officer.queries.people": Sample({}, ("leader", "city")),
        "pages.quality.queries.bodies_of": Sample({"channel": "local"}),
        "pages.quality.queries.classes": Sample({}, differs=()),
        "pages.shell.address_values.address_values": Sample({}),
        "pages.shell.queries.figures": Sample({"ids": serving}),
        "pages.shell.queries.neighbours_of": Sample({}),
        "pages.shell.queries.officer_file": Sample({"person_id": lost_in_wuhan}, ("leader", "city")),
        "pages.shell.queries.rows_behind": Sample({"ids": serving}),
        "pages.shell.queries.targets_of_scope": Sample({}, differs=()),
        "pages.shell.queries.trend": Sample({"ids": serving}),
        "pages.shell.queries.unrecorded_units": Sample({}, differs=()),
    }


@pytest.fixture
def office(sample_home: Home, sample_snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> QueryContext:
    """The office over the whole sample province."""
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))
    as_of = default_as_of(sample_snapshot)
    scope = Scope(as_of=as_of, versus=months_back(as_of, 12))
    return QueryContext(sample_snapshot, "2025.2", OFFICE, scope, "zh")


@pytest.mark.parametrize("name", QUERIES)
def test_another_viewer_on_the_same_key_never_gets_the_first_ones_answer(
    name: str, office: QueryContext
) -> None:
    wuhan = replace(office, scope=replace(office.scope, unit=("420100",)))
    lost = rows_behind(*wuhan.key, ids=("share_lost",))["person_id"].iloc[0]
    sample, query = samples(office.snapshot.id, lost)[name], QUERIES[name]

    def answer(viewer: Viewer) -> Any:
        try:
            return query(*replace(office, viewer=viewer).key, **sample.arguments)
        except (PermissionError, ValueError) as refused:
            return type(refused)

    first = answer(OFFICE)
    for viewer in (LEADER, YICHANG):
        is_same = equal(answer(viewer), first)
        assert is_same == (viewer.role not in sample.differs), viewer.role
    assert equal(answer(OFFICE), first)


def test_every_query_has_a_sample() -> None:
    assert set(samples("", "")) == set(QUERIES)


@pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))
def test_a_query_is_kept_by_snapshot_rules_viewer_scope_and_language(query: CachedQuery[..., Any]) -> None:
    names = list(inspect.signature(query).parameters)
    assert names[:5] == KEY
    # Streamlit leaves parameters with a leading underscore out of the key.
    assert not [name for name in names if name.startswith("_")]


@pytest.mark.parametrize("is_shared", [False, True])
def test_each_part_of_the_key_makes_an_answer_of_its_own(office: QueryContext, is_shared: bool) -> None:
    asked: list[tuple[QueryContext, str]] = []

    @cached(entries=9, is_shared=is_shared)
    def note(context: QueryContext, *, word: str) -> str:
        asked.append((context, word))
        return word

    CACHED.remove(note)
    others = [
        replace(office, rules_version="2099.1"),
        replace(office, viewer=replace(OFFICE, is_presenting=True)),
        replace(office, scope=replace(office.scope, category=("A",))),
        replace(office, lang="en"),
    ]
    for _ in range(2):
        for context in (office, *others):
            note(*context.key, word="x")
        note(*office.key, word="y")
    assert asked == [*((context, "x") for context in (office, *others)), (office, "y")]


def test_pages_keep_nothing_but_by_the_one_decorator() -> None:
    keeping = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py") if names_in(path) & KEEPERS}
    assert keeping == {"shell/caching.py"}


def names_in(path: Path) -> set[str]:
    """Attributes taken and names imported in a file."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    imported = (alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names)
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)} | set(imported)


def equal(one: Any, other: Any) -> bool:
    """Whether two answers hold the same, whatever they are made of."""
    if type(one) is not type(other):
        return False
    if isinstance(one, pd.DataFrame | pd.Series):
        return one.equals(other)
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    if is_dataclass(one):
        return all(equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(equal, one, other))
    return bool(one == other)
