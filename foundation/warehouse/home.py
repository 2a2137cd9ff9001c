"""Where things are kept: one folder, the home."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The folder that holds ledger, landing and snapshots. Nothing in it is ever edited in place."""

    root: Path

    @classmethod
    def find(cls, given: str | Path | None = None) -> Home:
        """`given`, else $LIAISON_HOME, else ./data."""
        return cls(Path(given or os.environ.get("LIAISON_HOME") or "data").expanduser().resolve())

    @property
    def ledger(self) -> Path:
        return self.root / "ledger.sqlite"

    @property
    def landing(self) -> Path:
        return self.root / "landing"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"

    @property
    def staging(self) -> Path:
        """Parsed files by content hash: a cache, safe to delete."""
        return self.root / "staging"

    @property
    def current(self) -> Path:
        """Text file holding the id of the snapshot in force."""
        return self.root / "CURRENT"

    @property
    def rules(self) -> Path:
        """The office's own rules; absent: the package's."""
        return self.root / "rules.toml"

    @property
    def users(self) -> Path:
        return self.root / "users.toml"

    @property
    def lock(self) -> Path:
        return self.root / ".lock"
