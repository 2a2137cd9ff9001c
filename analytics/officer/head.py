"""One officer's file: who, in which tier and why, and the dated lines behind it, each with its source row.

The tier of each of the last months is `tier_history(snapshot, person_id, as_of, viewer)` in
`analytics.officer.history`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analytics.officer.timeline import LINES, lines
from analytics.rules import Rules
from analytics.sql import run, run_for
from analytics.tiers import reason, shown_as
from foundation.access.masking import mask_email, mask_im, mask_phone
from foundation.access.viewer import LOWER_TIERS, Viewer
from foundation.locales import Text
from foundation.warehouse.snapshots import Snapshot


@dataclass(frozen=True, eq=False)
class OfficerHead:
    """The head of the officer panel.

    person: name, officer_no, org, unit, city, category, channel, field, recommender_name, term_no,
    started_on, ended_on, left_on, is_serving, is_due, the contacts, masked (None = not on file), and of the
    twelve months the latest cause that a contact named (cause, cause_on) and change of post (change_kind,
    changed_on).
    tier, tier_title, reason, counts: None and empty while the person is not serving on the as-of day.
    counts: the columns of `officers_serving`.
    """

    person_id: str
    name: str
    person: Mapping[str, Any]
    tier: str | None = None
    tier_title: Text | None = None
    reason: Text | None = None
    counts: Mapping[str, Any] = field(default_factory=dict)


def dossier_head(snapshot: Snapshot, person_id: str, as_of: dt.date, viewer: Viewer) -> OfficerHead | None:
    """Who this is, and the tier with its reason.

    None where nobody has this id, and where the viewer may not see the name: the caller cannot tell which.
    """
    person = _person(snapshot, person_id, as_of)
    if person is None:
        return None
    rules = Rules.of(snapshot)
    row = _serving(snapshot, person_id, as_of, rules=rules)
    if not may_open(viewer, unit=person["unit"], tier=row["tier"] if row else None):
        return None
    name = person["name"] or person_id
    if row is None:
        return OfficerHead(person_id=person_id, name=name, person=person)
    return OfficerHead(
        person_id=person_id,
        name=name,
        person=person,
        tier=row["tier"],
        tier_title=shown_as(row),
        reason=reason(row, rules),
        counts=row,
    )


def may_open(viewer: Viewer, *, unit: str | None, tier: str | None) -> bool:
    """Whether a viewer may open a named file: own unit only, lower tiers guarded (docs/definitions.md)."""
    if viewer.unit is not None and unit != viewer.unit:
        return False
    return viewer.may_see_lower_tier_names or tier not in LOWER_TIERS


def timeline(
    snapshot: Snapshot, person_id: str, as_of: dt.date, viewer: Viewer, *, head: OfficerHead | None = None
) -> pd.DataFrame:
    """Every dated line of the person's file up to the as-of day, newest first (columns: LINES).

    Empty where the viewer may not open the file. head: `dossier_head`, where the caller has it already.
    """
    if head is None and dossier_head(snapshot, person_id, as_of, viewer) is None:
        return pd.DataFrame(columns=list(LINES))
    return lines(run(snapshot, "officer_timeline", {"person_id": person_id, "as_of": as_of}), as_of)


def _person(snapshot: Snapshot, person_id: str, as_of: dt.date) -> dict[str, Any] | None:
    rows = _records(run_for(snapshot, "officer_head", person_id, {"as_of": as_of}))
    if not rows:
        return None
    masks = {"phone": mask_phone, "email": mask_email, "im_account": mask_im}
    why = _records(run_for(snapshot, "officer_causes", person_id, {"as_of": as_of}))
    causes = why[0] if why else dict.fromkeys(("cause", "cause_on", "change_kind", "changed_on"))
    return rows[0] | causes | {name: mask(rows[0][name]) for name, mask in masks.items()}


def _serving(snapshot: Snapshot, person_id: str, as_of: dt.date, *, rules: Rules) -> dict[str, Any] | None:
    rows = _records(run_for(snapshot, "officers_serving", person_id, rules.parameters() | {"as_of": as_of}))
    return rows[0] if rows else None


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as mappings, whatever is missing as None."""
    columns = list(frame.columns)
    cells = frame.astype(object).where(frame.notna(), None)
    return [dict(zip(columns, row, strict=True)) for row in cells.itertuples(index=False, name=None)]
