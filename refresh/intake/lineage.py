"""Which files are in force once corrected files stand for the ones they correct (docs/definitions.md, Rows).

A return workbook carries the hash of its source. While it is in force its source is not: it is kept and
listed, but is no input of the snapshot. All of this follows from the ledger's entries alone, so the order in
which files arrived makes no difference. When the corrected file is retracted its source is an input again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foundation.warehouse.corrections import FilePart
from foundation.warehouse.ledger import IN_FORCE, FileEntry


@dataclass(frozen=True)
class FileLineage:
    """superseded_by: part (a file, or a file within an archive) → the part that stands for it now.

    sources: corrected part → what it corrects, itself corrected or not.
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

    def kin(self, part: FilePart) -> list[FilePart]:
        """Every part that goes back to the same source, itself among them."""
        origin = {part, *_chain(part, self.sources)}
        parts = {*self.sources, *self.sources.values()}
        return sorted(p for p in parts if origin & {p, *_chain(p, self.sources)})

    def history(self, entry: FileEntry) -> list[FileEntry]:
        """The file, what it corrects, what that one corrected, as far as they came here."""
        chain = (self.entries.get(part.sha256) for part in _chain(FilePart(entry.sha256), self.sources))
        return [entry, *(earlier for earlier in chain if earlier)]

    def sender(self, entry: FileEntry) -> str | None:
        """As given at upload; a corrected file comes from whom its source came from."""
        return next((file.sender for file in self.history(entry) if file.sender), None)

    def folder(self, entry: FileEntry) -> str | None:
        """The folder in which it was found, or in which its source was: the first one counts."""
        return next((file.folder for file in reversed(self.history(entry)) if file.folder), None)


def file_lineage(entries: Iterable[FileEntry]) -> FileLineage:
    """What the ledger's files, whatever their state, say about each other."""
    by_hash = {entry.sha256: entry for entry in entries}
    claimed = {
        FilePart(entry.sha256, correction.part): correction.source
        for entry in by_hash.values()
        for correction in entry.corrects
    }
    # Files that claim to correct each other were not made by us: none of them gives way.
    sources = {part: source for part, source in claimed.items() if part not in _chain(part, claimed)}
    live = [part for part in sources if by_hash[part.sha256].state in IN_FORCE]
    gone = {earlier for part in live for earlier in _chain(part, sources)}
    newest = _newest_first(live, by_hash)
    # Several answers to one return workbook: the last of them stands for the others too.
    for source in sorted(gone):
        answers = [p for p in newest if p not in gone and source in _chain(p, sources)]
        gone.update(answers[1:])
    return FileLineage(by_hash, dict(_successors(gone, newest, sources)), sources)


def _chain(part: FilePart, sources: dict[FilePart, FilePart]) -> list[FilePart]:
    """What a part corrects, what that one corrected, and so on; also through retracted ones."""
    chain: list[FilePart] = []
    while (source := sources.get(part)) and source not in chain:
        chain.append(source)
        part = source
    return chain


def _newest_first(parts: list[FilePart], entries: dict[str, FileEntry]) -> list[FilePart]:
    """The later received_on, else the later saved, else the larger hash first."""

    def key(part: FilePart) -> tuple[str, str, FilePart]:
        entry = entries[part.sha256]
        return entry.received_on.isoformat(), entry.saved_at or "", part

    return sorted(parts, key=key, reverse=True)


def _successors(
    gone: set[FilePart], newest: list[FilePart], sources: dict[FilePart, FilePart]
) -> Iterator[tuple[FilePart, FilePart]]:
    """Each part without force and the newest one in force that goes back to the same source."""
    in_force = [part for part in newest if part not in gone]
    for part in gone:
        origin = {part, *_chain(part, sources)}
        yield part, next(p for p in in_force if origin & set(_chain(p, sources)))
