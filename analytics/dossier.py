"""一人一档 (paper 3.3): everything on file about one officer, each line with its file, sheet and row.

The four counters are the paper's own: 提交成果、反馈需求、参与互动、工作小结; they count
acts in service in the twelve months that end with the as-of, and each is the number of
the lines that carry its name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics import timeline_words as words
from analytics.duties import evidence
from analytics.officer import Head, dossier_head
from analytics.queries import run
from analytics.scope import month_end, months_back
from analytics.six_ones import Light, officer_lights
from foundation.access.viewer import Viewer
from foundation.locales import Text
from foundation.warehouse.snapshots import Snapshot

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
SECTIONS = ("training", "match", "contract", "assessment", "change", "suggestion", "ticket", "honour")


@dataclass(frozen=True, eq=False)
class Dossier:
    """One officer's file as a viewer may see it.

    lines: date, group, counter (which of the four counts it, else None), kind, title, class, counts_as,
    is_in_service, file, sheet, row_number; newest first. sections: section, on_date, kind, title, outcome,
    done_on, file, sheet, row_number. evidence: `analytics.duties.evidence`.
    """

    head: Head
    lights: tuple[Light, ...]
    lines: pd.DataFrame
    sections: pd.DataFrame
    evidence: pd.DataFrame

    @property
    def counts(self) -> dict[str, int]:
        """The four counters."""
        return {counter: int((self.lines["counter"] == counter).sum()) for counter in COUNTERS}

    def section(self, name: str) -> pd.DataFrame:
        return self.sections[self.sections["section"] == name].reset_index(drop=True)


def dossier(snapshot: Snapshot, person_id: str, as_of: dt.date, viewer: Viewer) -> Dossier | None:
    """The whole file; None where nobody has this id or the viewer may not open it."""
    head = dossier_head(snapshot, person_id, as_of, viewer)
    if head is None:
        return None
    asked = {"person_id": person_id, "as_of": as_of}
    return Dossier(
        head=head,
        lights=officer_lights(snapshot, person_id, as_of),
        lines=lines(run(snapshot, "officer_timeline", asked), as_of),
        sections=run(snapshot, "dossier_lines", asked),
        evidence=evidence(snapshot, person_id, as_of),
    )


def lines(found: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """The timeline with its group, its counter and its words. found: rows of `officer_timeline`."""
    cells = found.astype(object).where(found.notna(), None)
    rows: list[dict[str, Any]] = [{str(k): v for k, v in row.items()} for row in cells.to_dict("records")]
    first, last = pd.Timestamp(months_back(as_of, 11)), pd.Timestamp(month_end(as_of))
    groups = [group_of(row) for row in rows]
    is_counted = (
        (found["line"] == "act") & found["is_in_service"].eq(True) & found["on_date"].between(first, last)
    )
    counter_of = {group: counter for counter, held in COUNTERS.items() for group in held}
    return pd.DataFrame(
        {
            "date": found["on_date"],
            "group": groups,
            "counter": [
                counter_of.get(group) if counted else None
                for group, counted in zip(groups, is_counted, strict=True)
            ],
            "kind": [words.kind(row) for row in rows],
            "title": [words.title(row) for row in rows],
            "class": found["class"],
            "counts_as": [words.counts_as(row) for row in rows],
            "is_in_service": found["is_in_service"],
            "file": found["file"],
            "sheet": found["sheet"],
            "row_number": found["row_number"],
        }
    )


def group_of(row: Mapping[str, Any]) -> str:
    """The group of one row of `officer_timeline`."""
    if row["line"] != "act":
        return _LINES[row["line"]]
    return _KINDS[row["kind"]] if row["source"] == "activities" else str(row["source"])


def by_quarter(file: pd.DataFrame, as_of: dt.date, *, quarters: int = 8) -> pd.DataFrame:
    """Acts in service per quarter, the last ends with the as-of month: label, label_en, from, acts, own.

    file: `Dossier.lines`. own: of these the self-initiated.
    """
    acts = file[file["class"].notna() & file["is_in_service"].eq(True)]
    rows = []
    for back in range(quarters - 1, -1, -1):
        start, end = months_back(as_of, 3 * back + 2), months_back(as_of, 3 * back)
        held = acts[acts["date"].between(pd.Timestamp(start), pd.Timestamp(month_end(end)))]
        own = int((held["class"] == "self_initiated").sum())
        labels = f"{start:%y}年{start.month}–{end.month}月", f"{start:%b}–{end:%b} {end:%y}"
        rows.append((*labels, start, len(held), own))
    return pd.DataFrame(rows, columns=["label", "label_en", "from", "acts", "own"])
