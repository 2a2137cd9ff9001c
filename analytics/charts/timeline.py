"""One officer's acts by kind and day: filled = self-initiated, hollow = not, diamond = a contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from analytics.charts.declaration import Chart, Field, Reference, Series, Stamp
from analytics.charts.palette import ACCENT, PAPER
from analytics.charts.rows import put
from foundation.locales import Text, text

#: Mark of each line of the file: by what it counts as.
MARKS = ("self_initiated", "other", "contract")


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
    `mark`, `title`. parts["kinds"], parts["window"] (from, to), parts["span"].
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
        series=tuple(Series(column=mark, title=words[mark], colour=ACCENT, ink=PAPER) for mark in MARKS),
        value_format="integer",
        stamp=stamp,
        references=tuple(terms),
        parts={"kinds": listed, "window": _span(*window), "span": _span(start, end)},
        fields=(
            Field("label", text("report.act_kind")),
            Field("date", text("report.date"), "date", is_said=True),
            Field("title", text("report.content")),
            Field("counts_as", text("report.counts_as"), is_said=True),
        ),
    )


def _span(first: dt.date, last: dt.date) -> pd.DataFrame:
    return pd.DataFrame({"from": [pd.Timestamp(first)], "to": [pd.Timestamp(last)]})
