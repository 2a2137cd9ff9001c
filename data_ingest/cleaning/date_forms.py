"""The forms of a date, each one pattern: text → year, month, day, or the rule that it breaks."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from data_ingest.cleaning.numerals import plain, with_digits


class DateParts(NamedTuple):
    """A date as written; day None: only the month is given. last: where it is the first of several days."""

    year: int
    month: int
    day: int | None = None
    last: tuple[int, int, int | None] | None = None


_DASH = r"(?:-{1,2}|~|至|到|起至)"
_YMD = r"(\d{4})\s*([年\-./、,])\s*(\d{1,2})\s*[月\-./、,]\s*(\d{1,2})\s*[日号]?"
_WHOLE = re.compile(f"{_YMD}$")
_MONTH = re.compile(r"(\d{4})\s*([年\-./])\s*(\d{1,2})\s*月?份?(?:[初底末]|[上中下]旬)?前?$")
_SHORT_YEAR = re.compile(r"(\d{2})年(\d{1,2})月(?:(\d{1,2})[日号]?)?$")
_RANGE = re.compile(rf"{_YMD}\s*{_DASH}\s*(?:(\d{{4}})[年\-./])?(?:(\d{{1,2}})[月\-./])?(\d{{1,2}})[日号]?$")
_MONTHS = re.compile(rf"(\d{{4}})([年./-])(\d{{1,2}})月?{_DASH}(?:(\d{{4}})[年./-])?(\d{{1,2}})月?份?$")
_YEAR_LAST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})$")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})$")
_TWO_DIGITS = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{1,2}$|[a-z]{3}-\d{2}$")
_NO_YEAR = re.compile(r"\d{1,2}月(\d{1,2}[日号]?)?$|\d{1,2}[-./]\d{1,2}$")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?$")
_CLUTTER = re.compile(
    r"[T ]*\d{1,2}(?::|时)(?:\d{2}分?)?(?::?\d{2}(?:\.\d+)?秒?)?(?: ?[ap]m)?(?:z|[+-]\d\d:?\d\d)?$"
    r"|\(?(星期|周|礼拜)[一二三四五六日天1-6]\)?|(上午|下午|晚上|晚|全天|左右)$|^(约|自|于)",
    re.IGNORECASE,
)
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_ENGLISH = {m: i for i, m in enumerate(_MONTH_NAMES.split(), start=1)}
_ENGLISH_DAY = re.compile(r"(?:(\d{1,2})[ \-])?([a-z]{3})[a-z]*\.?[ \-,]*(?:(\d{1,2}),? )?(\d{4})$")
#: Excel counts days from here (its 1900 leap-year slip included); 10000 = 1927, 73050 = 2099.
_SERIAL_ZERO = dt.date(1899, 12, 30)


def read_form(text: str) -> DateParts | str:
    """What the text says, or a rule id (`wrong_date`, `ambiguous_date`, `year_only`, …).

    2023年5月8日-10日 → 2023-05-08, a range; 05/06/25 → ambiguous_date; 2023.1 → ambiguous_month, since
    a workbook shows October, typed as 2023.10, the same way.
    """
    text = _CLUTTER.sub("", with_digits(_CLUTTER.sub("", plain(text)))).strip(" ,;()")
    for reader in (_whole, _digits, _month, _ranges, _short_year, _year_last, _english):
        parts = reader(text)
        if parts is not None:
            return _possible(parts)
    if re.fullmatch(r"(19|20)\d{2}年?(度|全年|上半年|下半年)?", text):
        return "year_only"
    if _TWO_DIGITS.match(text.lower()):
        return "ambiguous_date"
    return "no_year" if _NO_YEAR.match(text) else "wrong_date"


def _possible(parts: DateParts | str) -> DateParts | str:
    if isinstance(parts, str):
        return parts
    try:
        dt.date(parts.year, parts.month, parts.day or 1)
    except ValueError:
        return "impossible_date"
    return parts


def _whole(text: str) -> DateParts | None:
    match = _WHOLE.match(text)
    return DateParts(int(match[1]), int(match[3]), int(match[4])) if match else None


def _digits(text: str) -> DateParts | str | None:
    """20230508, 202305 and Excel's serial number 45054."""
    if re.fullmatch(r"\d{8}(\.0)?", text):
        return DateParts(int(text[:4]), int(text[4:6]), int(text[6:8]))
    if re.fullmatch(r"\d{6}(\.0)?", text):
        as_month = DateParts(int(text[:4]), int(text[4:6]))
        as_day = DateParts(2000 + int(text[:2]), int(text[2:4]), int(text[4:6]))
        month_fits = 1900 <= as_month.year < 2100 and 1 <= as_month.month <= 12
        if month_fits and not isinstance(_possible(as_day), str):
            return "ambiguous_date"
        return as_month if month_fits else "wrong_date"
    if (serial := _SERIAL.match(text)) and 10000 <= int(serial[1]) <= 73050:
        day = _SERIAL_ZERO + dt.timedelta(days=int(serial[1]))
        return DateParts(day.year, day.month, day.day)
    return None


def _month(text: str) -> DateParts | str | None:
    match = _MONTH.match(text)
    if not match:
        match = _MONTH_YEAR.match(text)
        return DateParts(int(match[2]), int(match[1])) if match else None
    if match[2] == "." and match[3] == "1":
        return "ambiguous_month"
    return DateParts(int(match[1]), int(match[3]))


def _ranges(text: str) -> DateParts | str | None:
    last: tuple[int, int, int | None]
    if match := _RANGE.match(text):
        year, _, month, day, to_year, to_month, to_day = match.groups()
        first = DateParts(int(year), int(month), int(day))
        last = (int(to_year or year), int(to_month or month), int(to_day))
    elif match := _MONTHS.match(text):
        year, _, month, to_year, to_month = match.groups()
        first = DateParts(int(year), int(month))
        last = (int(to_year or year), int(to_month), None)
    else:
        return None
    is_forward = (first.year, first.month, first.day or 1) <= (*last[:2], last[2] or 1)
    if not is_forward or isinstance(_possible(DateParts(*last)), str):
        return "wrong_date"
    return first._replace(last=last)


def _short_year(text: str) -> DateParts | None:
    """23年5月8日: the characters settle the order, and nobody was born or recognised in 1923."""
    match = _SHORT_YEAR.match(text)
    if not match:
        return None
    year = int(match[1])
    return DateParts(
        year + (1900 if year >= 40 else 2000), int(match[2]), int(match[3]) if match[3] else None
    )


def _year_last(text: str) -> DateParts | str | None:
    """25/06/2025 can only be read one way, 05/06/2025 in two."""
    match = _YEAR_LAST.match(text)
    if not match:
        return None
    first, second, year = (int(part) for part in match.groups())
    if first != second and first <= 12 and second <= 12:
        return "ambiguous_date"
    return DateParts(year, second, first) if first > 12 else DateParts(year, first, second)


def _english(text: str) -> DateParts | None:
    """8 May 2023, May 8, 2023, May 2023."""
    match = _ENGLISH_DAY.match(text.lower())
    if not match or match[2] not in _ENGLISH:
        return None
    day = match[1] or match[3]
    return DateParts(int(match[4]), _ENGLISH[match[2]], int(day) if day else None)
