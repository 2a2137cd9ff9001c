"""Files come in: landed by content, read once, kept or refused. Every file gets exactly one record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data_ingest.load import LoadedFile
from data_ingest.tables.header_mapping import HeaderMapping, header_mappings_of
from foundation.locales import Text, text
from foundation.warehouse import landing, ledger
from foundation.warehouse.home import Home
from refresh.build.inputs import InputFile
from refresh.build.rows import passed_over, status_of
from refresh.intake.lineage import file_lineage
from refresh.intake.paths import shown
from refresh.intake.refused import readable_since
from refresh.intake.staging import staged, staged_or_refused
from refresh.progress import Progress, reading_seconds, step

#: A file of a million wrong cells must not make a report of a million lines; the snapshot holds all.
ISSUES_SHOWN = 1000


@dataclass
class Record:
    """What became of one file.

    status: loaded, partly, refused, unchanged (this content is in force), superseded (its corrected self is).
    """

    path: Path
    sha256: str | None = None
    sender: str | None = None
    received_on: dt.date | None = None
    status: str = "refused"
    error: Text | None = None
    remedy: Text | None = None
    tables: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    issue_count: int = 0
    passed_over: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Arrival:
    """How files were handed over. received: None = today; sender: None = the file itself says.

    outright: named one by one; the others were found in a folder, whose name may say who sent them.
    """

    who: str
    received: dt.date | None = None
    sender: str | None = None
    outright: frozenset[Path] = frozenset()


def take(home: Home, paths: Iterable[Path], arrival: Arrival, progress: Progress) -> list[Record]:
    """Land and read. Files that an interrupted run left landed are read and judged on the way."""
    records = _land_all(home, list(paths), arrival, progress)
    settled = settle(home, who=arrival.who, progress=progress)
    for record in records:
        if record.sha256 in settled and record.status != "unchanged":
            _fill(record, settled[record.sha256])
    return records


def settle(home: Home, *, who: str, progress: Progress) -> dict[str, Record]:
    """Read every landed file that is not in force yet; those that cannot be read become refused.

    Refused ones whose headers have been mapped since are landed again.
    """
    header_mappings = header_mappings_of(ledger.decisions(home))
    for entry in readable_since(home, header_mappings):
        ledger.move(home, entry.sha256, state="landed", who=who)
    waiting = ledger.files(home, "landed")
    settled: dict[str, Record] = {}
    for done, entry in enumerate(waiting):
        seconds = reading_seconds(entry.name, entry.size)
        with step(progress, text("warehouse.stage_reading"), done, len(waiting), seconds=seconds):
            record = _read(home, entry, header_mappings)
        if record.status == "refused":
            ledger.move(home, entry.sha256, state="refused", who=who)
        settled[entry.sha256] = record
    if waiting:
        progress(text("warehouse.stage_reading"), len(waiting), len(waiting))
        _as_it_stands(home, settled, header_mappings)
    return settled


def _as_it_stands(home: Home, settled: dict[str, Record], header_mappings: Sequence[HeaderMapping]) -> None:
    """Once all are read it is known which corrected files come without the sender that their source has."""
    now = file_lineage(ledger.files(home))
    for sha256, record in settled.items():
        entry = now.entries[sha256]
        if record.status != "refused" and now.sender(entry) != entry.sender:
            _judge(record, staged(home, InputFile.of_entry(entry, now), header_mappings=header_mappings))


def _land_all(home: Home, paths: list[Path], arrival: Arrival, progress: Progress) -> list[Record]:
    in_force = {f.sha256: f for f in ledger.files(home, "in_force")}
    seen: set[str] = set()
    records = []
    for done, path in enumerate(paths):
        progress(text("warehouse.stage_landing"), done, len(paths))
        records.append(_land(home, path, arrival, in_force, seen))
    progress(text("warehouse.stage_landing"), len(paths), len(paths))
    return records


def _land(
    home: Home, path: Path, arrival: Arrival, in_force: dict[str, ledger.FileEntry], seen: set[str]
) -> Record:
    record = Record(path=path, sender=arrival.sender, received_on=arrival.received or ledger.today())
    try:
        copy = landing.land(home, path)
    except OSError as error:
        record.error = text("warehouse.unreadable").format(why=error.strerror or type(error).__name__)
        record.remedy = text("warehouse.unreadable_remedy")
        return record
    record.sha256 = copy.sha256
    if copy.sha256 in in_force or copy.sha256 in seen:
        record.status = "unchanged"
        kept = in_force.get(copy.sha256)
        record.sender, record.received_on = (
            (kept.sender, kept.received_on) if kept else (record.sender, record.received_on)
        )
        return record
    seen.add(copy.sha256)
    ledger.land(
        home,
        sha256=copy.sha256,
        name=shown(path.name),
        suffix=copy.suffix,
        size=copy.size,
        sender=arrival.sender,
        received_on=record.received_on or ledger.today(),
        who=arrival.who,
        folder=None if path in arrival.outright else shown(path.parent.name),
    )
    return record


def _read(home: Home, entry: ledger.FileEntry, header_mappings: Sequence[HeaderMapping]) -> Record:
    record = Record(path=Path(entry.name), sha256=entry.sha256)
    file = InputFile(sha256=entry.sha256, name=entry.name, sender=entry.sender, received_on=entry.received_on)
    loaded = staged_or_refused(home, file, header_mappings=header_mappings)
    if loaded.corrects:
        ledger.tell(home, entry.sha256, corrects=loaded.corrects, saved_at=loaded.saved_at)
    return _judge(record, loaded)


def _judge(record: Record, loaded: LoadedFile) -> Record:
    record.sender, record.status = loaded.sender, status_of(loaded)
    record.error, record.remedy = loaded.error, loaded.remedy
    record.passed_over = [passed_over(part) for part in loaded.passed_over]
    record.tables, record.issues, record.issue_count = [], [], 0
    for table in loaded.tables:
        counts = {n: getattr(table, n) for n in ("rows_read", "rows_loaded", "rows_quarantined")}
        place = {"file": table.file, "sheet": table.sheet, "table": table.table}
        record.tables.append({**place, **counts, "rows_merged": 0, "mapping": table.mapping})
        record.issue_count += len(table.issues)
        room = max(0, ISSUES_SHOWN - len(record.issues))
        record.issues += [{**place, **row} for row in table.issues.slice(0, room).to_pylist()]
    return record


def _fill(record: Record, judged: Record) -> None:
    for name in ("sender", "status", "error", "remedy", "tables", "issues", "issue_count", "passed_over"):
        setattr(record, name, getattr(judged, name))
