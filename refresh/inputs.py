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
from refresh.source import lock_hash, source_hash

_ID_LENGTH = 32


@dataclass(frozen=True)
class InputFile:
    """One landed file in force. `name` says where rows came from; it is not part of the id."""

    sha256: str
    name: str
    sender: str | None
    received_on: dt.date

    def as_json(self) -> dict[str, Any]:
        return {**self.__dict__, "received_on": self.received_on.isoformat()}


@dataclass(frozen=True)
class Inputs:
    """Files in force by hash, decisions in the order given, rules as text, code and lock as hashes."""

    files: tuple[InputFile, ...]
    decisions: tuple[ledger.Decision, ...]
    rules_toml: str
    source: str
    lock: str

    @property
    def id(self) -> str:
        """The snapshot's id: the same for the same inputs, whatever the order in which files came."""
        parts = {
            "files": [[f.sha256, f.sender, f.received_on.isoformat()] for f in self.files],
            "decisions": [[d.kind, d.body] for d in self.decisions],
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
    """What the next snapshot of this home is a function of."""
    files = [
        InputFile(sha256=f.sha256, name=f.name, sender=f.sender, received_on=f.received_on)
        for f in ledger.files(home, *ledger.IN_FORCE)
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
    files = [
        InputFile(**{**f, "received_on": dt.date.fromisoformat(f["received_on"])}) for f in record["files"]
    ]
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
