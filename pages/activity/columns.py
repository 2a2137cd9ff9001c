"""The columns of this page's own lists: officers with their reasons, wide and in two thirds of the page."""

from __future__ import annotations

from dataclasses import replace

from foundation.locales import Lang
from pages.lists.columns import OFFICER, REASON, WHO, ListColumn

PERSON = (*WHO, *OFFICER)
WHY = (ListColumn("cause", "code:cause"), ListColumn("change"))
#: The tier and why come first: on a phone the rest lies to the right. The grid guesses how wide words are and
#: cuts what it wrongly takes to fit: a tier has room for all of its title.
OFFICERS = (
    ListColumn("name"),
    ListColumn("tier", "tier", 108),
    REASON,
    WHY[0],
    ListColumn("last_act_on", "date"),
    ListColumn("unit", "unit"),
    WHY[1],
    ListColumn("org", width=140),
    ListColumn("category", "category"),
)
#: Pixels over the page's width, where the list would not fit otherwise.
CALLS = (
    ListColumn("name"),
    ListColumn("org", width=140),
    ListColumn("unit", "unit"),
    ListColumn("tier_shown", width=256),
    ListColumn("ended_on", "date"),
    ListColumn("last_contact", width=150),
    ListColumn("tried", width=230, is_wrapped=True),
    *WHY,
    ListColumn("phone", width=112),
)
#: Pixels in two thirds of the page: the reason the widest, the latest act still in sight.
_NARROW: dict[str, int] = {
    "name": 66,
    "unit": 72,
    "org": 118,
    "category": 52,
    "tier": 104,
    "reason": 300,
    "last_act_on": 92,
    "cause": 80,
    "change": 150,
}
#: English words are longer.
_NARROW_ENGLISH = {"category": 84, "tier": 188, "reason": 330, "org": 96}


def narrow(columns: tuple[ListColumn, ...], lang: Lang) -> tuple[ListColumn, ...]:
    """The columns as wide as they may be in two thirds of the page."""
    widths = _NARROW | (_NARROW_ENGLISH if lang == "en" else {})
    return tuple(replace(column, width=widths.get(column.id, column.width)) for column in columns)
