"""Units by size and value against what chance alone would give: only those beyond a limit are named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.bars import values
from analytics.charts.declaration import Chart, Reference, Series, Spec, Stamp, TableColumn, ValueFormat
from analytics.charts.palette import ACCENT, PAPER
from analytics.charts.rows import BLANK, joined, not_drawn, put
from analytics.stats.funnel import limit_names
from foundation.locales import Text, text

#: (95 % low, high), (99.8 % low, high): columns of the limits frame.
NEAR, FAR = limit_names(0.95), limit_names(0.998)


@dataclass(frozen=True, eq=False)
class FunnelSpec(Spec):
    """Units against chance; `beyond` is the limit that a unit lies beyond, `status` says so in words.

    limits: `n` and the columns of NEAR and FAR, one row for each size. centre: the level of all units.
    """

    needs = ("value", "numerator", "denominator", "beyond", "side", "status")
    limits: pd.DataFrame
    centre: Reference


def funnel_plot(
    frame: pd.DataFrame,
    limits: pd.DataFrame,
    *,
    centre: float,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    centre_title: Text,
    n_title: Text | None = None,
    id: str = "funnel",
    value_format: ValueFormat = "percent",
    unrecorded: Collection[str] = (),
    within: Collection[str] = (),
    expected: float | None = None,
    note: Text | None = None,
    min_n: int = 10,
) -> Chart:
    """One point a unit, at its n (log scale) and value, over exact 95 % and 99.8 % bands.

    frame: the result frame of one metric by unit. limits: as `analytics.stats.funnel_limits` or
    `resampled_limits` return them (`n, low_95, high_95, low_99_8, high_99_8`), one row for each n that
    the axis shows, those of all units among them. A value on a limit is within.
    unrecorded: units whose value would mislead (no reminder records): not drawn, named in the note.
    expected: how many units chance alone would put beyond 95 %; said in the note. note: further words.
    Chart frame: base columns, `value`, `numerator`, `denominator`, `note` (why a unit is not drawn),
    `beyond` ("", "95", "99_8"), `side` ("", "high", "low"), `status` (in words).
    Raises ValueError where a unit that is drawn has no limits of its own n.
    """
    out = values(frame, within=within, min_n=min_n).drop(columns=["low", "high"])
    is_unrecorded = out["group"].isin(list(unrecorded)) & (out["denominator"] >= min_n)
    out.loc[is_unrecorded, "value"] = float("nan")
    out.loc[is_unrecorded, ["note", "note_en"]] = [*_pair(text("report.unrecorded_alone"))]
    by_size = limits.drop_duplicates("n").set_index("n").sort_index()
    drawn = out["value"].notna()
    if not out.loc[drawn, "n"].isin(by_size.index).all():
        raise ValueError("limits are needed at the n of every unit that is drawn")
    places = [_beyond(row, by_size) for row in out.to_dict("records")]
    out["beyond"], out["side"] = [p[0] for p in places], [p[1] for p in places]
    put(out, "status", [text(f"report.funnel_{side}_{level}") if level else BLANK for level, side in places])
    out["is_said"] = drawn
    return Chart(
        id=id,
        kind="funnel",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=FunnelSpec(
            limits=by_size.reset_index(), centre=Reference(at=centre, title=centre_title, axis="y")
        ),
        series=(Series(column="value", title=value_title, colour=ACCENT, ink=PAPER),),
        value_format=value_format,
        stamp=stamp,
        note=joined(_hint(out, expected), not_drawn(out), note),
        n_title=n_title or text("report.funnel_n"),
        x_title=n_title or text("report.funnel_n"),
        y_title=value_title,
        fields=(
            TableColumn("label", text("report.unit")),
            TableColumn("n", n_title or text("report.funnel_n"), "integer"),
            TableColumn("value", value_title, value_format, is_said=True),
            TableColumn("numerator", text("report.numerator"), "integer"),
            TableColumn("denominator", text("report.denominator"), "integer"),
            TableColumn("status", text("report.funnel_status"), is_said=True),
            TableColumn("note", text("report.note")),
        ),
    )


def _beyond(row: Mapping[Any, Any], limits: pd.DataFrame) -> tuple[str, str]:
    """Which limit a unit is strictly beyond, and on which side; ("", "") within, or not drawn."""
    if pd.isna(row["value"]):
        return "", ""
    bounds = limits.loc[row["n"]]
    for level, (low, high) in (("99_8", FAR), ("95", NEAR)):
        # A share of counts and its limit are the same quotient: no tolerance is needed.
        if row["value"] > bounds[high]:
            return level, "high"
        if row["value"] < bounds[low]:
            return level, "low"
    return "", ""


def _hint(out: pd.DataFrame, expected: float | None) -> Text | None:
    """How many of the units chance alone would put beyond 95 %."""
    if expected is None:
        return None
    return text("report.funnel_expected").format(
        count=int(out["value"].notna().sum()), expected=f"{expected:.1f}"
    )


def _pair(words: Text) -> tuple[str, str]:
    return words.zh, words.en
