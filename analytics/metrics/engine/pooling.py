"""Open lists: groups below the least n stand together in one row `pooled`.

The frame of a share is pooled as it is measured. Plain counts have no least n: where they stand in one table
with shares, or are to be read by body, `pool_counts` pools them the same way.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analytics.metrics.declaration import Metric
from analytics.metrics.engine.groups import POOLED, SPECIAL, Grouping
from foundation.locales import Lang


def large_enough(sizes: Mapping[str, float], min_n: int) -> list[str]:
    """Codes of the groups that stand in a row of their own, in the order given. sizes: code → n."""
    return [code for code, n in sizes.items() if n >= min_n]


def pool_groups(grouping: Grouping, sizes: Mapping[str, float], min_n: int) -> Grouping:
    """The grouping with all groups below the least n as one group `pooled`, behind the others."""
    large = large_enough(sizes, min_n)
    if len(large) == len(grouping.codes):
        return grouping
    place_of = {code: i for i, code in enumerate(large)}
    # The last entry is for -1, rows without a value: they stay where they are.
    moved_to = np.array([*(place_of.get(code, len(large)) for code in grouping.codes), -1], np.int64)
    return Grouping([*large, POOLED], moved_to[grouping.place], grouping.names)


def pool_counts(
    frame: pd.DataFrame, *, sized_by: Metric, min_n: int, lang: Lang
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Stacked result frames with one set of groups, and the codes that the row `pooled` holds.

    sized_by: a metric of the frame. The groups of a share are those that it was measured with; those of a
    plain count are the groups in which it reaches the least n. Counts of all other groups are added up.
    """
    sizing = frame[frame["id"] == sized_by.id]
    sizes = dict(zip(sizing["group"], sizing["numerator"], strict=True))
    large = large_enough(sizes, min_n) if sized_by.is_plain else list(sizes)
    is_small = ~frame["group"].isin([*large, *SPECIAL])
    small = frame[is_small]
    if small.empty:
        return frame, ()
    sums = small.groupby("id", sort=False)["numerator"].sum().rename("numerator").reset_index()
    pooled = sums.assign(group=POOLED, label=SPECIAL[POOLED].get(lang), suppressed=False)
    pooled["value"] = sums["numerator"].astype(float)
    return pd.concat([frame[~is_small], pooled], ignore_index=True), tuple(small["group"].unique())
