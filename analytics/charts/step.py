"""Waiting times: the share that has come to its end by each day, with its band."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.charts.declaration import Chart, Reference, Series, Spec, Stamp, TableColumn
from analytics.charts.palette import LINES, PAPER
from foundation.locales import Text, text


class StepSpec(Spec):
    """Long: `group` is the series; `value` holds from `time` (days) on."""

    needs = ("time", "value", "low", "high")


def step(
    frame: pd.DataFrame,
    *,
    series: Sequence[tuple[str, Text]],
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    time_title: Text,
    until: float,
    mark: float | None = None,
    is_survival: bool = False,
    note: Text | None = None,
) -> Chart:
    """A step line for each group, flat between the times of the frame, from 0 to `until`.

    frame: `series` (code), `time`, `estimate`, `low`, `high`, `at_risk`: of each group
    `analytics.stats.cumulative_incidence` (one cause) or `kaplan_meier`.
    series: codes and titles, at most three, the subject first. is_survival: lines begin at 1, not at 0.
    mark: a day to read the lines at (60): a dashed line there, with the value of each line.
    Chart frame: long; `group` the series, `time`, `value`, `low`, `high`, `n` (at risk); it begins at
    time 0 and holds `until` and the mark too.
    """
    if len(series) > len(LINES):
        raise ValueError("at most three lines")
    titles = dict(series)
    stops = sorted({0.0, float(until), *([float(mark)] if mark is not None else [])})
    start = 1.0 if is_survival else 0.0
    by_series = {code: frame[frame["series"] == code] for code, _ in series}
    parts = [_steps(rows, code, stops=stops, start=start) for code, rows in by_series.items()]
    out = pd.concat(parts, ignore_index=True)
    out["label"] = [titles[code].zh for code in out["group"]]
    out["label_en"] = [titles[code].en for code in out["group"]]
    out["note"], out["gap_before"] = "", False
    out["is_said"] = out["time"].isin([float(until) if mark is None else float(mark)])
    colours = zip(series, LINES, strict=False)
    return Chart(
        id=id,
        kind="step",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=StepSpec(),
        series=tuple(Series(code, words, colour, PAPER) for (code, words), colour in colours),
        value_format="percent",
        stamp=stamp,
        note=note,
        x_title=time_title,
        y_title=value_title,
        references=() if mark is None else (Reference(at=float(mark), title=_days(mark)),),
        fields=(
            TableColumn("label", text("report.line")),
            TableColumn("time", time_title, "integer", is_said=True),
            TableColumn("value", value_title, "percent", is_said=True),
            TableColumn("low", text("report.low"), "percent"),
            TableColumn("high", text("report.high"), "percent"),
            TableColumn("n", text("report.at_risk"), "integer"),
        ),
    )  # fmt: skip


def _steps(frame: pd.DataFrame, code: str, *, stops: list[float], start: float) -> pd.DataFrame:
    """Times of the frame up to the last stop, and the stops with the value that holds there."""
    rows = frame.rename(columns={"estimate": "value", "at_risk": "n"})[["time", "value", "low", "high", "n"]]
    rows = rows.astype("float64").sort_values("time", kind="stable").drop_duplicates("time", keep="last")
    if rows.empty or rows["time"].iloc[0] > 0:
        at_risk = rows["n"].iloc[0] if len(rows) else float("nan")
        first = pd.DataFrame([{"time": 0.0, "value": start, "low": start, "high": start, "n": at_risk}])
        rows = first if rows.empty else pd.concat([first, rows], ignore_index=True)
    rows = rows.set_index("time")
    steps = rows.reindex(rows.index.union(stops)).ffill()
    return steps[steps.index <= stops[-1]].rename_axis("time").reset_index().assign(group=code)


def _days(mark: float) -> Text:
    return text("report.day_mark").format(day=f"{mark:g}")
