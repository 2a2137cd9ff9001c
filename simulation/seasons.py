"""When people work: weekdays, but not around 春节 and hardly in August."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

FIRST_DAY = np.datetime64("2021-09-01")
LAST_DAY = np.datetime64("2025-12-31")
YEARS = (2021, 2022, 2023, 2024, 2025)

#: The public holiday with the days that nobody works before and after it.
SPRING_FESTIVALS = (
    ("2022-01-27", "2022-02-08"),
    ("2023-01-17", "2023-01-29"),
    ("2024-02-06", "2024-02-19"),
    ("2025-01-24", "2025-02-06"),
)
AUGUST_WEIGHT = 0.04


@cache
def working_days() -> tuple[Days, npt.NDArray[np.float64]]:
    """All working days of the sample with their weight: 1, in August a few per cent."""
    days = np.arange(FIRST_DAY, LAST_DAY + 1)
    days = days[np.is_busday(days)]
    for first, last in SPRING_FESTIVALS:
        days = days[(days < np.datetime64(first)) | (days > np.datetime64(last))]
    is_august = (days.astype("datetime64[M]").astype(int) % 12) == 7
    return days, np.where(is_august, AUGUST_WEIGHT, 1.0)


def draw_days(rng: np.random.Generator, first: Days, last: Days) -> Days:
    """One working day in each closed interval [first, last], by weight (element-wise)."""
    days, weights = working_days()
    total = np.concatenate([[0.0], np.cumsum(weights)])
    low = total[np.searchsorted(days, first, side="left")]
    high = total[np.searchsorted(days, last, side="right")]
    at = low + rng.random(len(first)) * np.maximum(high - low, 1e-9)
    return days[np.clip(np.searchsorted(total, at, side="right") - 1, 0, len(days) - 1)]


def some_days_later(day: Days, steps: Ints) -> Days:
    """`steps` working days on, never past the sample's end and never into August from before it."""
    days, weights = working_days()
    at = np.clip(np.searchsorted(days, day) + steps, 0, len(days) - 1)
    later = days[at]
    return np.where(
        (weights[at] < 1) & (day.astype("datetime64[M]") != later.astype("datetime64[M]")), day, later
    )


def next_working_day(day: Days) -> Days:
    """The same day, or the first working day after it."""
    days, _ = working_days()
    return days[np.clip(np.searchsorted(days, day), 0, len(days) - 1)]


def year_of(day: Days) -> Ints:
    return day.astype("datetime64[Y]").astype(np.int64) + 1970


def month_of(day: Days) -> Ints:
    return day.astype("datetime64[M]").astype(np.int64) % 12 + 1
