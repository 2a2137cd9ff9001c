"""A look before anything is committed: files are read in a tray of their own, and nothing lands.

The tray is a folder in the home, removed on commit or when it is given up; one that was left behind goes
after a day.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data_ingest.load import LoadedFile
from data_ingest.readers import Member, read
from data_ingest.tables.layouts import Layout, layouts
from data_ingest.tables.unmapped import Head, heads
from foundation.locales import text
from foundation.warehouse import ledger
from foundation.warehouse.file_names import MOST_BYTES, file_stem
from foundation.warehouse.home import Home
from refresh.dry_run import aside, give_up
from refresh.intake.input_file import InputFile
from refresh.intake.ledger_state import LedgerState, read_state
from refresh.intake.records import status_of
from refresh.intake.staging import load_or_refuse
from refresh.progress import Progress, quiet, reading_seconds, step

_DAY = 86_400
#: Reading twice for the layout alone is not worth it beyond this.
_LAYOUT_BYTES = 20_000_000


@dataclass(frozen=True)
class Seen:
    """One file as it would load. status: loaded, partly, refused, unchanged (this content is in force).

    corrects: names of files in the home that this one puts right and would stand for. heads: worksheets in
    which somebody can say what the headers mean.
    """

    path: Path
    sha256: str
    loaded: LoadedFile
    layouts: tuple[Layout, ...]
    status: str
    corrects: tuple[str, ...] = ()
    heads: tuple[Head, ...] = ()

    @property
    def name(self) -> str:
        return self.path.name


def put(home: Home, files: Iterable[tuple[str, bytes]], tray: Path | None = None) -> Path:
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


def clear(tray: Path) -> None:
    """The tray, and what was read and built aside from it."""
    shutil.rmtree(tray, ignore_errors=True)
    give_up(tray)


def _drop_old(root: Path) -> None:
    for tray in root.iterdir():
        if time.time() - tray.stat().st_mtime > _DAY:
            shutil.rmtree(tray, ignore_errors=True)


def preview(
    home: Home,
    tray: Path,
    *,
    sender: str | None = None,
    received: dt.date | None = None,
    progress: Progress = quiet,
) -> list[Seen]:
    """Read the tray's files as `ingest` would, and commit nothing."""
    state, paths = read_state(home), in_tray(tray)
    received_on = received or ledger.today()
    seen: list[Seen] = []
    for done, path in enumerate(paths):
        # The layouts of a light file are looked at once more.
        seconds = 1.5 * reading_seconds(path.name, path.stat().st_size)
        with step(progress, text("warehouse.stage_reading"), done, len(paths), seconds=seconds):
            with path.open("rb") as bytes_of:
                sha256 = hashlib.file_digest(bytes_of, "sha256").hexdigest()
            file = InputFile(sha256=sha256, name=path.name, sender=sender, received_on=received_on)
            loaded = load_or_refuse(aside(tray), file, path, header_mappings=state.header_mappings)
            seen.append(_seen(file, path, loaded, state))
    progress(text("warehouse.stage_reading"), len(paths), len(paths))
    return seen


def _seen(file: InputFile, path: Path, loaded: LoadedFile, state: LedgerState) -> Seen:
    entries, header_mappings = state.lineage.entries, state.header_mappings
    entry = entries.get(file.sha256)
    sources = (entries.get(one.source.sha256) for one in loaded.corrects)
    members = _members(path, loaded)
    parts = [
        heads(one.name, one.sheets, header_mappings=header_mappings, sender=file.sender) for one in members
    ]
    return Seen(
        path=path,
        sha256=file.sha256,
        loaded=loaded,
        layouts=tuple(layouts(members, header_mappings=header_mappings, sender=file.sender)),
        heads=tuple(head for part in parts for head in part),
        status="unchanged" if entry and entry.state in ledger.IN_FORCE else status_of(loaded),
        corrects=tuple(sorted({source.name for source in sources if source})),
    )


def _members(path: Path, loaded: LoadedFile) -> list[Member]:
    """Its worksheets once more, of a file that is light and could be read."""
    is_readable = bool(loaded.tables) or any(part.sheet for part in loaded.passed_over)
    is_light = path.stat().st_size <= _LAYOUT_BYTES
    return read(path, name=path.name) if is_light and is_readable else []
