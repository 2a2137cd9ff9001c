"""The open list as a workbook: personal data, so it leaves by ticket, built when it is fetched."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.metrics import METRICS
from foundation.access import audit, tickets
from foundation.access.masking import mask_contacts
from foundation.access.viewer import Viewer
from pages.parts.guarded import rows_of
from pages.parts.known import body_names
from pages.parts.list_columns import COLUMNS, WITHHELD, shown_frame
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
    named = shown_frame(mask_contacts(rows.named), COLUMNS[rows.source], looking.lang, bodies=bodies)
    withheld = shown_frame(rows.withheld, WITHHELD, looking.lang, bodies=bodies)
    frame = pd.concat([named, withheld], ignore_index=True) if len(withheld) else named
    title = list_title(looking)
    data = list_workbook(frame, title, looking.stamp, looking.lang)
    return tickets.Payload(data=data, name=f"{title}_{looking.stamp.as_of}.xlsx", media_type=_XLSX)
