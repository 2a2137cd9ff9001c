"""Which files somebody means who names files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

#: Left behind by operating systems, or about the folder itself; nobody sent them.
LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "readme.md"})


def gather(paths: Iterable[Path]) -> list[Path]:
    """Files as named, folders walked through; each once, in a fixed order.

    Hidden files and folders, lock files (`~$…`) and litter within folders are passed over; a file named
    outright is always taken, also when it does not exist: the report says so.
    """
    files: dict[Path, None] = {}
    for path in paths:
        for file in _walk(path) if path.is_dir() else [path]:
            files.setdefault(file, None)
    return list(files)


def shown(path: str | os.PathLike[str]) -> str:
    """A name as text: Chinese Windows writes names in GBK, which a Linux share passes on as bare bytes."""
    raw = os.fsencode(path)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _walk(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and not _is_litter(p.relative_to(folder)))


def _is_litter(path: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in path.parts)
    return is_hidden or path.name.startswith("~$") or path.name.lower() in LITTER
