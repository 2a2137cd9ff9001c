"""The words of a list: what a metric's list is called, and why an officer is in a tier."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics import METRICS
from analytics.tiers import TIERS, reason
from foundation.locales import Lang
from foundation.reference.cities import unit_label
from pages.shell.context import PageContext


def metric_list_title(context: PageContext) -> str:
    """`主动型 · 武汉`: which metrics' rows the address lists, and of which unit."""
    titles = context.say("scope.and").join(_title(id, context.lang) for id in context.address.list)
    group = context.address.group
    return f"{titles} · {unit_label(group, context.lang)}" if group else titles


def _title(metric: str, lang: Lang) -> str:
    """A tier's own name where its share was clicked: the list holds persons, not a share."""
    tier_titles = {f"share_{tier.id}": tier.title for tier in TIERS}
    return tier_titles.get(metric, METRICS[metric].title).get(lang)


def tier_reasons(context: PageContext, rows: pd.DataFrame) -> list[str]:
    """Why each row of the query `officers_serving` is in its tier."""
    return [reason(row, context.rules).get(context.lang) for row in records(rows)]


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, a missing value as None."""
    cells = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in cells]
