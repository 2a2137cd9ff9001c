"""A list as a workbook: personal data, so it leaves by ticket, is built when it is fetched, and is logged."""

from __future__ import annotations

import pandas as pd

from foundation.access import audit, tickets
from foundation.access.publicity import kept_back, without_amounts
from foundation.access.viewer import Viewer
from pages.lists.columns import WITHHELD, written_frame, written_value
from pages.lists.declaration import ListReader, OpenList, WorkbookForm
from pages.lists.guarded import guarded_rows
from pages.shell.context import PageContext
from reporting.sheet.lists import list_workbook

#: The kind of ticket under which any list leaves.
LIST_FILE = "list"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@tickets.builder(LIST_FILE)
def build_list_file(viewer: Viewer, *, context: PageContext, read_list: ListReader) -> tickets.Payload:
    """The workbook of the list that the address had open; the export is written to the audit first.

    Raises PermissionError where there is no such list for this viewer, or it may not leave.
    """
    open_list = read_list(context)
    if open_list is None or not open_list.can_leave:
        raise PermissionError(context.address.page_view)
    detail = {**open_list.audit, "rows": len(open_list.rows), "snapshot": context.snapshot.id}
    audit.record(context.home, viewer, "export", detail)
    title = form_of(open_list).name
    data = workbook_of(context, viewer, open_list)
    return tickets.Payload(data=data, name=f"{title}_{context.stamp.as_of}.xlsx", media_type=_XLSX)


def form_of(open_list: OpenList) -> WorkbookForm:
    """The form that the list declares, else the list as it is on screen."""
    if open_list.form is not None:
        return open_list.form
    return WorkbookForm(open_list.title, open_list.title, open_list.columns, {})


def workbook_of(context: PageContext, viewer: Viewer, open_list: OpenList) -> bytes:
    """The named rows, then the counts of those withheld; what may not leave the office is kept back."""
    form = form_of(open_list)
    named, withheld = guarded_rows(open_list, viewer)
    leaving = without_amounts(_as_published(context, viewer, named), viewer)
    frame = written_frame(context, leaving, form.columns)
    for column in form.to_fill:
        frame[column] = ""
    if len(withheld):
        frame = pd.concat([frame, written_frame(context, withheld, WITHHELD)], ignore_index=True)
    return list_workbook(frame, form.title, context.stamp, context.lang, choices=form.to_fill)


def _as_published(context: PageContext, viewer: Viewer, rows: pd.DataFrame) -> pd.DataFrame:
    """A demand that its enterprise has not agreed to publish is called by field and kind."""
    is_kept = kept_back(rows, viewer)
    if not is_kept.any():
        return rows
    words = [
        " · ".join(
            written_value(cell, f"code:{code}", context.lang, {})
            for cell, code in ((row["demand_field"], "field"), (row["kind"], "demand_kind"))
            if not pd.isna(cell)
        )
        for row in rows[is_kept].to_dict("records")
    ]
    return rows.assign(title=rows["title"].mask(is_kept, pd.Series(words, index=rows.index[is_kept])))
