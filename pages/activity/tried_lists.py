"""The lists behind the threshold strip: who changes tier, and who would be 主动型, under other thresholds."""

from __future__ import annotations

from analytics.activity import Thresholds
from pages.activity.columns import OFFICERS, PERSON
from pages.activity.declared import of_officers
from pages.activity.queries import changed_by, officers_of, proactive_by
from pages.lists.columns import REASON, ListColumn
from pages.lists.declaration import OpenList
from pages.lists.words import tier_reasons
from pages.shell.context import PageContext

_CAPTION = "activity.list_thresholds_subtitle"


def thresholds_tried(context: PageContext) -> Thresholds:
    """The thresholds that the address tries, else those in force."""
    return Thresholds(*context.address.tried) if context.address.tried else Thresholds.of(context.rules)


def changed_list(context: PageContext, rest: str) -> OpenList:
    """Who changes tier, with the reason of the tier in force. rest: what follows `changed` is ignored."""
    del rest
    tried = thresholds_tried(context)
    rows = changed_by(*context.key, tried=tried)
    rows = rows.assign(
        reason=tier_reasons(context, rows.assign(tier=rows["tier_now"])), tier_in_force=rows["tier_now"]
    )
    columns = (
        *PERSON,
        ListColumn("tier_in_force", "tier"),
        ListColumn("tier_tried", "tier"),
        REASON,
        ListColumn("last_act_on", "date"),
    )
    title = context.say("activity.list_changed", acts=tried.acts, quarters=tried.quarters)
    return of_officers(context, title, caption=_CAPTION, rows=rows, columns=columns)


def proactive_list(context: PageContext, acts: str) -> OpenList | None:
    """Who would be 主动型 from so many acts on, in as many quarters as the address tries."""
    if not acts.isdecimal() or int(acts) < 1:
        return None
    tried = Thresholds(int(acts), thresholds_tried(context).quarters)
    proactive = proactive_by(*context.key, tried=tried)
    rows = officers_of(*context.key)
    # The reason is that of the rules in force, whatever is tried.
    rows = rows[rows["person_id"].isin(proactive["person_id"])].reset_index(drop=True)
    rows = rows.assign(reason=tier_reasons(context, rows))
    title = context.say("activity.list_proactive", acts=tried.acts, quarters=tried.quarters)
    return of_officers(context, title, caption=_CAPTION, rows=rows, columns=OFFICERS)
