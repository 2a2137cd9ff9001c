"""The outlook for the officers of one snapshot: model, back-test, and what it says of those serving now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.lapse.backtest import Backtest, backtest
from analytics.lapse.features import eligible
from analytics.lapse.model import HORIZON_DAYS, Lapse, fit
from analytics.metrics import members
from analytics.scope import Scope, month_end
from analytics.sql import run
from foundation.access.viewer import Viewer

#: More likely than not.
LIKELY = 0.5
#: The share of the cuts, the earliest, that a back-test learns from.
_LEARNED = 2 / 3


@dataclass(frozen=True, eq=False)
class Outlook:
    """officers: those serving in scope who can be judged, with chance, points (where
    the model knows anything), recency, active_days, tenure.

    serving: how many serve in scope; the others have too short a history. backtest: None where the past is
    too short to be predicted. cut: the day after the as-of day.
    """

    model: Lapse
    backtest: Backtest | None
    officers: pd.DataFrame
    serving: int
    cut: pd.Timestamp


def may_see(viewer: Viewer) -> bool:
    """The office alone, and not on a projector."""
    return viewer.role == "office" and not viewer.is_presenting


def outlook(snapshot: Any, *, scope: Scope, viewer: Viewer) -> Outlook:
    """Fitted on the whole province up to the as-of day, whatever the scope; said of those in scope.

    Raises PermissionError for anybody but the office.
    """
    if not may_see(viewer):
        raise PermissionError("lapse risk is for the office alone")
    at = {"as_of": scope.as_of}
    events, at_risk = run(snapshot, "lapse_events", at), run(snapshot, "lapse_at_risk", at)
    cuts = sorted(pd.to_datetime(at_risk["cut"]).unique())
    today = pd.Timestamp(month_end(scope.as_of))
    model = fit(events, cuts, HORIZON_DAYS, at_risk=at_risk, known_until=today)
    tested = _backtest(events, cuts, at_risk, today)
    cut = today + pd.Timedelta(days=1)
    features = eligible(events, cut)
    judged = features.assign(chance=model.of(features))
    if model.card:
        judged["points"] = model.card.total(features)
    serving = members(snapshot, "officers_serving", scope=scope, viewer=viewer)
    officers = serving.merge(judged.rename_axis("person_id").reset_index(), on="person_id")
    return Outlook(model, tested, officers, len(serving), cut)


def _backtest(
    events: pd.DataFrame, cuts: list[pd.Timestamp], at_risk: pd.DataFrame, today: pd.Timestamp
) -> Backtest | None:
    over = [cut for cut in cuts if cut + pd.Timedelta(days=HORIZON_DAYS - 1) <= today]
    if len(over) < 2:
        return None
    split = over[min(int(len(over) * _LEARNED), len(over) - 1)]
    return backtest(events, over, split, at_risk=at_risk, known_until=today)
