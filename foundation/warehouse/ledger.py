"""The ledger (SQLite, WAL): files and their state, decisions, snapshots with their inputs, audit.

Readers never wait for a writer. Reading a home without a ledger gives empty lists and creates nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock

from foundation.warehouse.corrections import Correction, of_json, to_json
from foundation.warehouse.home import Home
from foundation.warehouse.statements import named

State = Literal["landed", "in_force", "retracted", "refused"]
#: Files of these states are inputs of the next snapshot.
IN_FORCE: tuple[State, ...] = ("landed", "in_force")

_HERE = Path(__file__).parent
_VERSION = 2


@dataclass(frozen=True)
class FileEntry:
    """One landed content. `sender` and `received_on` are part of the snapshot's identity, `name` is not.

    folder: where it was found, if a folder was handed over. corrects, saved_at: of return workbooks in it.
    """

    sha256: str
    name: str
    suffix: str
    size: int
    sender: str | None
    received_on: dt.date
    state: State
    landed_at: str
    who: str
    folder: str | None = None
    corrects: tuple[Correction, ...] = ()
    saved_at: str | None = None


@dataclass(frozen=True)
class Decision:
    """One answer of a person, in the order given. `body` is what `kind` says it is."""

    decision_id: int
    made_at: str
    who: str
    kind: str
    body: dict[str, Any]


@dataclass(frozen=True)
class SnapshotEntry:
    """One published snapshot; `inputs` is the JSON that `refresh.build.inputs` reads back."""

    position: int
    snapshot_id: str
    built_at: str
    schema_version: int
    inputs: dict[str, Any]
    meeting: str | None
    replaces: str | None


def now() -> str:
    """UTC, to the second: for the ledger alone, no number depends on it."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def today() -> dt.date:
    """The day in Asia/Shanghai (no daylight saving since 1991)."""
    return dt.datetime.now(dt.timezone(dt.timedelta(hours=8))).date()


@contextmanager
def _open(home: Home) -> Iterator[sqlite3.Connection]:
    con = sqlite3.connect(home.ledger, timeout=30, isolation_level=None)
    con.row_factory = sqlite3.Row
    try:
        con.execute("pragma synchronous = full")
        if con.execute("pragma user_version").fetchone()[0] != _VERSION:
            _create(con, home)
        yield con
    finally:
        con.close()


def _create(con: sqlite3.Connection, home: Home) -> None:
    # Changing to WAL ignores the busy timeout, so two first visitors take turns here.
    with FileLock(str(home.root / ".ledger.lock")):
        version = con.execute("pragma user_version").fetchone()[0]
        con.execute("pragma journal_mode = wal")
        con.executescript((_HERE / "ledger.sql").read_text(encoding="utf-8"))
        if version == 1:
            con.executescript((_HERE / "ledger_2.sql").read_text(encoding="utf-8"))
        con.execute(f"pragma user_version = {_VERSION}")


def _write(home: Home, *steps: tuple[str, Mapping[str, Any]]) -> None:
    """Run named statements as one transaction."""
    statements = named(_HERE / "ledger_statements.sql")
    home.root.mkdir(parents=True, exist_ok=True)
    with _open(home) as con:
        con.execute("begin immediate")
        try:
            for name, values in steps:
                con.execute(statements[name], dict(values))
        except BaseException:
            con.execute("rollback")
            raise
        con.execute("commit")


def _read(home: Home, name: str) -> list[dict[str, Any]]:
    if not home.ledger.exists():
        return []
    with _open(home) as con:
        return [dict(row) for row in con.execute(named(_HERE / "ledger_statements.sql")[name])]


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _note(who: str, action: str, detail: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    line = {"at": now(), "who": who, "role": None, "unit": None, "action": action, "detail": _json(detail)}
    return "note", line


def land(
    home: Home,
    *,
    sha256: str,
    name: str,
    suffix: str,
    size: int,
    sender: str | None,
    received_on: dt.date,
    who: str,
    folder: str | None = None,
) -> None:
    """Write a landed copy down; a content in force already keeps its first sender and day."""
    row = {"sha256": sha256, "name": name, "suffix": suffix, "size": size, "sender": sender, "who": who}
    row["folder"] = folder
    _write(
        home,
        ("land", {**row, "received_on": received_on.isoformat(), "at": now()}),
        _note(who, "land", {"sha256": sha256, "name": name, "sender": sender}),
    )


def move(home: Home, sha256: str, *, state: State, who: str) -> None:
    """A file changes its state; the audit keeps when and by whom."""
    _write(home, ("move", {"sha256": sha256, "state": state}), _note(who, state, {"sha256": sha256}))


def tell(home: Home, sha256: str, *, corrects: Iterable[Correction], saved_at: str | None) -> None:
    """What reading showed: the files that return workbooks in this one put right."""
    _write(home, ("told", {"sha256": sha256, "corrects": to_json(corrects), "saved_at": saved_at}))


def files(home: Home, *states: State) -> list[FileEntry]:
    """Files in the given states (none given: all), in the order of landing."""
    rows = (r for r in _read(home, "files") if not states or r["state"] in states)
    return [_entry(row) for row in rows]


def _entry(row: dict[str, Any]) -> FileEntry:
    received_on = dt.date.fromisoformat(row["received_on"])
    return FileEntry(**{**row, "received_on": received_on, "corrects": of_json(row["corrects"])})


def decide(home: Home, kind: str, body: Mapping[str, Any], *, who: str) -> None:
    """Append one decision."""
    _write(home, ("decide", {"at": now(), "who": who, "kind": kind, "body": _json(body)}))


def decisions(home: Home) -> list[Decision]:
    """All decisions, oldest first."""
    return [Decision(**{**r, "body": json.loads(r["body"])}) for r in _read(home, "decisions")]


def record_snapshot(
    home: Home,
    snapshot_id: str,
    *,
    schema_version: int,
    inputs: Mapping[str, Any],
    replaces: str | None = None,
    superseded: Iterable[str] = (),
) -> None:
    """A snapshot is published: keep what it is a function of, and put its files in force.

    superseded: files whose corrected selves are among its inputs; they are settled too.
    """
    row = {"snapshot_id": snapshot_id, "at": now(), "schema_version": schema_version, "replaces": replaces}
    settled = [*(f["sha256"] for f in inputs["files"]), *superseded]
    moves = [("put_in_force", {"sha256": sha256}) for sha256 in settled]
    _write(home, ("published", {**row, "inputs": _json(inputs)}), *(moves if replaces is None else []))


def snapshots(home: Home) -> list[SnapshotEntry]:
    """Published snapshots, the latest last."""
    return [SnapshotEntry(**{**r, "inputs": json.loads(r["inputs"])}) for r in _read(home, "snapshots")]


def name_at_meeting(home: Home, snapshot_id: str, meeting: str) -> None:
    """Keep a snapshot for ever, "as the meeting saw it"."""
    _write(home, ("name_at_meeting", {"snapshot_id": snapshot_id, "meeting": meeting}))


def note(
    home: Home,
    *,
    who: str,
    action: str,
    detail: Mapping[str, Any],
    role: str | None = None,
    unit: str | None = None,
) -> None:
    """Append one line of audit."""
    line = {"at": now(), "who": who, "role": role, "unit": unit, "action": action, "detail": _json(detail)}
    _write(home, ("note", line))


def audit(home: Home) -> list[dict[str, Any]]:
    """All lines of audit, oldest first; `detail` as a dict."""
    return [{**r, "detail": json.loads(r["detail"])} for r in _read(home, "audit")]
