"""The two recommending channels side by side, as a dumbbell chart."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from analytics.charts import Chart, Stamp, dumbbell
from analytics.charts.rows import filled
from analytics.cities import words
from analytics.cities.channels import INSTITUTION, LOCAL, Channels
from analytics.cities.declaration import COMPARED
from foundation.locales import text


def channels_chart(
    channels: Channels, metric: str, stamp: Stamp, *, min_n: int, prefix: str = "channel"
) -> Chart:
    """One row a city that holds enough of both, the province above. prefix: "channel" or "recogniser"."""
    item = COMPARED[metric]
    subtitle = f"cities.{'channels' if prefix == 'channel' else 'recognisers'}_subtitle"
    return dumbbell(
        _sides(channels.rows),
        id=f"cities_{prefix}",
        title=words.channels_title(channels, item.title, prefix=prefix),
        subtitle=filled(subtitle, title=item.title),
        stamp=stamp,
        value_title=item.title,
        row_title=text("cities.channels_row"),
        side_titles=(text(f"cities.{prefix}_{LOCAL}"), text(f"cities.{prefix}_{INSTITUTION}")),
        note=words.channels_note(channels, min_n),
        min_n=min_n,
    )


def _sides(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a group and side, as the dumbbell reads them."""
    records = rows.to_dict("records")
    return pd.DataFrame([_side(row, side) for row in records for side in (LOCAL, INSTITUTION)])


def _side(row: dict[Hashable, Any], side: str) -> dict[str, Any]:
    label = words.channel_row(str(row["group"]))
    names = {"row": row["group"], "label": label.zh, "label_en": label.en, "side": side}
    parts = ("value", "low", "high", "numerator", "denominator")
    return {**names, **{part: row[f"{side}_{part}"] for part in parts}, "suppressed": row["is_small"]}
