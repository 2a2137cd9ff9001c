"""The tray: a folder in the home that holds uploaded files until they are loaded or given up.

Beside it lies a home of its own, in which the tray's files are read and loaded on trial. Both are removed
together; a tray that was left behind goes after a day.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterable
from pathlib import Path

from foundation.warehouse import snapshots
from foundation.warehouse.file_names import MOST_BYTES, file_stem
from foundation.warehouse.home import Home

_DAY = 86_400
_HOME_ENDING = ".aside"
#: Lies in the tray's home when its dry run is no longer wanted.
_STOP = ".stop"
SNAPSHOTS = "[0-9a-f]*.duckdb"


def fill_tray(home: Home, files: Iterable[tuple[str, bytes]], tray: Path | None = None) -> Path:
    """Lay uploaded files into a tray (None: a new one), each under its own name; returns the tray."""
    root = home.root / "uploads"
    root.mkdir(parents=True, exist_ok=True)
    _drop_old(root)
    tray = tray or root / secrets.token_hex(8)
    tray.mkdir(mode=0o700, exist_ok=True)
    for place, (name, content) in enumerate(files, 1 + len(list(tray.iterdir()))):
        # Two files may have one name: each lies in a folder of its own.
        folder = tray / f"{place:04d}"
        folder.mkdir()
        (folder / safe_name(name)).write_bytes(content)
    return tray


def safe_name(name: str) -> str:
    """The last part of what a browser calls a file, short enough for every file system."""
    last = name.replace("\\", "/").rpartition("/")[2]
    whole = file_stem(last, most_bytes=len(last.encode()) + 1)
    if len(whole.encode()) <= MOST_BYTES:
        return whole
    stem, dot, suffix = whole.rpartition(".")
    return file_stem(stem, most_bytes=MOST_BYTES - len((dot + suffix).encode())) + dot + suffix


def in_tray(tray: Path) -> list[Path]:
    return sorted(path for path in tray.rglob("*") if path.is_file())


def remove_tray(tray: Path) -> None:
    """The tray, and what was read and built from it."""
    shutil.rmtree(tray, ignore_errors=True)
    remove_tray_home(tray)


def _drop_old(root: Path) -> None:
    for tray in root.iterdir():
        if time.time() - tray.stat().st_mtime > _DAY:
            shutil.rmtree(tray, ignore_errors=True)


def tray_home(tray: Path) -> Home:
    """The home in which the tray's files are read and loaded on trial."""
    return Home(tray.with_name(tray.name + _HOME_ENDING))


def remove_tray_home(tray: Path) -> None:
    """Remove the tray's home with all that it read; a dry run that still runs does it when it stops."""
    trial_home = tray_home(tray)
    for snapshot in trial_home.snapshots.glob(SNAPSHOTS):
        snapshots.let_go(snapshot)
    shutil.rmtree(trial_home.root, ignore_errors=True)


def stop_dry_run(tray: Path) -> None:
    """A dry run of this tray that still runs ends soon; what it has read so far stays."""
    root = tray_home(tray).root
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    (root / _STOP).touch()


def is_stopped(tray: Path) -> bool:
    """Whether nobody waits for the tray's dry run any more."""
    return not tray.exists() or (tray_home(tray).root / _STOP).exists()


def allow_dry_run(tray: Path) -> None:
    """A dry run begins: an earlier call to stop is over."""
    (tray_home(tray).root / _STOP).unlink(missing_ok=True)
