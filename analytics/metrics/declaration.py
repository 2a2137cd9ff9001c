"""The declaration type of a metric: value, interval, tooltip, glossary, footnote and test follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foundation.locales import Text

Unit = Literal["share", "persons", "count", "per_officer_month", "per_officer_year", "wan_yuan", "days"]
Direction = Literal["higher", "lower", "neutral"]
#: How the value and its interval come from the rows of the source.
Measure = Literal[
    "count",  # numerator alone; no interval, never suppressed
    "sum",  # numerator alone, of an amount
    "proportion",  # numerator / denominator, Wilson
    "resampled_proportion",  # the same, interval by resampling officers (a few file most demands)
    "rate",  # numerator / exposure, interval by resampling officers
    "incidence",  # Aalen–Johansen at a day, interval by resampling officers
    "median",  # Aalen–Johansen median, interval by resampling officers
]

#: Columns of a result frame, in order (docs/definitions.md, Numbers).
FRAME = ("group", "label", "numerator", "denominator", "value", "low", "high", "suppressed")
#: What every metric can be grouped by; some have more (`batch`: of those recognised together).
GROUPINGS = ("unit", "city", "category", "channel", "field", "recommender", "month", "officer")
#: Counts and sums stand for themselves: no interval, never suppressed.
PLAIN: frozenset[str] = frozenset({"count", "sum"})


@dataclass(frozen=True)
class Metric:
    """One metric.

    source: name of the query in analytics/sql/queries that yields its rows (one row per person, demand,
    case …) with the grouping columns unit, city, category, channel, field, recommender, person_id.
    numerator, denominator: SQL expressions over one row of the source, summed within a group;
    denominator None for counts and sums. `n` (for suppression) is the number of rows whose
    denominator is not zero.
    where: a row takes part where this SQL condition holds.
    time: for "incidence" and "median": SQL expression of the days; the numerator is then the cause
    (0 still waiting, 1 the event, 2 … competing) and horizon the day that an incidence is read at.
    per: column whose distinct values are the n for suppression, where that is not the rows (cases: persons).
    scale: of a rate: how many units of the denominator the value speaks of (12: months counted, a year told).
    credits: columns of the persons whom a row counts for in `--by officer` (a list column is spread).
    is_stock: `--by month` measures anew as at each month of W. Else the rows of W are split by the month
    of the date column `dated`, or read from the query `monthly`, which has a column `month`.
    order: place in lists of metrics.
    """

    id: str
    title: Text
    unit: Unit
    direction: Direction
    measure: Measure
    source: str
    numerator: str
    meaning: Text
    denominator: str | None = None
    where: str = "true"
    groups: tuple[str, ...] = GROUPINGS
    caveats: Text | None = None
    clause: str = ""  # source clause of the paper
    owner: str = "办公室"
    is_stock: bool = False  # as at the as-of month (True) or a flow of W (False): decides --by month
    time: str | None = None
    horizon: int = 60
    per: str | None = None
    scale: int = 1
    credits: tuple[str, ...] = ("person_id",)
    dated: str | None = None
    monthly: str | None = None
    order: int = 500

    @property
    def is_plain(self) -> bool:
        return self.measure in PLAIN
