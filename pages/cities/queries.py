"""What the page 地市比较 keeps between reruns (`pages.shell.caching`)."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analytics.cities import Comparison, benchmarks, compare_at_one_month, with_changes
from pages.shell.caching import QueryContext, cached


@cached(entries=60, is_shared=True)
def comparison(context: QueryContext, *, metric: str) -> Comparison:
    """All units against chance, and what changed since the month compared with."""
    # Wordless, and the same whatever the month compared with: one answer for both languages and all months.
    without_versus = replace(context, scope=replace(context.scope, versus=None), lang="zh")
    one_month = comparison_at_one_month(*without_versus.key, metric=metric)
    then = context.scope.versus
    return with_changes(context.snapshot, one_month, then, viewer=context.viewer, rules=context.rules)


@cached(entries=30, is_shared=True)
def comparison_at_one_month(context: QueryContext, *, metric: str) -> Comparison:
    """All units against chance at one month."""
    return compare_at_one_month(
        context.snapshot, metric, scope=context.scope, viewer=context.viewer, rules=context.rules
    )


@cached(entries=20)
def other_provinces(context: QueryContext) -> pd.DataFrame:
    """Figures of other provinces, which are nobody's secret."""
    return benchmarks(context.snapshot)
