"""Which file, or file within an archive, a return workbook (退回表) puts right."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True)
class FilePart:
    """What can be put right on its own: a landed file, or one file within a landed archive (`part`)."""

    sha256: str
    part: str = ""


@dataclass(frozen=True, order=True)
class Correction:
    """A return workbook in a landed file. part: its name within an archive, "" where it is the file."""

    source: FilePart
    part: str = ""


def to_json(corrections: Iterable[Correction]) -> str | None:
    """As the ledger keeps them; None for none."""
    kept = [asdict(one) for one in sorted(set(corrections))]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else None


def of_json(text: str | None) -> tuple[Correction, ...]:
    return tuple(Correction(FilePart(**one["source"]), one["part"]) for one in json.loads(text or "[]"))
