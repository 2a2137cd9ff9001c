"""Shared ground: one ingested sample home for the whole run, and a real server and browser over it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot, current
from tests.support.server import Server, serve

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_data"

#: Tests of the whole path (many ingests, many processes, thousands of draws) count as e2e too: the fast part
#: must stay fast. Everything runs in `make test`.
WHOLE_PATH = (
    "tests/activity/test_page.py",
    "tests/activity/test_stability.py",
    "tests/cities/test_benchmarks.py",
    "tests/cities/test_by_chance_alone.py",
    "tests/cities/test_numbers.py",
    "tests/cities/test_page.py",
    "tests/cities/test_words.py",
    "tests/cli/test_commands.py",
    "tests/cli/test_usage.py",
    "tests/corrections/",
    "tests/data_page/test_sections.py",
    "tests/decide/",
    "tests/dossier/test_page.py",
    "tests/dossier/test_one_person.py",
    "tests/identity/test_order.py",
    "tests/lapse/test_real_people.py",
    "tests/messy/test_hostile.py",
    "tests/messy/test_mutations.py",
    "tests/metrics/test_engine.py::test_groups_add_up_to_the_whole",
    "tests/metrics/test_engine.py::test_history_agrees_with_measuring_month_by_month",
    "tests/metrics/test_engine.py::test_months_of_flows_add_up_and_stocks_stand_as_at_each",
    "tests/metrics/test_engine.py::test_every_number_opens_the_list_that_it_counts",
    "tests/metrics/test_engine.py::test_rows_in_any_order_give_the_same_numbers",
    "tests/metrics/test_second_opinion.py",
    "tests/models/test_properties.py",
    "tests/models/test_tier_thresholds.py",
    "tests/pages/test_every_page.py::test_a_page_opens",
    "tests/pages/test_lists.py",
    "tests/quality/test_numbers.py",
    "tests/refresh/",
    "tests/reporting/test_document.py::test_a_native_chart_is_grafted_in_with_workbook_and_alt_text",
    "tests/simulation/",
    "tests/stats/test_shrinkage.py::test_limits_cover_and_shrinkage_helps",
    "tests/watch/",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(WHOLE_PATH):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample workbooks, ingested once as `liaison demo` does it; shared by parallel workers. Never write to it."""
    from tests.support.sample import ingest_sample

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    home = Home(shared / "sample-home")
    with FileLock(str(shared / "sample-home.lock")):
        if not home.current.exists():
            ingest_sample(home, SAMPLE)
    return home


@pytest.fixture(scope="session")
def sample_snapshot(sample_home: Home) -> Snapshot:
    """The published snapshot of the sample workbooks, read-only."""
    snapshot = current(sample_home)
    assert snapshot is not None
    return snapshot


@pytest.fixture(scope="session")
def sample_server(sample_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`liaison serve` over a copy of the sample home (reveals and exports write to its ledger)."""
    root = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(sample_home.root, root)
    with serve(Home(root)) as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium. Missing: a failure in CI, a skip with the remedy elsewhere."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        message = "no chromium on PATH: run `make machine`"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The one Chromium of a worker: a second Playwright in the same process does not start."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()
