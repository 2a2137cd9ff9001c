"""Titles and notes of the two charts with ranges: the expected value of a unit's case mix, and places."""

from __future__ import annotations

import pandas as pd

from analytics.charts.rows import filled
from analytics.cities.declaration import Compared
from analytics.cities.wording import number, together, units_named
from analytics.cities.words.counts import too_few_drawn
from foundation.locales import Text, text


def mix_title(units: pd.DataFrame) -> Text:
    """Which units lie outside the range that their own mix of officers gives.

    With fewer than two units drawn the words say so: there is no other mix to compare with."""
    too_few = too_few_drawn(units)
    if too_few:
        return too_few
    sentences = [
        _outside(side, rows.to_list(), text(f"cities.mix_{tail}"))
        for level, tail in (("99_8", "beyond"), ("95", "hint"))
        for side in ("high", "low")
        if len(rows := units.loc[(units["beyond"] == level) & (units["side"] == side), "group"])
    ]
    return filled("cities.mix_head", rest=together(sentences)) if sentences else text("cities.mix_none")


def _outside(side: str, codes: list[str], tail: Text) -> Text:
    """Units above ("high") or below ("low") their range; tail: whether that is beyond chance or a hint."""
    finding = filled(f"cities.mix_{side}", units=units_named(codes))
    return Text(zh=finding.zh + tail.zh, en=finding.en + tail.en)


def ranges_title(units: pd.DataFrame) -> Text:
    """Who cannot be at the very front, who not at the very end; never a place."""
    drawn = units[units["best"].notna()]
    if drawn.empty:
        return text("cities.nobody_drawn")
    places = int(drawn["places"].iloc[0])
    back = drawn.loc[drawn["best"] > 1, "group"].to_list()
    front = drawn.loc[drawn["worst"] < places, "group"].to_list()
    if not back or len(back) > places / 2:
        name = "ranges_wide" if not back and not front else "ranges_title"
        return text(f"cities.{name}").format(places=places)
    return filled("cities.ranges_some", units=units_named(back))


def estimates(units: pd.DataFrame, item: Compared) -> Text:
    """How far the shrunken values lie apart, and how far the raw ones."""
    drawn = units[units["is_drawn"] & units["estimate"].notna()]
    if drawn.empty:
        return Text(zh="", en="")
    ends = {
        "low": drawn["estimate"].min(),
        "high": drawn["estimate"].max(),
        "raw_low": drawn["value"].min(),
        "raw_high": drawn["value"].max(),
    }
    return text("cities.estimates").format(**{k: number(v, item.value_format) for k, v in ends.items()})
