"""What the page 素质差距 keeps between reruns (`pages.shell.caching`)."""

from __future__ import annotations

import pandas as pd

from analytics.quality.bodies import Bodies, bodies
from analytics.sql import run
from pages.shell.caching import QueryContext, cached


@cached(entries=40)
def classes(context: QueryContext) -> pd.DataFrame:
    """Every class held by the as-of day: the office's own work, the same for every viewer and filter."""
    return run(context.snapshot, "classes_held", {"as_of": context.scope.as_of})


@cached(entries=100)
def bodies_of(context: QueryContext, *, channel: str) -> Bodies:
    """The recommending bodies of one channel, pooled below the least n."""
    return bodies(
        context.snapshot, scope=context.scope, viewer=context.viewer, channel=channel, lang=context.lang
    )
