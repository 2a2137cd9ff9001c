"""退回表: what is wrong in the files that came, back to those who sent them, one workbook a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from data_ingest.corrections import Plan, QuarantinedCell, Unread, write_return
from data_ingest.findings import Finding
from data_ingest.loaded import part_of
from data_ingest.tables.header_mapping import HeaderMapping
from foundation.locales import say, text
from foundation.warehouse import landing, ledger, snapshots
from foundation.warehouse.corrections import FilePart
from foundation.warehouse.file_names import file_stem
from foundation.warehouse.home import Home
from foundation.warehouse.statements import named
from refresh.intake.ledger_state import LedgerState, read_state
from refresh.intake.refused import refused_files
from refresh.progress import Progress, quiet, reading_seconds, step
from refresh.review.cover import About, of_issues, of_refusal

_SQL = named(Path(__file__).with_suffix(".sql"))


@dataclass(frozen=True)
class ReturnWorkbook:
    """One return workbook. source: the file as its sender called it; cells: how many are marked in it.

    unread: worksheets, or the file itself, that gave no rows.
    """

    sender: str
    source: str
    path: Path
    cells: int
    issues: int
    sha256: str
    unread: int = 0


class NothingPublishedError(LookupError):
    """There is no snapshot, and no file was refused: nobody knows what is wrong."""


def write_returns(
    home: Home, folder: Path, *, who: str, progress: Progress = quiet, only: FilePart | None = None
) -> list[ReturnWorkbook]:
    """One workbook for each file with something wrong in it or that was refused, in a folder for each sender.

    only: of this file, or file within an archive, aldraft.

    An archive gives one for each of its files. What is wrong is what the published snapshot says, references
    that found nobody included; of a refused file, what reading it says. Raises NothingPublishedError where
    there is neither; OSError where the folder cannot be written.
    """
    snapshot, state = snapshots.current(home), read_state(home)
    drafts = [*(_of_issues(state, snapshot) if snapshot else ()), *_of_refused(home, state)]
    if snapshot is None and not drafts:
        raise NothingPublishedError(str(home.root))
    drafts = [draft for draft in drafts if only in (None, draft.piece)]
    written: list[ReturnWorkbook] = []
    for done, draft in enumerate(drafts):
        path = _path(folder, draft.about.sender, draft.name, draft.piece, {w.path for w in written})
        with step(progress, text("returns.stage"), done, len(drafts), seconds=_seconds(home, draft)):
            written.append(_write(home, draft, path, state.header_mappings))
    if written:
        progress(text("returns.stage"), len(drafts), len(drafts))
        detail = {"what": "corrections", "snapshot": snapshot.id if snapshot else None}
        ledger.note(home, who=who, action="export", detail={**detail, "files": [w.sha256 for w in written]})
    return sorted(written, key=lambda workbook: (workbook.sender, workbook.path.name))


@dataclass(frozen=True)
class _Draft:
    """What one return workbook is made of. upload_sender: as given at upload; lines: of the cover."""

    piece: FilePart
    file: str
    upload_sender: str | None
    about: About
    lines: tuple[str, ...]
    quarantined: tuple[QuarantinedCell, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def name(self) -> str:
        return self.piece.part or self.file


def _of_issues(state: LedgerState, snapshot: snapshots.Snapshot) -> Iterator[_Draft]:
    """Files, and files within archives, that have an issue or could not be read."""
    files = {row["sha256"]: row for row in snapshot.rows(_SQL["files"])}
    lineage = state.lineage
    for row in snapshot.rows(_SQL["troubled"]):
        file, entry = files[row["sha256"]], lineage.entries[row["sha256"]]
        piece = FilePart(entry.sha256, part_of(row["file"], file["file"]))
        cells = tuple(
            QuarantinedCell(row["sheet"], row["row_number"], Finding.of_row(row), row["is_row_held"])
            for row in snapshot.rows(_SQL["quarantined"], **asdict(piece))
        )
        unread = tuple(Unread(**part) for part in snapshot.rows(_SQL["unread"], **asdict(piece)))
        sender = file["sender"] or lineage.folder(entry) or say("returns.no_sender", "zh")
        about = About(_shown(file["file"], piece), sender, file["received_on"], file["is_simulated"])
        held = len({(cell.sheet, cell.row_number) for cell in cells if cell.is_row_held})
        lines = of_issues(about, snapshot, issues=len(cells), held=held)
        yield _Draft(piece, file["file"], lineage.sender(entry), about, lines, cells, unread)


def _of_refused(home: Home, state: LedgerState) -> Iterator[_Draft]:
    """Files of which not a row was read: what was looked for and found, and what would be needed."""
    for refused in refused_files(home, state):
        entry = refused.entry
        sender = refused.sender or say("returns.no_sender", "zh")
        for piece, parts in refused.pieces().items():
            about = About(_shown(entry.name, piece), sender, entry.received_on, refused.is_simulated)
            is_whole_file = refused.is_readable and not piece.part
            lines = of_refusal(about, is_readable=is_whole_file or any(part.sheet for part in parts))
            unread = tuple(
                Unread(part.sheet, part.reason.zh, part.remedy.zh if part.remedy else None) for part in parts
            )
            yield _Draft(piece, entry.name, entry.sender, about, lines, unread=unread)


def _seconds(home: Home, draft: _Draft) -> float:
    """A workbook is read, then written with all its cells: four times as long as reading it."""
    landed = landing.find(home, draft.piece.sha256)
    return 4 * reading_seconds(draft.name, landed.stat().st_size) if landed else 1.0


def _write(home: Home, draft: _Draft, path: Path, header_mappings: Sequence[HeaderMapping]) -> ReturnWorkbook:
    landed = landing.find(home, draft.piece.sha256)
    if landed is None:
        raise FileNotFoundError(f"landing/{draft.piece.sha256}")
    path.parent.mkdir(parents=True, exist_ok=True)
    placed = write_return(
        landed,
        path,
        name=draft.file,
        part=draft.piece.part,
        plan=Plan(draft.piece, draft.lines, unread=draft.unread),
        quarantined=draft.quarantined,
        header_mappings=header_mappings,
        sender=draft.upload_sender,
    )
    counts = {"cells": len(placed.cells), "issues": len(draft.quarantined), "unread": len(draft.unread)}
    return ReturnWorkbook(draft.about.sender, draft.about.file, path, sha256=draft.piece.sha256, **counts)


def _shown(file: str, piece: FilePart) -> str:
    return f"{file} › {piece.part}" if piece.part else file


def _path(folder: Path, sender: str, name: str, piece: FilePart, taken: set[Path]) -> Path:
    """`<folder>/<sender>/<name>_退回.xlsx`; two files of one name are told apart by their hashes."""
    ending = say("returns.file_ending", "zh")
    stem = Path(name.replace("›", "/")).stem.removesuffix(ending)
    below = folder / file_stem(sender)
    path = below / f"{file_stem(stem)}{ending}.xlsx"
    if path in taken:
        path = below / f"{file_stem(stem)}_{piece.sha256[:8]}_{len(taken)}{ending}.xlsx"
    return path
