"""Each unit against its own past: separate quarters within control limits from its earlier quarters."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.charts.small_multiples import RECENT
from analytics.cities.declaration import Compared
from analytics.metrics.engine.source import MetricContext
from analytics.metrics.engine.sums import counted_in_scope, summed_by_quarter
from analytics.rules import Rules
from analytics.scope import Scope, months_back
from analytics.sql import run
from analytics.stats import xmr
from foundation.access.viewer import Viewer
from foundation.reference.cities import NON_CITY, UNITS

COUNT, BASELINE = 12, 8
#: Fewer quarters, or fewer events a quarter, say nothing about a unit's own spread: limits drawn from a row
#: of zeros would call every single event a signal.
LEAST, LEAST_EVENTS = 6, 3.0
#: Share of steady series of 12 quarters that show a signal in the last 4 by chance alone (limits from the
#: first 8; simulated, tests/cities/test_methods.py).
FALSE_ALARM = 0.14


@dataclass(frozen=True, eq=False)
class Quarters:
    """series: group, period, numerator, denominator, n, value, centre, low, high, signal.

    Twelve rows a unit in time order, official order of units. A quarter with fewer than min_n persons, or
    (shares of initiative) without reminder records, has no value. signal: as `xmr`.
    """

    series: pd.DataFrame

    @property
    def recent(self) -> list[str]:
        """Units with a signal in the last four quarters, in official order."""
        last = self.series.groupby("group", sort=False).tail(RECENT)
        return list(dict.fromkeys(last.loc[last["signal"] != "", "group"]))

    @property
    def judged(self) -> list[str]:
        """Units with limits of their own."""
        return list(dict.fromkeys(self.series.loc[self.series["centre"].notna(), "group"]))


def quarters(snapshot: Any, item: Compared, *, scope: Scope, viewer: Viewer, rules: Rules) -> Quarters:
    """Shares: who had a self-initiated act in the quarter, of those serving at its end. Rates: acts over
    officer-months. Answers: cases that ended in the quarter. Counts: rows of the quarter per officer serving.
    """
    context = MetricContext.of(snapshot, scope, viewer, rules)
    serving = _serving(context)
    sums = serving if item.kind in ("share", "rate") else _dated(context, item)
    top, bottom = {
        "share": ("acting", "persons"),
        "rate": ("acts", "m"),
        "cases": ("x", "s"),
        "count": ("x", "persons"),
    }[item.kind]
    keys = ["unit", "back"]
    every = pd.MultiIndex.from_product([UNITS, range(COUNT)], names=keys)
    sums = sums.set_index(keys).reindex(every).fillna(0.0)
    if item.kind == "count":
        sums["persons"] = serving.set_index(keys)["persons"].reindex(every).fillna(0.0)
    n = sums["n"] if item.kind == "cases" else sums["persons"]
    frame = pd.DataFrame({"numerator": sums[top], "denominator": sums[bottom], "n": n}).reset_index()
    shown = (frame["n"] >= rules["min_n"]) & (frame["denominator"] > 0)
    if item.needs_records:
        shown &= _recorded(context, frame)
    frame["value"] = (frame["numerator"] / frame["denominator"]).where(shown)
    frame["period"] = [period(context.as_of, back) for back in frame["back"]]
    frame = frame.rename(columns={"unit": "group"}).sort_values(
        ["group", "back"], ascending=[True, False], key=_official, ignore_index=True
    )
    return Quarters(_limited(frame.drop(columns=["back"]), item))


def period(as_of: dt.date, back: int) -> str:
    """`2025Q4`, or the three months where they are no quarter of the calendar: `2025-09–11`."""
    end = months_back(as_of, 3 * back)
    if end.month % 3 == 0:
        return f"{end.year}Q{end.month // 3}"
    return f"{months_back(end, 2):%Y-%m}–{end:%m}"


def _official(column: pd.Series) -> pd.Series:
    return column.map({unit: place for place, unit in enumerate(UNITS)}) if column.name == "group" else column


def _limited(frame: pd.DataFrame, item: Compared) -> pd.DataFrame:
    """The series with each unit's own limits, kept within what can be: no share below 0 or above 1."""
    value, top = (frame[name].to_numpy().reshape(-1, COUNT) for name in ("value", "numerator"))
    parts = [_limits(values, events) for values, events in zip(value, top, strict=True)]
    centre, low, high = (np.concatenate([part[i] for part in parts]) for i in range(3))
    highest = 1.0 if item.value_format == "percent" else np.inf
    signal = np.concatenate([part[3] for part in parts])
    return frame.assign(
        centre=centre, low=np.clip(low, 0, highest), high=np.clip(high, 0, highest), signal=signal
    )


def _limits(value: Any, events: Any) -> tuple[Any, ...]:
    """Centre, low, high and signal of one unit; nothing where its baseline holds too little."""
    is_known = np.isfinite(value[:BASELINE])
    if is_known.sum() < LEAST or events[:BASELINE][is_known].mean() < LEAST_EVENTS:
        return (*np.full((3, COUNT), np.nan), np.full(COUNT, "", dtype=object))
    chart = xmr(value, baseline=BASELINE)
    return tuple(chart[name].to_numpy() for name in ("centre", "low", "high", "signal"))


def _serving(context: MetricContext) -> pd.DataFrame:
    """unit, back, persons, acting, acts, m."""
    frame = counted_in_scope(context, "quarter_totals")
    frame = frame[frame["unit"].isin(UNITS)]
    return frame.astype(dict.fromkeys(("persons", "acting", "acts", "m"), float))


def _dated(context: MetricContext, item: Compared) -> pd.DataFrame:
    """unit, back, x, s, n: rows of three windows of twelve months by the quarter of their date."""
    years = range(COUNT // 4)
    frames = [
        summed_by_quarter(context.at(months_back(context.as_of, 12 * year)), item.metric) for year in years
    ]
    # Quarters of earlier windows lie further back.
    shifted = [frame.assign(back=frame["back"] + 4 * year) for year, frame in zip(years, frames, strict=True)]
    rows = pd.concat(shifted, ignore_index=True)
    return rows[rows["unit"].isin(UNITS)].astype({"x": float, "s": float, "n": float})


def _recorded(context: MetricContext, frame: pd.DataFrame) -> pd.Series:
    """Whether a city kept reminder records at the quarter's end; non_city vouches officer by officer."""
    kept = run(context.snapshot, "recording_quarters", {"as_of": context.as_of})
    month = pd.to_datetime(kept["month"])
    back = ((context.as_of.year - month.dt.year) * 12 + context.as_of.month - month.dt.month) // 3
    recorded = set(zip(kept["unit"], back, strict=True))
    pairs = zip(frame["unit"], frame["back"], strict=True)
    return pd.Series(
        [unit == NON_CITY or (unit, back) in recorded for unit, back in pairs], index=frame.index
    )
