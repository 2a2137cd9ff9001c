"""The name of the list that the address has open."""

from __future__ import annotations

from analytics.metrics import METRICS
from analytics.tiers import TIERS
from foundation.locales import Lang
from foundation.reference.cities import unit_label
from pages.shell.context import PageContext


def list_title(context: PageContext) -> str:
    """`主动型 · 武汉`: what is listed, and of which unit."""
    titles = context.say("scope.and").join(_title(id, context.lang) for id in context.address.list)
    group = context.address.group
    return f"{titles} · {unit_label(group, context.lang)}" if group else titles


def _title(metric: str, lang: Lang) -> str:
    """A tier's own name where its share was clicked: the list holds persons, not a share."""
    named = {f"share_{tier.id}": tier.title for tier in TIERS}
    return named.get(metric, METRICS[metric].title).get(lang)
