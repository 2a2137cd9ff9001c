"""The declaration type of an input sheet: everything the program knows about the sheet, in one place.

Reader, validation, merging, template, dictionary page, masks, dossier section and sample follow from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from data_ingest.sheets.section import Section
from foundation.access.masking import Mask
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


#: `Column.not_before` of a date that may stand before or after the sheet's other dates.
ANY_ORDER = ""
#: `Sheet.natural_key`: all starred columns together.
ALL_STARRED: tuple[str, ...] = ()
#: Whom a row counts for (`Sheet.credits`): the officer it names, whoever acted in his place, or nobody.
TO_OFFICER = (("person_id", "officer"),)
TO_ACTUAL_OFFICER = (
    ("person_id", "case when actual_officer_text is null then officer else actual_officer end"),
)
TO_NOBODY: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True)
class Column:
    """One column. `name` is the DuckDB column, `title` the header of template (zh) and its English label.

    required: "*" of the data dictionary, a row cannot do without it.
    synonyms: other headers seen in real files (compared after folding width, spaces, brackets, line breaks).
    codes: id of a code list of foundation.reference, for kind "code"/"codes".
    refers_to: sheet id for kind "reference".
    may_lie_ahead: a date that may be later than the file's received_on (deadlines, ends, due dates).
    is_end: a month-only date loads as the month's last day.
    not_before: the date that this one must not lie before, or ANY_ORDER; a sheet of several dates says it.
    end_of: the date at which the period begins that ends here: a cell there that holds a whole range
    (`2023-05-08至2025-05-07`) fills an empty end, and an end before its beginning is wrong.
    needs: (other column, values): where this one holds one of the values, the other must be filled.
    mask: † of the data dictionary: how others see it; "unmasked": personal, but shown as it is written.
    is_name: holds a person's name.
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
    not_before: str | None = None
    end_of: str | None = None
    needs: tuple[str, tuple[str, ...]] | None = None
    mask: Mask | Literal["unmasked"] | None = None
    is_name: bool = False
    note: Text | None = None
    example: str = ""
    required_unless: tuple[str, tuple[str, ...]] | None = None
    default: str | None = None
    check: str | None = None

    @property
    def is_personal(self) -> bool:
        """† of the data dictionary."""
        return self.mask is not None

    @property
    def follows(self) -> str | None:
        """The date of the same row that this one must not lie before."""
        return self.end_of or self.not_before or None


@dataclass(frozen=True)
class Key:
    """Columns of the snapshot that together one record alone can hold.

    A row in which one of `filled` is empty has no key; those of `also` may be empty.
    """

    filled: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.filled, *self.also)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One input sheet. Every sheet must give the fields without a default, also where the answer is "none".

    natural_key: columns that make two rows without a number the same record (the officer stands for the
    person; of an inner tuple the first that is filled counts), or ALL_STARRED.
    credits: (person column of the snapshot, SQL over the row's columns that gives its person); None for the
    SQL: the identity step fills it by itself.
    is_of_one_person: a question about one person needs only that person's rows of it.
    facts_until: SQL over the row's columns: the day until which its facts reach; the calendar of the snapshot
    ends with the latest. None: the sheet does not move the calendar.
    dossier: how its rows stand in an officer's file (一人一档), None where they do not.
    number: its own …_no column, assigned from content when absent.
    number_key: the key by which one record wins over others of its number; left out: the number alone.
    person_key: a second such key, which can be compared once persons are known. `org_key` in it is the
    employer however it is written.
    are_repeats_asked: people are asked about rows that a sender sent again with one cell changed; False where
    a rule settles it (person_key settles it too).
    named_by: columns by which people name a row (demand: title + enterprise), used to resolve references.
    either: groups of columns of which one at least must be filled ("officer or audience").
    signature: columns whose presence tells this sheet from others, beside the required ones.
    twin: id of the sheet that rosters often carry in the same rows: such a table is read as both.
    has_employer: its `org` is the employer of the row's person, so 单位及职务 is split there.
    resolved: text columns that the identity step adds, beside the persons of `credits`.
    order: place among the sheets; the data dictionary's own order, a new sheet comes last.
    """

    id: str
    title: Text
    columns: tuple[Column, ...]
    natural_key: tuple[str | tuple[str, ...], ...]
    credits: tuple[tuple[str, str | None], ...]
    is_of_one_person: bool
    facts_until: str | None
    dossier: Section | None
    number: str | None = None
    number_key: Key | None = None
    person_key: Key | None = None
    are_repeats_asked: bool = True
    named_by: tuple[str, ...] = ()
    either: tuple[tuple[str, ...], ...] = ()
    signature: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    twin: str | None = None
    has_employer: bool = False
    resolved: tuple[str, ...] = ()
    note: Text | None = None
    order: int = 1000
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {c.name: c for c in self.columns})

    @property
    def merges_by(self) -> Key | None:
        """The key of its numbers, None where rows have none."""
        return self.number_key or (Key((self.number,)) if self.number else None)

    def snapshot_columns(self) -> tuple[tuple[str, str], ...]:
        """`(name, DuckDB type)` of the snapshot's table, own columns first, provenance last."""
        declared: list[tuple[str, str]] = []
        for column in self.columns:
            declared.append((column.name, SQL_TYPES.get(column.kind, "VARCHAR")))
            if column.kind in ("date", "month"):
                declared.append((f"{column.name}_precision", "VARCHAR"))
            if column.kind in ("officer", "reference"):
                declared.append((f"{column.name}_text", "VARCHAR"))
        identified = (*(name for name, _ in self.credits), *self.resolved)
        return (*declared, *((name, "VARCHAR") for name in identified), *PROVENANCE)


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
