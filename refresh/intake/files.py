"""Files come in: landed by content, read once, kept or refused. Every file gets exactly one record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data_ingest.tables.header_mapping import HeaderMapping
from foundation.locales import text
from foundation.warehouse import landing, ledger
from foundation.warehouse.home import Home
from foundation.warehouse.ledger import FileEntry
from refresh.intake.input_file import InputFile
from refresh.intake.ledger_state import LedgerState, read_state
from refresh.intake.paths import shown
from refresh.intake.records import FileRecord
from refresh.intake.refused import readable_now
from refresh.intake.staging import load_or_refuse, load_staged
from refresh.progress import Progress, reading_seconds, step


@dataclass(frozen=True)
class Arrival:
    """How files were handed over. received: None = today; sender: None = the file itself says.

    named_singly: paths named one by one; the others were found in a folder, whose name may say who sent them.
    """

    who: str
    received: dt.date | None = None
    sender: str | None = None
    named_singly: frozenset[Path] = frozenset()


def land_and_read(
    home: Home, paths: Iterable[Path], arrival: Arrival, progress: Progress
) -> tuple[list[FileRecord], LedgerState]:
    """One record a path, and the ledger afterwards. Files left landed by an interrupted run are read too."""
    records = land_files(home, list(paths), arrival, progress)
    read, state = read_landed(home, who=arrival.who, progress=progress)
    return [_as_read(record, read) for record in records], state


def _as_read(record: FileRecord, read: dict[str, FileRecord]) -> FileRecord:
    """The record of reading under the path and day that the file was handed over with."""
    if record.sha256 not in read or record.status == "unchanged":
        return record
    return replace(read[record.sha256], path=record.path, received_on=record.received_on)


def read_landed(home: Home, *, who: str, progress: Progress) -> tuple[dict[str, FileRecord], LedgerState]:
    """Read every landed file that is not in force yet; those that cannot be read become refused.

    Refused files whose headers somebody has explained since are landed and read again. Returns the records by
    hash, and the ledger as it is afterwards.
    """
    state = _land_again(home, read_state(home), who=who)
    waiting = state.files_in("landed")
    records: dict[str, FileRecord] = {}
    stage = text("warehouse.stage_reading")
    for done, entry in enumerate(waiting):
        seconds = reading_seconds(entry.name, entry.size)
        with step(progress, stage, done, len(waiting), seconds=seconds):
            records[entry.sha256] = _read_file(home, entry, state.header_mappings)
        if records[entry.sha256].status == "refused":
            ledger.move(home, entry.sha256, state="refused", who=who)
    if waiting:
        progress(stage, len(waiting), len(waiting))
        state = read_state(home)
        _read_with_inherited_sender(home, records, state)
    return records, state


def _land_again(home: Home, state: LedgerState, *, who: str) -> LedgerState:
    """Refused files that can be read now are landed; returns the ledger afterwards."""
    entries = readable_now(home, state)
    for entry in entries:
        ledger.move(home, entry.sha256, state="landed", who=who)
    return read_state(home) if entries else state


def _read_with_inherited_sender(home: Home, records: dict[str, FileRecord], state: LedgerState) -> None:
    """A corrected file without a sender has its source's, which is known only when all files are read."""
    for sha256, record in records.items():
        entry = state.lineage.entries[sha256]
        if record.status != "refused" and state.lineage.sender(entry) != entry.sender:
            file = InputFile.of_entry(entry, state.lineage)
            record.take_over(load_staged(home, file, header_mappings=state.header_mappings))


def land_files(home: Home, paths: list[Path], arrival: Arrival, progress: Progress) -> list[FileRecord]:
    """Copy each file into the landing and write it down in the ledger; nothing is read yet."""
    in_force = {f.sha256: f for f in ledger.files(home, "in_force")}
    landed: set[str] = set()
    records = []
    for done, path in enumerate(paths):
        progress(text("warehouse.stage_landing"), done, len(paths))
        records.append(_land_file(home, path, arrival, in_force, landed))
    progress(text("warehouse.stage_landing"), len(paths), len(paths))
    return records


def _land_file(
    home: Home, path: Path, arrival: Arrival, in_force: dict[str, FileEntry], landed: set[str]
) -> FileRecord:
    record = FileRecord(path=path, sender=arrival.sender, received_on=arrival.received or ledger.today())
    try:
        copy = landing.land(home, path)
    except OSError as error:
        record.error = text("warehouse.unreadable").format(why=error.strerror or type(error).__name__)
        record.remedy = text("warehouse.unreadable_remedy")
        return record
    record.sha256 = copy.sha256
    if copy.sha256 in in_force or copy.sha256 in landed:
        record.status = "unchanged"
        if entry := in_force.get(copy.sha256):
            record.sender, record.received_on = entry.sender, entry.received_on
        return record
    landed.add(copy.sha256)
    ledger.land(
        home,
        sha256=copy.sha256,
        name=shown(path.name),
        suffix=copy.suffix,
        size=copy.size,
        sender=arrival.sender,
        received_on=record.received_on or ledger.today(),
        who=arrival.who,
        folder=None if path in arrival.named_singly else shown(path.parent.name),
    )
    return record


def _read_file(home: Home, entry: FileEntry, header_mappings: Sequence[HeaderMapping]) -> FileRecord:
    record = FileRecord(path=Path(entry.name), sha256=entry.sha256)
    file = InputFile(sha256=entry.sha256, name=entry.name, sender=entry.sender, received_on=entry.received_on)
    loaded = load_or_refuse(home, file, header_mappings=header_mappings)
    if loaded.corrects:
        ledger.tell(home, entry.sha256, corrects=loaded.corrects, saved_at=loaded.saved_at)
    record.take_over(loaded)
    return record
