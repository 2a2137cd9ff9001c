"""The open list as a workbook: personal data, so it leaves by ticket, built when it is fetched."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics import METRICS
from data_ingest.sheets import CONTACT_MASKS
from foundation.access import audit, tickets
from foundation.access.masking import mask_contacts
from foundation.access.publicity import kept_back, without_amounts
from foundation.access.viewer import Viewer
from pages.lists.columns import COLUMNS, WITHHELD, shown_frame, written_value
from pages.lists.guarded import rows_of
from pages.lists.words import list_title
from pages.shell.context import PageContext
from reporting.sheet.lists import list_workbook

KIND = "list"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def params(context: PageContext) -> dict[str, Any]:
    """What the builder needs again: the whole context, immutable."""
    return {"context": context}


@tickets.builder(KIND)
def build(viewer: Viewer, *, context: PageContext) -> tickets.Payload:
    """The workbook of the list that the address had open; the export is written to the audit first."""
    address = context.address
    rows = rows_of(context, address, source=METRICS[address.list[0]].source)
    detail = {
        "list": ",".join(address.list),
        "group": address.group,
        "part": address.part,
        "rows": rows.total,
    }
    audit.record(context.home, viewer, "export", detail | {"snapshot": context.snapshot.id})
    bodies = context.body_names
    leaving = without_amounts(
        _as_published(mask_contacts(rows.named, CONTACT_MASKS), context), context.viewer
    )
    named = shown_frame(leaving, COLUMNS[rows.source], context.lang, bodies=bodies)
    withheld = shown_frame(rows.withheld, WITHHELD, context.lang, bodies=bodies)
    frame = pd.concat([named, withheld], ignore_index=True) if len(withheld) else named
    title = list_title(context)
    data = list_workbook(frame, title, context.stamp, context.lang)
    return tickets.Payload(data=data, name=f"{title}_{context.stamp.as_of}.xlsx", media_type=_XLSX)


def _as_published(rows: pd.DataFrame, context: PageContext) -> pd.DataFrame:
    """A demand that its enterprise has not agreed to publish is called by field and kind."""
    is_kept = kept_back(rows, context.viewer)
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
