"""One officer's acts by kind and day: filled = self-initiated, hollow = not, diamond = a contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.charts.declaration import Chart, Reference, Series, Spec, Stamp, TableColumn
from analytics.charts.palette import ACCENT, PAPER
from analytics.charts.rows import put
from foundation.locales import Text, text

#: Mark of each line of the file: by what it counts as.
MARKS = ("self_initiated", "other", "contract")


@dataclass(frozen=True)
class DaySpan:
    """Days from `start` to `end`, both included."""

    start: pd.Timestamp
    end: pd.Timestamp


@dataclass(frozen=True, eq=False)
class TimelineSpec(Spec):
    """One row an act; `column` is its kind, `mark` one of MARKS, `counts_as` the mark in words.

    kinds: `kind` (code), `label`, `label_en`, the rows from the top. window: the days that decide the tier.
    span: the days that are drawn.
    """

    needs = ("column", "date", "mark", "title", "counts_as")
    kinds: pd.DataFrame
    window: DaySpan
    span: DaySpan


def timeline(
    frame: pd.DataFrame,
    *,
    kinds: Sequence[tuple[str, Text]],
    start: dt.date,
    end: dt.date,
    window: tuple[dt.date, dt.date],
    stamp: Stamp,
    title: Text,
    subtitle: Text | None = None,
    terms: Sequence[Reference] = (),
    id: str = "timeline",
) -> Chart:
    """A row a kind, a mark an act, between two days; the window that decides the tier on grey.

    frame: `date`, `kind` (code), `mark` (one of MARKS), `title` (hover; `title_en` where it differs).
    Days outside start–end are left out. kinds: rows in their order, each with its title, also those
    without acts. terms: lines where a term starts (`at` = ISO day).
    Chart frame: one row an act in time order; `group` a running number, `column` the kind, `date`,
    `mark`, `title`.
    Raises ValueError for an unknown kind or mark.
    """
    titles = dict(kinds)
    wrong = set(frame["kind"]) - set(titles) | set(frame["mark"]) - set(MARKS)
    if wrong:
        raise ValueError(f"unknown kinds or marks: {sorted(wrong)}")
    days = pd.to_datetime(frame["date"])
    rows = frame.assign(date=days)[(days >= pd.Timestamp(start)) & (days <= pd.Timestamp(end))]
    rows = rows.sort_values("date", kind="stable").reset_index(drop=True)
    out = pd.DataFrame(
        {"group": [str(at) for at in range(len(rows))], "column": rows["kind"], "date": rows["date"]}
    )
    put(out, "label", [titles[kind] for kind in rows["kind"]])
    out["mark"] = rows["mark"]
    words = {mark: text(f"report.mark_{mark}") for mark in MARKS}
    put(out, "counts_as", [words[mark] for mark in rows["mark"]])
    out["title"] = rows["title"].astype(str)
    out["title_en"] = rows["title_en"].astype(str) if "title_en" in rows else out["title"]
    out["n"], out["note"], out["gap_before"] = float("nan"), "", False
    listed = pd.DataFrame([{"kind": kind, "label": t.zh, "label_en": t.en} for kind, t in kinds])
    return Chart(
        id=id,
        kind="timeline",
        title=title,
        subtitle=subtitle or text("report.timeline_subtitle"),
        frame=out,
        spec=TimelineSpec(kinds=listed, window=_span(*window), span=_span(start, end)),
        series=tuple(Series(column=mark, title=words[mark], colour=ACCENT, ink=PAPER) for mark in MARKS),
        value_format="integer",
        stamp=stamp,
        references=tuple(terms),
        fields=(
            TableColumn("label", text("report.act_kind")),
            TableColumn("date", text("report.date"), "date", is_said=True),
            TableColumn("title", text("report.content")),
            TableColumn("counts_as", text("report.counts_as"), is_said=True),
        ),
    )


def _span(first: dt.date, last: dt.date) -> DaySpan:
    return DaySpan(pd.Timestamp(first), pd.Timestamp(last))
