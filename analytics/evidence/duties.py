"""The five duties of A and of B officers (paper 2.2), as far as files hold evidence of them.

Evidence is compared with peers only: A with A, B with B, as a band, never a rank. No record is no proof that
nothing was done: volunteers write down little.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.sql import run_for
from foundation.locales import Text


@dataclass(frozen=True)
class Duty:
    """One duty. number: 1 to 5, as the paper counts; evidence: what is taken to show it."""

    number: int
    category: str
    title: Text
    evidence: Text

    @property
    def column(self) -> str:
        return f"duty_{self.number}"


_FOLLOWS = (
    Text(zh="关注动态，熟悉平台", en="Follows the programme, knows the platform"),
    Text(zh="平台使用、参加活动、已读推送", en="platform use, events joined, notices read"),
)
_REPORTS = (
    Text(zh="提交小结，提出意见建议", en="Hands in summaries, makes suggestions"),
    Text(zh="工作小结、意见建议", en="summaries, suggestions"),
)
_OTHER = Text(zh="配合完成其他工作", en="Helps with other work")
DUTIES: dict[str, tuple[Duty, ...]] = {
    "A": (
        Duty(1, "A", *_FOLLOWS),
        Duty(
            2,
            "A",
            Text(zh="争取单位支持，收集成果", en="Wins support, collects achievements"),
            Text(zh="报送科技成果", en="achievements filed"),
        ),
        Duty(
            3,
            "A",
            Text(zh="响应需求，联络专家", en="Answers demands, brings in experts"),
            Text(
                zh="需求响应、联络专家、座谈、走访、对接各阶段",
                en="responses, experts, talks, visits, stages of matches",
            ),
        ),
        Duty(4, "A", _OTHER, Text(zh="协办任务、参加培训、报送需求", en="tasks, classes, demands filed")),
        Duty(5, "A", *_REPORTS),
    ),
    "B": (
        Duty(1, "B", *_FOLLOWS),
        Duty(
            2,
            "B",
            Text(zh="走访企业，挖掘需求", en="Visits enterprises, finds demands"),
            Text(zh="企业走访、调研走访、报送需求", en="visits, surveys, demands filed"),
        ),
        Duty(
            3,
            "B",
            Text(zh="反馈匹配，推动交流", en="Feeds back matches, brings sides together"),
            Text(
                zh="向企业反馈、需求响应、联络专家、座谈、对接各阶段",
                en="feedback, responses, experts, talks, stages of matches",
            ),
        ),
        Duty(
            4, "B", _OTHER, Text(zh="协办任务、参加培训、报送成果", en="tasks, classes, achievements filed")
        ),
        Duty(5, "B", *_REPORTS),
    ),
}
#: What a band shows of the peers' counts.
BAND = ("low", "quarter", "median", "three_quarters", "high")


def bands(rows: pd.DataFrame) -> pd.DataFrame:
    """Where the middle of the peers lies, duty by duty.

    rows: `officer_duties`. Returns category, duty, n (peers), with_evidence, and of the counts the 10th,
    25th, 50th, 75th and 90th percentile (BAND): whole counts that somebody has.
    """
    lines = []
    for category, duties in DUTIES.items():
        peers = rows[rows["category"] == category]
        for duty in duties:
            counts = peers[duty.column]
            at = [
                counts.quantile(q, interpolation="lower") if len(counts) else 0
                for q in (0.1, 0.25, 0.5, 0.75, 0.9)
            ]
            lines.append((category, duty.number, len(counts), int((counts > 0).sum()), *map(int, at)))
    return pd.DataFrame(lines, columns=["category", "duty", "n", "with_evidence", *BAND])


def evidence(snapshot: Any, person_id: str, as_of: dt.date) -> pd.DataFrame:
    """Every piece of evidence of one officer in W.

    Columns: duty, on_date, source, kind, title, load_id, file, sheet, row_number.
    """
    return run_for(snapshot, "officer_evidence", person_id, {"as_of": as_of})
