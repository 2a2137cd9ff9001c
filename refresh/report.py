"""What happened, as one document: `liaison ingest --json` prints it, every other report words it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from foundation.locales import Text
from foundation.warehouse import snapshots
from foundation.warehouse.home import Home
from foundation.warehouse.ledger import FileEntry
from foundation.warehouse.statements import named
from refresh.build.publish import BuildError
from refresh.intake.lineage import FileLineage
from refresh.intake.paths import shown
from refresh.intake.records import ISSUES_SHOWN, FileRecord
from refresh.review.corrected import corrected

_SQL = named(Path(__file__).with_suffix(".sql"))
COUNTS = ("rows_read", "rows_loaded", "rows_quarantined", "rows_merged")


def ingest_report(
    home: Home,
    records: list[FileRecord],
    lineage: FileLineage,
    *,
    previous: str | None,
    error: BuildError | None,
    carried: list[str],
) -> dict[str, Any]:
    """`files` (one record per file), `totals` over their tables, `snapshot` in force.

    A file that corrects another has in `corrects` what changed; one whose corrected self is in force has
    status `unchanged`, no rows, and says in `superseded_by` by whom. error: why no snapshot was
    published; carried: files left landed by an interrupted run, in force with this one.
    """
    snapshot = snapshots.current(home)
    for record in records:
        if record.sha256 and record.status != "refused" and lineage.successor(record.sha256):
            record.status = "unchanged"
    if snapshot is not None:
        _as_published(snapshot, [r for r in records if error is None or r.status == "unchanged"])
    files = [
        {
            **_file(record),
            "corrects": corrected(home, lineage, record.sha256, previous=previous, snapshot=snapshot),
            "superseded_by": _reference(lineage.successor(record.sha256)) if record.sha256 else None,
        }
        for record in records
    ]
    meta = snapshot.meta if snapshot else {}
    return {
        "home": str(home.root),
        "snapshot": snapshot.id if snapshot else None,
        "previous": previous,
        "is_published": error is None and snapshot is not None,
        "as_of": meta["as_of"][:7] if meta else None,
        "rules": meta.get("rules_version"),
        "is_simulated": meta.get("is_simulated") == "true",
        **_in_both("error", error.reason if error else None),
        "carried": carried,
        "totals": {name: sum(f[name] for f in files) for name in COUNTS},
        "files": files,
    }


def retract_report(
    home: Home, entry: FileEntry, *, previous: str | None, snapshot_id: str | None
) -> dict[str, Any]:
    """The file that was taken back, and the snapshots before and after."""
    return {
        "home": str(home.root),
        "file": entry.name,
        "sha256": entry.sha256,
        "previous": previous,
        "snapshot": snapshot_id,
    }


def _reference(entry: FileEntry | None) -> dict[str, str] | None:
    return {"sha256": entry.sha256, "file": entry.name} if entry else None


def _as_published(snapshot: snapshots.Snapshot, records: list[FileRecord]) -> None:
    """Counts and issues from the snapshot: merged rows and open references are known only there."""
    for record in records:
        if record.status == "refused":
            continue
        record.tables = snapshot.rows(_SQL["tables"], sha256=record.sha256)
        record.passed_over = snapshot.rows(_SQL["passed_over"], sha256=record.sha256)
        issues = snapshot.rows(_SQL["issues"], sha256=record.sha256, most=ISSUES_SHOWN)
        record.issue_count = issues[0]["issue_count"] if issues else 0
        record.issues = [{k: v for k, v in i.items() if k != "issue_count"} for i in issues]


def _file(record: FileRecord) -> dict[str, Any]:
    totals = {name: sum(t[name] for t in record.tables) for name in COUNTS}
    return {
        "file": shown(record.path.name),
        "path": shown(record.path),
        "sha256": record.sha256,
        "sender": record.sender,
        "received_on": record.received_on.isoformat() if record.received_on else None,
        "status": record.status,
        **_in_both("error", record.error),
        **_in_both("remedy", record.remedy),
        **totals,
        "tables": record.tables,
        "passed_over": record.passed_over,
        "issue_count": record.issue_count,
        "issues": record.issues[:ISSUES_SHOWN],
    }


def _in_both(name: str, words: Text | None) -> dict[str, str | None]:
    """One line in both languages under `name`, each by itself under name_zh and name_en."""
    if words is None:
        return {name: None, f"{name}_zh": None, f"{name}_en": None}
    return {name: f"{words.zh} / {words.en}", f"{name}_zh": words.zh, f"{name}_en": words.en}
