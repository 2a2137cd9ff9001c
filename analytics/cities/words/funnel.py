"""Title and note of the funnel plot."""

from __future__ import annotations

import numpy as np

from analytics.charts.rows import filled
from analytics.cities.comparison import Comparison
from analytics.cities.wording import sentence, together, units_named
from analytics.cities.words.counts import not_drawn, too_few_drawn, unassigned
from foundation.locales import Text, text


def funnel_title(comparison: Comparison) -> Text:
    """Who is beyond which limit; the far ones first."""
    units = comparison.funnel.units
    too_few = too_few_drawn(units)
    if too_few:
        return too_few
    sentences = [
        filled(f"cities.funnel_{name}_{side}", units=units_named(rows.to_list()))
        for name, level in (("far", "99_8"), ("near", "95"))
        for side in ("high", "low")
        if len(rows := units.loc[(units["beyond"] == level) & (units["side"] == side), "group"])
    ]
    return together(sentences) if sentences else text("cities.funnel_none")


def funnel_note(comparison: Comparison) -> Text:
    """How many chance alone would put outside; who is not drawn and why; over-dispersion."""
    funnel, item = comparison.funnel, comparison.item
    if funnel.drawn.empty:
        return sentence(not_drawn(comparison))
    chance = text("cities.expected").format(count=len(funnel.drawn), expected=f"{funnel.expected:.1f}")
    return sentence(
        chance,
        not_drawn(comparison),
        unassigned(funnel.units, item),
        None if item.kind == "share" else text("cities.bursty"),
        _dispersion(funnel.phi),
    )


def _dispersion(phi: float) -> Text | None:
    if np.isnan(phi):
        return None
    return text(f"cities.phi_{'more' if phi > 1.5 else 'less'}").format(phi=f"{phi:.2f}")
