"""Who belongs to which group: codes in official order, their labels, what is pooled or unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.metrics.declaration import Metric
from analytics.scope import months_back
from foundation.locales import Lang, Text
from foundation.reference import code_list
from foundation.reference.cities import CITY_CODES, UNITS, UNKNOWN, unit_label

ALL, POOLED, WITHHELD = "all", "pooled", "withheld"

SPECIAL: dict[str, Text] = {
    ALL: Text(zh="全部", en="All"),
    POOLED: Text(zh="其余（人数不足，合并）", en="Others (too few each, pooled)"),
    WITHHELD: Text(zh="不列姓名", en="Names withheld"),
    UNKNOWN: Text(zh="未填", en="Not given"),
}
#: What stands in `unknown` where demands came over the platform, credited to nobody.
PLATFORM = Text(zh="平台直报", en="Reported on the platform")
PLATFORM_AND_UNKNOWN = Text(zh="平台直报及未填", en="Platform, or not given")
CHANNELS: dict[str, Text] = {
    "local": Text(zh="市州推荐", en="Recommended by cities"),
    "institution": Text(zh="高校院所企业推荐", en="Recommended by institutions"),
}


def closed(by: str) -> tuple[str, ...] | None:
    """All codes of a closed list in official order; None for an open one."""
    lists = {"unit": UNITS, "city": CITY_CODES, "channel": tuple(CHANNELS)}
    if by in ("category", "field"):
        return code_list(by).values
    return lists.get(by)


def month_code(month: dt.date) -> str:
    return f"{month:%Y-%m}"


def window(as_of: dt.date) -> list[dt.date]:
    """The twelve months of W, the earliest first."""
    return [months_back(as_of, 11 - i) for i in range(12)]


@dataclass(frozen=True)
class Grouping:
    """Codes in order, each row's number among them (-1: no value), and names that only the data knows."""

    codes: list[str]
    place: np.ndarray[Any, np.dtype[np.int64]]
    names: dict[str, str]


def group_rows(rows: pd.DataFrame, by: str | None, names: dict[str, str] | None = None) -> Grouping:
    """Put each row into its group. `rows` has the grouping's column (officer: person_id)."""
    if by is None:
        return Grouping([ALL], np.zeros(len(rows), np.int64), {})
    column = rows["person_id" if by == "officer" else by]
    codes = closed(by)
    name_of = names or {}
    if codes is None:
        present = column.dropna().unique().tolist()
        # Persons come in the order of their names; bodies by name too, never by value.
        order = {code: i for i, code in enumerate(name_of)}
        codes = tuple(sorted(present, key=lambda code: (order.get(code, len(order)), code)))
    place = pd.Categorical(column, categories=codes).codes.astype(np.int64)
    return Grouping(list(codes), place, name_of)


def label(code: str, by: str | None, lang: Lang, names: dict[str, str] | None = None) -> str:
    """The label of a group; names of persons and bodies are what they are in both languages."""
    if code in SPECIAL:
        return SPECIAL[code].get(lang)
    readers: dict[str | None, Callable[[], str]] = {
        "unit": lambda: unit_label(code, lang),
        "city": lambda: unit_label(code, lang),
        "category": lambda: code_list("category").label(code, lang),
        "field": lambda: code_list("field").label(code, lang),
        "channel": lambda: CHANNELS[code].get(lang),
        "month": lambda: f"{code[:4]}年{int(code[5:])}月" if lang == "zh" else code,
    }
    return readers.get(by, lambda: (names or {}).get(code, code))()


def label_groups(frame: pd.DataFrame, by: str | None, lang: Lang) -> pd.DataFrame:
    """A result frame with its labels in another language. Names of persons and bodies stay."""
    platform = {t.zh: t for t in (PLATFORM, PLATFORM_AND_UNKNOWN)} | {
        t.en: t for t in (PLATFORM, PLATFORM_AND_UNKNOWN)
    }
    labels = []
    for code, old in zip(frame["group"], frame["label"], strict=True):
        if old in platform:
            labels.append(platform[old].get(lang))
        elif by in ("officer", "recommender") and code not in SPECIAL:
            labels.append(old)
        else:
            labels.append(label(code, by, lang))
    return frame.assign(label=labels)


def unknown_label(rows: pd.DataFrame, lang: Lang) -> str:
    """未填; 平台直报 where all of the rows came over the platform; both where some did."""
    if "is_platform" not in rows or not rows["is_platform"].any():
        return SPECIAL[UNKNOWN].get(lang)
    return (PLATFORM if rows["is_platform"].all() else PLATFORM_AND_UNKNOWN).get(lang)


def credited(rows: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """Rows once for every person credited, in `person_id`; once, with none, where nobody is."""
    people = rows[list(metric.credits)].apply(_people, axis=1) if len(rows) else pd.Series(dtype=object)
    spread = rows.assign(person_id=people).explode("person_id")
    return spread.reset_index(drop=True)


def _people(cells: pd.Series) -> list[str | None]:
    persons: list[str] = []
    for cell in cells:
        listed = list(cell) if isinstance(cell, list | tuple | np.ndarray) else [cell]
        persons += [p for p in listed if isinstance(p, str) and p]
    return [*sorted(set(persons))] or [None]
