"""kill -9 at random points of an ingest: readers keep the old snapshot, the next ingest succeeds."""

import json
import random
import signal
import subprocess
import sys
import time

import duckdb
import pytest

from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from tests.refresh.files import take, write

INGEST = """
import datetime as dt, sys
from pathlib import Path
from foundation.warehouse.home import Home
from refresh import ingest
print("ready", flush=True)
report = ingest(Home(Path(sys.argv[1])), sys.argv[2:], who="test", received=dt.date(2026, 1, 10))
print(report["snapshot"], flush=True)
"""
SEEDED = random.Random(543)
DELAYS = [round(SEEDED.uniform(0.0, 1.5), 3) for _ in range(6)]


def start(home, *paths):
    process = subprocess.Popen(
        [sys.executable, "-c", INGEST, str(home.root), *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.fixture(scope="module")
def goal(tmp_path_factory):
    """The id that an undisturbed home arrives at."""
    folder = tmp_path_factory.mktemp("goal")
    return take(Home(folder / "home"), write(folder / "in"))["snapshot"]


@pytest.mark.parametrize("delay", DELAYS)
def test_an_ingest_killed_anywhere(tmp_path, goal, delay):
    home, folder = Home(tmp_path / "home"), write(tmp_path / "in")
    old = take(home, folder / "名册.csv")["snapshot"]
    process = start(home, folder)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = home.current.read_text().strip()
    assert left in (old, goal)
    with duckdb.connect(str(home.snapshots / f"{left}.duckdb"), read_only=True) as con:
        assert dict(con.execute("select key, value from meta").fetchall())["snapshot"] == left
    report = take(home, folder)
    assert (report["snapshot"], report["is_published"]) == (goal, True)
    assert {f.state for f in ledger.files(home)} == {"in_force"}
    assert [p.name for p in home.snapshots.glob(".*")] + [p.name for p in home.landing.glob(".*")] == []
    assert json.dumps(report, default=str)


def test_a_reader_stays_on_its_snapshot_while_another_is_published(tmp_path):
    home, folder = Home(tmp_path / "home"), write(tmp_path / "in")
    take(home, folder / "名册.csv")
    reader = snapshots.current(home)
    cursor = reader.cursor()
    process = start(home, folder)
    process.wait()
    assert cursor.execute("select value from meta where key = 'snapshot'").fetchone() == (reader.id,)
    assert snapshots.current(home).id != reader.id
