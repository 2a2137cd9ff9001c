"""Each unit now against the month compared with: colour only where the change is beyond chance."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, Series, Spec, Stamp, TableColumn, ValueFormat
from analytics.charts.palette import ACCENT, PAPER
from analytics.charts.rows import BLANK, base, in_order, joined, not_drawn, put
from foundation.locales import Text, text


class SlopeSpec(Spec):
    """Values at two months; `is_beyond`: the change is beyond chance, `status` says so in words."""

    needs = ("before", "after", "change", "is_beyond", "status")


def slope(
    frame: pd.DataFrame,
    *,
    before: str,
    after: str,
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
    """One line a unit from `before` to `after` ("2024-12", "2025-12").

    frame: `group`, `label`, `before_value`, `before_n`, `after_value`, `after_n`, `is_beyond` (the change
    is beyond chance: decided by resampling officers with both periods together, never here). A value is
    missing where its n is below min_n. unrecorded: units whose values would mislead.
    Chart frame: base columns (`n` = after_n), `before`, `after`, `change`, `is_beyond`, `note`.
    """
    rows = in_order(frame.assign(numerator=frame["after_n"], denominator=frame["after_n"]), within=within)
    out = base(rows, n=rows["after_n"])
    for when in ("before", "after"):
        out[when] = pd.to_numeric(rows[f"{when}_value"]).astype("float64")
    put(out, "note", [_note(row, unrecorded=unrecorded, min_n=min_n) for row in rows.to_dict("records")])
    out.loc[out["note"] != "", ["before", "after"]] = float("nan")
    out["change"] = out["after"] - out["before"]
    out["is_beyond"] = rows["is_beyond"].fillna(False).astype(bool) & out["change"].notna()
    beyond, within_chance = text("report.beyond_chance"), text("report.funnel_within")
    put(
        out,
        "status",
        [
            beyond if b else BLANK if w else within_chance
            for b, w in zip(out["is_beyond"], out["note"], strict=True)
        ],
    )
    return Chart(
        id=id,
        kind="slope",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=SlopeSpec(),
        series=(
            Series(column="before", title=Text(zh=before, en=before), colour=ACCENT, ink=PAPER),
            Series(column="after", title=Text(zh=after, en=after), colour=ACCENT, ink=PAPER),
        ),
        value_format=value_format,
        stamp=stamp,
        note=joined(not_drawn(out), note),
        y_title=value_title,
        fields=(
            TableColumn("label", text("report.unit")),
            TableColumn("n", text("report.funnel_n"), "integer"),
            TableColumn("before", Text(zh=before, en=before), value_format, is_said=True),
            TableColumn("after", Text(zh=after, en=after), value_format, is_said=True),
            TableColumn("change", text("report.change"), value_format),
            TableColumn("status", text("report.funnel_status"), is_said=True),
            TableColumn("note", text("report.note"), is_said=True),
        ),
    )


def _note(row: Mapping[Any, Any], *, unrecorded: Collection[str], min_n: int) -> Text:
    """Why a unit has no line; "" where it has one."""
    if row["group"] in unrecorded:
        return text("report.unrecorded_alone")
    if pd.isna(row["before_value"]) or pd.isna(row["after_value"]):
        sizes = [0 if pd.isna(n) else int(n) for n in (row["before_n"], row["after_n"])]
        return text("report.few_both").format(min_n=min_n, before=sizes[0], after=sizes[1])
    return BLANK
