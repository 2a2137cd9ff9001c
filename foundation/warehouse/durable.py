"""Write so that a power cut leaves the old file or the new one, never half of either."""

from __future__ import annotations

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Ask the disk to keep what was written to `path` (a file or a folder)."""
    # Windows cannot open a folder; a rename is durable there without it.
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def move_into_place(temporary: Path, target: Path) -> None:
    """Sync `temporary`, give it its final name at once, sync the folder. Both lie on one disk."""
    sync(temporary)
    os.replace(temporary, target)
    sync(target.parent)


def write_text(target: Path, content: str) -> None:
    """Replace the text file `target` in one step."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    temporary.write_text(content, encoding="utf-8")
    move_into_place(temporary, target)
