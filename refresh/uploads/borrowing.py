"""What a tray's home takes from the real one before a dry run, and gives back for the real load."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from foundation.warehouse import snapshots
from foundation.warehouse.home import Home
from refresh.uploads.tray import SNAPSHOTS


def borrow(home: Home, trial_home: Home) -> None:
    """Everything that a load reads, as it is now: the ledger copied, files linked.

    What the trial home read before stays.
    """
    _forget_former(trial_home)
    _copy_ledger(home, trial_home)
    for name in ("CURRENT", "rules.toml"):
        if (home.root / name).exists():
            shutil.copyfile(home.root / name, trial_home.root / name)
    _link(trial_home.root / "errors.log", home.root / "errors.log")
    for folder, pattern in (("landing", "[!.]*"), ("staging", "*/[!.]*"), ("snapshots", SNAPSHOTS)):
        for path in (home.root / folder).glob(pattern):
            _link(trial_home.root / path.relative_to(home.root), path)


def _forget_former(trial_home: Home) -> None:
    for snapshot in trial_home.snapshots.glob(SNAPSHOTS):
        snapshots.let_go(snapshot)
    for folder in (trial_home.landing, trial_home.snapshots):
        shutil.rmtree(folder, ignore_errors=True)
    for path in [*trial_home.root.glob("ledger.sqlite*"), trial_home.current]:
        path.unlink(missing_ok=True)


def _copy_ledger(home: Home, trial_home: Home) -> None:
    if not home.ledger.exists():
        return
    with closing(sqlite3.connect(home.ledger)) as source, closing(sqlite3.connect(trial_home.ledger)) as copy:
        source.backup(copy)


def _link(link: Path, target: Path) -> None:
    if not link.exists() and not link.is_symlink():
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)


def give_back(home: Home, trial_home: Home) -> list[str]:
    """Move staged files and snapshots to where the load looks for them; ids of the snapshots."""
    for staged in trial_home.staging.glob("*/[!.]*"):
        target = home.staging / staged.relative_to(trial_home.staging)
        if not staged.is_symlink() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged, target)
    snapshot_ids = []
    for path in trial_home.snapshots.glob(SNAPSHOTS):
        if not path.is_symlink() and not (home.snapshots / path.name).exists():
            home.snapshots.mkdir(parents=True, exist_ok=True)
            snapshot_ids.append(snapshots.keep(home, path, path.stem).id)
    return snapshot_ids
