"""The parent's side of reading: a warm child process, replaced as soon as it misbehaves."""

from __future__ import annotations

import atexit
import json
import os
import selectors
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from pathlib import Path

from data_ingest.readers.cells import Member, Refusal, ReturnSource, read_cells
from data_ingest.readers.limits import DEFAULT, Limits
from foundation.fast.process import ALLOCATOR

#: Where the package lies, so that the child can import it from any working folder.
_ROOT = Path(__file__).resolve().parents[2]
JOIN = " › "
_SETTINGS = {"PYTHONUTF8": "1", **ALLOCATOR}


class Child:
    """One worker process. `ask` returns its answer, or None where it died or ran out of time."""

    def __init__(self, limits: Limits) -> None:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self.limits = limits
        self.was_late = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "data_ingest.readers.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_SETTINGS, "PYTHONPATH": os.pathsep.join(paths)},
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, request: dict, seconds: float) -> dict | None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            line = self._line(seconds)
        except BrokenPipeError:
            line = b""
        try:
            return json.loads(line)
        except ValueError:
            # No complete JSON line: the child died, is late, or wrote something else.
            self.stop()
            return None

    def _line(self, seconds: float) -> bytes:
        """The child's next line within `seconds`; empty or cut short where it died or is late."""
        assert self._process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            if not selector.select(seconds):
                self.was_late = True
                return b""
        return self._process.stdout.readline()

    def stop(self) -> None:
        self._process.kill()
        self._process.communicate()


_lock = threading.Lock()
_warm: dict[Limits, Child] = {}


def _ask(request: dict, limits: Limits) -> dict:
    """The answer of the warm child with these limits. Where it dies or is late, the answer is a refusal,
    and the next file starts a new child.
    """
    with _lock:
        child = _warm.pop(limits, None)
        if child is None or not child.is_alive:
            child = Child(limits)
        seconds = limits.seconds_for(_size(request["path"]))
        answer = child.ask(request, seconds)
        if answer is not None:
            _warm[limits] = child
            return answer
    key = "slow" if child.was_late else "memory"
    return {"refused": key, "values": {"seconds": int(seconds)} if child.was_late else {}}


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


@atexit.register
def stop_children() -> None:
    """Kill every warm child: when Python exits, and in tests."""
    while _warm:
        _warm.popitem()[1].stop()


def read(path: str | Path, *, name: str | None = None, limits: Limits = DEFAULT) -> list[Member]:
    """The file's worksheets as text: one member, or one for each file within an archive.

    `name` is what the file was called where it came from; members of an archive are called
    `a.zip › b.xlsx`. A member that cannot be read carries its refusal.
    """
    path = Path(path)
    with tempfile.TemporaryDirectory(prefix="liaison-") as folder:
        return _read(path, name or path.name, Path(folder), limits, depth=0)


def _read(path: Path, name: str, folder: Path, limits: Limits, *, depth: int) -> list[Member]:
    request = {
        "path": str(path.resolve()),
        "name": name.rsplit(JOIN, maxsplit=1)[-1],
        "folder": str(folder),
        "limits": asdict(limits),
    }
    answer = _ask(request, limits)
    if "refused" in answer:
        return [Member(name, refusal=Refusal.of(answer["refused"], **answer["values"]))]
    if "members" in answer:
        return _members(answer["members"], name, folder, limits, depth=depth + 1)
    return [Member(name, tuple(map(read_cells, answer["sheets"])), returned=_returned(answer))]


def _returned(answer: dict) -> ReturnSource | None:
    return ReturnSource(**answer["returned"]) if answer.get("returned") else None


def _members(entries: list[dict], name: str, folder: Path, limits: Limits, *, depth: int) -> list[Member]:
    members: list[Member] = []
    for place, entry in enumerate(entries):
        inner = f"{name}{JOIN}{entry['name']}"
        below = folder / str(place)
        below.mkdir()
        if depth > limits.depth:
            members.append(Member(inner, refusal=Refusal.of("nested")))
        elif "refused" in entry:
            members.append(Member(inner, refusal=Refusal.of(entry["refused"])))
        else:
            members += _read(Path(entry["path"]), inner, below, limits, depth=depth)
    return members
