"""What the lists of this page have in common: each lists officers."""

from __future__ import annotations

import pandas as pd

from pages.lists.columns import ListColumn
from pages.lists.declaration import OpenList, WorkbookForm
from pages.shell.context import PageContext


def of_officers(
    context: PageContext,
    title: str,
    *,
    caption: str,
    rows: pd.DataFrame,
    columns: tuple[ListColumn, ...],
    can_leave: bool = True,
    form: WorkbookForm | None = None,
) -> OpenList:
    """A list with one row an officer. caption: id of the text under the title."""
    return OpenList(
        title=title,
        caption=context.say(caption),
        noun=context.say("overview.noun_officers_serving"),
        rows=rows,
        columns=columns,
        audit={"list": context.address.page_view},
        can_leave=can_leave,
        form=form,
    )
