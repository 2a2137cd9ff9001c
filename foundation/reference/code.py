"""The types of a code list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from foundation.locales import Lang, Text
from foundation.reference.folding import fold, without_brackets


@dataclass(frozen=True)
class Code:
    """One value of a list: what is stored, how it is shown, what else it is called in real files."""

    value: str
    label: Text
    aliases: tuple[str, ...] = ()


def code(value: str, english: str, *aliases: str) -> Code:
    """The usual case: what is stored is the Chinese label itself."""
    return Code(value, Text(zh=value, en=english), aliases)


@dataclass(frozen=True)
class CodeList:
    """A closed list of values, in the order in which they are always shown.

    is_open: what is not in the list is kept as written (industry chains).
    reader: called with the folded text when no value, label or alias is equal to it; None = not one of ours.
    """

    id: str
    title: Text
    codes: tuple[Code, ...]
    is_open: bool = False
    reader: Callable[[str], str | None] | None = field(default=None, repr=False, compare=False)

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(c.value for c in self.codes)

    @cached_property
    def _by_text(self) -> dict[str, str]:
        """Folded value, labels and aliases → value. A value always wins over another's alias."""
        values: dict[str, str] = {}
        for code in self.codes:
            for text in (code.label.zh, code.label.en, *code.aliases):
                values.setdefault(fold(text), code.value)
        return values | {fold(code.value): code.value for code in self.codes}

    @cached_property
    def _labels(self) -> dict[str, Text]:
        return {c.value: c.label for c in self.codes}

    def label(self, value: str, lang: Lang) -> str:
        """The label of a stored value; what is not in the list is shown as it is."""
        label = self._labels.get(value)
        return label.get(lang) if label else value

    def resolve(self, text: str) -> str | None:
        """The stored value for a text as people write it, or None. `"Ｂ类（企业）"` → `"B"`."""
        folded = fold(text)
        for candidate in (folded, without_brackets(folded)):
            if candidate in self._by_text:
                return self._by_text[candidate]
        return self.reader(folded) if self.reader else None
