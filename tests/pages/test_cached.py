"""What pages keep between reruns is kept apart for every viewer."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

from analytics.metrics import default_as_of
from analytics.scope import Scope
from foundation.access.viewer import OFFICE, Viewer
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.shell import known_values as known
from pages.shell import queries as cached

YICHANG = Viewer(name="yichang", role="city", unit="420500")
FIRST = ["snapshot_id", "rules_version", "viewer", "scope", "lang"]


def test_another_viewer_on_the_same_key_gets_other_numbers(
    sample_home: Home, sample_snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))
    scope = Scope(as_of=default_as_of(sample_snapshot))
    counts = [
        cached.figures(sample_snapshot.id, "2025.2", viewer, scope, "zh", ids=("officers_serving",))["value"][
            0
        ]
        for viewer in (OFFICE, YICHANG, OFFICE)
    ]
    assert counts[0] == counts[2] > counts[1]


def cached_functions(module: ModuleType) -> list[object]:
    return [f for f in vars(module).values() if hasattr(f, "clear") and hasattr(f, "__wrapped__")]


@pytest.mark.parametrize("function", cached_functions(cached), ids=lambda f: f.__name__)
def test_a_query_is_kept_by_snapshot_rules_viewer_scope_and_language(function: object) -> None:
    assert list(inspect.signature(function).parameters)[:5] == FIRST


@pytest.mark.parametrize(
    "function", [*cached_functions(cached), *cached_functions(known)], ids=lambda f: f.__name__
)
def test_no_part_of_a_key_is_left_out(function: object) -> None:
    # Streamlit leaves parameters with a leading underscore out of the key.
    assert not [name for name in inspect.signature(function).parameters if name.startswith("_")]
