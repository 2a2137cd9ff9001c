"""Landing: every file is copied once, under the hash of its bytes, and never touched again."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from foundation.fast.threads import one_more_thread
from foundation.warehouse.durable import move_into_place
from foundation.warehouse.home import Home

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Landed:
    """A copy in the landing: `<sha256><suffix>`."""

    sha256: str
    suffix: str
    size: int
    path: Path


def land(home: Home, source: Path) -> Landed:
    """Copy `source` while hashing it: through a temporary file, synced, then renamed.

    The same bytes again cost one read and change nothing. Raises OSError where the file cannot be read.
    """
    home.landing.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".arriving-", dir=home.landing)
    temporary = Path(name)
    try:
        sha256, size = _copy(source, handle)
        target = home.landing / f"{sha256}{suffix_of(source.name)}"
        kept = find(home, sha256)
        if kept is None:
            move_into_place(temporary, target)
        return Landed(sha256=sha256, suffix=(kept or target).suffix, size=size, path=kept or target)
    finally:
        temporary.unlink(missing_ok=True)


def _copy(source: Path, handle: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with open(handle, "wb") as out, source.open("rb") as data, one_more_thread() as begin:
        wait_for_hash: Callable[[], None] | None = None
        while chunk := data.read(_CHUNK):
            if wait_for_hash:
                wait_for_hash()
            # The bytes written are the bytes hashed.
            wait_for_hash = begin(digest.update, chunk)
            out.write(chunk)
            size += len(chunk)
        if wait_for_hash:
            wait_for_hash()
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest(), size


def suffix_of(name: str) -> str:
    """`.xlsx` of a name in lower case; empty where it could not safely be part of a file name."""
    suffix = Path(name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def find(home: Home, sha256: str) -> Path | None:
    """The landed copy of a content, whatever its suffix."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError("not a sha256")
    return next(iter(sorted(home.landing.glob(f"{sha256}*"))), None)


def sweep(home: Home) -> None:
    """Remove what an interrupted copy left behind. Only with the writer's lock held."""
    for path in home.landing.glob(".arriving-*"):
        path.unlink(missing_ok=True)
