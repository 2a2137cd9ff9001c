"""Which files are in force once corrected files stand for the ones they correct (docs/definitions.md, Rows).

A return workbook carries its source's hash. While it is in force its source is not: kept and listed, but
no input of the snapshot. What it is told of is the ledger's alone, so the order of arrival is irrelevant,
and with the corrected file retracted the earlier one is an input again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foundation.warehouse.corrections import FilePart
from foundation.warehouse.ledger import IN_FORCE, FileEntry


@dataclass(frozen=True)
class FileLineage:
    """superseded_by: piece (a file, or a file within an archive) → the piece that stands for it now.

    sources: corrected piece → what it corrects, itself corrected or not.
    """

    entries: dict[str, FileEntry]
    superseded_by: dict[FilePart, FilePart]
    sources: dict[FilePart, FilePart]

    def successor(self, sha256: str) -> FileEntry | None:
        """The file that stands for this one as a whole, if there is one."""
        by = self.superseded_by.get(FilePart(sha256))
        return self.entries[by.sha256] if by else None

    def parts_without_force(self, sha256: str) -> tuple[str, ...]:
        """Names of an archive's members whose corrected selves are in force."""
        return tuple(sorted(p.part for p in self.superseded_by if p.sha256 == sha256 and p.part))

    def kin(self, piece: FilePart) -> list[FilePart]:
        """Every piece that goes back to the same source, itself among them."""
        origin = {piece, *_chain(piece, self.sources)}
        known = {*self.sources, *self.sources.values()}
        return sorted(p for p in known if origin & {p, *_chain(p, self.sources)})

    def history(self, entry: FileEntry) -> list[FileEntry]:
        """The file, what it corrects, what that one corrected, as far as they came here."""
        chain = (self.entries.get(piece.sha256) for piece in _chain(FilePart(entry.sha256), self.sources))
        return [entry, *(earlier for earlier in chain if earlier)]

    def sender(self, entry: FileEntry) -> str | None:
        """As given at upload; a corrected file comes from whom its source came from."""
        return next((one.sender for one in self.history(entry) if one.sender), None)

    def folder(self, entry: FileEntry) -> str | None:
        """The folder in which it was found, or in which its source was: the first one counts."""
        return next((one.folder for one in reversed(self.history(entry)) if one.folder), None)


def file_lineage(entries: Iterable[FileEntry]) -> FileLineage:
    """What the ledger's files, whatever their state, say about each other."""
    by_hash = {entry.sha256: entry for entry in entries}
    told = {
        FilePart(entry.sha256, one.part): one.source for entry in by_hash.values() for one in entry.corrects
    }
    # Files that claim to correct each other were not made by us: none of them gives way.
    sources = {piece: source for piece, source in told.items() if piece not in _chain(piece, told)}
    live = [piece for piece in sources if by_hash[piece.sha256].state in IN_FORCE]
    gone = {earlier for piece in live for earlier in _chain(piece, sources)}
    newest = _newest_first(live, by_hash)
    # Several answers to one return workbook: the last of them stands for the others too.
    for source in sorted(gone):
        answers = [p for p in newest if p not in gone and source in _chain(p, sources)]
        gone.update(answers[1:])
    return FileLineage(by_hash, dict(_successors(gone, newest, sources)), sources)


def _chain(piece: FilePart, sources: dict[FilePart, FilePart]) -> list[FilePart]:
    """What a piece corrects, what that one corrected, and so on; also through retracted ones."""
    chain: list[FilePart] = []
    while (source := sources.get(piece)) and source not in chain:
        chain.append(source)
        piece = source
    return chain


def _newest_first(pieces: list[FilePart], entries: dict[str, FileEntry]) -> list[FilePart]:
    """The later received_on, else the later saved, else the larger hash first."""

    def key(piece: FilePart) -> tuple[str, str, FilePart]:
        entry = entries[piece.sha256]
        return entry.received_on.isoformat(), entry.saved_at or "", piece

    return sorted(pieces, key=key, reverse=True)


def _successors(
    gone: set[FilePart], newest: list[FilePart], sources: dict[FilePart, FilePart]
) -> Iterator[tuple[FilePart, FilePart]]:
    """Each piece without force and the newest one in force that goes back to the same source."""
    standing_now = [piece for piece in newest if piece not in gone]
    for piece in gone:
        origin = {piece, *_chain(piece, sources)}
        yield piece, next(p for p in standing_now if origin & set(_chain(p, sources)))
