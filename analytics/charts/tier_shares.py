"""Leaders' chart of the activity tiers: shares by responsible unit, in official order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from analytics.charts.bars import BarSpec
from analytics.charts.declaration import Chart, Series, Stamp
from analytics.charts.rows import BLANK, base, counted_words, in_order, put
from analytics.tiers import LEADER_GROUPS, TIERS
from foundation.locales import Text, text

#: The group that is only drawn where somebody stands in it.
_UNDETERMINED = "undetermined"


def tier_shares(
    frame: pd.DataFrame,
    *,
    stamp: Stamp,
    title: Text | None = None,
    subtitle: Text | None = None,
    within: Collection[str] = (),
    min_n: int = 10,
) -> Chart:
    """Shares of the leaders' groups among the officers serving, one bar a unit.

    frame: the share_… metrics of every tier, stacked (`id` in front), by unit.
    within: the units in scope, if it names any; the others are not drawn.
    min_n: rows below it come suppressed and show counts in words instead of a bar.
    Raises ValueError where the tiers do not add up to the officers serving: then the frame is not ours.
    """
    counts = _counts(frame)
    rows = in_order(counts, within=within)
    out = base(rows, n=rows["denominator"])
    series = _series(rows)
    for item in series:
        shares = (rows[item.column] / rows["denominator"]).where(~rows["suppressed"])
        out[item.column] = shares.astype("float64")
        out[str(item.count)] = rows[item.column]
    put(out, "note", [_note(row, series=series, min_n=min_n) for row in rows.to_dict("records")])
    return Chart(
        id="tier_shares",
        kind="stacked_share",
        title=title or text("report.tier_shares_title"),
        subtitle=subtitle or text("report.tier_shares_subtitle").format(min_n=min_n),
        frame=out,
        spec=BarSpec(is_stacked=True, whole=1.0),
        series=series,
        value_format="percent",
        stamp=stamp,
    )


def _counts(frame: pd.DataFrame) -> pd.DataFrame:
    """Persons per leaders' group, one row a unit, in the frame's order: group, label, groups, denominator."""
    tiers = frame["id"].str.removeprefix("share_")
    group_of = {tier.id: tier.leader_group for tier in TIERS}
    if set(tiers) != set(group_of):
        raise ValueError(f"one share per tier is needed, got {sorted(set(tiers))}")
    persons = frame.assign(part=tiers.map(group_of)).pivot_table(
        index="group", columns="part", values="numerator", aggfunc="sum", sort=False
    )
    keys = ["group", *[c for c in ("label", "label_en") if c in frame]]
    heads = frame.drop_duplicates("group")[[*keys, "denominator", "suppressed"]]
    counts = heads.merge(persons.fillna(0), left_on="group", right_index=True, validate="1:1")
    counts["numerator"] = persons.sum(axis=1).reindex(counts["group"]).to_numpy()
    counts["denominator"] = counts["denominator"].fillna(0)
    if (counts["numerator"] != counts["denominator"]).any():
        raise ValueError("the tiers of a unit do not add up to its officers serving")
    return counts


def _series(rows: pd.DataFrame) -> tuple[Series, ...]:
    return tuple(
        Series(
            column=group.id,
            title=group.title,
            colour=group.colour,
            ink=group.ink,
            count=f"{group.id}_count",
        )
        for group in LEADER_GROUPS
        if group.id != _UNDETERMINED or rows[group.id].sum() > 0
    )


def _note(row: Mapping[Any, Any], *, series: tuple[Series, ...], min_n: int) -> Text:
    if not row["suppressed"]:
        return BLANK
    counts = [(text(f"report.short_{item.column}"), int(row[item.column])) for item in series]
    return counted_words(counts, min_n=min_n, n=int(row["denominator"]))
