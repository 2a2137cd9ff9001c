"""Text → date: the forms in which Chinese files write them, with what is unclear refused.

Month-only dates load as the first day (an end: the last), ranges as their first day; `precision` says so.
A form that could be read in two ways is never guessed.
"""

from __future__ import annotations

import calendar
import datetime as dt

import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning.date_forms import DateParts, read_form
from data_ingest.cleaning.distinct import ColumnRead, Reading, Texts, filled, over_distinct, strings

#: Nothing in the programme is older; Excel shows an empty or small number as a day of 1900.
OLDEST_YEAR = 1930
#: A deadline or end further ahead than this is a slip of the pen.
YEARS_AHEAD = 10
_TIME = r"[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$"


def clean_date(
    values: Texts,
    *,
    received_on: dt.date,
    may_lie_ahead: bool = False,
    is_end: bool = False,
) -> ColumnRead:
    """Dates with their precision ("day", "month", "range").

    received_on: later dates are wrong unless they `may_lie_ahead`. is_end: a month means its last day.
    """

    def parse(text: str) -> Reading:
        parts = read_form(text)
        if isinstance(parts, str):
            return Reading(rule=parts)
        return _judge(parts, received_on=received_on, may_lie_ahead=may_lie_ahead, is_end=is_end)

    texts = filled(strings(values))
    if pc.any(pc.match_substring(texts, ":")).as_py():
        texts = pc.replace_substring_regex(texts, _TIME, "")
    return over_distinct(texts, parse, pa.date32())


def clean_month(values: Texts, *, received_on: dt.date) -> ColumnRead:
    """Months as their first day; a whole date is cut to its month."""
    read = clean_date(values, received_on=received_on)
    first = pc.cast(pc.floor_temporal(read.value, unit="month"), pa.date32())
    return ColumnRead(first, read.rule, read.precision)


def clean_range_end(values: Texts, *, received_on: dt.date) -> ColumnRead:
    """The last day of cells that write first and last together: 2023.7.1-2023.12.31; null for all others."""

    def parse(text: str) -> Reading:
        parts = read_form(text)
        if isinstance(parts, str) or not parts.last:
            return Reading()
        last = _judge(DateParts(*parts.last), received_on=received_on, may_lie_ahead=True, is_end=True)
        return Reading(last.value, precision=last.precision)

    return over_distinct(filled(strings(values)), parse, pa.date32())


def _judge(parts: DateParts, *, received_on: dt.date, may_lie_ahead: bool, is_end: bool) -> Reading:
    is_month = parts.day is None
    day = calendar.monthrange(parts.year, parts.month)[1] if is_month and is_end else parts.day or 1
    value = dt.date(parts.year, parts.month, day)
    if value.year < OLDEST_YEAR:
        return Reading(rule="impossible_date")
    if value > received_on and not may_lie_ahead:
        return Reading(rule="future_date")
    if value.year > received_on.year + YEARS_AHEAD:
        return Reading(rule="far_future_date")
    precision = "range" if parts.last else "month" if is_month else "day"
    return Reading(value, precision=precision)
