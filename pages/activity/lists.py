"""The lists that only 队伍活跃度 has: what `own` of the address names, as an `OpenList`.

`move.<from>.<to>` · `cohort.<batch>.<months>` · `changed` · `proactive.<acts>` · `officers[.<tier>]` ·
`calls[.<body>]` · `risk[.all]`. Any other name gives None.
"""

from __future__ import annotations

from collections.abc import Callable

from analytics.activity import JOINED, LEFT, moves_between
from analytics.tiers import LEADER_GROUPS, TIERS
from pages.activity.call_lists import calls_list
from pages.activity.columns import OFFICERS, PERSON
from pages.activity.declared import of_officers
from pages.activity.lapse_list import lapse_list
from pages.activity.queries import cohorts_of, moves_of, officers_of
from pages.activity.tried_lists import changed_list, proactive_list
from pages.activity.words import change_words, exit_words, state_words, stood
from pages.lists.columns import WHERE, ListColumn
from pages.lists.declaration import OpenList
from pages.lists.words import tier_reasons
from pages.shell.context import PageContext

_GROUPS = {"all", JOINED, LEFT, *(group.id for group in LEADER_GROUPS)}


def activity_list(context: PageContext) -> OpenList | None:
    """The list that the address asks for; None where there is none of that name."""
    kind, _, rest = (context.address.page_view or "").partition(".")
    reader = _READERS.get(kind)
    return reader(context, rest) if reader else None


def _move_list(context: PageContext, rest: str) -> OpenList | None:
    before, _, after = rest.partition(".")
    versus = context.scope.versus
    if versus is None or not {before, after} <= _GROUPS:
        return None
    rows = moves_between(moves_of(*context.key), before=before, after=after)
    rows = rows.assign(
        state_before=stood(context, rows, "before"),
        state_after=stood(context, rows, "after"),
        exit=exit_words(context, rows),
    )
    title = context.say(
        "activity.list_move",
        before=f"{versus:%Y-%m}",
        after=f"{context.scope.as_of:%Y-%m}",
        from_state=state_words(context, before),
        to_state=state_words(context, after),
    )
    columns = (
        *PERSON,
        ListColumn("state_before"),
        ListColumn("state_after"),
        ListColumn("last_act_on", "date"),
        ListColumn("served_until", "date"),
        ListColumn("exit"),
    )
    return of_officers(context, title, caption="activity.list_move_subtitle", rows=rows, columns=columns)


def _cohort_list(context: PageContext, rest: str) -> OpenList | None:
    batch, _, months = rest.rpartition(".")
    if not months.isdecimal():
        return None
    everybody = cohorts_of(*context.key)
    rows = everybody[(everybody["batch"] == batch) & (everybody["months"] == int(months))]
    if rows.empty:
        return None
    is_whole = context.address.part == "denominator"
    rows = rows if is_whole else rows[rows["is_serving"]]
    title = context.say(
        "activity.list_cohort_whole" if is_whole else "activity.list_cohort", batch=batch, months=months
    )
    columns = (*PERSON, ListColumn("recognised_on", "date"), ListColumn("was_serving", "bool"), *WHERE)
    rows = rows.assign(was_serving=rows["is_serving"]).reset_index(drop=True)
    return of_officers(context, title, caption="activity.list_cohort_subtitle", rows=rows, columns=columns)


def officer_list(context: PageContext, tier: str = "") -> OpenList | None:
    """Everybody serving, or one tier, with reasons, causes and changes of post."""
    titles = {item.id: item.title for item in TIERS}
    if tier and tier not in titles:
        return None
    rows = officers_of(*context.key)
    rows = rows[rows["tier"] == tier].reset_index(drop=True) if tier else rows
    rows = rows.assign(reason=tier_reasons(context, rows), change=change_words(context, rows))
    title = titles[tier].get(context.lang) if tier else context.say("activity.list_officers")
    return of_officers(context, title, caption="activity.list_officers_subtitle", rows=rows, columns=OFFICERS)


_READERS: dict[str, Callable[[PageContext, str], OpenList | None]] = {
    "move": _move_list,
    "cohort": _cohort_list,
    "changed": changed_list,
    "proactive": proactive_list,
    "officers": officer_list,
    "calls": calls_list,
    "risk": lapse_list,
}
