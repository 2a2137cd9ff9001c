"""The declaration type of an input sheet: reader, validation, template, sample and dictionary follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from foundation.locales import Text

Kind = Literal[
    "text",  # kept as cleaned text
    "code",  # canonical Chinese value of `codes` (city: GB/T number, category: A/B, industry: letter)
    "codes",  # several codes in one cell, joined by 、
    "date",  # DATE, with <column>_precision ('day', 'month', 'range')
    "month",  # DATE of the month's first day
    "integer",
    "number",
    "money",  # 万元, DOUBLE; the cell may say 元
    "yes_no",  # BOOLEAN
    "phone",  # text, digits only; personal
    "email",  # text; personal
    "number_text",  # an identifier that must stay text (certificate, 18-digit code)
    "officer",  # reference to a person: number, or name (+ unit)
    "reference",  # reference to another sheet's row (see `refers_to`): number or title
]

SQL_TYPES: dict[str, str] = {
    "date": "DATE",
    "month": "DATE",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "money": "DOUBLE",
    "yes_no": "BOOLEAN",
}


@dataclass(frozen=True)
class Column:
    """One column. `name` is the DuckDB column, `title` the header of template (zh) and its English label.

    required: "*" of the data dictionary, a row cannot do without it.
    synonyms: other headers seen in real files (compared after folding width, spaces, brackets, line breaks).
    codes: id of a code list of foundation.reference, for kind "code"/"codes".
    refers_to: sheet id for kind "reference".
    may_lie_ahead: a date that may be later than the file's received_on (deadlines, ends, due dates).
    is_end: a month-only date loads as the month's last day.
    is_personal: † of the data dictionary (masked, guarded).
    example: one plausible value, for the template's example row.
    required_unless: (column, values): not asked for where that column holds one of the values.
    check: name of a reading of its own beyond the kind (data_ingest.cleaning): "audience".
    default: what an empty cell means (canonical value), where the programme has said so.
    """

    name: str
    title: Text
    kind: Kind = "text"
    required: bool = False
    synonyms: tuple[str, ...] = ()
    codes: str | None = None
    refers_to: str | None = None
    may_lie_ahead: bool = False
    is_end: bool = False
    is_personal: bool = False
    note: Text | None = None
    example: str = ""
    required_unless: tuple[str, tuple[str, ...]] | None = None
    default: str | None = None
    check: str | None = None


@dataclass(frozen=True)
class Sheet:
    """One input sheet. `number` is its own …_no column, assigned from content when absent.

    either: groups of columns of which one at least must be filled ("officer or audience").
    signature: columns whose presence tells this sheet from others, beside the required ones.
    natural_key: columns that identify a row for people (demand: title + enterprise), used to
    resolve references by title.
    order: place among the sheets; the data dictionary's own order, a new sheet comes last.
    """

    id: str
    title: Text
    columns: tuple[Column, ...]
    number: str | None = None
    either: tuple[tuple[str, ...], ...] = ()
    signature: tuple[str, ...] = ()
    natural_key: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    note: Text | None = None
    order: int = 1000
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {c.name: c for c in self.columns})

    def snapshot_columns(self) -> tuple[tuple[str, str], ...]:
        """`(name, DuckDB type)` of the snapshot's table, own columns first, provenance last."""
        own: list[tuple[str, str]] = []
        for column in self.columns:
            own.append((column.name, SQL_TYPES.get(column.kind, "VARCHAR")))
            if column.kind in ("date", "month"):
                own.append((f"{column.name}_precision", "VARCHAR"))
            if column.kind in ("officer", "reference"):
                own.append((f"{column.name}_text", "VARCHAR"))
        return (*own, *self._people(), *PROVENANCE)

    def _people(self) -> tuple[tuple[str, str], ...]:
        """Whom the row counts for: person_id, or one for each side of a match; terms also their body."""
        if self.id == "matches":
            return (("person_id_a", "VARCHAR"), ("person_id_b", "VARCHAR"))
        if self.id == "terms":
            return (
                ("person_id", "VARCHAR"),
                ("recommender_body_id", "VARCHAR"),
                ("recommender_city", "VARCHAR"),
            )
        if self.id == "officers" or any(c.kind == "officer" for c in self.columns):
            return (("person_id", "VARCHAR"),)
        return ()


#: Every row of every sheet says where it came from.
PROVENANCE: tuple[tuple[str, str], ...] = (
    ("content_id", "VARCHAR"),  # hash(cells, n-th occurrence within the file)
    ("reported_on", "DATE"),  # 填报日期 in the file, else received_on
    ("received_on", "DATE"),
    ("sender", "VARCHAR"),  # as given at upload, else the 填报单位 line
    ("load_id", "VARCHAR"),
    ("sha256", "VARCHAR"),
    ("file", "VARCHAR"),
    ("sheet", "VARCHAR"),
    ("row_number", "BIGINT"),  # 1-based row of the workbook, as a person would point at it
)
