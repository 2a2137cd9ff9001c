"""What a load would change: the same load into a home of its own beside the tray, never published.

That home borrows what the real one has (ledger copied, landed and parsed files linked) and goes with the
tray. What it read and built is the real load's work done before: `commit` takes it over.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from foundation.locales import Text, text
from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from refresh.commands import ingest
from refresh.progress import Progress, quiet, step
from refresh.review.number_diff import Changed, what_changed
from refresh.review.row_diff import Differences, row_diff

_ENDING = ".aside"
#: Lies in the tray's home when its trial is no longer wanted.
_STOP = ".stop"
_SNAPSHOTS = "[0-9a-f]*.duckdb"
_COMPARE_SECONDS = 2.0


class _StoppedError(BaseException):
    """Nobody waits for the trial any more. No Exception: what catches faults on the way must let it pass."""


@dataclass(frozen=True)
class DryRun:
    """snapshot_id: what a commit would publish. before: the id in force, None before the first load.

    changed, rows: what would differ; both None with `error`, where no snapshot could be built.
    """

    before: str | None
    snapshot_id: str | None
    changed: Changed | None = None
    rows: Differences | None = None
    error: Text | None = None


def aside(tray: Path) -> Home:
    """The tray's own home."""
    return Home(tray.with_name(tray.name + _ENDING))


def dry_run(
    home: Home,
    tray: Path,
    paths: Sequence[Path],
    *,
    sender: str | None = None,
    received: dt.date | None = None,
    progress: Progress = quiet,
) -> DryRun:
    """Load `paths` aside and compare with what is in force; nothing in `home` changes."""
    own = aside(tray)
    stop(tray)

    def told(stage: Text, done: float, total: int, /) -> None:
        if not tray.exists() or (own.root / _STOP).exists():
            raise _StoppedError
        progress(stage, done, total)

    try:
        with _alone(own):
            (own.root / _STOP).unlink(missing_ok=True)
            return _compare(home, own, paths, sender=sender, received=received, progress=told)
    except _StoppedError:
        return DryRun(None, None)
    finally:
        if not tray.exists():
            give_up(tray)


def _compare(
    home: Home,
    own: Home,
    paths: Sequence[Path],
    *,
    sender: str | None,
    received: dt.date | None,
    progress: Progress,
) -> DryRun:
    before = snapshots.current(home)
    _borrow(home, own)
    # Nobody's name: the ledger of this home goes with it.
    report = ingest(own, paths, who="trial", sender=sender, received=received, progress=progress)
    after = snapshots.current(own)
    earlier = before if before and not before.is_outdated else None
    known = earlier.id if earlier else None
    if report["error"] or after is None:
        error = Text(report["error_zh"], report["error_en"]) if report["error"] else None
        return DryRun(known, None, error=error)
    stage = text("warehouse.stage_comparing")
    with step(progress, stage, 0, 2, seconds=_COMPARE_SECONDS):
        changed = what_changed(earlier, after)
    with step(progress, stage, 1, 2, seconds=_COMPARE_SECONDS):
        return DryRun(known, after.id, changed, row_diff(earlier, after))


def commit(
    home: Home,
    tray: Path,
    paths: Sequence[Path],
    *,
    who: str,
    sender: str | None = None,
    received: dt.date | None = None,
    progress: Progress = quiet,
) -> dict[str, Any]:
    """`ingest`, with what was read and built aside taken over; a trial that still runs is stopped."""
    own = aside(tray)
    stop(tray)
    with _alone(own):
        built = _adopt(home, own)
    try:
        return ingest(home, paths, who=who, sender=sender, received=received, progress=progress)
    finally:
        # Where something else was loaded meanwhile the id is another, and what was built aside is nothing.
        known = {entry.snapshot_id for entry in ledger.snapshots(home)}
        for snapshot_id in set(built) - known:
            snapshots.file_of(home, snapshot_id).unlink(missing_ok=True)


def _adopt(home: Home, own: Home) -> list[str]:
    """Parsed files and snapshots made aside, moved to where the load looks for them; ids of the snapshots."""
    for kept in own.staging.glob("*/[!.]*"):
        target = home.staging / kept.relative_to(own.staging)
        if not kept.is_symlink() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(kept, target)
    made = []
    for built in own.snapshots.glob(_SNAPSHOTS):
        if not built.is_symlink() and not (home.snapshots / built.name).exists():
            home.snapshots.mkdir(parents=True, exist_ok=True)
            made.append(snapshots.keep(home, built, built.stem).id)
    return made


def stop(tray: Path) -> None:
    """A trial of this tray that still runs ends soon; what it has read so far stays."""
    own = aside(tray)
    own.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    (own.root / _STOP).touch()


def give_up(tray: Path) -> None:
    """Remove the tray's home with all that it read; a trial that still runs does it when it stops."""
    own = aside(tray)
    for built in own.snapshots.glob(_SNAPSHOTS):
        snapshots.let_go(built)
    shutil.rmtree(own.root, ignore_errors=True)


@contextmanager
def _alone(own: Home) -> Iterator[None]:
    """One trial a tray: a second waits until the first has stopped."""
    with FileLock(str(own.root / ".trial.lock")):
        yield


def _borrow(home: Home, own: Home) -> None:
    """Everything that a load reads, as it stands now; what was parsed aside before stays."""
    for built in own.snapshots.glob(_SNAPSHOTS):
        snapshots.let_go(built)
    for stale in (own.landing, own.snapshots):
        shutil.rmtree(stale, ignore_errors=True)
    for stale_file in [*own.root.glob("ledger.sqlite*"), own.current]:
        stale_file.unlink(missing_ok=True)
    _copy_ledger(home, own)
    for name in ("CURRENT", "rules.toml"):
        if (home.root / name).exists():
            shutil.copyfile(home.root / name, own.root / name)
    _link(own.root / "errors.log", home.root / "errors.log")
    for folder, pattern in (("landing", "[!.]*"), ("staging", "*/[!.]*"), ("snapshots", _SNAPSHOTS)):
        for path in (home.root / folder).glob(pattern):
            _link(own.root / path.relative_to(home.root), path)


def _copy_ledger(home: Home, own: Home) -> None:
    if not home.ledger.exists():
        return
    with closing(sqlite3.connect(home.ledger)) as source, closing(sqlite3.connect(own.ledger)) as copy:
        source.backup(copy)


def _link(link: Path, target: Path) -> None:
    if not link.exists() and not link.is_symlink():
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)
