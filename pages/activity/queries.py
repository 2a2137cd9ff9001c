"""What the page 队伍活跃度 keeps between reruns (`pages.shell.caching`)."""

from __future__ import annotations

import pandas as pd

from analytics.activity import Thresholds, changed, cohort_rows, ladder, moves, proactive_under, with_causes
from analytics.activity.calls import call_list
from analytics.lapse.programme import Outlook, outlook
from analytics.metrics import members
from pages.shell.caching import QueryContext, cached


@cached(entries=60)
def officers_of(context: QueryContext) -> pd.DataFrame:
    """Everybody serving, with tier, counts, cause and change of post."""
    rows = members(context.snapshot, "officers_serving", scope=context.scope, viewer=context.viewer)
    return with_causes(rows, context.snapshot, context.scope.as_of)


@cached(entries=60)
def moves_of(context: QueryContext) -> pd.DataFrame:
    """Who stood where then and now; only with a month to compare with."""
    return moves(context.snapshot, scope=context.scope, viewer=context.viewer)


@cached(entries=60)
def cohorts_of(context: QueryContext) -> pd.DataFrame:
    """Persons recognised × months since."""
    return cohort_rows(context.snapshot, scope=context.scope, viewer=context.viewer)


@cached(entries=200)
def changed_by(context: QueryContext, *, tried: Thresholds) -> pd.DataFrame:
    """Who changes tier under other thresholds."""
    return changed(context.snapshot, tried, scope=context.scope, viewer=context.viewer)


@cached(entries=200)
def proactive_by(context: QueryContext, *, tried: Thresholds) -> pd.DataFrame:
    """Who would be 主动型 under other thresholds."""
    return proactive_under(context.snapshot, tried, scope=context.scope, viewer=context.viewer)


@cached(entries=200)
def ladder_of(context: QueryContext, *, quarters: int) -> pd.DataFrame:
    """How many would be 主动型 at each number of acts."""
    return ladder(context.snapshot, scope=context.scope, viewer=context.viewer, quarters=quarters)


@cached(entries=60)
def calls_of(context: QueryContext) -> pd.DataFrame:
    """The call list, contacts masked."""
    return call_list(context.snapshot, scope=context.scope, viewer=context.viewer)


@cached(entries=20, is_shared=True)
def outlook_of(context: QueryContext) -> Outlook:
    """The lapse outlook, for the office."""
    return outlook(context.snapshot, scope=context.scope, viewer=context.viewer)
