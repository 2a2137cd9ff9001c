"""The charts of one officer's file: kinds of acts by quarter, and acts per quarter for the Word file."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from analytics.charts import columns, heatmap
from analytics.charts.declaration import Chart, Stamp
from analytics.dossier import ACTS, GROUPS, Dossier, by_quarter
from analytics.scope import months_back
from foundation.locales import text

QUARTERS = 8


def timeline_chart(file: Dossier, as_of: dt.date, stamp: Stamp) -> Chart:
    """Acts in service by kind and quarter, the last four quarters being the window that decides the tier."""
    acts = file.lines[file.lines["class"].notna() & file.lines["is_in_service"].eq(True)]
    quarters = by_quarter(file.lines, as_of, quarters=QUARTERS)
    starts = quarters["from"].to_list()
    ends = [*starts[1:], months_back(as_of, -1)]
    cells = [
        (group, f"q{place}", int(((acts["group"] == group) & _within(acts["date"], start, end)).sum()))
        for group in ACTS
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    total, recent = int(quarters["acts"].sum()), int(quarters["acts"].iloc[-4:].sum())
    return heatmap(
        pd.DataFrame(cells, columns=["row", "column", "value"]),
        rows=pd.DataFrame(
            {
                "row": list(ACTS),
                "label": [GROUPS[g].zh for g in ACTS],
                "label_en": [GROUPS[g].en for g in ACTS],
            }
        ),
        columns=pd.DataFrame(
            {
                "column": [f"q{i}" for i in range(QUARTERS)],
                "label": quarters["label"],
                "label_en": quarters["label_en"],
            }
        ),
        id="dossier_timeline",
        title=text("dossier.timeline_title").format(total=total, recent=recent),
        subtitle=text("dossier.timeline_subtitle"),
        stamp=stamp,
        row_title=text("dossier.timeline_kind"),
        column_title=text("dossier.timeline_quarter"),
        value_title=text("dossier.timeline_acts"),
        is_zero_blank=True,
    )


def quarter_chart(file: Dossier, as_of: dt.date, stamp: Stamp) -> Chart:
    """Acts per quarter as plain columns."""
    quarters = by_quarter(file.lines, as_of, quarters=QUARTERS)
    frame = quarters.assign(group=quarters["label"], value=quarters["acts"])
    return columns(
        frame,
        id="dossier_quarters",
        title=text("dossier.quarters_title"),
        subtitle=text("dossier.timeline_subtitle"),
        stamp=stamp,
        value_title=text("dossier.timeline_acts"),
        axis_title=text("dossier.timeline_quarter"),
    )


def _within(days: pd.Series, start: dt.date, end: dt.date) -> pd.Series:
    return (days >= pd.Timestamp(start)) & (days < pd.Timestamp(end))
