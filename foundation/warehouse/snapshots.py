"""Immutable DuckDB snapshots: built aside, published by one atomic pointer, opened read-only."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from foundation.warehouse import ledger
from foundation.warehouse.durable import move_into_place, sync, write_text
from foundation.warehouse.home import Home

#: Raised by one when a table or column that scripts or pages read changes its name or meaning.
SCHEMA = 4
#: Old snapshots stay open while somebody looks at one "as the meeting saw it", but not for ever.
_OPEN_AT_MOST = 4
_NO_CHECKPOINT = "1TB"
_connections: OrderedDict[tuple[int, Path], duckdb.DuckDBPyConnection] = OrderedDict()
_guard = threading.Lock()


class SnapshotMissingError(LookupError):
    """No snapshot of this id is kept in this home."""


@dataclass(frozen=True)
class Snapshot:
    """One published snapshot. Hashable: a cache key holds it whole."""

    id: str
    path: Path

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of the process's one read-only connection; one per call, any thread."""
        return _connection(self.path).cursor()

    def rows(self, sql: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of one query, each by its columns' names."""
        cursor = self.cursor().execute(sql, parameters)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    @property
    def meta(self) -> dict[str, str]:
        """What the snapshot says about itself: snapshot, schema, as_of, rules_version, is_simulated …"""
        return dict(_meta(self.path, self.path.stat().st_mtime_ns))

    @property
    def is_outdated(self) -> bool:
        """Written by a program with another schema: to be rebuilt from its recorded inputs."""
        return self.meta.get("schema") != str(SCHEMA)


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A reader's connection that fetches no extension: the program runs without a network.

    Set after connecting: whoever opens the same file with plain DuckDB in this process must not meet
    "a different configuration".
    """
    con = duckdb.connect(str(path), read_only=True)
    con.execute("set autoinstall_known_extensions = false")
    return con


def connect_new(path: Path) -> duckdb.DuckDBPyConnection:
    """The builder's connection to a new file, which nobody reads before the one checkpoint at its end.

    Until then rows stay in memory (beyond its limit in `<path>.tmp`): written at once, every column that is
    filled in later would be compressed twice. And no journal: a build that is killed begins anew.
    """
    path.unlink(missing_ok=True)
    con = duckdb.connect()
    con.execute("set autoinstall_known_extensions = false")
    con.execute(f"set temp_directory = {_quoted(path.with_suffix('.tmp'))}")
    con.execute("set enable_optimistic_write = false")
    con.execute(f"set checkpoint_threshold = '{_NO_CHECKPOINT}'")
    con.execute(f"attach {_quoted(path)} as building (recovery_mode no_wal_writes)")
    con.execute("use building")
    return con


def _quoted(path: Path) -> str:
    """A path as SQL: what neither `set` nor `attach` takes as a bound parameter."""
    return "'" + str(path).replace("'", "''") + "'"


def _connection(path: Path) -> duckdb.DuckDBPyConnection:
    # A forked child must not use its parent's connection: the process is part of the key.
    key = (os.getpid(), path)
    with _guard:
        if key not in _connections:
            _connections[key] = connect(path)
        _connections.move_to_end(key)
        while len(_connections) > _OPEN_AT_MOST:
            # Let go, never closed: close() would also close the cursors that are still in use.
            _connections.popitem(last=False)
        return _connections[key]


def let_go(path: Path) -> None:
    """Open this file no longer: it is about to be removed. Cursors still in use stay good."""
    with _guard:
        _connections.pop((os.getpid(), path), None)


@lru_cache(maxsize=64)
def _meta(path: Path, _written: int) -> tuple[tuple[str, str], ...]:
    rows = _connection(path).cursor().execute("select key, value from meta order by key").fetchall()
    return tuple((str(key), str(value)) for key, value in rows)


def file_of(home: Home, snapshot_id: str) -> Path:
    """Where a snapshot lies. Raises SnapshotMissingError for what cannot be an id (ids come from URLs)."""
    if not re.fullmatch(r"[0-9a-f]{8,64}", snapshot_id):
        raise SnapshotMissingError(snapshot_id)
    return home.snapshots / f"{snapshot_id}.duckdb"


def current_id(home: Home) -> str | None:
    """The id in CURRENT, whether or not its file is there."""
    try:
        return home.current.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def current(home: Home) -> Snapshot | None:
    """The snapshot in force, None before the first is published."""
    snapshot_id = current_id(home)
    if snapshot_id is None or not file_of(home, snapshot_id).exists():
        return None
    return Snapshot(id=snapshot_id, path=file_of(home, snapshot_id))


def open_snapshot(home: Home, snapshot_id: str) -> Snapshot:
    """A snapshot by id. Raises SnapshotMissingError."""
    path = file_of(home, snapshot_id)
    if not path.exists():
        raise SnapshotMissingError(snapshot_id)
    return Snapshot(id=snapshot_id, path=path)


def kept(home: Home) -> list[Snapshot]:
    """All snapshots on disk, in the order of publication, the latest last."""
    ids = [entry.snapshot_id for entry in ledger.snapshots(home)]
    return [Snapshot(id=i, path=file_of(home, i)) for i in ids if file_of(home, i).exists()]


def building_path(home: Home) -> Path:
    """Where the next snapshot is built: a name that no reader opens."""
    home.snapshots.mkdir(parents=True, exist_ok=True)
    return home.snapshots / f".building-{os.getpid()}.duckdb"


def keep(home: Home, building: Path, snapshot_id: str) -> Snapshot:
    """Sync a finished file and give it its final name, without putting it in force."""
    target = file_of(home, snapshot_id)
    move_into_place(building, target)
    return Snapshot(id=snapshot_id, path=target)


def point_to(home: Home, snapshot_id: str | None) -> None:
    """CURRENT names this snapshot from now on; None: as before the first one."""
    if snapshot_id is not None:
        write_text(home.current, snapshot_id + "\n")
    elif home.current.exists():
        home.current.unlink()
        sync(home.root)


def prune(home: Home, keep_last: int) -> list[str]:
    """Remove all but the last `keep_last`, those named at a meeting and the one in force; the ids removed."""
    named = {e.snapshot_id for e in ledger.snapshots(home) if e.meeting}
    stay = named | {current_id(home)}
    old = [s for s in kept(home)[: -keep_last or None] if s.id not in stay]
    for snapshot in old:
        snapshot.path.unlink(missing_ok=True)
    return [s.id for s in old]


def sweep(home: Home) -> None:
    """Remove what an interrupted build left behind. Only with the writer's lock held."""
    for path in home.snapshots.glob(".building-*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
