"""The lines of one officer's file: what each is, which group and counter it belongs to, what it counts as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.officer import timeline_words as words
from analytics.scope import month_end, months_back
from foundation.locales import Text

#: Columns of a timeline.
LINES = (
    "date",
    "group",
    "counter",
    "kind",
    "title",
    "class",
    "counts_as",
    "decides",
    "is_in_service",
    "load_id",
    "file",
    "sheet",
    "row_number",
)
#: Groups of lines, in the order of the timeline's rows.
GROUPS: Mapping[str, Text] = {
    "demands": Text(zh="企业需求", en="Demands"),
    "achievements": Text(zh="科技成果", en="Achievements"),
    "visits": Text(zh="走访调研", en="Visits"),
    "exchange": Text(zh="交流联络", en="Exchange"),
    "suggestions": Text(zh="意见建议", en="Suggestions"),
    "matches": Text(zh="对接推进", en="Matches"),
    "summaries": Text(zh="工作小结", en="Summaries"),
    "attendances": Text(zh="参训", en="Classes"),
    "platform": Text(zh="平台与协办", en="Platform, tasks"),
    "asked": Text(zh="提醒与联系", en="Reminders, contacts"),
    "service": Text(zh="聘期与考核", en="Terms, assessments"),
}
#: What the officer did, as against what was done about the officer.
ACTS = tuple(GROUPS)[:9]
_KINDS = {
    **dict.fromkeys(("企业走访", "调研走访"), "visits"),
    **dict.fromkeys(("座谈交流", "联络专家", "需求响应", "参加活动"), "exchange"),
    **dict.fromkeys(("平台使用", "协办任务"), "platform"),
}
_LINES = {
    **dict.fromkeys(("reminder", "notice", "answer", "contact"), "asked"),
    **dict.fromkeys(("term", "left", "leave", "assessment"), "service"),
}
#: Counter → the groups whose lines it counts.
COUNTERS: Mapping[str, tuple[str, ...]] = {
    "achievements": ("achievements",),
    "demands": ("demands",),
    "exchange": ("visits", "exchange", "suggestions"),
    "summaries": ("summaries",),
}


def lines(frame: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """The timeline, newest line first: LINES. frame: rows of `officer_timeline`.

    group: of GROUPS. counter: which of the four counts the line, else None. kind, title, counts_as: Texts.
    decides: the tier rests on it: an act or an answer in service in W, and any attempt to reach the person.
    """
    cells = frame.astype(object).where(frame.notna(), None)
    rows: list[dict[str, Any]] = [{str(k): v for k, v in row.items()} for row in cells.to_dict("records")]
    first, last = pd.Timestamp(months_back(as_of, 11)), pd.Timestamp(month_end(as_of))
    groups = [group_of(row) for row in rows]
    in_window = frame["on_date"].between(first, last)
    is_served = in_window & frame["is_in_service"].eq(True)
    is_counted = is_served & (frame["line"] == "act")
    decides = is_served & frame["line"].isin(["act", "answer"]) | in_window & (frame["line"] == "contact")
    counter_of = {group: counter for counter, groups in COUNTERS.items() for group in groups}
    return pd.DataFrame(
        {
            "date": frame["on_date"],
            "group": groups,
            "counter": [
                counter_of.get(group) if counted else None
                for group, counted in zip(groups, is_counted, strict=True)
            ],
            "kind": [words.kind(row) for row in rows],
            "title": [words.title(row) for row in rows],
            "class": frame["class"],
            "counts_as": [words.counts_as(row) for row in rows],
            "decides": decides,
            "is_in_service": frame["is_in_service"],
            "load_id": frame["load_id"],
            "file": frame["file"],
            "sheet": frame["sheet"],
            "row_number": frame["row_number"],
        },
        columns=list(LINES),
    )


def group_of(row: Mapping[str, Any]) -> str:
    """The group of one row of `officer_timeline`."""
    if row["line"] != "act":
        return _LINES[row["line"]]
    return _KINDS[row["kind"]] if row["source"] == "activities" else str(row["source"])
