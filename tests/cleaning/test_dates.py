"""Dates as Chinese files write them. Read from a file received on 2026-01-10."""

import datetime as dt

import pytest

from data_ingest.cleaning import clean_date, clean_month

RECEIVED = dt.date(2026, 1, 10)

#: as written | loaded as | precision, or – and the rule it breaks
DATES = """
2023.5.8                | 2023-05-08 | day
2023/5/8                | 2023-05-08 | day
2023-05-08              | 2023-05-08 | day
2023年5月8日            | 2023-05-08 | day
2023 年 5 月 8 日       | 2023-05-08 | day
2023年05月08号          | 2023-05-08 | day
２０２３．５．８        | 2023-05-08 | day
2023。5。8              | 2023-05-08 | day
2023、5、8              | 2023-05-08 | day
二〇二三年五月八日      | 2023-05-08 | day
二○二三年十二月二十八日 | 2023-12-28 | day
二零二三年十月十日      | 2023-10-10 | day
20230508                | 2023-05-08 | day
45054                   | 2023-05-08 | day
45054.0                 | 2023-05-08 | day
45054.75                | 2023-05-08 | day
2023-05-08 00:00:00     | 2023-05-08 | day
2023-05-08T14:30:00     | 2023-05-08 | day
2023/5/8 14:30          | 2023-05-08 | day
2023年5月8日 上午9:00   | 2023-05-08 | day
2023年5月8日（星期一）  | 2023-05-08 | day
23年5月8日              | 2023-05-08 | day
25/06/2025              | 2025-06-25 | day
5/25/2025               | 2025-05-25 | day
8 May 2023              | 2023-05-08 | day
May 8, 2023             | 2023-05-08 | day
2023年5月               | 2023-05-01 | month
2023年5月份             | 2023-05-01 | month
2023年5月上旬           | 2023-05-01 | month
二〇二三年五月          | 2023-05-01 | month
2023.5                  | 2023-05-01 | month
2023.05                 | 2023-05-01 | month
2023-5                  | 2023-05-01 | month
2023.10                 | 2023-10-01 | month
202305                  | 2023-05-01 | month
2023年5月8日-10日       | 2023-05-08 | range
2023年5月8-10日         | 2023-05-08 | range
2023年5月8日至6月2日    | 2023-05-08 | range
2023年5月8日～10日      | 2023-05-08 | range
2023.5.8-5.10           | 2023-05-08 | range
2023.5.8-2023.5.10      | 2023-05-08 | range
2023-05-08 至 2023-05-10 | 2023-05-08 | range
2023年5月-6月           | 2023-05-01 | range
05/06/25                | - | ambiguous_date
23.5.8                  | - | ambiguous_date
05/06/2025              | - | ambiguous_date
200512                  | - | ambiguous_date
May-23                  | - | ambiguous_date
2023.1                  | - | ambiguous_month
2023                    | - | year_only
2023年上半年            | - | year_only
5月8日                  | - | no_year
2023-02-30              | - | impossible_date
1900-01-00              | - | impossible_date
2026-01-11              | - | future_date
2052-05-08              | - | future_date
2023.5.8、2023.6.9      | - | wrong_date
2023年5月10日-8日       | - | wrong_date
去年                    | - | wrong_date
#REF!                   | - | broken_formula
无                      | - | -
—                       | - | -
0                       | - | -
"""


def rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


def said(read, at: int = 0) -> tuple[str, str]:
    """(value, precision or rule) of a row, "-" for nothing."""
    value, rule, precision = (
        None if array is None else array[at].as_py() for array in (read.value, read.rule, read.precision)
    )
    return str(value or "-"), rule or precision or "-"


@pytest.mark.parametrize(("text", "value", "told"), rows(DATES))
def test_forms_of_a_date(text: str, value: str, told: str) -> None:
    assert said(clean_date([text], received_on=RECEIVED)) == (value, told)


def test_all_forms_in_one_column() -> None:
    texts = [row[0] for row in rows(DATES)]
    read = clean_date(texts, received_on=RECEIVED)
    assert [said(read, i) for i in range(len(texts))] == [row[1:] for row in rows(DATES)]


AHEAD = """
2026-03-31 | 2026-03-31 | day
2026年3月  | 2026-03-31 | month
2052-05-08 | -          | far_future_date
"""


@pytest.mark.parametrize(("text", "value", "told"), rows(AHEAD))
def test_an_end_may_lie_ahead_and_a_month_means_its_last_day(text: str, value: str, told: str) -> None:
    read = clean_date([text], received_on=RECEIVED, may_lie_ahead=True, is_end=True)
    assert said(read) == (value, told)


@pytest.mark.parametrize(
    ("received", "told"), [("2025-12-30", "future_date"), ("2025-12-31", "day"), ("2026-01-01", "day")]
)
def test_the_future_begins_after_the_day_of_receipt(received: str, told: str) -> None:
    read = clean_date(["2025-12-31"], received_on=dt.date.fromisoformat(received))
    assert said(read)[1] == told


def test_months_are_their_first_day() -> None:
    read = clean_month(["1985-03-17", "1985年3月", "31000"], received_on=RECEIVED)
    assert [v.as_py() for v in read.value] == [dt.date(1985, 3, 1), dt.date(1985, 3, 1), dt.date(1984, 11, 1)]
