"""What became of each file that was handed over: one record a file, as the report lists it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data_ingest.load import LoadedFile, PassedOver
from foundation.locales import Text

#: A file of a million wrong cells must not make a report of a million lines; the snapshot holds all.
ISSUES_SHOWN = 1000
#: What the report says of a wrong cell.
_REPORTED = ["row_number", "column_name", "value", "rule", "is_row_held", "message_zh", "message_en"]


@dataclass
class FileRecord:
    """What became of one file.

    status: loaded, partly, refused, unchanged (this content, or a corrected version of it, is in force).
    """

    path: Path
    sha256: str | None = None
    sender: str | None = None
    received_on: dt.date | None = None
    status: str = "refused"
    error: Text | None = None
    remedy: Text | None = None
    tables: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    issue_count: int = 0
    passed_over: list[dict[str, Any]] = field(default_factory=list)

    def take_over(self, loaded: LoadedFile) -> None:
        """Sender, status, counts and issues as reading the file gave them."""
        self.sender, self.status = loaded.sender, status_of(loaded)
        self.error, self.remedy = loaded.error, loaded.remedy
        self.passed_over = [passed_over_row(part) for part in loaded.passed_over]
        self.tables, self.issues, self.issue_count = [], [], 0
        for table in loaded.tables:
            counts = {n: getattr(table, n) for n in ("rows_read", "rows_loaded", "rows_quarantined")}
            place = {"file": table.file, "sheet": table.sheet, "table": table.table}
            self.tables.append({**place, **counts, "rows_merged": 0, "mapping": table.mapping})
            self.issue_count += len(table.issues)
            room = max(0, ISSUES_SHOWN - len(self.issues))
            shown = table.issues.slice(0, room).select(_REPORTED)
            self.issues += [{**place, **row} for row in shown.to_pylist()]


def status_of(loaded: LoadedFile) -> str:
    """refused: not a row; partly: rows are held back or a part was not read; loaded: every row is in."""
    if loaded.error is not None:
        return "refused"
    is_held = any(t.rows_quarantined for t in loaded.tables)
    return "partly" if is_held or any(p.is_error for p in loaded.passed_over) else "loaded"


def passed_over_row(part: PassedOver) -> dict[str, Any]:
    """A worksheet or archive member that gave no rows, and why, in both languages."""
    return {
        "file": part.file,
        "sheet": part.sheet,
        "is_error": part.is_error,
        "reason_zh": part.reason.zh,
        "reason_en": part.reason.en,
        "remedy_zh": part.remedy.zh if part.remedy else None,
        "remedy_en": part.remedy.en if part.remedy else None,
    }
