"""How uploaded files would load: read in the tray's own home, and nothing lands."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from data_ingest.load import LoadedFile
from data_ingest.readers import Member, read
from data_ingest.tables.layouts import Layout, layouts
from data_ingest.tables.unmapped import Head, heads
from foundation.locales import text
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from refresh.intake.input_file import InputFile
from refresh.intake.ledger_state import LedgerState, read_state
from refresh.intake.records import status_of
from refresh.intake.staging import load_or_refuse
from refresh.progress import Progress, quiet, reading_seconds, step
from refresh.uploads.tray import in_tray, tray_home

#: Reading twice for the layout alone is not worth it beyond this.
_LAYOUT_BYTES = 20_000_000


@dataclass(frozen=True)
class FilePreview:
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


def preview(
    home: Home,
    tray: Path,
    *,
    sender: str | None = None,
    received: dt.date | None = None,
    progress: Progress = quiet,
) -> list[FilePreview]:
    """Read the tray's files as `ingest` would, and commit nothing."""
    state, paths = read_state(home), in_tray(tray)
    received_on = received or ledger.today()
    previews: list[FilePreview] = []
    for done, path in enumerate(paths):
        # The layouts of a light file are looked at once more.
        seconds = 1.5 * reading_seconds(path.name, path.stat().st_size)
        with step(progress, text("warehouse.stage_reading"), done, len(paths), seconds=seconds):
            with path.open("rb") as bytes_of:
                sha256 = hashlib.file_digest(bytes_of, "sha256").hexdigest()
            file = InputFile(sha256=sha256, name=path.name, sender=sender, received_on=received_on)
            loaded = load_or_refuse(tray_home(tray), file, path, header_mappings=state.header_mappings)
            previews.append(_preview(file, path, loaded, state))
    progress(text("warehouse.stage_reading"), len(paths), len(paths))
    return previews


def _preview(file: InputFile, path: Path, loaded: LoadedFile, state: LedgerState) -> FilePreview:
    entries, header_mappings = state.lineage.entries, state.header_mappings
    entry = entries.get(file.sha256)
    sources = (entries.get(correction.source.sha256) for correction in loaded.corrects)
    members = _members(path, loaded)
    parts = [
        heads(member.name, member.sheets, header_mappings=header_mappings, sender=file.sender)
        for member in members
    ]
    return FilePreview(
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
