"""Files that came, of which not a row could be read, and that nothing has taken the place of yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data_ingest.load import LoadedFile
from data_ingest.loaded import PassedOver, part_of
from data_ingest.tables.header_mapping import HeaderMapping, header_mappings_of
from foundation.locales import Text
from foundation.warehouse import ledger
from foundation.warehouse.corrections import Piece
from foundation.warehouse.home import Home
from foundation.warehouse.ledger import FileEntry
from refresh.build.inputs import InputFile
from refresh.intake.lineage import FileLineage, file_lineage
from refresh.intake.staging import staged_or_refused


@dataclass(frozen=True)
class Refused:
    """One landed file. parts: what is wrong, by worksheet; one without a worksheet speaks for the whole.

    is_readable: its cells could be read, if no table was found among them.
    """

    entry: FileEntry
    sender: str | None
    is_simulated: bool
    error: Text
    remedy: Text | None
    parts: tuple[PassedOver, ...]
    is_readable: bool

    def pieces(self) -> dict[Piece, list[PassedOver]]:
        """What is wrong by file within the archive; one piece for any other file."""
        found: dict[Piece, list[PassedOver]] = {}
        for part in self.parts:
            piece = Piece(self.entry.sha256, part_of(part.file, self.entry.name))
            found.setdefault(piece, []).append(part)
        return found


def refused(home: Home) -> Iterator[Refused]:
    """In the order of landing. Landed files are read again where today's program has not read them yet."""
    now, header_mappings = file_lineage(ledger.files(home)), header_mappings_of(ledger.decisions(home))
    for entry, loaded in _unanswered(home, now, header_mappings):
        if loaded.error is not None:
            yield _refused(entry, now, loaded, loaded.error)


def readable_since(home: Home, header_mappings: Sequence[HeaderMapping]) -> list[FileEntry]:
    """Refused files whose headers have been mapped since, in order of landing: they can be read now."""
    if not header_mappings:
        return []
    now = file_lineage(ledger.files(home))
    return [entry for entry, loaded in _unanswered(home, now, header_mappings) if loaded.error is None]


def _unanswered(
    home: Home, now: FileLineage, header_mappings: Sequence[HeaderMapping]
) -> Iterator[tuple[FileEntry, LoadedFile]]:
    """Refused files that nothing later put right, as they are read today."""
    for entry in now.entries.values():
        if entry.state == "refused" and not _is_answered(entry, now):
            yield (
                entry,
                staged_or_refused(home, InputFile.of_entry(entry, now), header_mappings=header_mappings),
            )


def _refused(entry: FileEntry, now: FileLineage, loaded: LoadedFile, error: Text) -> Refused:
    whole = PassedOver(entry.name, None, error, loaded.remedy, is_error=True)
    parts = tuple(part for part in loaded.passed_over if part.is_error) or (whole,)
    sender = loaded.sender or now.folder(entry)
    is_readable = any(part.sheet for part in loaded.passed_over)
    return Refused(entry, sender, loaded.is_simulated, error, loaded.remedy, parts, is_readable)


def _is_answered(entry: FileEntry, now: FileLineage) -> bool:
    """Its return workbook came back, or a later file of its name and sender is in force."""
    if any(piece.sha256 == entry.sha256 for piece in now.superseded_by):
        return True
    return any(
        other.state in ledger.IN_FORCE
        and (other.name, now.sender(other)) == (entry.name, now.sender(entry))
        and other.landed_at >= entry.landed_at
        for other in now.entries.values()
    )
