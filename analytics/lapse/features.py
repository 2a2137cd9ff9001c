"""The inputs of the model, by person: days since the last act, active days so far, days since the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

#: Who can be judged: at least so many active days ever, and one of them in so many years before the cut.
MIN_ACTIVE_DAYS = 3
RECENT_YEARS = 3

Integers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, eq=False)
class ActiveDays:
    """Every active day once. code: place in `persons`; day: days since 1970; both sorted by person, day."""

    persons: pd.Index[Any]
    code: Integers
    day: Integers

    @classmethod
    def of(cls, events: pd.DataFrame) -> ActiveDays:
        """From a frame with `person` and `date` (anything pandas reads as dates); the order is free."""
        codes, persons = pd.factorize(events["person"], sort=True)
        dates = pd.to_datetime(events["date"]).to_numpy().astype("datetime64[D]").astype(np.int64)
        pairs = np.unique(np.column_stack([codes.astype(np.int64), dates]), axis=0).reshape(-1, 2)
        return cls(pd.Index(persons, name="person"), pairs[:, 0], pairs[:, 1])

    @property
    def last(self) -> int:
        """The last day on which anybody acted; 0 without events."""
        return int(self.day.max(initial=0))

    def counts(self, from_day: int, to_day: int) -> Integers:
        """Active days per person, from_day ≤ day < to_day."""
        within = (self.day >= from_day) & (self.day < to_day)
        return np.bincount(self.code[within], minlength=len(self.persons)).astype(np.int64)


def day_of(date: Any) -> int:
    """Days since 1970 of anything pandas reads as a date."""
    return int(np.datetime64(pd.Timestamp(date).normalize(), "D").astype(np.int64))


def features_of(days: ActiveDays, cut: Any) -> pd.DataFrame:
    """recency, active_days, tenure (days) by person, of exactly those eligible at the cut.

    Only what lies before the cut counts; an act on the cut itself belongs to what is predicted.
    """
    at = day_of(cut)
    code, day = days.code[days.day < at], days.day[days.day < at]
    # Sorted by person and day: each person's first and last stand at the edges of a run.
    codes, first, counts = np.unique(code, return_index=True, return_counts=True)
    last = first + counts - 1
    since = day_of(pd.Timestamp(cut) - pd.DateOffset(years=RECENT_YEARS))
    fits = (counts >= MIN_ACTIVE_DAYS) & (day[last] >= since)
    return pd.DataFrame(
        {
            "recency": (at - day[last])[fits],
            "active_days": counts[fits],
            "tenure": (at - day[first])[fits],
        },
        index=days.persons[codes[fits]],
    )


def eligible(events: pd.DataFrame, cut: Any) -> pd.DataFrame:
    """recency, active_days and tenure by person, of exactly those who can be judged at the cut."""
    return features_of(ActiveDays.of(events), cut)


def outcomes(events: pd.DataFrame, cut: Any, horizon_days: int) -> pd.Series:
    """1 where no act followed in the days cut ≤ day < cut + horizon_days, else 0; by person with any act."""
    return silent_after(ActiveDays.of(events), cut, horizon_days)


def silent_after(days: ActiveDays, cut: Any, horizon_days: int) -> pd.Series:
    at = day_of(cut)
    silent = days.counts(at, at + horizon_days) == 0
    return pd.Series(silent.astype(int), index=days.persons, name="silent")
