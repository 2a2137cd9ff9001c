"""Counts of units in words, where a unit is too small or has no records to be drawn."""

from __future__ import annotations

import pandas as pd

from analytics.charts.rows import filled
from analytics.cities.comparison import Comparison
from analytics.cities.declaration import Compared
from analytics.cities.wording import plain, together, units_named
from foundation.locales import LANGUAGES, Text, text
from foundation.reference.cities import UNITS, unit_label

#: Placeholders of the sentence about a small unit, and the columns that fill them.
_COLUMNS = {"n": "n", "x": "numerator", "s": "denominator"}


def too_few_drawn(units: pd.DataFrame) -> Text | None:
    """What is said with fewer than two units drawn: there is nothing to compare, so nothing about chance."""
    drawn = int(units["is_drawn"].sum())
    if drawn > 1:
        return None
    return text("cities.one_drawn" if drawn else "cities.nobody_drawn")


def not_drawn(comparison: Comparison) -> Text | None:
    """天门 8 人中 2 人（不足 10 人，只列人数）；潜江（无提醒记录…）: units without a mark, in words."""
    units, item = comparison.funnel.units, comparison.item
    rest = units[~units["is_drawn"] & units["group"].isin(UNITS)]
    if comparison.units_in_scope:
        rest = rest[rest["group"].isin(comparison.units_in_scope)]
    is_unreminded = rest["group"].isin(comparison.unreminded)
    is_unrecorded = rest["group"].isin(comparison.unrecorded) & ~is_unreminded
    small = rest[~is_unreminded & ~is_unrecorded]
    reasons = []
    if len(small):
        counted = together((counts_of(row, item) for _, row in small.iterrows()), "and")
        reasons.append(filled("cities.small_why", units=counted, min_n=plain(comparison.min_n)))
    for name, rows in (("unrecorded_why", rest[is_unrecorded]), ("unreminded_why", rest[is_unreminded])):
        if len(rows):
            reasons.append(filled(f"cities.{name}", units=units_named(rows["group"].to_list())))
    return filled("cities.not_drawn", units=together(reasons)) if reasons else None


def few_counted(row: pd.Series, comparison: Comparison) -> Text:
    """In place of one unit's mark: `n<10：8 人中 2 人`; words for a unit without reminders."""
    if row["group"] in comparison.unreminded:
        return text("report.unrecorded_alone")
    counts = counts_of(row, comparison.item, is_named=False)
    return filled("cities.few", min_n=plain(comparison.min_n), counts=counts)


def counts_of(row: pd.Series, item: Compared, *, is_named: bool = True) -> Text:
    """`天门 8 人中 2 人`, or without the unit."""
    unit = Text(**{lang: f"{unit_label(row['group'], lang)} " if is_named else "" for lang in LANGUAGES})
    numbers = {name: plain(f"{row[column]:g}") for name, column in _COLUMNS.items()}
    return filled(f"cities.small_{item.kind}", unit=unit, **numbers)


def unassigned(units: pd.DataFrame, item: Compared) -> Text | None:
    """How many rows or persons belong to no unit; None where there are none."""
    rows = units[~units["group"].isin(UNITS)]
    if rows.empty:
        return None
    if item.kind == "count":
        return text("cities.unassigned").format(x=f"{rows['numerator'].sum():g}")
    return text("cities.unassigned_persons").format(n=int(rows["n"].sum()))
