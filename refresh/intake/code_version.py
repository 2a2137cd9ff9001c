"""What code made a snapshot: hashes of source trees and of the lock file."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: The code that decides what a snapshot holds (docs/definitions.md, Snapshot); pages and wording do not.
DECIDING = ("foundation/reference", "foundation/fast", "data_ingest", "analytics", "refresh")
#: The code that decides what a file's rows are: the staging cache stands or falls with it.
READING = ("foundation/reference", "foundation/fast", "foundation/locales", "data_ingest")
_KINDS = frozenset({".py", ".sql", ".toml", ".csv", ".json"})


@cache
def source_hash(folders: tuple[str, ...] = DECIDING) -> str:
    """Hash of all source files below these folders: relative path and bytes, in the order of paths.

    Read once per process: a running program is what it was when it started.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in _KINDS and "__pycache__" not in path.parts:
                _add(digest, path.relative_to(ROOT).as_posix().encode(), path.read_bytes())
    return digest.hexdigest()


@cache
def lock_hash() -> str:
    """Hash of requirements.lock; of nothing where the program runs without one."""
    path = ROOT / "requirements.lock"
    return hashlib.sha256(path.read_bytes() if path.exists() else b"").hexdigest()


def _add(digest: hashlib._Hash, *parts: bytes) -> None:
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
