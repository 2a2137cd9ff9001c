"""退回表: what is wrong in the files in force, back to those who sent them, one workbook a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_ingest.corrections import Issue, Plan, Unread, write_return
from data_ingest.loaded import part_of
from foundation.locales import say, text
from foundation.warehouse import landing, ledger, snapshots
from foundation.warehouse.corrections import Piece
from foundation.warehouse.home import Home
from foundation.warehouse.statements import named
from refresh.progress import Progress, quiet
from refresh.superseding import standing

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
#: Bytes of a name that every file system takes, with room for what is added.
_LONGEST = 180


@dataclass(frozen=True)
class Returned:
    """One return workbook. source: the file as its sender called it; cells: how many are marked in it."""

    sender: str
    source: str
    path: Path
    cells: int
    issues: int
    sha256: str


class NothingPublishedError(LookupError):
    """There is no snapshot, so nobody knows what is wrong."""


def write_returns(
    home: Home, folder: Path, *, who: str, progress: Progress = quiet, only: Piece | None = None
) -> list[Returned]:
    """One workbook for each file in force with something wrong in it, in a folder for each sender.

    only: of this file, or file within an archive, alone.

    An archive gives one for each of its files. What is wrong is what the published snapshot says, references
    that found nobody included. Raises NothingPublishedError; OSError where the folder cannot be written.
    """
    snapshot = snapshots.current(home)
    if snapshot is None:
        raise NothingPublishedError(str(home.root))
    files = {row["sha256"]: row for row in _rows(snapshot, "files")}
    now = standing(ledger.files(home))
    pieces = [piece for piece in _pieces(snapshot, files) if only in (None, piece)]
    written: list[Returned] = []
    for done, piece in enumerate(pieces):
        progress(text("returns.stage"), done, len(pieces))
        file = files[piece.sha256]
        folder_name = now.folder(now.entries[piece.sha256])
        sender = file["sender"] or folder_name or say("returns.no_sender", "zh")
        path = _path(folder, sender, piece.part or file["file"], piece, {one.path for one in written})
        written.append(_write(home, snapshot, {**file, "sender": sender}, piece, path))
    if written:
        progress(text("returns.stage"), len(pieces), len(pieces))
        detail = {"what": "corrections", "snapshot": snapshot.id, "files": [one.sha256 for one in written]}
        ledger.note(home, who=who, action="export", detail=detail)
    return sorted(written, key=lambda one: (one.sender, one.path.name))


def _pieces(snapshot: snapshots.Snapshot, files: dict[str, Any]) -> Iterator[Piece]:
    """Files, and files within archives, that have an issue or could not be read."""
    for row in _rows(snapshot, "troubled"):
        yield Piece(row["sha256"], part_of(row["file"], files[row["sha256"]]["file"]))


def _write(
    home: Home, snapshot: snapshots.Snapshot, file: dict[str, Any], piece: Piece, path: Path
) -> Returned:
    issues = [Issue(**row) for row in _rows(snapshot, "issues", piece)]
    unread = tuple(Unread(**row) for row in _rows(snapshot, "unread", piece))
    landed = landing.find(home, piece.sha256)
    if landed is None:
        raise FileNotFoundError(f"landing/{piece.sha256}")
    path.parent.mkdir(parents=True, exist_ok=True)
    plan = Plan(piece, _about(snapshot, file, piece, issues), unread=unread)
    placed = write_return(landed, path, name=file["file"], part=piece.part, plan=plan, issues=issues)
    return Returned(file["sender"], _shown(file, piece), path, len(placed.cells), len(issues), piece.sha256)


def _shown(file: dict[str, Any], piece: Piece) -> str:
    return f"{file['file']} › {piece.part}" if piece.part else file["file"]


def _about(
    snapshot: snapshots.Snapshot, file: dict[str, Any], piece: Piece, issues: list[Issue]
) -> tuple[str, ...]:
    """The lines under the cover's title: which file, how many cells, what to do, the stamp."""
    held = len({(i.sheet, i.row_number) for i in issues if i.is_row_held})
    about = {
        "file": _shown(file, piece),
        "sender": file["sender"],
        "received_on": file["received_on"].isoformat(),
    }
    lines = [
        say("returns.cover_file", "zh", **about),
        say("returns.cover_counts", "zh", issues=len(issues), held=held),
        *say("returns.cover_how", "zh").strip().split("\n"),
        say("returns.cover_stamp", "zh", snapshot=snapshot.id[:12], rules=snapshot.meta["rules_version"]),
    ]
    return (say("returns.cover_simulated", "zh"), *lines) if file["is_simulated"] else tuple(lines)


def _path(folder: Path, sender: str, name: str, piece: Piece, taken: set[Path]) -> Path:
    """`<folder>/<sender>/<name>_退回.xlsx`; two files of one name are told apart by their hashes."""
    ending = say("returns.file_ending", "zh")
    stem = Path(name.replace("›", "/")).stem.removesuffix(ending)
    below = folder / _safe(sender)
    path = below / f"{_safe(stem)}{ending}.xlsx"
    if path in taken:
        path = below / f"{_safe(stem)}_{piece.sha256[:8]}_{len(taken)}{ending}.xlsx"
    return path


def _safe(name: str) -> str:
    """A name that every system takes for a file."""
    clean = _UNSAFE.sub("_", name).strip(" .") or "_"
    return clean.encode()[:_LONGEST].decode(errors="ignore").strip(" .")


def _rows(snapshot: snapshots.Snapshot, statement: str, piece: Piece | None = None) -> list[dict[str, Any]]:
    sql = named(Path(__file__).with_suffix(".sql"))[statement]
    values = {"sha256": piece.sha256, "part": piece.part} if piece else {}
    cursor = snapshot.cursor().execute(sql, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
