"""Every code list of the programme: `code_list("category").resolve("Ｂ类")` → `"B"`.

A new list is one `CodeList` in the `lists_…` module of its subject.
"""

from __future__ import annotations

from foundation.reference import (
    lists_people,
    lists_programme,
    lists_supply,
    lists_technology,
    lists_terms,
    lists_work,
)
from foundation.reference.code import Code, CodeList

__all__ = ["CODE_LISTS", "Code", "CodeList", "code_list"]

_MODULES = (lists_people, lists_terms, lists_work, lists_technology, lists_supply, lists_programme)

CODE_LISTS: dict[str, CodeList] = {one.id: one for module in _MODULES for one in module.LISTS}


def code_list(list_id: str) -> CodeList:
    """The list of that id; KeyError for an unknown one."""
    return CODE_LISTS[list_id]
