"""Snapshots: one pointer, read-only, pruned by rule."""

import threading

import duckdb
import pytest

from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import (
    SCHEMA,
    SnapshotMissingError,
    building_path,
    current,
    keep,
    kept,
    open_snapshot,
    point_to,
    prune,
    sweep,
)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def put(home, snapshot_id, *, schema=SCHEMA):
    path = building_path(home)
    with duckdb.connect(str(path)) as con:
        con.execute("create table meta (key varchar, value varchar)")
        con.executemany(
            "insert into meta values (?, ?)", [("snapshot", snapshot_id), ("schema", str(schema))]
        )
    ledger.record_snapshot(home, snapshot_id, schema_version=schema, inputs={"files": []})
    snapshot = keep(home, path, snapshot_id)
    point_to(home, snapshot_id)
    return snapshot


def test_before_the_first_there_is_none(home):
    assert current(home) is None


def test_publishing_moves_current_and_the_old_one_stays_readable(home):
    old = put(home, "a" * 16)
    cursor = old.cursor()
    new = put(home, "b" * 16)
    assert current(home) == new
    assert cursor.execute("select value from meta where key = 'snapshot'").fetchone() == ("a" * 16,)
    assert open_snapshot(home, "a" * 16).meta["snapshot"] == "a" * 16
    assert [p.name for p in home.snapshots.glob(".building*")] == []


def test_a_snapshot_is_read_only(home):
    with pytest.raises(duckdb.Error, match="read-only"):
        put(home, "a" * 16).cursor().execute("create table x (a int)")


@pytest.mark.parametrize("snapshot_id", ["c" * 16, "../../etc/passwd", "", "x", "a" * 15 + "/"])
def test_an_unknown_or_unsafe_id_is_missing(home, snapshot_id):
    with pytest.raises(SnapshotMissingError):
        open_snapshot(home, snapshot_id)


def test_current_without_its_file_is_none(home):
    put(home, "a" * 16).path.unlink()
    assert current(home) is None


def test_many_threads_share_one_connection(home):
    snapshot, seen = put(home, "a" * 16), []

    def read():
        for _ in range(20):
            seen.append(snapshot.cursor().execute("select count(*) from meta").fetchone()[0])

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [2] * 80


def test_a_cursor_outlives_the_connection_pool(home):
    first = put(home, "0" * 16)
    cursor = first.cursor()
    for n in range(1, 7):
        put(home, f"{n}" * 16).cursor()
    assert cursor.execute("select count(*) from meta").fetchone() == (2,)


def test_prune_keeps_the_last_those_of_meetings_and_the_one_in_force(home):
    ids = [f"{n}" * 16 for n in range(6)]
    for snapshot_id in ids:
        put(home, snapshot_id)
    ledger.name_at_meeting(home, ids[0], "2025年会")
    point_to(home, ids[1])
    assert prune(home, 2) == [ids[2], ids[3]]
    assert [s.id for s in kept(home)] == [ids[0], ids[1], ids[4], ids[5]]


def test_an_older_schema_is_told(home):
    assert put(home, "a" * 16, schema=0).is_outdated
    assert not put(home, "b" * 16).is_outdated


def test_sweep_removes_an_interrupted_build(home):
    snapshot = put(home, "a" * 16)
    building_path(home).write_bytes(b"half")
    sweep(home)
    assert list(home.snapshots.iterdir()) == [snapshot.path]
