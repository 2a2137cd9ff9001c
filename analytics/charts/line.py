"""A history by month with its interval: one or a few lines over the same months."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.charts.declaration import Chart, Reference, Series, Spec, Stamp, TableColumn, ValueFormat
from analytics.charts.palette import LINES, PAPER
from foundation.locales import Text, text


class LineSpec(Spec):
    """Long: `group` is the period, `column` the series, `series` its name."""

    needs = ("column", "series", "value", "low", "high")


def line(
    frame: pd.DataFrame,
    *,
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    value_format: ValueFormat = "percent",
    series: Sequence[tuple[str, Text]] = (),
    references: Sequence[Reference] = (),
    period_title: Text | None = None,
    note: Text | None = None,
) -> Chart:
    """One point a month and line, in the frame's order of months; a missing value breaks its line.

    frame: the result frame of a metric by month: `group` (month or quarter), `label`, `label_en`, `value`,
    `low`, `high`, and, for more than one line, `series` (code). series: their codes and titles, at most
    three, the subject first. references: level lines (`axis` "y": targets, last year).
    Chart frame: long; `group` the period, `column` the series, `value`, `low`, `high`.
    Raises ValueError for more than three lines: then small multiples tell more.
    """
    named = tuple(series) or (("value", value_title),)
    if len(named) > len(LINES):
        raise ValueError("at most three lines")
    rows = frame.assign(series=named[0][0]) if "series" not in frame else frame
    rows = rows[rows["series"].isin([code for code, _ in named])]
    out = pd.DataFrame({"group": rows["group"].astype(str), "column": rows["series"].astype(str)})
    out["label"] = rows["label"].astype(str)
    out["label_en"] = rows["label_en"].astype(str) if "label_en" in rows else out["label"]
    for column in ("value", "low", "high"):
        numbers = rows[column] if column in rows else pd.Series(float("nan"), index=rows.index)
        out[column] = pd.to_numeric(numbers).astype("float64")
    titles = dict(named)
    out["series"] = [titles[code].zh for code in out["column"]]
    out["series_en"] = [titles[code].en for code in out["column"]]
    out["n"], out["note"], out["gap_before"] = float("nan"), "", False
    out["is_said"] = out["value"].notna()
    out = out.reset_index(drop=True)
    which = (TableColumn("series", text("report.line"), is_said=True),) if len(named) > 1 else ()
    colours = zip(named, LINES, strict=False)
    return Chart(
        id=id,
        kind="line",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=LineSpec(),
        series=tuple(Series(code, words, colour, PAPER) for (code, words), colour in colours),
        value_format=value_format,
        stamp=stamp,
        note=note,
        y_title=value_title,
        references=tuple(references),
        fields=(
            TableColumn("label", period_title or text("report.period")),
            *which,
            TableColumn("value", value_title, value_format, is_said=True),
            TableColumn("low", text("report.low"), value_format),
            TableColumn("high", text("report.high"), value_format),
        ),
    )  # fmt: skip
