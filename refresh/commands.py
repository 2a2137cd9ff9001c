"""What can be done to a home: ingest files, build, retract a file, rebuild an old snapshot."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from foundation.fast.write_behind import writing_behind
from foundation.locales import Text, text
from foundation.warehouse import landing, ledger, snapshots
from foundation.warehouse.home import Home
from foundation.warehouse.lock import writer
from refresh.build.publish import BuildError, bring_up_to_date, rebuild_outdated
from refresh.intake.files import Arrival, land_and_read, read_landed
from refresh.intake.ledger_state import LedgerState, read_state
from refresh.intake.paths import gather
from refresh.progress import Progress, quiet
from refresh.report import ingest_report, retract_report

OnWait = Callable[[], None] | None


class UnknownFileError(LookupError):
    """No file in force, or several, fit what was asked for; `reason` says which."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def ingest(
    home: Home,
    paths: Iterable[str | os.PathLike[str]],
    *,
    who: str,
    received: dt.date | None = None,
    sender: str | None = None,
    progress: Progress = quiet,
    is_waiting: bool = True,
    on_wait: OnWait = None,
    named_singly: Iterable[Path] | None = None,
) -> dict[str, Any]:
    """Take files, folders and zips in and publish the snapshot that follows; returns the report.

    named_singly: paths that were named one by one (None: all); of the others the folder's name is kept.

    The report has one record per file and is the document of `liaison ingest --json`. A build that
    fails leaves the former snapshot in force and the files landed; `report["error"]` says why.
    Raises BusyError where another process writes and is_waiting is False.
    """
    paths = list(paths)
    files = gather(map(Path, paths))
    with writer(home, is_waiting=is_waiting, on_wait=on_wait), writing_behind():
        _sweep(home)
        previous = snapshots.current_id(home)
        singly = frozenset(map(Path, paths) if named_singly is None else named_singly)
        arrival = Arrival(who=who, received=received, sender=sender, named_singly=singly)
        records, state = land_and_read(home, files, arrival, progress)
        given = {r.sha256 for r in records}
        carried = [f.name for f in state.files_in("landed") if f.sha256 not in given]
        error: BuildError | None = None
        try:
            bring_up_to_date(home, state, progress)
        except BuildError as failure:
            error = failure
    return ingest_report(home, records, state.lineage, previous=previous, error=error, carried=carried)


def build_snapshot(
    home: Home,
    progress: Progress = quiet,
    *,
    who: str = "build",
    is_waiting: bool = True,
    on_wait: OnWait = None,
) -> str | None:
    """Bring the snapshot up to date with rules, decisions and code; its id, None without files in force.

    Same inputs: nothing is rebuilt. Raises BuildError; the former snapshot then stays in force.
    """
    with writer(home, is_waiting=is_waiting, on_wait=on_wait), writing_behind():
        _sweep(home)
        _, state = read_landed(home, who=who, progress=progress)
        return bring_up_to_date(home, state, progress).snapshot_id


def retract(
    home: Home,
    sha256_or_name: str,
    *,
    who: str,
    progress: Progress = quiet,
    is_waiting: bool = True,
    on_wait: OnWait = None,
) -> dict[str, Any]:
    """Take a file out of force (it stays in the landing); the state without it returns exactly.

    Raises UnknownFileError, BuildError.
    """
    with writer(home, is_waiting=is_waiting, on_wait=on_wait):
        _sweep(home)
        entry = find_in_force(read_state(home), sha256_or_name)
        previous = snapshots.current_id(home)
        ledger.move(home, entry.sha256, state="retracted", who=who)
        published = bring_up_to_date(home, read_state(home), progress)
    return retract_report(home, entry, previous=previous, snapshot_id=published.snapshot_id)


def rebuild(home: Home, snapshot_id: str, *, progress: Progress = quiet) -> str:
    """Build an older snapshot anew from its recorded inputs with today's code; returns the new id."""
    with writer(home):
        _sweep(home)
        return rebuild_outdated(home, snapshot_id, progress)


def find_in_force(state: LedgerState, sha256_or_name: str) -> ledger.FileEntry:
    """The one file in force of this name, or whose hash begins so (8 characters at least)."""
    wanted = sha256_or_name.strip()
    entries = state.files_in(*ledger.IN_FORCE)
    is_hash = len(wanted) >= 8 and all(c in "0123456789abcdef" for c in wanted)
    matches = [e for e in entries if e.name == wanted or (is_hash and e.sha256.startswith(wanted))]
    if len(matches) > 1:
        # A corrected file often keeps its name; the earlier one has no force to lose.
        matches = [e for e in matches if state.lineage.successor(e.sha256) is None]
    if not matches:
        raise UnknownFileError(text("warehouse.no_such_file").format(file=wanted))
    if len(matches) > 1:
        hashes = ", ".join(e.sha256[:12] for e in matches)
        raise UnknownFileError(text("warehouse.several_files").format(file=wanted, hashes=hashes))
    return matches[0]


def _sweep(home: Home) -> None:
    landing.sweep(home)
    snapshots.sweep(home)
