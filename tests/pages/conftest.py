"""The page over the sample province, without a browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from foundation.access.passwords import hash_line
from foundation.warehouse.home import Home

APP = Path(__file__).resolve().parents[2] / "app.py"

Visit = Callable[..., AppTest]


@pytest.fixture
def visit(sample_home: Home, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """`visit(list="share_lost", lang="en")` opens that address; nothing may fail on the way."""
    return _visitor(sample_home, monkeypatch)


@pytest.fixture
def guarded_home(sample_home: Home, tmp_path: Path) -> Home:
    """The sample province with three people who may sign in (模拟数据); their password is their name."""
    home = Home(tmp_path / "home")
    home.snapshots.mkdir(parents=True)
    shutil.copy(sample_home.current, home.current)
    (snapshot,) = sample_home.snapshots.glob(f"{sample_home.current.read_text().strip()}.duckdb")
    (home.snapshots / snapshot.name).symlink_to(snapshot)
    people = [("ban", "office", ""), ("ling", "leader", ""), ("yichang", "city", 'unit = "420500"\n')]
    entries = [
        f'[[users]]\nname = "{name}"\nrole = "{role}"\n{unit}hash = "{hash_line(name)}"\n'
        for name, role, unit in people
    ]
    home.users.write_text("\n".join(entries), encoding="utf-8")
    return home


@pytest.fixture
def visit_as(guarded_home: Home, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """`visit_as("ling", list="share_lost")` signs in through the form and goes there."""
    visit = _visitor(guarded_home, monkeypatch)

    def go(name: str, **query: str) -> AppTest:
        app = visit(**query)
        app.text_input[0].set_value(name)
        app.text_input[1].set_value(name)
        app.button[0].click().run()
        assert not app.exception
        return app

    return go


def _visitor(home: Home, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setenv("LIAISON_HOME", str(home.root))
    monkeypatch.chdir(APP.parent)

    def go(**query: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, app.exception
        return app

    return go
