"""一人一档 (paper 3.3): everything on file about one officer, each line with its file, sheet and row.

The four counters are the paper's own: 提交成果、反馈需求、参与互动、工作小结; they count
acts in service in the twelve months that end with the as-of, and each is the number of
the lines that carry its name.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from analytics.evidence.duties import evidence
from analytics.evidence.six_ones import Light, officer_lights
from analytics.officer.head import OfficerHead, dossier_head
from analytics.officer.history import COLUMNS, tier_history
from analytics.officer.timeline import COUNTERS, lines
from analytics.officer.timeline_words import outside
from analytics.scope import month_end, months_back
from analytics.sql import run
from foundation.access.viewer import Viewer
from foundation.warehouse.snapshots import Snapshot


@dataclass(frozen=True, eq=False)
class Dossier:
    """One officer's file as a viewer may see it.

    lines: `analytics.officer.timeline.LINES`, newest first. sections: section, on_date, kind, title, outcome,
    done_on, load_id, file, sheet, row_number.
    evidence: `analytics.evidence.duties.evidence`. history: the tier of each of the last months
    (`analytics.officer.history.tier_history`).
    """

    head: OfficerHead
    lights: tuple[Light, ...]
    lines: pd.DataFrame
    sections: pd.DataFrame
    evidence: pd.DataFrame
    history: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(COLUMNS)))

    @property
    def counts(self) -> dict[str, int]:
        """The four counters."""
        return {counter: int((self.lines["counter"] == counter).sum()) for counter in COUNTERS}

    def section(self, name: str) -> pd.DataFrame:
        return self.sections[self.sections["section"] == name].reset_index(drop=True)


def dossier(snapshot: Snapshot, person_id: str, as_of: dt.date, viewer: Viewer) -> Dossier | None:
    """The whole file; None where nobody has this id or the viewer may not open it."""
    head = dossier_head(snapshot, person_id, as_of, viewer)
    if head is None:
        return None
    parameters = {"person_id": person_id, "as_of": as_of}
    return Dossier(
        head=head,
        lights=officer_lights(snapshot, person_id, as_of),
        lines=lines(run(snapshot, "officer_timeline", parameters), as_of),
        sections=run(snapshot, "dossier_lines", parameters),
        evidence=evidence(snapshot, person_id, as_of),
        history=tier_history(snapshot, person_id, as_of, viewer, head=head),
    )


def as_published(snapshot: Any, person_id: str, file: Dossier) -> Dossier:
    """The file as it may leave the office: demands that are not public go by field and kind, contracts
    without what a single one is worth.
    """
    named = run(snapshot, "demands_named", {"person_id": person_id})
    is_line = file.lines["group"].isin(["demands", "matches"])
    is_match = file.sections["section"] == "match"
    is_contract = file.sections["section"] == "contract"
    lines = file.lines.assign(title=_called(file.lines, is_line, named))
    title = _called(file.sections, is_match, named).mask(is_contract, None)
    return replace(file, lines=lines, sections=file.sections.assign(title=title))


def _called(rows: pd.DataFrame, is_named: pd.Series, named: pd.DataFrame) -> pd.Series:
    """Titles as they may be read outside. is_named: which rows name a demand; named: `demands_named`."""
    places = ["load_id", "row_number"]
    by_place: dict[Any, dict[str, Any]] = {
        tuple(row[place] for place in places): {str(k): v for k, v in row.items()}
        for row in named.to_dict("records")
    }
    nothing: dict[str, Any] = {"is_public": False, "demand_field": None, "demand_kind": None}
    titles: list[Any] = []
    for title, is_one, *place in zip(rows["title"], is_named, *(rows[p] for p in places), strict=True):
        titles.append((outside(by_place.get(tuple(place), nothing)) or title) if is_one else title)
    return pd.Series(titles, index=rows.index, dtype=object)


def by_quarter(file: pd.DataFrame, as_of: dt.date, *, quarters: int = 8) -> pd.DataFrame:
    """Acts in service per quarter, the last ends with the as-of month: label, label_en, acts.

    file: `Dossier.lines`.
    """
    acts = file[file["class"].notna() & file["is_in_service"].eq(True)]
    rows = []
    for back in range(quarters - 1, -1, -1):
        start, end = months_back(as_of, 3 * back + 2), months_back(as_of, 3 * back)
        in_quarter = acts[acts["date"].between(pd.Timestamp(start), pd.Timestamp(month_end(end)))]
        labels = f"{start:%y}年{start.month}–{end.month}月", f"{start:%b}–{end:%b} {end:%y}"
        rows.append((*labels, len(in_quarter)))
    return pd.DataFrame(rows, columns=["label", "label_en", "acts"])
