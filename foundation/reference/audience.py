"""通知范围: whom a group notice addresses (全省, unit names, A类, B类, joined by 、)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foundation.reference.cities import unit_label
from foundation.reference.codes import code_list
from foundation.reference.folding import fold

WHOLE_PROVINCE = "全省"
_ALL = frozenset(["全省", "全体", "全部", "所有", "province", "all"])
_OPENING = re.compile("^(全省|全体|全部|所有|各)(?=.)")
_SEPARATOR = re.compile(r"[、,，;；/+\s]+|以及|和|及")


@dataclass(frozen=True)
class Audience:
    """units and categories: alternatives within, both must fit; both empty = the whole province.

    unknown: words that are none of ours; the notice then reaches nobody.
    """

    units: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def canonical(self) -> str | None:
        """`"武汉、宜昌、A类"`, `"全省"`, or None where a word is not understood."""
        if self.unknown:
            return None
        words = [unit_label(u, "zh") for u in self.units] + [f"{c}类" for c in self.categories]
        return "、".join(words) or WHOLE_PROVINCE


def parse_audience(text: str) -> Audience:
    """`"武汉市、宜昌，Ａ类"` → units 420100, 420500; category A. `"全省、武汉"` → the whole province."""
    units: list[str] = []
    categories: list[str] = []
    unknown: list[str] = []
    is_whole = False
    words = [word for word in _SEPARATOR.split(text) if word]
    for word in words:
        folded = _OPENING.sub("", fold(word).removesuffix("联络员").removesuffix("科创"))
        if folded in _ALL:
            is_whole = True
            continue
        if category := code_list("category").resolve(folded):
            categories.append(category)
        elif unit := _unit(folded):
            units.append(unit)
        else:
            unknown.append(word)
    if not words:
        unknown.append(text)
    # Units are alternatives: beside the whole province a city adds nobody.
    return Audience(() if is_whole else _once(units), _once(categories), _once(unknown))


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _unit(folded: str) -> str | None:
    """A unit by its own names only: a notice to 枝江市 or 武汉大学 does not reach all of the city."""
    return code_list("unit").resolve(folded.removesuffix("科协"))
