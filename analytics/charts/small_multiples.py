"""Each unit's own history in a small chart of its own, within its own control limits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, Series, Spec, Stamp, TableColumn, ValueFormat
from analytics.charts.palette import ACCENT, PAPER
from analytics.charts.rows import BLANK, base, in_order, put
from foundation.locales import Text, text

#: A line is coloured for a signal in its last so many periods: what is past is only marked.
RECENT = 4


@dataclass(frozen=True, eq=False)
class MultiplesSpec(Spec):
    """A small chart a unit, all on one scale.

    series: `group`, `period`, `value`, `centre`, `low`, `high`, `signal` ("" = none), of the units drawn.
    """

    needs = ("value", "signals", "period")
    series: pd.DataFrame


def small_multiples(
    frame: pd.DataFrame,
    units: pd.DataFrame,
    *,
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    value_format: ValueFormat = "percent",
    within: Collection[str] = (),
    unrecorded: Collection[str] = (),
    note: Text | None = None,
    min_n: int = 10,
) -> Chart:
    """One small chart a unit; a unit below min_n or without reminder records has words in its place.

    frame: `group`, `period` (shown: "2025Q4"; in time order within a unit), `value`, `centre`, `low`,
    `high`, `signal` ("" = none): for each unit `analytics.stats.xmr` of its values.
    units: `group`, `label`, `n` (officers serving now).
    Chart frame: base columns, `value` (the last), `signals` (how many), `period` (the last with a signal),
    `note`.
    """
    rows = in_order(units.assign(numerator=units["n"], denominator=units["n"]), within=within)
    out = base(rows, n=rows["n"])
    put(
        out,
        "note",
        [
            _note(g, n, unrecorded=unrecorded, min_n=min_n)
            for g, n in zip(out["group"], out["n"], strict=True)
        ],
    )
    drawn = frame[frame["group"].isin(out.loc[out["note"] == "", "group"])].reset_index(drop=True)
    by_unit = {str(group): rows for group, rows in drawn.groupby("group", sort=False)}
    lines = [_summary(by_unit.get(group)) for group in out["group"]]
    for column in ("value", "signals", "period"):
        out[column] = [line[column] for line in lines]
    out["value"] = out["value"].astype("float64")
    return Chart(
        id=id,
        kind="small_multiples",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=MultiplesSpec(series=drawn),
        series=(Series(column="value", title=value_title, colour=ACCENT, ink=PAPER),),
        value_format=value_format,
        stamp=stamp,
        note=note,
        y_title=value_title,
        fields=(
            TableColumn("label", text("report.unit")),
            TableColumn("n", text("report.funnel_n"), "integer"),
            TableColumn("value", value_title, value_format, is_said=True),
            TableColumn("signals", text("report.signals"), "integer"),
            TableColumn("period", text("report.last_signal"), is_said=True),
            TableColumn("note", text("report.note"), is_said=True),
        ),
    )


def _summary(rows: pd.DataFrame | None) -> dict[str, Any]:
    """Last value, number of signals and the last period that has one."""
    if rows is None or rows.empty:
        return {"value": float("nan"), "signals": float("nan"), "period": ""}
    signals = zip(rows["period"].to_list(), rows["signal"].to_list(), strict=True)
    hits = [str(period) for period, signal in signals if signal != ""]
    return {"value": rows["value"].iat[-1], "signals": len(hits), "period": hits[-1] if hits else ""}


def _note(group: str, n: float, *, unrecorded: Collection[str], min_n: int) -> Text:
    if n < min_n:
        return text("report.few_counts").format(min_n=min_n)
    return text("report.unrecorded_rate") if group in unrecorded else BLANK
