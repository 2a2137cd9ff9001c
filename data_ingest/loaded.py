"""A file after reading: its tables, what was refused or passed over; and the same on disk."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from data_ingest.readers.child import JOIN
from foundation.locales import Text, joined
from foundation.warehouse.corrections import Correction, of_json

#: How officers are named beside the reference itself: for telling persons of one name apart.
HINTS = pa.schema(
    [
        ("row_number", pa.int64()),
        ("name", pa.string()),
        ("unit", pa.string()),
        ("phone", pa.string()),
        ("city", pa.string()),
    ]
)


@dataclass(frozen=True)
class LoadedTable:
    """One table of one worksheet.

    file: `a.zip › b.xlsx` within an archive, else the file's name. sheet: the worksheet. table: id of the
    declared sheet. frame: loaded rows, typed, with content_id, reported_on, row_number. issues: one row a
    wrong cell. hints: what the row says about its officer beside `officer_text` (`HINTS`); personal, for the
    identity step alone. reporter: the 填报单位 line. rows_read = rows_loaded + rows_quarantined.
    mapping: what somebody entered for its headers (`header_mapping.mapping_text`), "" where the program
    read them by itself.
    """

    file: str
    sheet: str
    table: str
    frame: pa.Table
    issues: pa.Table
    hints: pa.Table
    rows_read: int
    rows_quarantined: int
    extra_headers: tuple[str, ...] = ()
    reporter: str | None = None
    hidden_rows: int = 0
    mapping: str = ""

    @property
    def rows_loaded(self) -> int:
        return self.rows_read - self.rows_quarantined


@dataclass(frozen=True)
class PassedOver:
    """A worksheet or a member of an archive without rows of ours, and why.

    is_error: it looked like data (an unrecognised table, an unreadable member); a cover page is none.
    """

    file: str
    sheet: str | None
    reason: Text
    remedy: Text | None = None
    is_error: bool = False


@dataclass(frozen=True)
class LoadedFile:
    """One landed file. error_summary: nothing of it could be read, and why; then `error_details` says what
    was seen in it and `remedy` what to do.

    sender: as given at upload, else the first 填报单位 line. passed_over: sheets and members that
    gave no rows. corrects: the files that return workbooks in this one supersede; saved_at: when the last
    of them was saved. layout_senders: whose mappings of columns hold for it (folded, "": nobody's name).
    """

    name: str
    sha256: str
    sender: str | None = None
    is_simulated: bool = False
    error_summary: Text | None = None
    error_details: Text | None = None
    remedy: Text | None = None
    tables: list[LoadedTable] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    corrects: tuple[Correction, ...] = ()
    saved_at: str | None = None
    layout_senders: tuple[str, ...] = ()

    @property
    def error(self) -> Text | None:
        """Why nothing could be read, with what was seen in the file."""
        if self.error_summary is None or self.error_details is None:
            return self.error_summary
        return joined(self.error_summary, self.error_details)

    def without(self, parts: tuple[str, ...]) -> LoadedFile:
        """The same archive without the members named: a corrected file has replaced each of them."""
        if not parts:
            return self
        tables = [table for table in self.tables if part_of(table.file, self.name) not in parts]
        passed = [passed for passed in self.passed_over if part_of(passed.file, self.name) not in parts]
        return replace(self, tables=tables, passed_over=passed)

    def save(self, folder: str | Path) -> None:
        """Into a folder of its own: `file.json` and Arrow files. A cache; nothing else reads it."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for place, table in enumerate(self.tables):
            for part in _PARTS:
                _write(folder / f"{place}-{part}.arrow", getattr(table, part))
        text = json.dumps(_as_json(self), ensure_ascii=False, indent=1)
        (folder / "file.json").write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, folder: str | Path) -> LoadedFile:
        folder = Path(folder)
        kept = json.loads((folder / "file.json").read_text(encoding="utf-8"))
        tables = [_table(entry, folder, place) for place, entry in enumerate(kept.pop("tables"))]
        passed = [
            PassedOver(**{**p, "reason": _text(p["reason"]), "remedy": _text(p["remedy"])})
            for p in kept.pop("passed_over")
        ]
        for name in ("error_summary", "error_details", "remedy"):
            kept[name] = _text(kept[name])
        kept["layout_senders"] = tuple(kept["layout_senders"])
        kept["corrects"] = of_json(json.dumps(kept["corrects"]))
        return cls(tables=tables, passed_over=passed, **kept)


def part_of(file: str, name: str) -> str:
    """Name of a file within the archive `name`: `a.zip › b.xlsx` → `b.xlsx`; "" for the file itself."""
    return file.removeprefix(name).removeprefix(JOIN)


_PARTS = ("frame", "issues", "hints")


def _table(entry: dict[str, Any], folder: Path, place: int) -> LoadedTable:
    parts = {part: _read(folder / f"{place}-{part}.arrow") for part in _PARTS}
    return LoadedTable(**{**entry, "extra_headers": tuple(entry["extra_headers"])}, **parts)


def _write(path: Path, table: pa.Table) -> None:
    """Uncompressed, so that `_read` can map the file into memory; dictionary columns stay so."""
    unified = table.unify_dictionaries()
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, unified.schema) as writer:
        writer.write_table(unified)


def _read(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as source:
        return pa.ipc.open_file(source).read_all()


def _text(words: dict[str, str] | None) -> Text | None:
    return Text(**words) if words else None


def _as_json(value: Any) -> Any:
    """Dataclasses without their Arrow tables."""
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return {n: _as_json(v) for n, v in fields.items() if not isinstance(v, pa.Table)}
    return value
