"""What every reader returns: the cells of one worksheet as text, and files that were refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from foundation.locales import Text, text

#: (first row, first column, last row, last column), 0-based and inclusive, within the cells' table.
Merge = tuple[int, int, int, int]


@dataclass(frozen=True)
class Cells:
    """One worksheet: `table` has text columns c0, c1 … (`foundation.fast.coded` where texts repeat),
    blank = null, one row a worksheet row.

    first_row, first_column: 1-based, of the table's first cell, as a person would point at it.
    merges: merged ranges within the table. hidden_rows: how many rows a filter hides (they are read).
    """

    name: str
    table: pa.Table
    first_row: int = 1
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False
    hidden_rows: int = 0
    first_column: int = 1


@dataclass(frozen=True)
class Refusal:
    """Why a file is not read, and what its sender can do about it.

    details: what was seen in it, in sentences that go on after `error`.
    """

    key: str
    error: Text
    remedy: Text
    details: Text | None = None

    @classmethod
    def of(cls, key: str, **values: object) -> Refusal:
        """Wording of `ingest.refused_<key>` and `ingest.remedy_<key>`."""
        return cls(
            key,
            text(f"ingest.refused_{key}").format(**values),
            text(f"ingest.remedy_{key}").format(**values),
        )


@dataclass(frozen=True)
class ReturnSource:
    """The landed file that a return workbook (退回表) supersedes, by hash, as its properties state it.

    part: the file within that archive. saved_at: when it was saved last, UTC, "" where that is not stated.
    """

    sha256: str
    part: str = ""
    saved_at: str = ""


@dataclass(frozen=True)
class Member:
    """A file, or a file within an archive (`a.zip › b.xlsx`): its worksheets, or why there are none."""

    name: str
    sheets: tuple[Cells, ...] = ()
    refusal: Refusal | None = None
    returned: ReturnSource | None = None


class RefusedError(Exception):
    """Raised inside the child; crosses to the parent as key and values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass
class Written:
    """A worksheet on its way from the child: an Arrow file and what describes it."""

    path: Path
    name: str
    first_row: int = 1
    merges: list[list[int]] = field(default_factory=list)
    is_hidden: bool = False
    hidden_rows: int = 0
    first_column: int = 1

    def as_json(self) -> dict[str, object]:
        return {**self.__dict__, "path": str(self.path)}


def write_cells(cells: Cells, path: Path) -> Written:
    table = cells.table.unify_dictionaries()
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    merges = [list(merge) for merge in cells.merges]
    return Written(
        path, cells.name, cells.first_row, merges, cells.is_hidden, cells.hidden_rows, cells.first_column
    )


def read_cells(written: dict) -> Cells:
    """The parent's side; the mapping outlives the file's name, so the folder may go at once."""
    with pa.memory_map(written["path"]) as source:
        table = pa.ipc.open_file(source).read_all()
    merges = tuple((m[0], m[1], m[2], m[3]) for m in written["merges"])
    return Cells(
        written["name"],
        table,
        written["first_row"],
        merges,
        written["is_hidden"],
        written["hidden_rows"],
        written["first_column"],
    )
