"""Blank workbooks for senders, from the declarations: what is filled in is read back without loss.

An office asks one body for one thing (a city for its roster, a class for its attendance) and sends just that
form: so there is one workbook a sheet. Once a year it asks a city for everything: so there is one with all
forms, in the order of the data dictionary. Both are the same forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Sheet
from data_ingest.templates.workbook import write_workbook
from foundation.locales import say

__all__ = ["Template", "write_templates"]


@dataclass(frozen=True)
class Template:
    """A written workbook and the sheets it has forms for."""

    path: Path
    sheets: tuple[str, ...]


def write_templates(folder: str | Path) -> list[Template]:
    """`00_全套表样.xlsx` with every form, then `01_联络员名册.xlsx` … Files of these names are replaced.

    Raises OSError where the folder cannot be written.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    everything = tuple(SHEETS.values())
    written = [_write(folder / f"00_{say('returns.all_forms', 'zh')}.xlsx", everything)]
    for place, sheet in enumerate(everything, 1):
        written.append(_write(folder / f"{place:02d}_{sheet.title.zh}.xlsx", (sheet,)))
    return written


def _write(path: Path, sheets: tuple[Sheet, ...]) -> Template:
    write_workbook(path, sheets)
    return Template(path, tuple(sheet.id for sheet in sheets))
