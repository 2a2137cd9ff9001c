"""The back-test: the model fitted on the past alone, against what then happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.lapse.features import ActiveDays
from analytics.lapse.model import HORIZON_DAYS, fit, training_pairs
from analytics.stats import Calibration, calibration

RECENT_DAYS = 91


@dataclass(frozen=True, eq=False)
class Backtest:
    """How well the past would have been predicted. since: first cut predicted; n: person × cut predicted."""

    since: pd.Timestamp
    n: int
    officers: int
    result: Calibration
    #: The same among those who had acted in the RECENT_DAYS before the cut.
    recent: Calibration


def backtest(
    events: pd.DataFrame,
    cuts: Iterable[Any],
    split: Any,
    horizon_days: int = HORIZON_DAYS,
    *,
    at_risk: pd.DataFrame | None = None,
    known_until: Any = None,
) -> Backtest | None:
    """Learn from the cuts whose horizon is over by `split`, predict those from `split` on.

    None where too few are left to learn from, or nothing to predict.
    """
    cuts = sorted(pd.Timestamp(cut) for cut in cuts)
    days = ActiveDays.of(events)
    until = pd.Timestamp(split) - pd.Timedelta(days=1)
    past = fit(events, cuts, horizon_days, at_risk=at_risk, known_until=until)
    later = [cut for cut in cuts if cut >= pd.Timestamp(split)]
    pairs = training_pairs(days, later, horizon_days, at_risk=at_risk, known_until=known_until)
    if past.unknown is not None or pairs.empty:
        return None
    chance = past.of(pairs).to_numpy()
    is_recent = (pairs["recency"] <= RECENT_DAYS).to_numpy()
    silent = pairs["silent"].to_numpy()
    return Backtest(
        since=pairs["cut"].min(),
        n=len(pairs),
        officers=int(pairs["person"].nunique()),
        result=calibration(chance, silent),
        recent=calibration(chance[is_recent], silent[is_recent]),
    )
