"""What is being looked at: the scope. It becomes every query's parameters, the URL and every stamp."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True)
class Scope:
    """Filters of a page. Empty tuple = all. Values are codes, never labels.

    as_of, versus: first day of a month (its last day is the as-of day); versus None = no comparison.
    unit: GB/T 2260 numbers and "non_city"; city: GB/T numbers; category: "A", "B";
    channel: "local", "institution"; field: canonical Chinese; recommender: body ids.
    """

    as_of: dt.date
    versus: dt.date | None = None
    unit: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    recommender: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for month in (self.as_of, self.versus):
            if month is not None and month.day != 1:
                raise ValueError("as_of and versus are first days of months")

    def then(self) -> Scope:
        """The same scope at the compare-with month. Raises ValueError without one."""
        if self.versus is None:
            raise ValueError("no month to compare with")
        return replace(self, as_of=self.versus, versus=None)

    def filters(self) -> dict[str, tuple[str, ...]]:
        """The filters that are set: name → codes."""
        names = [f.name for f in fields(self) if f.name not in ("as_of", "versus")]
        return {n: getattr(self, n) for n in names if getattr(self, n)}

    def with_filter(self, **values: Any) -> Scope:
        return replace(self, **values)


def month_end(month: dt.date) -> dt.date:
    """The as-of day: the month's last."""
    following = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return following - dt.timedelta(days=1)


def months_back(month: dt.date, count: int) -> dt.date:
    """First day of the month `count` months earlier (negative: later)."""
    index = month.year * 12 + month.month - 1 - count
    return dt.date(index // 12, index % 12 + 1, 1)
