"""In which tier an officer was, and why: today's rules, applied to each month's last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.officer.head import OfficerHead, dossier_head
from analytics.rules import Rules
from analytics.scope import months_back
from analytics.sql import at_each_month, for_one_person, run_text
from analytics.tiers import reason, shown_as
from foundation.access.viewer import LOWER_TIERS, Viewer
from foundation.warehouse.snapshots import Snapshot

COLUMNS = ("month", "tier", "title", "reason")
#: Stands for a lower tier that this viewer may not see beside a name.
WITHHELD = "withheld"
MONTHS = 24
RUNS = ("tier", "first", "last", "months", "title", "reason")


def tier_history(
    snapshot: Snapshot,
    person_id: str,
    as_of: dt.date,
    viewer: Viewer,
    *,
    months: int = MONTHS,
    head: OfficerHead | None = None,
) -> pd.DataFrame:
    """month (its first day), tier, title, reason: a row for each of the months that end with the as-of.

    The earliest first. title, reason: Texts, None where there is no tier that this viewer may see.

    tier: as `officers_serving` says at that month, by the snapshot's rules; None where the person was not
    serving then; WITHHELD where it is a lower one and the viewer may not see such names. No rows where the
    viewer may not open the file. head: `dossier_head`, where the caller has it already.

        tier_history(snapshot, "HB2023-0001", dt.date(2025, 12, 1), OFFICE)
    """
    if head is None and dossier_head(snapshot, person_id, as_of, viewer) is None:
        return pd.DataFrame(columns=list(COLUMNS))
    wanted = [months_back(as_of, months - 1 - i) for i in range(months)]
    text = (
        "select cast(as_at as date) as month, x.* from (select unnest($months) as as_at) each_month "
        f"left join lateral ({at_each_month(for_one_person('officers_serving'))}) x on true order by month"
    )
    rules = Rules.of(snapshot)
    rows = run_text(snapshot, text, rules.parameters() | {"months": wanted, "person_id": person_id})
    cells = rows.astype(object).where(rows.notna(), None).to_dict("records")
    lines = [_line({str(k): v for k, v in row.items()}, rules, viewer) for row in cells]
    history = pd.DataFrame(lines, columns=list(COLUMNS), dtype=object)
    return history.assign(month=pd.to_datetime(history["month"]))


def _line(row: Mapping[str, Any], rules: Rules, viewer: Viewer) -> tuple[Any, ...]:
    """One month: row is that of `officers_serving`, all empty while not serving."""
    if row["tier"] is None:
        return row["month"], None, None, None
    if row["tier"] in LOWER_TIERS and not viewer.may_see_lower_tier_names:
        return row["month"], WITHHELD, None, None
    return row["month"], row["tier"], shown_as(row), reason(row, rules)


def runs(history: pd.DataFrame) -> pd.DataFrame:
    """The same in runs of one tier: tier, first, last (months), months, title, reason (of the last month).

    history: `tier_history`. The latest run first.
    """
    tiers = history["tier"].fillna("")
    number = (tiers != tiers.shift()).cumsum()
    lines = [
        (run["tier"].iloc[-1], run["month"].iloc[0], run["month"].iloc[-1], len(run), *run.iloc[-1, 2:])
        for _, run in history.groupby(number)
    ]
    return pd.DataFrame(lines[::-1], columns=list(RUNS), dtype=object)
