"""Every input sheet: `SHEETS["demands"]`. A new sheet is one module here with a `SHEET`."""

from __future__ import annotations

import importlib
import pkgutil

from data_ingest.sheets.declaration import Column, Sheet
from data_ingest.sheets.section import Section
from foundation.access.masking import Mask

__all__ = ["CONTACT_MASKS", "DOSSIER_SECTIONS", "SHEETS", "Column", "Section", "Sheet", "sheet"]


def _declared_sheets() -> dict[str, Sheet]:
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    sheets = [module.SHEET for module in modules if hasattr(module, "SHEET")]
    return {
        declared.id: declared
        for declared in sorted(sheets, key=lambda declared: (declared.order, declared.id))
    }


#: Sheet id → declaration, in the order of the data dictionary.
SHEETS: dict[str, Sheet] = _declared_sheets()


def _contact_masks() -> dict[str, Mask]:
    masks: dict[str, Mask] = {}
    for column in (column for declared in SHEETS.values() for column in declared.columns):
        if column.mask and column.mask != "unmasked":
            masks[column.name] = column.mask
        if column.kind == "officer":  # a sheet may name its officer with his phone beside
            masks[f"{column.name}_phone"] = "phone"
    return masks


#: Column that holds a contact, in whichever sheet → how it is masked (`foundation.access.masking`).
CONTACT_MASKS: dict[str, Mask] = _contact_masks()


#: Section id → section of an officer's file, in the order of their sheets.
DOSSIER_SECTIONS: dict[str, Section] = {
    declared.dossier.id: declared.dossier for declared in SHEETS.values() if declared.dossier
}


def sheet(sheet_id: str) -> Sheet:
    """The declaration of that id; KeyError for an unknown one."""
    return SHEETS[sheet_id]
