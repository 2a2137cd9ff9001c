"""A range a row, with its value where there is one: estimates with intervals, ranges of rank."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from analytics.charts.bars import VALUES, values
from analytics.charts.declaration import Chart, Reference, Series, Spec, Stamp, TableColumn, ValueFormat
from analytics.charts.palette import INK, NEUTRAL
from analytics.charts.rows import base, in_order, put
from foundation.locales import Text, text


class IntervalSpec(Spec):
    """A range from `low` to `high` a row."""

    needs = VALUES


def interval_bars(
    frame: pd.DataFrame,
    *,
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    value_format: ValueFormat = "percent",
    is_rank: bool = False,
    reference: Reference | None = None,
    category_title: Text | None = None,
    n_title: Text | None = None,
    within: Collection[str] = (),
    note: Text | None = None,
    min_n: int = 10,
) -> Chart:
    """Official order, no colour: a range claims nothing.

    frame: the result frame of one metric (`low`, `high` its interval). is_rank: `low`, `high` are the best
    and the worst rank that the data allow (`analytics.stats.rank_ranges`), `denominator` the n, `value`
    nothing (a single rank would claim more than is known); the axis begins at 1.
    Chart frame: base columns, `value`, `low`, `high`, `numerator`, `denominator`, `note`.
    """
    out = _ranks(frame, within=within, min_n=min_n) if is_rank else values(frame, within=within, min_n=min_n)
    out["is_said"] = True
    given = {"category_title": category_title, "n_title": n_title}
    more: dict[str, Any] = {name: words for name, words in given.items() if words is not None}
    low, high = ("rank_best", "rank_worst") if is_rank else ("low", "high")
    value = () if is_rank else (TableColumn("value", value_title, value_format, is_said=True),)
    return Chart(
        id=id,
        kind="interval_bars",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=IntervalSpec(),
        series=(Series(column="value", title=value_title, colour=NEUTRAL, ink=INK),),
        value_format="integer" if is_rank else value_format,
        stamp=stamp,
        note=note,
        x_title=value_title,
        references=(reference,) if reference else (),
        fields=(
            TableColumn("label", category_title or text("report.unit")),
            TableColumn("n", n_title or text("report.funnel_n"), "integer"),
            *value,
            TableColumn("low", text(f"report.{low}"), "integer" if is_rank else value_format, is_said=True),
            TableColumn("high", text(f"report.{high}"), "integer" if is_rank else value_format, is_said=True),
            TableColumn("note", text("report.note"), is_said=True),
        ),
        **more,
    )


def _ranks(frame: pd.DataFrame, *, within: Collection[str], min_n: int) -> pd.DataFrame:
    rows = in_order(frame.assign(numerator=frame["denominator"]), within=within)
    out = base(rows, n=rows["denominator"])
    out["value"] = float("nan")
    for column in ("low", "high"):
        out[column] = pd.to_numeric(rows[column]).astype("float64")
    out["numerator"] = float("nan")
    out["denominator"] = rows["denominator"].astype("float64")
    blank, few = Text(zh="", en=""), text("report.few_alone").format(min_n=min_n)
    put(out, "note", [few if missing else blank for missing in out["low"].isna()])
    return out
