"""The call list as one workbook for each recommending body, in one .zip: by ticket, logged."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from analytics.activity.calls import by_body
from foundation.access import audit, tickets
from foundation.access.viewer import Viewer
from pages.activity.call_lists import calls_list
from pages.activity.queries import calls_of
from pages.lists.download import form_of, workbook_of
from pages.shell.context import PageContext
from reporting.type.safe import file_name

CALL_FILES = "call_lists"
#: A fixed day, so that the same lists give the same bytes.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@tickets.builder(CALL_FILES)
def build_call_files(viewer: Viewer, *, context: PageContext) -> tickets.Payload:
    """One workbook for each recommending body. The audit line comes first."""
    bodies = by_body(calls_of(*context.key))
    detail = {"list": context.address.page_view or "calls", "rows": int(bodies["persons"].sum())}
    audit.record(context.home, viewer, "export", detail | {"snapshot": context.snapshot.id})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for body in bodies["recommender"]:
            of_body = replace(context, address=context.address.open_page_view(f"calls.{body}"))
            open_list = calls_list(of_body, body)
            if open_list is None:
                continue
            # Two bodies may bear one name: the id tells their files apart.
            name = file_name(f"{form_of(open_list).name}_{body}", context.stamp.as_of, suffix="xlsx")
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DAY), workbook_of(of_body, viewer, open_list))
    name = f"{context.say('activity.calls_zip_name')}_{context.stamp.as_of}.zip"
    return tickets.Payload(data=out.getvalue(), name=name, media_type="application/zip")
