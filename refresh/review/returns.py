"""退回表: what is wrong in the files that came, back to those who sent them, one workbook a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

    only: of this file, or file within an archive, alone.

    An archive gives one for each of its files. What is wrong is what the published snapshot says, references
    that found nobody included; of a refused file, what reading it says. Raises NothingPublishedError where
    there is neither; OSError where the folder cannot be written.
    """
    snapshot, state = snapshots.current(home), read_state(home)
    wanted = [*(_troubled(state, snapshot) if snapshot else ()), *_refused(home, state)]
    if snapshot is None and not wanted:
        raise NothingPublishedError(str(home.root))
    wanted = [one for one in wanted if only in (None, one.piece)]
    written: list[ReturnWorkbook] = []
    for done, one in enumerate(wanted):
        path = _path(folder, one.about.sender, one.name, one.piece, {w.path for w in written})
        with step(progress, text("returns.stage"), done, len(wanted), seconds=_seconds(home, one)):
            written.append(_write(home, one, path, state.header_mappings))
    if written:
        progress(text("returns.stage"), len(wanted), len(wanted))
        detail = {"what": "corrections", "snapshot": snapshot.id if snapshot else None}
        ledger.note(home, who=who, action="export", detail={**detail, "files": [w.sha256 for w in written]})
    return sorted(written, key=lambda one: (one.sender, one.path.name))


@dataclass(frozen=True)
class _Wanted:
    """What one return workbook is made of. given: the sender as told at upload; lines: of the cover."""

    piece: FilePart
    file: str
    given: str | None
    about: About
    lines: tuple[str, ...]
    quarantined: tuple[QuarantinedCell, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def name(self) -> str:
        return self.piece.part or self.file


def _troubled(state: LedgerState, snapshot: snapshots.Snapshot) -> Iterator[_Wanted]:
    """Files, and files within archives, that have an issue or could not be read."""
    files = {row["sha256"]: row for row in _rows(snapshot, "files")}
    lineage = state.lineage
    for row in _rows(snapshot, "troubled"):
        file, entry = files[row["sha256"]], lineage.entries[row["sha256"]]
        piece = FilePart(entry.sha256, part_of(row["file"], file["file"]))
        cells = tuple(
            QuarantinedCell(row["sheet"], row["row_number"], Finding.of_row(row), row["is_row_held"])
            for row in _rows(snapshot, "quarantined", piece)
        )
        unread = tuple(Unread(**part) for part in _rows(snapshot, "unread", piece))
        sender = file["sender"] or lineage.folder(entry) or say("returns.no_sender", "zh")
        about = About(_shown(file["file"], piece), sender, file["received_on"], file["is_simulated"])
        held = len({(cell.sheet, cell.row_number) for cell in cells if cell.is_row_held})
        lines = of_issues(about, snapshot, issues=len(cells), held=held)
        yield _Wanted(piece, file["file"], lineage.sender(entry), about, lines, cells, unread)


def _refused(home: Home, state: LedgerState) -> Iterator[_Wanted]:
    """Files of which not a row was read: what was looked for and found, and what would be needed."""
    for one in refused_files(home, state):
        entry = one.entry
        sender = one.sender or say("returns.no_sender", "zh")
        for piece, parts in one.pieces().items():
            about = About(_shown(entry.name, piece), sender, entry.received_on, one.is_simulated)
            is_whole = one.is_readable and not piece.part
            lines = of_refusal(about, is_readable=is_whole or any(part.sheet for part in parts))
            unread = tuple(
                Unread(part.sheet, part.reason.zh, part.remedy.zh if part.remedy else None) for part in parts
            )
            yield _Wanted(piece, entry.name, entry.sender, about, lines, unread=unread)


def _seconds(home: Home, one: _Wanted) -> float:
    """A workbook is read, then written with all its cells: four times as long as reading it."""
    landed = landing.find(home, one.piece.sha256)
    return 4 * reading_seconds(one.name, landed.stat().st_size) if landed else 1.0


def _write(home: Home, one: _Wanted, path: Path, header_mappings: Sequence[HeaderMapping]) -> ReturnWorkbook:
    landed = landing.find(home, one.piece.sha256)
    if landed is None:
        raise FileNotFoundError(f"landing/{one.piece.sha256}")
    path.parent.mkdir(parents=True, exist_ok=True)
    placed = write_return(
        landed,
        path,
        name=one.file,
        part=one.piece.part,
        plan=Plan(one.piece, one.lines, unread=one.unread),
        quarantined=one.quarantined,
        header_mappings=header_mappings,
        sender=one.given,
    )
    counts = {"cells": len(placed.cells), "issues": len(one.quarantined), "unread": len(one.unread)}
    return ReturnWorkbook(one.about.sender, one.about.file, path, sha256=one.piece.sha256, **counts)


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


def _rows(
    snapshot: snapshots.Snapshot, statement: str, piece: FilePart | None = None
) -> list[dict[str, Any]]:
    sql = named(Path(__file__).with_suffix(".sql"))[statement]
    values = {"sha256": piece.sha256, "part": piece.part} if piece else {}
    cursor = snapshot.cursor().execute(sql, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
