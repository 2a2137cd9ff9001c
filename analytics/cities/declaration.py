"""Which of the registry's metrics are compared between units, and how chance is reckoned for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analytics.charts.declaration import ValueFormat
from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from foundation.locales import Text, text

#: "share": persons in a state of persons serving, limits exact. "rate", "cases": a sum over a sum, both of
#: the same person. "count": rows credited to persons, per officer serving.
Kind = Literal["share", "rate", "cases", "count"]


@dataclass(frozen=True)
class Compared:
    """One metric of the comparison. id: that of the registry.

    needs_records: without reminder records its value says nothing about a unit.
    """

    id: str
    kind: Kind
    needs_records: bool = False

    @property
    def metric(self) -> Metric:
        return METRICS[self.id]

    @property
    def title(self) -> Text:
        """The metric's title as it stands within a sentence: no colon."""
        title = self.metric.title
        return Text(zh=title.zh, en=title.en.replace("Share: ", "Share "))

    @property
    def value_title(self) -> Text:
        """What the axis measures: the metric itself, counts per officer serving."""
        return _per(self.title, self.kind)

    @property
    def value_format(self) -> ValueFormat:
        return "percent" if self.kind in ("share", "cases") else "decimal"


def _per(title: Text, kind: Kind) -> Text:
    if kind != "count":
        return title
    words = text("cities.per_officer")
    return Text(zh=words.zh.format(title=title.zh), en=words.en.format(title=title.en))


#: In the order of the page's field.
COMPARED: dict[str, Compared] = {
    item.id: item
    for item in (
        Compared("share_proactive", "share", needs_records=True),
        Compared("share_self_initiated", "share", needs_records=True),
        Compared("acts_per_officer_month", "rate"),
        Compared("reminder_answer_rate", "cases"),
        Compared("demands", "count"),
        Compared("achievements", "count"),
        Compared("contracts", "count"),
    )
}
DEFAULT = "share_proactive"
