"""The page over the sample province, without a browser, and what it is handed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.cities import Comparison, compare
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import OFFICE, Viewer
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot

ROOT = Path(__file__).resolve().parents[2]
SCOPE = Scope(as_of=dt.date(2025, 12, 1), versus=dt.date(2024, 12, 1))
LEADER = Viewer(name="ling", role="leader")
YICHANG = Viewer(name="yichang", role="city", unit="420500")

Compare = Callable[..., Comparison]
Show = Callable[..., AppTest]


@pytest.fixture(scope="session")
def compared(sample_snapshot: Snapshot) -> Compare:
    """`compared("demands", viewer=YICHANG)`: the comparison of the sample province; each reckoned once."""
    kept: dict[tuple[str, Viewer, Scope], Comparison] = {}

    def look(metric: str, viewer: Viewer = OFFICE, scope: Scope = SCOPE) -> Comparison:
        key = (metric, viewer, scope)
        if key not in kept:
            rules = Rules.of(sample_snapshot)
            kept[key] = compare(sample_snapshot, metric, scope=scope, viewer=viewer, rules=rules)
        return kept[key]

    return look


def page(role: str, unit: str | None) -> None:
    """The view alone, as app.py shows it (a script of its own: it runs outside this module)."""
    from foundation.access.viewer import Viewer
    from foundation.warehouse.home import Home
    from pages.cities.page import show as show_page
    from pages.shell.entry import page_context

    context = page_context(Home.find(), Viewer(name=role, role=role, unit=unit))
    assert context is not None
    show_page(context)


@pytest.fixture
def show(sample_home: Home, monkeypatch: pytest.MonkeyPatch) -> Show:
    """`show(unit="420500", lang="en")` opens the page there; nothing may fail on the way.

    role: "office", "leader" or "city"; own: the unit of a city.
    """
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))
    monkeypatch.chdir(ROOT)

    def go(role: str = "office", own: str | None = None, **query: str) -> AppTest:
        app = AppTest.from_function(page, kwargs={"role": role, "unit": own}, default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, app.exception
        return app

    return go
