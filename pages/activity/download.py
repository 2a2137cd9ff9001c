"""The page's own lists as workbooks, and the call list as one workbook for each body: by ticket, logged."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pandas as pd

from analytics.activity.calls import by_body
from foundation.access import audit, tickets
from foundation.access.names import guard
from foundation.access.viewer import Viewer
from foundation.reference.codes import code_list
from pages.activity.columns import written
from pages.activity.lists import Listed, listed
from pages.activity.queries import calls_of
from pages.lists.columns import WITHHELD
from pages.shell.context import PageContext
from reporting.sheet.lists import list_workbook
from reporting.type.safe import file_name

KIND, KIND_ALL = "activity_list", "call_lists"
#: Columns that the recommending body fills in.
_TO_FILL = ("fill_result", "fill_cause", "fill_contact")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: A fixed day, so that the same lists give the same bytes.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@tickets.builder(KIND)
def build(viewer: Viewer, *, context: PageContext) -> tickets.Payload:
    """The list that the address has open, as the viewer may see it. The audit line comes first."""
    found = listed(context)
    if found is None or not found.is_exported:
        raise PermissionError(context.address.page_view)
    _logged(context, viewer, rows=len(found.rows))
    title, data = _workbook(context, viewer, found)
    return tickets.Payload(data=data, name=f"{title}_{context.stamp.as_of}.xlsx", media_type=_XLSX)


@tickets.builder(KIND_ALL)
def build_all(viewer: Viewer, *, context: PageContext) -> tickets.Payload:
    """One workbook for each recommending body, in one .zip."""
    bodies = by_body(calls_of(*context.key))
    _logged(context, viewer, rows=int(bodies["persons"].sum()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for body in bodies["recommender"]:
            of_body = replace(context, address=context.address.open_page_view(f"calls.{body}"))
            found = listed(of_body)
            if found is None:
                continue
            title, data = _workbook(of_body, viewer, found)
            # Two bodies may bear one name: the id tells their files apart.
            name = file_name(f"{title}_{body}", context.stamp.as_of, suffix="xlsx")
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DAY), data)
    name = f"{context.say('activity.calls_zip_name')}_{context.stamp.as_of}.zip"
    return tickets.Payload(data=out.getvalue(), name=name, media_type="application/zip")


def _workbook(context: PageContext, viewer: Viewer, found: Listed) -> tuple[str, bytes]:
    named, withheld = guard(found.rows, viewer)
    # To a body its own people: who answers for them need not be said on every row.
    columns = tuple(c for c in found.columns if not (found.body and c.id == "unit"))
    frame = written(named, columns, context)
    title, words, choices = found.title, found.title, _choices(context)
    if found.body:
        title = context.say("activity.calls_file", body=found.body)
        words = context.say("activity.calls_sheet", body=found.body)
        for column in _TO_FILL:
            frame[context.say(f"activity.{column}")] = ""
    if len(withheld):
        frame = pd.concat([frame, written(withheld, WITHHELD, context)], ignore_index=True)
    return title, list_workbook(frame, words, context.stamp, context.lang, choices=choices)


def _choices(context: PageContext) -> dict[str, list[str]]:
    """What the cells to fill in offer: how it turned out, and the programme's own causes."""
    causes = code_list("cause")
    return {
        context.say("activity.fill_result"): context.say("activity.fill_results").split("|"),
        context.say("activity.fill_cause"): [causes.label(cause, context.lang) for cause in causes.values],
    }


def _logged(context: PageContext, viewer: Viewer, *, rows: int) -> None:
    detail = {"list": context.address.page_view or "calls", "rows": rows, "snapshot": context.snapshot.id}
    audit.record(context.home, viewer, "export", detail)
