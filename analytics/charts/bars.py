"""One metric by group as plain bars: the simplest chart, official order, no accent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, Series, Spec, Stamp, ValueFormat
from analytics.charts.palette import INK, NEUTRAL
from analytics.charts.rows import BLANK, base, in_order, put
from foundation.locales import Text, text

#: Numbers that a chart frame of one metric holds.
VALUES = ("value", "numerator", "denominator", "low", "high")


@dataclass(frozen=True)
class BarSpec(Spec):
    """Bars from 0. is_stacked: the series of a row stand end to end.

    whole: right end of the axis, in units of the value; None: as far as values and intervals reach.
    past: how many of the last rows are drawn paler, because they are compared with.
    """

    is_stacked: bool = False
    whole: float | None = None
    past: int = 0


@dataclass(frozen=True)
class ValueBarSpec(BarSpec):
    """Plain bars of one metric."""

    needs = VALUES


def bars(
    frame: pd.DataFrame,
    *,
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    value_format: ValueFormat = "percent",
    category_title: Text | None = None,
    n_title: Text | None = None,
    within: Collection[str] = (),
    min_n: int = 10,
) -> Chart:
    """A bar for each group of a result frame (one metric).

    Suppressed groups show `n<10：3/8` in place of the bar; plain counts have no n beside the label.
    within: the groups in scope; none = all of the frame.
    """
    out = values(frame, within=within, min_n=min_n)
    more: dict[str, Any] = {"category_title": category_title, "n_title": n_title}
    return Chart(
        id=id,
        kind="bar",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=ValueBarSpec(),
        series=(Series(column="value", title=value_title, colour=NEUTRAL, ink=INK),),
        value_format=value_format,
        stamp=stamp,
        **{name: given for name, given in more.items() if given is not None},
    )


def values(frame: pd.DataFrame, *, within: Collection[str], min_n: int) -> pd.DataFrame:
    """Chart frame of one metric: base columns, then value, numerator, denominator, low, high, note."""
    rows = in_order(frame, within=within)
    out = base(rows, n=rows["denominator"])
    for column in VALUES:
        out[column] = pd.to_numeric(rows[column]).astype("float64")
    put(out, "note", [_note(row, min_n=min_n) for row in rows.to_dict("records")])
    return out


def _note(row: Mapping[Any, Any], *, min_n: int) -> Text:
    """Words in place of the mark: too few, or nothing to divide by, or a median not reached; "" else."""
    if row["suppressed"]:
        if pd.isna(row["numerator"]):
            return text("report.few_alone").format(min_n=min_n)
        counts = f"{row['numerator']:g}/{row['denominator']:g}"
        return text("report.few").format(min_n=min_n, counts=counts)
    return text("report.no_value") if pd.isna(row["value"]) else BLANK
