"""All officers serving in one stacked bar of the eight tiers, over a paler one for the month before."""

from __future__ import annotations

import pandas as pd

from analytics.charts.bars import BarSpec
from analytics.charts.declaration import Chart, Series, Stamp
from analytics.tiers import TIERS
from foundation.locales import Text, text


def tier_bar(
    frame: pd.DataFrame,
    *,
    stamp: Stamp,
    title: Text | None = None,
    subtitle: Text | None = None,
    id: str = "tier_bar",
) -> Chart:
    """One bar a month, the latest first; pieces are persons in the tier, so both bars share one scale.

    frame: `month` ("2025-12"), `tier`, `persons`; a tier without a row counts 0. One month is enough.
    Chart frame: a row for each month, the latest on top: `group` and `label` the month, `n` officers
    serving, a column of counts for each tier. A tier that nobody is in at any month is left out.
    Raises ValueError for an unknown tier.
    """
    counts = frame.pivot_table(index="month", columns="tier", values="persons", aggfunc="sum", fill_value=0)
    unknown = set(counts.columns) - {tier.id for tier in TIERS}
    if unknown:
        raise ValueError(f"unknown tiers: {sorted(unknown)}")
    counts = counts.sort_index(ascending=False).astype("int64")
    series = tuple(
        Series(column=tier.id, title=tier.title, colour=tier.colour, ink=tier.ink)
        for tier in TIERS
        if tier.id in counts and counts[tier.id].sum() > 0
    )
    out = pd.DataFrame({"group": counts.index, "label": counts.index, "n": counts.sum(axis=1).to_numpy()})
    for item in series:
        out[item.column] = counts[item.column].to_numpy()
    out["note"], out["gap_before"] = "", False
    total = int(out["n"].iloc[0])
    return Chart(
        id=id,
        kind="tier_bar",
        title=title or text("report.tier_bar_title").format(n=total),
        subtitle=subtitle or text("report.tier_bar_subtitle"),
        frame=out,
        spec=BarSpec(is_stacked=True, whole=float(out["n"].max()) or 1.0, past=len(out) - 1),
        series=series,
        value_format="integer",
        stamp=stamp,
        category_title=text("report.as_at"),
    )
