"""What a load would change: the same load into the tray's own home, never published.

What the dry run read and built is not done again: `commit` moves it into the real home before it loads.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
from refresh.uploads.borrowing import borrow, give_back
from refresh.uploads.tray import allow_dry_run, is_stopped, remove_tray_home, stop_dry_run, tray_home

_COMPARE_SECONDS = 2.0


class _StoppedError(BaseException):
    """Nobody waits for the dry run any more. No Exception, so that nothing on the way catches it."""


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


def dry_run(
    home: Home,
    tray: Path,
    paths: Sequence[Path],
    *,
    sender: str | None = None,
    received: dt.date | None = None,
    progress: Progress = quiet,
) -> DryRun:
    """Load `paths` into the tray's home and compare with what is in force; nothing in `home` changes."""
    stop_dry_run(tray)

    def unless_stopped(stage: Text, done: float, total: int, /) -> None:
        if is_stopped(tray):
            raise _StoppedError
        progress(stage, done, total)

    try:
        with _one_at_a_time(tray):
            allow_dry_run(tray)
            return _compare(home, tray, paths, sender=sender, received=received, progress=unless_stopped)
    except _StoppedError:
        return DryRun(None, None)
    finally:
        if not tray.exists():
            remove_tray_home(tray)


def _compare(
    home: Home,
    tray: Path,
    paths: Sequence[Path],
    *,
    sender: str | None,
    received: dt.date | None,
    progress: Progress,
) -> DryRun:
    in_force, trial_home = snapshots.current(home), tray_home(tray)
    borrow(home, trial_home)
    # The ledger that keeps this name is removed with the tray.
    report = ingest(trial_home, paths, who="trial", sender=sender, received=received, progress=progress)
    after = snapshots.current(trial_home)
    before = in_force if in_force and not in_force.is_outdated else None
    before_id = before.id if before else None
    if report["error"] or after is None:
        error = Text(report["error_zh"], report["error_en"]) if report["error"] else None
        return DryRun(before_id, None, error=error)
    stage = text("warehouse.stage_comparing")
    with step(progress, stage, 0, 2, seconds=_COMPARE_SECONDS):
        changed = what_changed(before, after)
    with step(progress, stage, 1, 2, seconds=_COMPARE_SECONDS):
        return DryRun(before_id, after.id, changed, row_diff(before, after))


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
    """`ingest`, with what the dry run read and built taken over; a dry run that still runs is stopped."""
    stop_dry_run(tray)
    with _one_at_a_time(tray):
        snapshot_ids = give_back(home, tray_home(tray))
    try:
        return ingest(home, paths, who=who, sender=sender, received=received, progress=progress)
    finally:
        # Where something else was loaded meanwhile the load publishes another id: the dry run's snapshots go.
        published = {entry.snapshot_id for entry in ledger.snapshots(home)}
        for snapshot_id in set(snapshot_ids) - published:
            snapshots.file_of(home, snapshot_id).unlink(missing_ok=True)


@contextmanager
def _one_at_a_time(tray: Path) -> Iterator[None]:
    """One dry run a tray: a second waits until the first has stopped."""
    with FileLock(str(tray_home(tray).root / ".trial.lock")):
        yield
