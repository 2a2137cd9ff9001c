"""What each chart of the comparison says, in sentences that can be read out, in both languages.

"Beyond chance" stands only where the method's 99.8 % is passed; 95 % is a hint; no unit has a place number.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.charts.rows import filled
from analytics.cities.change import Changes
from analytics.cities.channels import ALL, INSTITUTION, LOCAL, Channels
from analytics.cities.comparison import Comparison
from analytics.cities.declaration import Compared
from analytics.cities.quarters import FALSE_ALARM
from analytics.cities.wording import number, plain, sentence, together, units_named
from foundation.locales import LANGUAGES, Text, text
from foundation.reference.cities import UNITS, unit_label


def funnel_title(found: Comparison) -> Text:
    """Who is beyond which limit; the far ones first."""
    units = found.funnel.units
    alone = _too_few(units)
    if alone:
        return alone
    said = [
        filled(f"cities.funnel_{name}_{side}", units=units_named(rows.to_list()))
        for name, level in (("far", "99_8"), ("near", "95"))
        for side in ("high", "low")
        if len(rows := units.loc[(units["beyond"] == level) & (units["side"] == side), "group"])
    ]
    return together(said) if said else text("cities.funnel_none")


def _too_few(units: pd.DataFrame) -> Text | None:
    """Fewer than two units drawn: nothing differs, and nothing is said to be within chance either."""
    drawn = int(units["is_drawn"].sum())
    if drawn > 1:
        return None
    return text("cities.one_drawn" if drawn else "cities.nobody_drawn")


def funnel_note(found: Comparison) -> Text:
    """How many chance alone would give; who is not drawn and why; over-dispersion."""
    funnel, item = found.funnel, found.item
    if funnel.drawn.empty:
        return sentence(not_drawn(found))
    chance = text("cities.expected").format(count=len(funnel.drawn), expected=f"{funnel.expected:.1f}")
    return sentence(
        chance,
        not_drawn(found),
        _unassigned(funnel.units, item),
        None if item.kind == "share" else text("cities.bursty"),
        _dispersion(funnel.phi),
    )


def _dispersion(phi: float) -> Text | None:
    if np.isnan(phi):
        return None
    return text(f"cities.phi_{'more' if phi > 1.5 else 'less'}").format(phi=f"{phi:.2f}")


def not_drawn(found: Comparison) -> Text | None:
    """天门 8 人中 2 人（不足 10 人，只列人数）；潜江（无提醒记录…）: units without a mark, in words."""
    units, item = found.funnel.units, found.item
    left = units[~units["is_drawn"] & units["group"].isin(UNITS)]
    if found.asked:
        left = left[left["group"].isin(found.asked)]
    is_unasked = left["group"].isin(found.unasked)
    is_unrecorded = left["group"].isin(found.unrecorded) & ~is_unasked
    small = left[~is_unasked & ~is_unrecorded]
    said = []
    if len(small):
        counted = together((_counted(row, item) for _, row in small.iterrows()), "and")
        said.append(filled("cities.small_why", units=counted, min_n=plain(found.min_n)))
    for name, rows in (("unrecorded_why", left[is_unrecorded]), ("unreminded_why", left[is_unasked])):
        if len(rows):
            said.append(filled(f"cities.{name}", units=units_named(rows["group"].to_list())))
    return filled("cities.not_drawn", units=together(said)) if said else None


def few(row: pd.Series, found: Comparison) -> Text:
    """In place of one unit's mark: `n<10：8 人中 2 人`; words where nobody was reminded."""
    if row["group"] in found.unasked:
        return text("report.unrecorded_alone")
    counts = _counted(row, found.item, is_named=False)
    return filled("cities.few", min_n=plain(found.min_n), counts=counts)


def _counted(row: pd.Series, item: Compared, *, is_named: bool = True) -> Text:
    """`天门 8 人中 2 人`, or without the unit."""
    unit = Text(**{lang: f"{unit_label(row['group'], lang)} " if is_named else "" for lang in LANGUAGES})
    numbers = {name: plain(f"{row[column]:g}") for name, column in _PARTS.items()}
    return filled(f"cities.small_{item.kind}", unit=unit, **numbers)


_PARTS = {"n": "n", "x": "numerator", "s": "denominator"}


def _unassigned(units: pd.DataFrame, item: Compared) -> Text | None:
    rows = units[~units["group"].isin(UNITS)]
    if rows.empty:
        return None
    if item.kind == "count":
        return text("cities.unassigned").format(x=f"{rows['numerator'].sum():g}")
    return text("cities.unassigned_persons").format(n=int(rows["n"].sum()))


def channels_title(found: Channels, metric: Text, *, prefix: str = "channel") -> Text:
    if not found.is_comparable or np.isnan(found.permutation.p):
        return text("cities.channels_too_few")
    if not found.beyond:
        return text("cities.channels_none" if prefix == "channel" else "cities.recognisers_none")
    side = LOCAL if found.permutation.difference > 0 else INSTITUTION
    name = "beyond" if found.beyond == "99_8" else "hint"
    return filled(f"cities.channels_{name}", side=text(f"cities.{prefix}_{side}"), title=metric)


def channels_note(found: Channels, min_n: int) -> Text:
    """The permutation in words, the ratio for its size, and that it is no cause."""
    draws, p = len(found.permutation.null), found.permutation.p
    said: list[Text | None] = []
    if found.is_comparable and not np.isnan(p):
        words = {"draws": f"{draws:,}", "percent": f"{p * 100:.1f}" if p < 0.1 else f"{p * 100:.0f}"}
        said.append(text("cities.channels_p").format(p=f"{p:.3f}" if p < 0.1 else f"{p:.2f}", **words))
        ratio = found.ratio
        if np.isfinite([ratio.estimate, ratio.low, ratio.high]).all():
            limits = {"estimate": ratio.estimate, "low": ratio.low, "high": ratio.high}
            said.append(text("cities.channels_ratio").format(**{k: f"{v:.2f}" for k, v in limits.items()}))
    if found.rows["is_small"].any():
        said.append(text("cities.channels_few_note").format(min_n=min_n))
    return sentence(*said, text("cities.not_cause"))


def channel_row(group: str) -> Text:
    """A row's label: a city, or what several are together."""
    if group in UNITS:
        return Text(**{lang: unit_label(group, lang) for lang in LANGUAGES})
    return text("cities.channels_all" if group == ALL else "cities.channels_others")


def quarters_title(found: Comparison) -> Text:
    if not found.quarters.judged:
        return text("cities.quarters_few")
    recent = found.quarters.recent
    return (
        filled("cities.quarters_some", units=units_named(recent)) if recent else text("cities.quarters_none")
    )


def quarters_note(found: Comparison) -> Text:
    count = len(found.quarters.judged)
    words = {
        "percent": f"{FALSE_ALARM:.0%}".rstrip("%"),
        "count": count,
        "expected": f"{FALSE_ALARM * count:.1f}",
    }
    return text("cities.quarters_note").format(**words)


def change_title(found: Changes, then: str) -> Text:
    said = [
        filled(f"cities.change_{side}", units=units_named(rows["group"].to_list()))
        for side in ("up", "down")
        if len(rows := found.beyond("99_8", side))
    ]
    hints = found.units.loc[found.units["beyond"] == "95", "group"].to_list()
    if not said and not hints:
        return text("cities.change_none").format(then=then)
    if hints:
        said.append(filled("cities.change_hint", units=units_named(hints)))
    return filled("cities.change_head", then=plain(then), rest=together(said))


def change_note(found: Changes) -> Text:
    count = int(found.units["is_drawn"].sum())
    return text("cities.change_note").format(count=count, expected=f"{found.expected:.1f}")


def mix_title(units: pd.DataFrame) -> Text:
    """Who is outside the range of the own mix; nothing where the mix is that of one unit alone."""
    alone = _too_few(units)
    if alone:
        return alone
    said = []
    for level, tail in (("99_8", "beyond"), ("95", "hint")):
        for side in ("high", "low"):
            rows = units.loc[(units["beyond"] == level) & (units["side"] == side), "group"]
            if len(rows):
                finding = filled(f"cities.mix_{side}", units=units_named(rows.to_list()))
                tail_words = text(f"cities.mix_{tail}")
                said.append(Text(zh=finding.zh + tail_words.zh, en=finding.en + tail_words.en))
    return filled("cities.mix_head", rest=together(said)) if said else text("cities.mix_none")


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
