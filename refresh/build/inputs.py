"""What a snapshot is a function of, and the id that follows from it (docs/definitions.md, Snapshot)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analytics.rules import PACKAGE_RULES
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from refresh.decisions.in_effect import in_effect
from refresh.intake.code_version import lock_hash, source_hash
from refresh.intake.input_file import InputFile
from refresh.intake.ledger_state import LedgerState, read_state

_ID_LENGTH = 32


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


def in_force(home: Home, state: LedgerState) -> Inputs:
    """What the next snapshot is a function of; a file whose corrected version is in force is left out."""
    files = [
        InputFile.of_entry(entry, state.lineage)
        for entry in state.files_in(*ledger.IN_FORCE)
        if state.lineage.successor(entry.sha256) is None
    ]
    return Inputs(
        files=tuple(sorted(files, key=lambda f: f.sha256)),
        decisions=state.decisions,
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
    return in_force(home, read_state(home)).id
