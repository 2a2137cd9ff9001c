"""What a snapshot is a function of, and the id that follows from it (INTERFACES.md, Snapshot)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analytics.rules import PACKAGE_RULES
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from refresh.build.source import lock_hash, source_hash
from refresh.decisions.in_effect import in_effect
from refresh.intake.lineage import FileLineage, file_lineage

_ID_LENGTH = 32


@dataclass(frozen=True)
class InputFile:
    """One landed file in force. `name` says where rows came from; it is not part of the id.

    without: files within an archive that corrected ones stand for.
    """

    sha256: str
    name: str
    sender: str | None
    received_on: dt.date
    without: tuple[str, ...] = ()

    @classmethod
    def of_entry(cls, entry: ledger.FileEntry, now: FileLineage) -> InputFile:
        return cls(
            sha256=entry.sha256,
            name=entry.name,
            sender=now.sender(entry),
            received_on=entry.received_on,
            without=now.parts_without_force(entry.sha256),
        )

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> InputFile:
        received_on = dt.date.fromisoformat(kept["received_on"])
        return cls(**{**kept, "received_on": received_on, "without": tuple(kept.get("without", ()))})

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


@dataclass(frozen=True)
class Inputs:
    """Files in force by hash, decisions as the log holds them, rules as text, code and lock as hashes."""

    files: tuple[InputFile, ...]
    decisions: tuple[ledger.Decision, ...]
    rules_toml: str
    source: str
    lock: str

    @property
    def id(self) -> str:
        """The snapshot's id: the same for the same inputs, whatever the order of files and answers."""
        parts = {
            "files": [f.identity() for f in self.files],
            "decisions": [[d.kind, d.body] for d in in_effect(self.decisions)],
            "rules": self.rules_toml,
            "source": self.source,
            "lock": self.lock,
        }
        content = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(content.encode("utf-8")).hexdigest()[:_ID_LENGTH]

    def as_json(self) -> dict[str, Any]:
        """What the ledger keeps, so that this very state can be built again: `of_record` reads it."""
        return {
            "files": [f.as_json() for f in self.files],
            "decisions": len(self.decisions),
            "rules_toml": self.rules_toml,
            "source": self.source,
            "lock": self.lock,
        }


def in_force(home: Home) -> Inputs:
    """What the next snapshot of this home is a function of: files whose corrected selves stand are not."""
    now = file_lineage(ledger.files(home))
    files = [
        InputFile.of_entry(entry, now)
        for entry in now.entries.values()
        if entry.state in ledger.IN_FORCE and now.successor(entry.sha256) is None
    ]
    return Inputs(
        files=tuple(sorted(files, key=lambda f: f.sha256)),
        decisions=tuple(ledger.decisions(home)),
        rules_toml=rules_text(home),
        source=source_hash(),
        lock=lock_hash(),
    )


def of_record(home: Home, record: Mapping[str, Any]) -> Inputs:
    """The recorded inputs of an older snapshot, with the code of today."""
    files = [InputFile.of_json(f) for f in record["files"]]
    return Inputs(
        files=tuple(files),
        decisions=tuple(ledger.decisions(home)[: record["decisions"]]),
        rules_toml=record["rules_toml"],
        source=source_hash(),
        lock=lock_hash(),
    )


def rules_text(home: Home) -> str:
    """The rules in force: the office's own `<home>/rules.toml`, else the package's."""
    path = home.rules if home.rules.exists() else PACKAGE_RULES
    return path.read_text(encoding="utf-8")


def snapshot_id(home: Home) -> str:
    """The id that this home's snapshot should have now."""
    return in_force(home).id
