"""What a corrected file changed: its rows against those of the file that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from foundation.warehouse import snapshots
from foundation.warehouse.corrections import FilePart
from foundation.warehouse.home import Home
from foundation.warehouse.statements import named
from refresh.intake.lineage import FileLineage
from refresh.review.row_diff import row_diff

COUNTS = ("rows_read", "rows_loaded", "rows_quarantined", "issue_count")


def corrected(
    home: Home,
    lineage: FileLineage,
    sha256: str | None,
    *,
    previous: str | None,
    snapshot: snapshots.Snapshot | None,
) -> list[dict[str, Any]]:
    """One entry a return workbook in the file: its source, counts `before` and `after`, `rows` that differ.

    before is None where the earlier file was never published: both came at once; then there are no rows.
    """
    pieces = [piece for piece in lineage.sources if piece.sha256 == sha256]
    earlier = _opened(home, previous) if pieces else None
    return [_entry(lineage, piece, earlier, snapshot) for piece in sorted(pieces)]


def _entry(
    lineage: FileLineage,
    piece: FilePart,
    earlier: snapshots.Snapshot | None,
    snapshot: snapshots.Snapshot | None,
) -> dict[str, Any]:
    source = lineage.sources[piece]
    entry = lineage.entries.get(source.sha256)
    kin = [one for one in lineage.kin(piece) if one != piece]
    before, after = _counts(earlier, kin), _counts(snapshot, [piece])
    files = tuple(sorted({one.sha256 for one in (piece, *kin)}))
    rows = row_diff(earlier, snapshot, only=files).rows if earlier and snapshot and before and after else ()
    return {
        "sha256": source.sha256,
        "file": entry.name if entry else None,
        "part": source.part or None,
        "before": before,
        "after": after,
        "rows": [asdict(row) for row in rows],
    }


def _opened(home: Home, snapshot_id: str | None) -> snapshots.Snapshot | None:
    if snapshot_id is None:
        return None
    try:
        return snapshots.open_snapshot(home, snapshot_id)
    except snapshots.SnapshotMissingError:
        return None


def _counts(snapshot: snapshots.Snapshot | None, pieces: Iterable[FilePart]) -> dict[str, int] | None:
    """Sums over the pieces that the snapshot knows; None where it knows none."""
    if snapshot is None:
        return None
    sql = named(Path(__file__).with_suffix(".sql"))["counts"]
    rows = [
        snapshot.cursor().execute(sql, {"sha256": piece.sha256, "part": piece.part}).fetchone()
        for piece in pieces
    ]
    counts = [row[1:] for row in rows if row and row[0]]
    if not counts:
        return None
    return dict(zip(COUNTS, (sum(values) for values in zip(*counts, strict=True)), strict=True))
