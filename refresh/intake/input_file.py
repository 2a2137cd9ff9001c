"""One landed file as an input of a snapshot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from foundation.warehouse.ledger import FileEntry
from refresh.intake.lineage import FileLineage


@dataclass(frozen=True)
class InputFile:
    """One landed file in force. `name` says where rows came from; it is not part of the snapshot's id.

    without: files within an archive that are left out, because corrected ones stand for them.
    """

    sha256: str
    name: str
    sender: str | None
    received_on: dt.date
    without: tuple[str, ...] = ()

    @classmethod
    def of_entry(cls, entry: FileEntry, lineage: FileLineage) -> InputFile:
        return cls(
            sha256=entry.sha256,
            name=entry.name,
            sender=lineage.sender(entry),
            received_on=entry.received_on,
            without=lineage.parts_without_force(entry.sha256),
        )

    @classmethod
    def of_json(cls, recorded: Mapping[str, Any]) -> InputFile:
        received_on = dt.date.fromisoformat(recorded["received_on"])
        return cls(**{**recorded, "received_on": received_on, "without": tuple(recorded.get("without", ()))})

    def as_json(self) -> dict[str, Any]:
        return {**self.__dict__, "received_on": self.received_on.isoformat(), "without": list(self.without)}

    def identity(self) -> list[Any]:
        """What of it decides the snapshot's id."""
        return [
            self.sha256,
            self.sender,
            self.received_on.isoformat(),
            *map(list, filter(None, [self.without])),
        ]
