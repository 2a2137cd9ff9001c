"""Who may fall silent: the chance of no act in the next 26 weeks, from recency, active days and tenure.

    model = fit(events, cuts)          # events: person, date
    model.predict(events, cut)         # Series of probabilities by person, for exactly those eligible

For the office alone, so that it knows whom to ring first: never in an export, never in a score. Fitted on
the programme's own past, because such probabilities transfer badly between populations.
"""

from analytics.lapse.backtest import Backtest, backtest
from analytics.lapse.card import Card
from analytics.lapse.features import eligible, outcomes
from analytics.lapse.model import HORIZON_DAYS, MIN_OFFICERS, Lapse, fit, sentence

__all__ = [
    "HORIZON_DAYS",
    "MIN_OFFICERS",
    "Backtest",
    "Card",
    "Lapse",
    "backtest",
    "eligible",
    "fit",
    "outcomes",
    "sentence",
]
