"""In which tier an officer was, month by month: the rule of today, asked as at each month's last day."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from analytics.officer import dossier_head
from analytics.queries import at_each_month, bound, of_one
from analytics.rules import Rules
from analytics.scope import months_back
from foundation.access.viewer import LOWER_TIERS, Viewer
from foundation.warehouse.snapshots import Snapshot

COLUMNS = ("month", "tier")
#: Stands for a lower tier that this viewer may not see beside a name.
WITHHELD = "withheld"
MONTHS = 24


def tier_history(
    snapshot: Snapshot, person_id: str, as_of: dt.date, viewer: Viewer, *, months: int = MONTHS
) -> pd.DataFrame:
    """month (its first day), tier: one row for each of the months that end with the as-of, earliest first.

    tier: as `officers_serving` says at that month, by the snapshot's rules; None where the person was not
    serving then; WITHHELD where it is a lower one and the viewer may not see such names. No rows where the
    viewer may not open the file.

        tier_history(snapshot, "HB2023-0001", dt.date(2025, 12, 1), OFFICE)
    """
    if dossier_head(snapshot, person_id, as_of, viewer) is None:
        return pd.DataFrame(columns=list(COLUMNS))
    wanted = [months_back(as_of, months - 1 - i) for i in range(months)]
    text = (
        "select cast(as_at as date) as month, x.tier from (select unnest($months) as as_at) each_month "
        f"left join lateral ({at_each_month(of_one('officers_serving'))}) x on true order by month"
    )
    asked = Rules.of(snapshot).parameters() | {"months": wanted, "person_id": person_id}
    found: pd.DataFrame = snapshot.cursor().execute(text, bound(text, asked)).df()
    tiers = found["tier"].astype(object).where(found["tier"].notna(), None)
    if not viewer.may_see_lower_tier_names:
        tiers = tiers.where(~tiers.isin(LOWER_TIERS), WITHHELD)
    return found.assign(tier=tiers)
