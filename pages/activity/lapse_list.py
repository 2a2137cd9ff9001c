"""Whom the lapse outlook counts, for the office alone: shown as a plain table, never as a file."""

from __future__ import annotations

import pandas as pd

from analytics.lapse import sentence
from analytics.lapse.programme import LIKELY, may_see
from pages.activity.columns import PERSON
from pages.activity.declared import of_officers
from pages.activity.queries import outlook_of
from pages.lists.columns import ListColumn
from pages.lists.declaration import OpenList
from pages.shell.context import PageContext

_COLUMNS = (
    *PERSON,
    ListColumn("tier", "tier"),
    ListColumn("last_act_on", "date"),
    ListColumn("active_days", "number"),
    ListColumn("points", "number"),
    ListColumn("sentence"),
)


def lapse_list(context: PageContext, rest: str) -> OpenList | None:
    """Those more likely than not to lapse; with "all" everybody estimated. Highest points first."""
    if not may_see(context.viewer) or rest not in ("", "all"):
        return None
    outlook = outlook_of(*context.key)
    if outlook.model.unknown is not None:
        return None
    officers = outlook.officers
    rows = officers if rest else officers[officers["chance"] >= LIKELY]
    rows = rows.sort_values(["points", "name_sort", "person_id"], ascending=[False, True, True])
    # The latest act of all history: that of the window is empty for just those who matter here.
    last_act_on = outlook.cut - pd.to_timedelta(rows["recency"], unit="D")
    sentences = [sentence(chance).get(context.lang) for chance in rows["chance"]]
    return of_officers(
        context,
        context.say("activity.list_risk_all" if rest else "activity.list_risk"),
        caption="activity.list_risk_subtitle",
        rows=rows.assign(last_act_on=last_act_on, sentence=sentences).reset_index(drop=True),
        columns=_COLUMNS,
        can_leave=False,
    )
