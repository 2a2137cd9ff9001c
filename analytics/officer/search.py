"""Finding an officer by what one remembers: name, pinyin or its initials, employer, unit, number."""

from __future__ import annotations

import pandas as pd

from foundation.access.viewer import LOWER_TIERS, Viewer
from foundation.reference.cities import unit_label


def findable(people: pd.DataFrame, tiers: dict[str, str], viewer: Viewer) -> pd.DataFrame:
    """Only those whose file this viewer may open: a name that may not be shown cannot be searched for either.

    people: rows of `people_found`. tiers: person_id → tier of those serving.
    """
    frame = people.assign(tier=people["person_id"].map(tiers))
    if viewer.unit is not None:
        frame = frame[frame["unit"] == viewer.unit]
    if not viewer.may_see_lower_tier_names:
        frame = frame[~frame["tier"].isin(LOWER_TIERS)]
    return frame.reset_index(drop=True)


def search(people: pd.DataFrame, query: str) -> pd.DataFrame:
    """Rows that fit every word of the query, in the order of names; none for an empty query.

    A word fits a part of the name, employer, recommending body or number, the unit's name, or the beginning
    of the pinyin or of its initials: `周`, `zmy`, `zhouming`, `武汉 高校`.
    """
    words = query.lower().split()
    if not words or people.empty:
        return people.iloc[:0]
    texts = _texts(people)
    starts = _starts(people)
    fits = [
        all(word in text or any(start.startswith(word) for start in start_of) for word in words)
        for text, start_of in zip(texts, starts, strict=True)
    ]
    return people[fits].reset_index(drop=True)


def _texts(people: pd.DataFrame) -> list[str]:
    columns = ("name", "org", "recommender_name", "officer_no")
    parts = people[list(columns)].astype(object).where(people[list(columns)].notna(), "")
    units = [
        f"{unit_label(unit, 'zh')} {unit_label(unit, 'en')}" if isinstance(unit, str) else ""
        for unit in people["unit"]
    ]
    return [
        " ".join([*map(str, row), unit]).lower()
        for row, unit in zip(parts.itertuples(index=False), units, strict=True)
    ]


def _starts(people: pd.DataFrame) -> list[tuple[str, str]]:
    """The pinyin of a name written together, and its initials."""
    starts = []
    for spelled in people["name_sort"].fillna(""):
        syllables = str(spelled).lower().split()
        starts.append(("".join(syllables), "".join(s[0] for s in syllables)))
    return starts
