"""How a sheet's rows stand in an officer's file (一人一档): one section, its columns and their words."""

from __future__ import annotations

from dataclasses import dataclass

from foundation.locales import Text


@dataclass(frozen=True)
class SectionColumn:
    """One column of a section.

    source: SQL over the columns of the sheet, "" where the section has a query of its own.
    codes: id of the code list that words its values. is_worded: the interface has words for its values
    (`dossier.outcome_is_<value>`). Neither: as it is written in the file.
    """

    title: Text
    source: str = ""
    codes: str | None = None
    is_worded: bool = False


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of the officer's file; None for a column that it does not have.

    on_date: SQL for the day of a row, which stands in the file from that day on; None: the rows need more
    than the sheet holds and come from `dossier_lines` (analytics). done: a date; not shown before it comes.
    """

    id: str
    title: Text
    on_date: str | None
    kind: SectionColumn | None = None
    content: SectionColumn | None = None
    outcome: SectionColumn | None = None
    done: SectionColumn | None = None
