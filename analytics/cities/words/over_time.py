"""Titles and notes of the charts over time: quarters against a unit's own past, change since a month."""

from __future__ import annotations

from analytics.charts.rows import filled
from analytics.cities.change import Changes
from analytics.cities.comparison import Comparison
from analytics.cities.quarters import FALSE_ALARM
from analytics.cities.wording import plain, together, units_named
from foundation.locales import Text, text


def quarters_title(comparison: Comparison) -> Text:
    if not comparison.quarters.judged:
        return text("cities.quarters_few")
    if not (recent := comparison.quarters.recent):
        return text("cities.quarters_none")
    return filled("cities.quarters_some", units=units_named(recent))


def quarters_note(comparison: Comparison) -> Text:
    count = len(comparison.quarters.judged)
    percent, expected = f"{FALSE_ALARM:.0%}".rstrip("%"), f"{FALSE_ALARM * count:.1f}"
    return text("cities.quarters_note").format(percent=percent, count=count, expected=expected)


def change_title(changes: Changes, then: str) -> Text:
    sentences = [
        filled(f"cities.change_{side}", units=units_named(rows["group"].to_list()))
        for side in ("up", "down")
        if len(rows := changes.beyond("99_8", side))
    ]
    hints = changes.units.loc[changes.units["beyond"] == "95", "group"].to_list()
    if not sentences and not hints:
        return text("cities.change_none").format(then=then)
    if hints:
        sentences.append(filled("cities.change_hint", units=units_named(hints)))
    return filled("cities.change_head", then=plain(then), rest=together(sentences))


def change_note(changes: Changes) -> Text:
    count = int(changes.units["is_drawn"].sum())
    return text("cities.change_note").format(count=count, expected=f"{changes.expected:.1f}")
