"""年会总览: what has changed since last year, and who stands behind each number?"""

from __future__ import annotations

from pages.lists.drill import drilled
from pages.overview.charts import unit_charts
from pages.overview.headcount import IDS, headcount
from pages.shell.context import PageContext
from pages.shell.frame import foot, head
from pages.shell.queries import figures, trend
from pages.widgets.cards import card_row, earlier

CARDS = (
    "share_proactive",
    "match_rate",
    "local_conversion_rate",
    "officers_with_contract_reported",
    "reminder_answer_rate",
    "share_lost",
)
_IDS = (*CARDS, *IDS)


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("overview.title", year=context.scope.as_of.year))
    if not drilled(context, home_title=context.say("overview.page"), ids=_IDS):
        _numbers(context)
        unit_charts(context)
    foot(context)


def _numbers(context: PageContext) -> None:
    now, line = figures(*context.key, ids=_IDS), trend(*context.key, ids=_IDS)
    then = earlier(context, line, ids=_IDS)
    card_row(context, CARDS, now=now, then=then, line=line)
    headcount(context, now=now, then=then)
