"""A folder that takes itself in: what is dropped there is ingested once whole; nothing in it is touched.

What was done is kept in the home by path, size and time, written after the report: a restart does nothing
twice, and what a kill interrupted is done again to the same end.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from foundation.warehouse import ledger
from foundation.warehouse.durable import write_text
from foundation.warehouse.home import Home
from refresh.commands import ingest
from refresh.intake.paths import gather
from refresh.progress import Progress, quiet

#: Where reports go, beside what was dropped; never read as input.
REPORTS = "报告"
#: Still on its way: browsers, synced drives and copying programs call it so until it is whole.
UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".!ut", ".swp", ".lock")
#: A lock beside a file says that somebody has it open; one that was forgotten says nothing.
_LOCK_SECONDS = 12 * 3600
#: An empty file may be the first moment of a copy.
_EMPTY_SECONDS = 60
_LONGEST_PAUSE = 900.0
#: Bytes of a file's name that leave room for the report's ending.
_LONGEST = 220

#: (path within the folder, size, mtime in ns): one state of one file.
FileState = tuple[str, int, int]


class AlreadyWatchedError(Exception):
    """Another process watches this folder for this home."""


@dataclass(frozen=True)
class Outcome:
    """One pass: records of `ingest` by path within the folder. is_published: whether a snapshot followed."""

    files: dict[str, dict[str, Any]]
    report: dict[str, Any] | None
    is_published: bool


class Watch:
    """One folder for one home. `write_report` words a file's record, given the whole report too."""

    def __init__(
        self,
        home: Home,
        folder: Path,
        *,
        who: str,
        write_report: Callable[[dict[str, Any], dict[str, Any]], str],
        sender: str | None = None,
        settle_seconds: float = 10.0,
    ) -> None:
        self.home, self.folder = home, folder.resolve()
        self.who, self.sender, self.settle_seconds = who, sender, settle_seconds
        self._word = write_report
        key = hashlib.sha256(str(self.folder).encode()).hexdigest()[:16]
        self._kept = home.root / f"watch-{key}.json"
        self._lock = home.root / f".watch-{key}.lock"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One watcher a folder. Raises AlreadyWatchedError."""
        self.home.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(self._lock))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise AlreadyWatchedError(str(self.folder)) from None
        try:
            yield
        finally:
            lock.release()

    def done(self) -> set[FileState]:
        """What was taken in, with its report written."""
        try:
            kept = json.loads(self._kept.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return set()
        return {(name, size, changed) for name, size, changed in kept["done"]}

    def once(self, progress: Progress = quiet) -> Outcome:
        """Look, wait, look again; take in what has not moved in between and was not taken in before."""
        first = set(self._file_states()) - self.done()
        if not first:
            return Outcome({}, None, True)
        time.sleep(self.settle_seconds)
        return self._take(sorted(first & set(self._file_states())), progress)

    def run(
        self, *, every_seconds: float, on_outcome: Callable[[Outcome], None], progress: Progress = quiet
    ) -> None:
        """Until stopped. A snapshot that could not be published is tried again, at growing intervals."""
        pause = every_seconds
        while True:
            outcome = self.once(progress)
            if outcome.files:
                on_outcome(outcome)
            pause = every_seconds if outcome.is_published else min(2 * pause, _LONGEST_PAUSE)
            time.sleep(pause)

    def _file_states(self) -> Iterator[FileState]:
        now = time.time()
        for path in gather([self.folder]):
            name = path.relative_to(self.folder)
            if name.parts[0] == REPORTS or not _is_finished(path, now):
                continue
            try:
                stat = path.stat()
            except OSError:
                continue  # gone again
            if stat.st_size or now - stat.st_mtime > _EMPTY_SECONDS:
                yield (name.as_posix(), stat.st_size, stat.st_mtime_ns)

    def _take(self, states: list[FileState], progress: Progress) -> Outcome:
        if not states:
            return Outcome({}, None, True)
        paths = [self.folder / name for name, _, _ in states]
        # What lies in a folder of its own was put there by its sender: the folder's name may say who.
        singly = [path for path in paths if path.parent == self.folder]
        report = ingest(
            self.home, paths, who=self.who, sender=self.sender, progress=progress, named_singly=singly
        )
        files = {name: file for (name, _, _), file in zip(states, report["files"], strict=True)}
        for name, file in files.items():
            self._report(name, self._word(file, report))
        is_published = report["error"] is None
        if is_published:
            self._keep(states)
        detail = {"folder": str(self.folder), "files": [name for name, _, _ in states]}
        ledger.note(self.home, who=self.who, action="watch", detail=detail)
        return Outcome(files, report, is_published)

    def _report(self, name: str, words: str) -> None:
        """Beside the file; in the home where the folder is read-only for us."""
        for place in (self.folder / REPORTS, self.home.root / "reports" / self._kept.stem):
            target = place / report_name(name)
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                # For Notepad too: with a byte order mark.
                write_text(target, "\ufeff" + words)
            except OSError:
                if place == self.folder / REPORTS:
                    continue
                raise
            return

    def _keep(self, states: Iterable[FileState]) -> None:
        names = {name for name, _, _ in states}
        # Of each path the last state counts, and only while the file is there.
        earlier = {s for s in self.done() if s[0] not in names and (self.folder / s[0]).exists()}
        kept = {"folder": str(self.folder), "done": sorted(earlier | set(states))}
        write_text(self._kept, json.dumps(kept, ensure_ascii=False, indent=1))


def report_name(name: str) -> str:
    """`武汉/名册.xlsx` → `武汉/名册.xlsx.报告.txt`; a very long name keeps its end and gets a hash."""
    folder, slash, base = name.rpartition("/")
    if len(base.encode()) > _LONGEST:
        digest = hashlib.sha256(base.encode()).hexdigest()[:8]
        base = f"{digest}_{base.encode()[-_LONGEST:].decode(errors='ignore')}"
    return f"{folder}{slash}{base}.{REPORTS}.txt"


def _is_finished(path: Path, now: float) -> bool:
    """Not named as unfinished, and nobody has it open (`~$…`: Excel, WPS; `.~lock.…#`: LibreOffice)."""
    name = path.name
    if name.lower().endswith(UNFINISHED) or name.startswith("~") or name.endswith("~"):
        return False
    locks = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}")
    return not any(_is_fresh(path.with_name(lock), now) for lock in locks)


def _is_fresh(lock: Path, now: float) -> bool:
    try:
        return now - lock.stat().st_mtime < _LOCK_SECONDS
    except OSError:
        return False
