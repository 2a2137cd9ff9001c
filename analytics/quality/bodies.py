"""Recommending bodies: 谁推荐，谁管理，谁服务 (paper 6.2).

The body that recommended answers: officers of 高校/院所/企业科协 stand apart as 非市州推荐, and no city
answers for them. Bodies below the least n are pooled; shares carry their intervals; the order is that of
names, never of values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.metrics import METRICS as REGISTRY
from analytics.metrics import measure_many
from analytics.metrics.declaration import FRAME
from analytics.metrics.engine.groups import POOLED
from analytics.metrics.engine.pooling import pool_counts
from analytics.metrics.engine.source import rules_of
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.locales import Lang

#: Who answers, in the order of the page: the cities' own bodies, institutions, not known.
CHANNELS = ("local", "institution", "unknown")
#: What is said of a body; the first is its headcount.
METRICS = (
    "officers_serving",
    "share_self_initiated",
    "share_lost",
    "share_unverified",
    "training_coverage",
    "core_officers",
)


@dataclass(frozen=True, eq=False)
class Bodies:
    """Bodies of one channel. frame: stacked result frames of METRICS by recommender, the same groups in each.

    pooled: the ids of those that the row `pooled` holds.
    """

    channel: str
    frame: pd.DataFrame
    pooled: tuple[str, ...]

    def members_of(self, group: str) -> tuple[str, ...]:
        """The bodies behind a row: the filter that lists them."""
        return self.pooled if group == POOLED else (group,)


def bodies(snapshot: Any, *, scope: Scope, viewer: Viewer, channel: str, lang: Lang) -> Bodies:
    """The bodies of one channel; an empty frame where the scope leaves it out or nobody is in it.

    Plain counts are pooled like the shares, so that all columns of a row count among the same people.
    """
    if scope.channel and channel not in scope.channel:
        return Bodies(channel, pd.DataFrame(columns=["id", *FRAME]), ())
    within = scope.with_filter(channel=(channel,))
    frame = measure_many(snapshot, METRICS, scope=within, viewer=viewer, by="recommender", lang=lang)
    # All shares of METRICS are of those serving, so any of them says which bodies are large enough.
    share, min_n = REGISTRY[METRICS[1]], rules_of(snapshot)["min_n"]
    return Bodies(channel, *pool_counts(frame, sized_by=share, min_n=min_n, lang=lang))
