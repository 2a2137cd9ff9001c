"""A small warehouse as the pages' functions read one, and what a page is handed over the sample province."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import OFFICE, Viewer
from foundation.locales import Text
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.shell.address import Address
from pages.shell.address_values import address_values
from pages.shell.caching import opening_key
from pages.shell.context import PageContext

ROOT = Path(__file__).resolve().parents[2]
SCOPE = Scope(as_of=dt.date(2025, 12, 1), versus=dt.date(2024, 12, 1))
LEADER = Viewer(name="ling", role="leader")
YICHANG = Viewer(name="yichang", role="city", unit="420500")

LookAt = Callable[..., PageContext]
Show = Callable[..., AppTest]


@dataclass(frozen=True, eq=False)
class Small:
    """An open connection read as a snapshot: its rules are the package's."""

    con: duckdb.DuckDBPyConnection

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self.con.cursor()

    @property
    def meta(self) -> dict[str, str]:
        return {"rules_toml": Rules.package().toml}


@pytest.fixture
def look_at(sample_home: Home, sample_snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> LookAt:
    """`look_at(own="calls", viewer=LEADER, unit=("420100",))`: the context of that address."""
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))

    def look(
        own: str | None = None,
        viewer: Viewer = OFFICE,
        scope: Scope = SCOPE,
        home: Home = sample_home,
        **more,
    ) -> PageContext:
        return PageContext(
            home=home,
            snapshot=sample_snapshot,
            viewer=viewer,
            rules=Rules.of(sample_snapshot),
            address=Address(scope=scope, page_view=own, **more),
            address_values=address_values(*opening_key(sample_snapshot, viewer, "zh")),
            scope_text=Text(zh="全省", en="Whole province"),
            is_simulated=True,
        )

    return look


def page(role: str, unit: str | None) -> None:
    """The view alone, as app.py shows it (a script of its own: it runs outside this module)."""
    from foundation.access.viewer import Viewer
    from foundation.warehouse.home import Home
    from pages.activity.page import show as show_page
    from pages.shell.entry import page_context

    context = page_context(Home.find(), Viewer(name=role, role=role, unit=unit))
    assert context is not None
    show_page(context)


@pytest.fixture
def show(sample_home: Home, monkeypatch: pytest.MonkeyPatch) -> Show:
    """`show(own="calls", lang="en")` opens the page there; nothing may fail on the way."""
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))
    monkeypatch.chdir(ROOT)

    def go(role: str = "office", unit: str | None = None, **query: str) -> AppTest:
        app = AppTest.from_function(page, kwargs={"role": role, "unit": unit}, default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, app.exception
        return app

    return go
