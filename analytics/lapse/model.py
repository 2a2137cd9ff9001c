"""The logistic regression behind the outlook, and its sentence in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.lapse.card import Card
from analytics.lapse.features import ActiveDays, day_of, features_of, silent_after
from foundation.locales import Text

HORIZON_DAYS = 182
#: With fewer officers with a history no probability is given.
MIN_OFFICERS = 100
#: Coefficients of the powers and products of three logs, by degree.
_COEFFICIENTS = {3: 19, 2: 9, 1: 3}
#: Persons of the rarer outcome that each coefficient needs (Peduzzi et al. 1996).
_PERSONS_EACH = 10

_TOO_FEW = Text(
    zh="有履职历史、可供回看的联络员只有 {count} 人，不足 {least} 人：无法估计，不作推测。",
    en="Only {count} officers have a history to look back on, fewer than {least}: this cannot be known.",
)
_ONE_SIDED = Text(
    zh="以往各期要么都有履职、要么都没有：无法估计。",
    en="In the past either everyone or nobody acted: this cannot be known.",
)


@dataclass(frozen=True, eq=False)
class Lapse:
    """A fitted model. unknown: why nothing can be said (too few officers), else None.

    officers, pairs: persons, and person × cut, that it was fitted on. degree: 1 = the three logs alone, 2 and
    3 with their products. card: the same in points, 0–10.
    """

    officers: int
    pairs: int
    horizon_days: int
    unknown: Text | None = None
    degree: int = 0
    logistic: Any = None
    card: Card | None = None

    def predict(self, events: pd.DataFrame, cut: Any) -> pd.Series:
        """Probability of no act in the horizon that begins with the cut, by person.

        For exactly those eligible at the cut; NaN for all of them where `unknown` says why.
        """
        return self.of(features_of(ActiveDays.of(events), cut))

    def of(self, features: pd.DataFrame) -> pd.Series:
        """The same for rows of recency, active_days, tenure."""
        if self.logistic is None or features.empty:
            return pd.Series(np.nan, index=features.index, name="probability", dtype=float)
        chance = self.logistic.predict_proba(_logs(features))[:, 1]
        return pd.Series(chance, index=features.index, name="probability")


def fit(
    events: pd.DataFrame,
    cuts: Iterable[Any],
    horizon_days: int = HORIZON_DAYS,
    *,
    at_risk: pd.DataFrame | None = None,
    known_until: Any = None,
) -> Lapse:
    """Fit on every person eligible at each cut. events: `person`, `date`; the order is free.

    at_risk: `person`, `cut`: only these pairs are learned from (who was in service all the while).
    known_until: the last day whose acts are in; a cut whose horizon ends later is left out. Default: the
    last event.
    """
    days = ActiveDays.of(events)
    pairs = training_pairs(days, cuts, horizon_days, at_risk=at_risk, known_until=known_until)
    officers = int(pairs["person"].nunique())
    empty = Lapse(officers=officers, pairs=len(pairs), horizon_days=horizon_days)
    if officers < MIN_OFFICERS:
        return _unknown(empty, _TOO_FEW.format(count=officers, least=MIN_OFFICERS))
    if pairs["silent"].nunique() < 2:
        return _unknown(empty, _ONE_SIDED)
    degree = _degree(pairs)
    return Lapse(
        officers=officers,
        pairs=len(pairs),
        horizon_days=horizon_days,
        degree=degree,
        logistic=_fitted(pairs, degree),
        card=Card.of(pairs),
    )


def sentence(probability: float) -> Text:
    """`这样的联络员 100 人里，约有 30 人在今后 26 周没有履职。`"""
    return Text(
        zh="这样的联络员 100 人里，约有 {count} 人在今后 26 周没有履职。",
        en="Of 100 officers like this, about {count} have no act in the next 26 weeks.",
    ).format(count=round(100 * probability))


def training_pairs(
    days: ActiveDays,
    cuts: Iterable[Any],
    horizon_days: int,
    *,
    at_risk: pd.DataFrame | None,
    known_until: Any,
) -> pd.DataFrame:
    """person, cut, recency, active_days, tenure, silent: one row for each person eligible at each cut."""
    last = days.last if known_until is None else day_of(known_until)
    frames = [pd.DataFrame(columns=["person", "recency", "active_days", "tenure", "silent", "cut"])]
    for cut in dict.fromkeys(pd.Timestamp(cut) for cut in cuts):
        if day_of(cut) + horizon_days - 1 <= last:
            features = features_of(days, cut)
            silent = silent_after(days, cut, horizon_days).reindex(features.index)
            frames.append(features.assign(silent=silent, cut=cut).reset_index(names="person"))
    pairs = pd.concat(frames[1:], ignore_index=True) if len(frames) > 1 else frames[0]
    if at_risk is None:
        return pairs
    allowed = at_risk[["person", "cut"]].assign(cut=pd.to_datetime(at_risk["cut"])).drop_duplicates()
    return pairs.merge(allowed.astype(pairs[["person", "cut"]].dtypes.to_dict()), on=["person", "cut"])


def _degree(pairs: pd.DataFrame) -> int:
    rarer = min(pairs.loc[pairs["silent"] == value, "person"].nunique() for value in (0, 1))
    fitting = [d for d, size in _COEFFICIENTS.items() if rarer >= _PERSONS_EACH * size]
    return fitting[0] if fitting else 1


def _fitted(pairs: pd.DataFrame, degree: int) -> Any:
    """A lightly penalised logistic on standardised logs, their powers and products."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import PolynomialFeatures, StandardScaler

    steps = make_pipeline(
        StandardScaler(),
        PolynomialFeatures(degree, include_bias=False),
        StandardScaler(),
        LogisticRegression(C=1.0, max_iter=2000),
    )
    return steps.fit(_logs(pairs), pairs["silent"].to_numpy(int))


def _logs(features: pd.DataFrame) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.log(features[["recency", "active_days", "tenure"]].to_numpy(float))


def _unknown(empty: Lapse, why: Text) -> Lapse:
    return Lapse(officers=empty.officers, pairs=empty.pairs, horizon_days=empty.horizon_days, unknown=why)
