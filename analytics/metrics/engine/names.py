"""Names of persons and bodies, and who may not be named."""

from __future__ import annotations

import pandas as pd

from analytics.metrics.engine.groups import WITHHELD
from analytics.metrics.engine.source import MetricContext
from analytics.sql import query_text, run_text
from foundation.access.viewer import LOWER_TIERS


def people(context: MetricContext) -> dict[str, str]:
    """person_id → name in the order of names (pinyin); two of one name with their organisations."""
    text = "select person_id, name, org from persons order by name_sort, name, person_id"
    rows = context.snapshot.cursor().execute(text).fetchall()
    twice = pd.Series([name for _, name, _ in rows]).value_counts()
    return {i: f"{name}（{org}）" if org and twice[name] > 1 else name for i, name, org in rows}


def bodies(context: MetricContext) -> dict[str, str]:
    """body_id → name, by name."""
    text = "select body_id, name from bodies order by name, body_id"
    return dict(context.snapshot.cursor().execute(text).fetchall())


def tiers(context: MetricContext) -> dict[str, str]:
    """person_id → tier on the as-of day, of all who serve, whatever the scope."""
    text = f"select person_id, tier from ({query_text('officers_serving')})"
    serving = run_text(context.snapshot, text, context.parameters())
    return dict(zip(serving["person_id"], serving["tier"], strict=True))


def withheld(context: MetricContext, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows by officer as the viewer may see them: those of the lower tiers without their names."""
    if context.viewer.may_see_lower_tier_names:
        return rows
    guarded = {person for person, tier in tiers(context).items() if tier in LOWER_TIERS}
    if "tier" in rows:
        guarded |= set(rows.loc[rows["tier"].isin(LOWER_TIERS), "person_id"])
    return rows.assign(person_id=rows["person_id"].mask(rows["person_id"].isin(guarded), WITHHELD))
