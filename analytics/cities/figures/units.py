"""What the charts of units share: rows with names, arguments, and words in place of marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from analytics.charts import Chart, Stamp
from analytics.charts.rows import put
from analytics.cities import words
from analytics.cities.comparison import Comparison
from foundation.locales import Text, text
from foundation.reference.cities import UNITS, unit_label


def labelled(units: pd.DataFrame) -> pd.DataFrame:
    """Rows of units that somebody answers for, with their names."""
    rows = units[units["group"].isin(UNITS)]
    return rows.assign(label=[unit_label(group, "zh") for group in rows["group"]])


def n_title(comparison: Comparison) -> Text:
    return text("cities.n_reminded" if comparison.item.kind == "cases" else "cities.n_serving")


def common(comparison: Comparison, stamp: Stamp) -> dict[str, Any]:
    """The arguments that every chart of units by the metric's own values takes."""
    item = comparison.item
    return {
        "stamp": stamp,
        "value_title": item.value_title,
        "value_format": item.value_format,
        "within": comparison.units_in_scope,
        "min_n": comparison.min_n,
    }


def renoted(chart: Chart, rows: Any, note: Text) -> Chart:
    """The same chart with words in place of the marks of some rows."""
    frame = chart.frame.copy()
    frame.loc[rows, ["note", "note_en"]] = [note.zh, note.en]
    return replace(chart, frame=frame)


def with_counts_in_words(chart: Chart, comparison: Comparison) -> Chart:
    """Words for units without records and for small ones: `不足 10 人，只列人数：8 人中 2 人`."""
    frame = chart.frame.copy()
    measured = [column for column in ("value", "low", "high") if column in frame]
    frame.loc[frame["group"].isin(comparison.unrecorded), measured] = np.nan
    is_small = frame["n"] < comparison.min_n
    is_unrecorded = frame["group"].isin(comparison.unrecorded) & ~is_small
    counts = {row["group"]: row for _, row in comparison.funnel.units.iterrows()}
    notes = [Text(zh=zh, en=en) for zh, en in zip(frame["note"], frame["note_en"], strict=True)]
    for at in np.flatnonzero(is_unrecorded):
        notes[at] = text("report.unrecorded_alone")
    for at in np.flatnonzero(is_small):
        notes[at] = words.few_counted(counts[frame["group"].iloc[at]], comparison)
    put(frame, "note", notes)
    return replace(chart, frame=frame)
