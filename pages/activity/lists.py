"""Lists that only 队伍活跃度 knows: what the address's `own` asks for, as rows, columns and a title.

`move.<from>.<to>` · `cohort.<batch>.<months>` · `changed` · `proactive.<acts>` · `officers[.<tier>]` ·
`calls[.<body>]` · `risk[.all]`. What nobody knows gives None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analytics.activity import JOINED, LEFT, Thresholds, moves_between
from analytics.activity.calls import of_body
from analytics.lapse import sentence
from analytics.lapse.programme import LIKELY, may_see
from analytics.tiers import LEADER_GROUPS, TIERS
from pages.activity.queries import (
    calls_of,
    changed_by,
    cohorts_of,
    moves_of,
    officers_of,
    outlook_of,
    proactive_by,
)
from pages.activity.words import (
    body_name,
    change_words,
    exit_words,
    last_contact,
    reasons,
    state_words,
    stood,
    tiers_shown,
)
from pages.lists.columns import Column
from pages.shell.context import PageContext

_WHO = (Column("name"), Column("unit", "unit"), Column("org", width="medium"), Column("category", "category"))
_WHY = (Column("cause", "code:cause"), Column("change"))
_WHERE = (Column("file", width="medium"), Column("sheet"), Column("row_number", "number", "small"))
#: The tier and why come first: on a phone the rest lies to the right.
OFFICERS = (
    Column("name"),
    Column("tier", "tier"),
    Column("reason", width="large"),
    _WHY[0],
    Column("last_act_on", "date"),
    _WHO[1],
    _WHY[1],
    *_WHO[2:],
)
_GROUPS = {"all", JOINED, LEFT, *(group.id for group in LEADER_GROUPS)}


@dataclass(frozen=True, eq=False)
class Listed:
    """rows: raw, with `tier` for the guard. is_exported: whether it may leave as a file.

    body: name of the recommending body to which the list is to be sent.
    """

    title: str
    subtitle: str
    rows: pd.DataFrame
    columns: tuple[Column, ...]
    is_exported: bool = True
    body: str | None = None


def listed(context: PageContext) -> Listed | None:
    """The list that the address asks for; None where nobody knows it."""
    kind, _, rest = (context.address.page_view or "").partition(".")
    reader = _READERS.get(kind)
    return reader(context, rest) if reader else None


def trial_of(context: PageContext) -> Thresholds:
    """The thresholds that the address tries, else those in force."""
    return Thresholds(*context.address.tried) if context.address.tried else Thresholds.of(context.rules)


def _move(context: PageContext, rest: str) -> Listed | None:
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
        *_WHO,
        Column("state_before"),
        Column("state_after"),
        Column("last_act_on", "date"),
        Column("served_until", "date"),
        Column("exit"),
    )
    return Listed(title, context.say("activity.list_move_subtitle"), rows, columns)


def _cohort(context: PageContext, rest: str) -> Listed | None:
    batch, _, months = rest.rpartition(".")
    if not months.isdecimal():
        return None
    every = cohorts_of(*context.key)
    rows = every[(every["batch"] == batch) & (every["months"] == int(months))]
    if rows.empty:
        return None
    is_whole = context.address.part == "denominator"
    kept = rows if is_whole else rows[rows["is_serving"]]
    title = context.say(
        "activity.list_cohort_whole" if is_whole else "activity.list_cohort", batch=batch, months=months
    )
    columns = (*_WHO, Column("recognised_on", "date"), Column("was_serving", "bool"), *_WHERE)
    kept = kept.assign(was_serving=kept["is_serving"]).reset_index(drop=True)
    return Listed(title, context.say("activity.list_cohort_subtitle"), kept, columns)


def _changed(context: PageContext, rest: str) -> Listed | None:
    del rest
    trial = trial_of(context)
    rows = changed_by(*context.key, trial=trial)
    columns = (
        *_WHO,
        Column("tier_now", "tier"),
        Column("tier_tried", "tier"),
        Column("reason", width="large"),
        Column("last_act_on", "date"),
    )
    rows = rows.assign(reason=reasons(context, rows.assign(tier=rows["tier_now"])))
    title = context.say("activity.list_changed", acts=trial.acts, quarters=trial.quarters)
    return Listed(title, context.say("activity.list_trial_subtitle"), rows, columns)


def _proactive(context: PageContext, rest: str) -> Listed | None:
    if not rest.isdecimal() or int(rest) < 1:
        return None
    trial = Thresholds(int(rest), trial_of(context).quarters)
    rows = proactive_by(*context.key, trial=trial)
    now = officers_of(*context.key)
    # The reason is that of the rules in force, whatever is tried.
    kept = now[now["person_id"].isin(rows["person_id"])].reset_index(drop=True)
    kept = kept.assign(reason=reasons(context, kept))
    title = context.say("activity.list_proactive", acts=trial.acts, quarters=trial.quarters)
    return Listed(title, context.say("activity.list_trial_subtitle"), kept, OFFICERS)


def officers(context: PageContext, tier: str = "") -> Listed | None:
    """Everybody serving, or one tier, with reasons, causes and changes of post."""
    known = {item.id: item.title for item in TIERS}
    if tier and tier not in known:
        return None
    rows = officers_of(*context.key)
    rows = rows[rows["tier"] == tier].reset_index(drop=True) if tier else rows
    rows = rows.assign(reason=reasons(context, rows), change=change_words(context, rows))
    title = known[tier].get(context.lang) if tier else context.say("activity.list_officers")
    return Listed(title, context.say("activity.list_officers_subtitle"), rows, OFFICERS)


def _calls(context: PageContext, body: str) -> Listed | None:
    rows = calls_of(*context.key)
    rows = of_body(rows, body) if body else rows
    if body and rows.empty:
        return None
    rows = rows.assign(
        tried=rows[f"tried_{context.lang}"],
        tier_shown=tiers_shown(context, rows),
        last_contact=last_contact(context, rows),
        change=change_words(context, rows),
    )
    named = () if body else (Column("recommender_name", width="medium"),)
    columns = (
        *named,
        Column("name"),
        Column("org", width="medium"),
        Column("unit", "unit"),
        Column("tier_shown"),
        Column("ended_on", "date"),
        Column("last_contact"),
        Column("tried", width="large"),
        *_WHY,
        Column("phone"),
    )
    words = body_name(context, rows) if body else ""
    title = (
        context.say("activity.list_calls_body", body=words) if body else context.say("activity.list_calls")
    )
    return Listed(title, context.say("activity.list_calls_subtitle"), rows, columns, body=words or None)


def _risk(context: PageContext, rest: str) -> Listed | None:
    if not may_see(context.viewer) or rest not in ("", "all"):
        return None
    found = outlook_of(*context.key)
    if found.model.unknown is not None:
        return None
    said = found.officers if rest else found.officers[found.officers["chance"] >= LIKELY]
    rows = said.sort_values(["points", "name_sort", "person_id"], ascending=[False, True, True])
    # The latest act of all history: that of the window is empty for just those who matter here.
    latest = found.cut - pd.to_timedelta(rows["recency"], unit="D")
    rows = rows.assign(
        last_act_on=latest, sentence=[sentence(chance).get(context.lang) for chance in rows["chance"]]
    )
    columns = (
        *_WHO,
        Column("tier", "tier"),
        Column("last_act_on", "date"),
        Column("active_days", "number"),
        Column("points", "number"),
        Column("sentence", width="large"),
    )
    title = context.say("activity.list_risk_all" if rest else "activity.list_risk")
    how = context.say("activity.list_risk_subtitle")
    return Listed(title, how, rows.reset_index(drop=True), columns, is_exported=False)


_READERS: dict[str, Callable[[PageContext, str], Listed | None]] = {
    "move": _move,
    "cohort": _cohort,
    "changed": _changed,
    "proactive": _proactive,
    "officers": officers,
    "calls": _calls,
    "risk": _risk,
}
