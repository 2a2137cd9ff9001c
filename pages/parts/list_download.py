"""The open list as a workbook: personal data, so it leaves by ticket, built when it is fetched."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics import METRICS
from foundation.access import audit, tickets
from foundation.access.masking import mask_contacts
from foundation.access.publicity import kept_back, without_amounts
from foundation.access.viewer import Viewer
from pages.parts.guarded import rows_of
from pages.parts.known import body_names
from pages.parts.list_columns import COLUMNS, WITHHELD, shown_frame, written_value
from pages.parts.list_words import list_title
from pages.parts.looking import Looking
from reporting.lists import list_workbook

KIND = "list"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def params(looking: Looking) -> dict[str, Any]:
    """What the builder needs again: the whole context, immutable."""
    return {"looking": looking}


@tickets.builder(KIND)
def build(viewer: Viewer, *, looking: Looking) -> tickets.Payload:
    """The workbook of the list that the address had open; the export is written to the audit first."""
    address = looking.address
    rows = rows_of(looking, address, source=METRICS[address.list[0]].source)
    detail = {
        "list": ",".join(address.list),
        "group": address.group,
        "part": address.part,
        "rows": rows.total,
    }
    audit.record(looking.home, viewer, "export", detail | {"snapshot": looking.snapshot.id})
    bodies = body_names(looking.snapshot.id)
    leaving = without_amounts(_as_published(mask_contacts(rows.named), looking), looking.viewer)
    named = shown_frame(leaving, COLUMNS[rows.source], looking.lang, bodies=bodies)
    withheld = shown_frame(rows.withheld, WITHHELD, looking.lang, bodies=bodies)
    frame = pd.concat([named, withheld], ignore_index=True) if len(withheld) else named
    title = list_title(looking)
    data = list_workbook(frame, title, looking.stamp, looking.lang)
    return tickets.Payload(data=data, name=f"{title}_{looking.stamp.as_of}.xlsx", media_type=_XLSX)


def _as_published(rows: pd.DataFrame, looking: Looking) -> pd.DataFrame:
    """A demand that its enterprise has not agreed to publish is called by field and kind."""
    is_kept = kept_back(rows, looking.viewer)
    if not is_kept.any():
        return rows
    words = [
        " · ".join(
            written_value(cell, f"code:{code}", looking.lang, {})
            for cell, code in ((row["demand_field"], "field"), (row["kind"], "demand_kind"))
            if not pd.isna(cell)
        )
        for row in rows[is_kept].to_dict("records")
    ]
    return rows.assign(title=rows["title"].mask(is_kept, pd.Series(words, index=rows.index[is_kept])))
