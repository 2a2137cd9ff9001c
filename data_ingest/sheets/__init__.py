"""Every input sheet: `SHEETS["demands"]`. A new sheet is one module here with a `SHEET`."""

from __future__ import annotations

import importlib
import pkgutil

from data_ingest.sheets.declaration import Column, Sheet

__all__ = ["SHEETS", "Column", "Sheet", "sheet"]


def _found() -> dict[str, Sheet]:
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    sheets = [module.SHEET for module in modules if hasattr(module, "SHEET")]
    return {one.id: one for one in sorted(sheets, key=lambda one: (one.order, one.id))}


#: Sheet id → declaration, in the order of the data dictionary.
SHEETS: dict[str, Sheet] = _found()


def sheet(sheet_id: str) -> Sheet:
    """The declaration of that id; KeyError for an unknown one."""
    return SHEETS[sheet_id]
