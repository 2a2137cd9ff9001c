"""The ledger of a home, read once for a command and handed on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from data_ingest.tables.header_mapping import HeaderMapping, header_mappings_of
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.ledger import Decision, FileEntry, State
from refresh.intake.lineage import FileLineage, file_lineage


@dataclass(frozen=True)
class LedgerState:
    """Files (in the order of landing) and decisions (oldest first) as they were at one moment.

    Whoever changes the ledger and goes on reads it again with `read_state`.
    """

    files: tuple[FileEntry, ...]
    decisions: tuple[Decision, ...]

    @cached_property
    def lineage(self) -> FileLineage:
        """Which files correct which, and which of them are in force."""
        return file_lineage(self.files)

    @cached_property
    def header_mappings(self) -> tuple[HeaderMapping, ...]:
        """What people said that headers mean, of all senders."""
        return header_mappings_of(self.decisions)

    def files_in(self, *states: State) -> list[FileEntry]:
        """Files in one of these states, in the order of landing."""
        return [entry for entry in self.files if entry.state in states]


def read_state(home: Home) -> LedgerState:
    """What the ledger says now; without a ledger, no files and no decisions."""
    return LedgerState(tuple(ledger.files(home)), tuple(ledger.decisions(home)))
