"""退回表: the sender's own file back as an .xlsx, wrong cells marked, with a cover that lists them all.

Once mended and ingested it supersedes the file it came from: its source's hash lies in a custom property.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data_ingest.corrections.anew import fits, write_anew
from data_ingest.corrections.in_place import write_in_place
from data_ingest.corrections.places import place_findings
from data_ingest.corrections.plan import Plan, QuarantinedCell, Unread
from data_ingest.readers import DEFAULT, Cells, read
from data_ingest.readers.archive import extract
from data_ingest.readers.child import JOIN
from data_ingest.tables.header_mapping import HeaderMapping, mappings_of_sender

__all__ = ["Plan", "QuarantinedCell", "Unread", "write_return"]

#: openpyxl holds a whole workbook in memory, some hundred bytes a cell.
_MOST_CELLS = 1_500_000


def write_return(
    landed: Path,
    target: Path,
    *,
    name: str,
    part: str,
    plan: Plan,
    quarantined: Sequence[QuarantinedCell],
    header_mappings: Sequence[HeaderMapping] = (),
    sender: str | None = None,
) -> Plan:
    """Write the return workbook of a landed file (or of its member `part`); the plan with its marks placed.

    header_mappings, sender: as `load_file` was given them.

    `plan.source` of what comes back is None where the file does not fit a workbook: then the cover alone is
    written, and the sender mends his own copy. Raises OSError where the target cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="liaison-") as folder:
        path = _member(landed, part, Path(folder)) if part else landed
        sheets = _sheets(path, part or name) if path else ()
        file_mappings = mappings_of_sender(header_mappings, sheets, sender)
        marks, headers = place_findings(sheets, quarantined, file_mappings)
        placed = replace(plan, marks=tuple(marks), headers=tuple(headers))
        if path is None or not sheets or not fits(sheets):
            placed = replace(placed, source=None)
            write_anew((), target, placed)
        elif not (_is_light(path, sheets) and _in_place(path, target, placed)):
            write_anew(sheets, target, placed)
    return placed


def _sheets(path: Path, name: str) -> tuple[Cells, ...]:
    members = read(path, name=name)
    return members[0].sheets if len(members) == 1 else ()


def _member(archive: Path, part: str, folder: Path) -> Path | None:
    """A file within an archive, unpacked, also from archives within it; None where it cannot be."""
    first, _, rest = part.partition(JOIN)
    below = folder / "member"
    below.mkdir(parents=True)
    entries = extract(archive, below, DEFAULT)
    entry = next((entry for entry in entries if entry["name"] == first), {})
    path = Path(entry["path"]) if "path" in entry else None
    return _member(path, rest, below) if path and rest else path


def _is_light(path: Path, sheets: tuple[Cells, ...]) -> bool:
    """A workbook, and one that can be held in memory: every cell of a merged range is an object too."""
    if not zipfile.is_zipfile(path):
        return False
    filled = sum(cells.table.num_rows * cells.table.num_columns for cells in sheets)
    merged = sum((m[2] - m[0] + 1) * (m[3] - m[1] + 1) for cells in sheets for m in cells.merges)
    return filled + merged <= _MOST_CELLS


def _in_place(path: Path, target: Path, plan: Plan) -> bool:
    try:
        write_in_place(path, target, plan)
    except OSError:
        raise
    except Exception:
        # calamine reads workbooks whose styles or drawings openpyxl cannot: their cells go back all the same.
        target.unlink(missing_ok=True)
        return False
    return True
