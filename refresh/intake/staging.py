"""Parsed files, kept by what they depend on: bytes, name, sender, day and the code that read them.

A cache and nothing more: it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from data_ingest.load import LoadedFile, load_file
from data_ingest.tables import HeaderMapping
from foundation.fast import write_behind
from foundation.locales import text
from foundation.warehouse import landing
from foundation.warehouse.error_log import write_down
from foundation.warehouse.home import Home
from refresh.intake.code_version import READING, lock_hash, source_hash
from refresh.intake.input_file import InputFile


def load_staged(
    home: Home, file: InputFile, path: Path | None = None, *, header_mappings: Sequence[HeaderMapping] = ()
) -> LoadedFile:
    """The rows and issues of a landed file, without `file.without`; read once per version of the code.

    path: where its bytes lie before it lands. header_mappings: of all senders; a new one of another sender
    does not make this file be read again. Raises FileNotFoundError where the landed copy is gone.
    """
    loaded = _read(home, file, path, ())
    file_mappings = [mapping for mapping in header_mappings if mapping.sender in loaded.layout_senders]
    if file_mappings:
        loaded = _read(home, file, path, file_mappings)
    return loaded.without(file.without)


def _read(
    home: Home, file: InputFile, path: Path | None, file_mappings: Sequence[HeaderMapping]
) -> LoadedFile:
    folder = _generation(home) / _key(file, file_mappings)
    staged: LoadedFile | None = write_behind.unwritten(folder) or _staged(folder)
    if staged is not None:
        return staged
    path = path or landing.find(home, file.sha256)
    if path is None:
        raise FileNotFoundError(f"landing/{file.sha256}")
    loaded = load_file(
        path,
        name=file.name,
        sha256=file.sha256,
        received_on=file.received_on,
        sender=file.sender,
        header_mappings=file_mappings,
    )
    write_behind.write(folder, loaded, partial(_write, home))
    return loaded


def load_or_refuse(
    home: Home, file: InputFile, path: Path | None = None, *, header_mappings: Sequence[HeaderMapping] = ()
) -> LoadedFile:
    """`load_staged`; a file that our reader fails on is refused with an error code, and other files go on."""
    try:
        return load_staged(home, file, path, header_mappings=header_mappings)
    except Exception as error:
        code = write_down(home, f"reading {file.sha256}", error)
        reason = text("warehouse.reader_failed").format(code=code)
        remedy = text("warehouse.reader_failed_remedy").format(code=code)
        return LoadedFile(file.name, file.sha256, sender=file.sender, error_summary=reason, remedy=remedy)


def drop_old(home: Home) -> None:
    """Remove what earlier versions of the code read, and what an interrupted run left."""
    write_behind.wait_until_written()
    current = _generation(home)
    for generation in home.staging.glob("*"):
        if generation != current:
            shutil.rmtree(generation, ignore_errors=True)
    for half in current.glob(".making-*"):
        shutil.rmtree(half, ignore_errors=True)


def _generation(home: Home) -> Path:
    code = hashlib.sha256((source_hash(READING) + lock_hash()).encode()).hexdigest()
    return home.staging / code[:16]


def _key(file: InputFile, file_mappings: Sequence[HeaderMapping]) -> str:
    about: list[Any] = [file.sha256, file.name, file.sender, file.received_on.isoformat()]
    about += [[m.sender, m.headers, m.table, m.columns] for m in file_mappings]
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()[:40]


def _staged(folder: Path) -> LoadedFile | None:
    if not folder.exists():
        return None
    try:
        return LoadedFile.load(folder)
    except (OSError, ValueError, KeyError):
        # Half written before a power cut: read the file again. (Arrow's errors are ValueErrors.)
        shutil.rmtree(folder, ignore_errors=True)
        return None


def _write(home: Home, folder: Path, loaded: LoadedFile) -> None:
    temporary = folder.with_name(f".making-{os.getpid()}-{folder.name}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(temporary, ignore_errors=True)
        loaded.save(temporary)
        os.replace(temporary, folder)
    except OSError as error:
        # Only the next build is slower for it.
        shutil.rmtree(temporary, ignore_errors=True)
        write_down(home, f"keeping what was read of {loaded.sha256}", error)
