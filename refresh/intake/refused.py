"""Files that came, of which not a row could be read, and that nothing has taken the place of yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data_ingest.load import LoadedFile
from data_ingest.loaded import PassedOver, part_of
from foundation.locales import Text
from foundation.warehouse import ledger
from foundation.warehouse.corrections import FilePart
from foundation.warehouse.home import Home
from foundation.warehouse.ledger import FileEntry
from refresh.intake.input_file import InputFile
from refresh.intake.ledger_state import LedgerState
from refresh.intake.lineage import FileLineage
from refresh.intake.staging import load_or_refuse


@dataclass(frozen=True)
class Refused:
    """One landed file. parts: what is wrong, by worksheet; one without a worksheet speaks for the whole.

    is_readable: its cells could be read, if no table was found among them.
    """

    entry: FileEntry
    sender: str | None
    is_simulated: bool
    error_summary: Text
    remedy: Text | None
    parts: tuple[PassedOver, ...]
    is_readable: bool

    def pieces(self) -> dict[FilePart, list[PassedOver]]:
        """What is wrong by file within the archive; one piece for any other file."""
        by_piece: dict[FilePart, list[PassedOver]] = {}
        for part in self.parts:
            piece = FilePart(self.entry.sha256, part_of(part.file, self.entry.name))
            by_piece.setdefault(piece, []).append(part)
        return by_piece


def refused_files(home: Home, state: LedgerState) -> Iterator[Refused]:
    """In the order of landing. Landed files are read again where today's program has not read them yet."""
    for entry, loaded in _not_replaced(home, state):
        if loaded.error_summary is not None:
            yield _refused(entry, state.lineage, loaded, loaded.error_summary)


def readable_now(home: Home, state: LedgerState) -> list[FileEntry]:
    """Refused files that can be read now that somebody has explained their headers, in order of landing."""
    if not state.header_mappings:
        return []
    return [entry for entry, loaded in _not_replaced(home, state) if loaded.error is None]


def _not_replaced(home: Home, state: LedgerState) -> Iterator[tuple[FileEntry, LoadedFile]]:
    """Refused files that nothing later put right, as they are read today."""
    for entry in state.files_in("refused"):
        if not _is_replaced(entry, state.lineage):
            file = InputFile.of_entry(entry, state.lineage)
            yield entry, load_or_refuse(home, file, header_mappings=state.header_mappings)


def _refused(entry: FileEntry, lineage: FileLineage, loaded: LoadedFile, summary: Text) -> Refused:
    whole_file = PassedOver(entry.name, None, loaded.error or summary, loaded.remedy, is_error=True)
    parts = tuple(part for part in loaded.passed_over if part.is_error) or (whole_file,)
    sender = loaded.sender or lineage.folder(entry)
    is_readable = any(part.sheet for part in loaded.passed_over)
    return Refused(entry, sender, loaded.is_simulated, summary, loaded.remedy, parts, is_readable)


def _is_replaced(entry: FileEntry, lineage: FileLineage) -> bool:
    """Its return workbook came back, or a later file of its name and sender is in force."""
    if any(piece.sha256 == entry.sha256 for piece in lineage.superseded_by):
        return True
    return any(
        other.state in ledger.IN_FORCE
        and (other.name, lineage.sender(other)) == (entry.name, lineage.sender(entry))
        and other.landed_at >= entry.landed_at
        for other in lineage.entries.values()
    )
