"""联系名单 as lists: whom to reach, all or of one recommending body, and the sheet that the body fills in."""

from __future__ import annotations

import pandas as pd

from analytics.activity.calls import of_body
from foundation.reference.codes import code_list
from pages.activity.columns import CALLS
from pages.activity.declared import of_officers
from pages.activity.queries import calls_of
from pages.activity.words import body_name, change_words, last_contact, tiers_shown
from pages.lists.columns import ListColumn
from pages.lists.declaration import OpenList, WorkbookForm
from pages.shell.context import PageContext

_CAPTION = "activity.list_calls_subtitle"


def calls_list(context: PageContext, body: str) -> OpenList | None:
    """Whom one recommending body is to reach (its id), or all of them with their body ("")."""
    rows = calls_of(*context.key)
    if not body:
        columns = (ListColumn("recommender_name", width=156), *CALLS)
        title = context.say("activity.list_calls")
        return of_officers(context, title, caption=_CAPTION, rows=_worded(context, rows), columns=columns)
    rows = of_body(rows, body)
    if rows.empty:
        return None
    name = body_name(context, rows)
    return of_officers(
        context,
        context.say("activity.list_calls_body", body=name),
        caption=_CAPTION,
        rows=_worded(context, rows),
        columns=CALLS,
        form=_form(context, name),
    )


def _worded(context: PageContext, rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        tried=rows[f"tried_{context.lang}"],
        tier_shown=tiers_shown(context, rows),
        last_contact=last_contact(context, rows),
        change=change_words(context, rows),
    )


def _form(context: PageContext, body: str) -> WorkbookForm:
    """The sheet to send: outcome and cause to choose from lists, a new contact to write."""
    causes = code_list("cause")
    return WorkbookForm(
        name=context.say("activity.calls_file", body=body),
        title=context.say("activity.calls_sheet", body=body),
        # To a body its own people: who answers for them need not be said on every row.
        columns=tuple(column for column in CALLS if column.id != "unit"),
        to_fill={
            context.say("activity.fill_result"): context.say("activity.fill_results").split("|"),
            context.say("activity.fill_cause"): [causes.label(c, context.lang) for c in causes.values],
            context.say("activity.fill_contact"): [],
        },
    )
