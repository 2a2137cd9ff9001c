"""One unit by its recommending bodies: which stand alone, which are too small, what each counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analytics.cities import Compared
from analytics.metrics.engine.groups import POOLED, SPECIAL
from foundation.reference.cities import UNKNOWN
from pages.shell.context import PageContext
from pages.shell.queries import figures
from reporting.type.numbers import shown


@dataclass(frozen=True)
class BodyRow:
    """A body, or all those too small to stand alone. codes: what the scope's filter takes to list them."""

    label: str
    codes: tuple[str, ...]
    numerator: float
    denominator: float
    words: str


@dataclass(frozen=True, eq=False)
class _Bodies:
    """The unit's frames by recommending body: of the metric, and of who serves; keyed by group."""

    own: pd.DataFrame
    serving: pd.DataFrame
    is_count: bool

    def size(self, code: str) -> float:
        """Officers behind a body's row."""
        frame, column = (self.serving, "value") if self.is_count else (self.own, "denominator")
        return float(frame[column].get(code, 0.0))

    def counted(self, code: str) -> float:
        return float(self.own["numerator"].get(code, 0.0))


def body_rows(context: PageContext, item: Compared, *, is_unrecorded: bool) -> list[BodyRow]:
    """Bodies with enough officers by name, all others as one row, what names no body last."""
    frame = figures(*context.key, ids=(item.id, "officers_serving"), by="recommender")
    own, serving = (frame[frame["id"] == id].set_index("group") for id in (item.id, "officers_serving"))
    bodies = _Bodies(own, serving, item.kind == "count")
    every = [code for code in dict.fromkeys([*serving.index, *own.index]) if code not in SPECIAL]
    # A share's frame has pooled the small ones already; counts are pooled here by who serves.
    large = [
        c for c in every if (bodies.size(c) >= context.rules["min_n"] if bodies.is_count else c in own.index)
    ]
    small = tuple(code for code in every if code not in large)
    listed = [(code, (code,)) for code in large]
    listed += [(POOLED, small)] if small else []
    listed += [(UNKNOWN, (UNKNOWN,))] if {*own.index, *serving.index} & {UNKNOWN} else []
    rows = [_row(context, item, bodies, group) for group in listed]
    if is_unrecorded:
        rows = [replace(row, words=context.say("cities.drill_none")) for row in rows]
    return [row for row in rows if row.numerator or row.denominator]


def _row(
    context: PageContext, item: Compared, bodies: _Bodies, group: tuple[str, tuple[str, ...]]
) -> BodyRow:
    code, codes = group
    summed = codes if bodies.is_count else (code,)
    line = None if bodies.is_count or code not in bodies.own.index else bodies.own.loc[code]
    return BodyRow(
        label=_label(context, bodies, code),
        codes=codes,
        numerator=sum(bodies.counted(each) for each in summed),
        denominator=sum(bodies.size(each) for each in summed),
        words=_value_words(context, item, line),
    )


def _label(context: PageContext, bodies: _Bodies, code: str) -> str:
    if code in SPECIAL:
        return SPECIAL[code].get(context.lang)
    frame = bodies.serving if code in bodies.serving.index else bodies.own
    return str(frame.loc[code, "label"])


def _value_words(context: PageContext, item: Compared, line: Any) -> str:
    """`71.4%（45.4%–88.3%）`; too few: words; counts: nothing beside the count."""
    if line is None:
        return ""
    if pd.isna(line["value"]):
        return context.say("cities.drill_few", min_n=context.rules["min_n"])
    value, low, high = (shown(line[name], item.value_format) for name in ("value", "low", "high"))
    return f"{value} ({low}–{high})" if low else value
