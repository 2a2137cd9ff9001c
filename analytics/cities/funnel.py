"""Which units lie beyond the limits that chance alone sets for groups of their size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.charts.funnel_plot import FAR, NEAR
from analytics.cities.declaration import Compared
from analytics.cities.people import by_unit, drawable
from analytics.stats import funnel_limits, overdispersion, resampled_limits

#: Cells of the resampling: fewer draws where groups are very large, and their means nearly normal; many where
#: they are small, so that a unit near a limit does not owe its side to the seed.
CELLS, FEWEST, MOST = 8_000_000, 4_000, 60_000
GRID = 24


@dataclass(frozen=True, eq=False)
class Funnel:
    """units: as `by_unit`, with beyond ("", "95", "99_8"), side ("", "high", "low") and is_drawn.

    limits: n, low_95 … high_99_8 at every n that the axis shows. centre: the value of all persons compared.
    expected: how many of the units drawn chance alone would put beyond 95 %. phi: over-dispersion
    between the units against the spread of the limits (1 = no more than chance); NaN with fewer than three.
    """

    units: pd.DataFrame
    limits: pd.DataFrame
    centre: float
    expected: float
    phi: float

    @property
    def drawn(self) -> pd.DataFrame:
        return self.units[self.units["is_drawn"]]

    def beyond(self, level: str) -> pd.DataFrame:
        """Units beyond the 95 % ("95", and not further) or the 99.8 % limit ("99_8")."""
        return self.units[self.units["beyond"] == level]


def funnel(
    frame: pd.DataFrame, item: Compared, *, min_n: int, unrecorded: tuple[str, ...] = (), seed: int = 0
) -> Funnel:
    """Exact binomial limits for shares of persons; officers resampled for everything that comes in bursts.

    frame: `people` of all units. Units without reminder records, below min_n, and what nobody answers for
    are not drawn, and not judged. A value on a limit is within. Edges: nobody in scope → nothing drawn.
    """
    units = by_unit(frame, item, min_n=min_n)
    hidden = unrecorded if item.needs_records else ()
    units["is_drawn"] = drawable(units, unrecorded=hidden)
    pool = comparable(frame, hidden)
    total = float(pool["s"].sum())
    centre = float(pool["x"].sum() / total) if total else float("nan")
    units["beyond"], units["side"] = "", ""
    if not units["is_drawn"].any():
        return Funnel(units, pd.DataFrame(columns=["n", *NEAR, *FAR]), centre, 0.0, float("nan"))
    limits = _limits(pool, item, units, (centre, seed))
    _judge(units, limits)
    drawn = units[units["is_drawn"]]
    return Funnel(
        units, limits, centre, _expected(drawn, limits, item, centre), _phi(drawn, limits, item, centre)
    )


def comparable(frame: pd.DataFrame, hidden: tuple[str, ...]) -> pd.DataFrame:
    """The persons that the limits are computed from: no platform rows, no units without records."""
    return frame[frame["person_id"].notna() & ~frame["unit"].isin(hidden)]


def _axis(drawn: pd.DataFrame, item: Compared) -> np.ndarray:
    """Every n where the limits are exact and cheap; else a grid of sizes, those of the units among them."""
    low, high = int(drawn["n"].min()), int(drawn["n"].max())
    if item.kind == "share" and high <= 2_000:
        return np.arange(low, high + 1)
    grid = np.unique(np.geomspace(low, high, GRID).round().astype(int))
    return np.union1d(grid, drawn["n"].to_numpy(int))


def _limits(pool: pd.DataFrame, item: Compared, units: pd.DataFrame, plan: tuple[float, int]) -> pd.DataFrame:
    centre, seed = plan
    at = _axis(units[units["is_drawn"]], item)
    if item.kind == "share":
        return funnel_limits(at, centre)
    # Who left in the year still filed: a group of n serving stands for so many persons.
    persons = np.maximum(1, np.round(at * len(pool) / max((pool["s"] > 0).sum(), 1))).astype(int)
    draws = int(np.clip(CELLS // persons.max(), FEWEST, MOST))
    limits = resampled_limits(pool["x"], persons, draws=draws, seed=seed, exposure=pool["s"])
    return limits.assign(n=at)


def _judge(units: pd.DataFrame, limits: pd.DataFrame) -> None:
    """Write beyond and side; strictly beyond, the outer limit first."""
    at_n = limits.set_index("n").reindex(units["n"])
    value = units["value"].where(units["is_drawn"])
    for level, (low, high) in (("95", NEAR), ("99_8", FAR)):
        for side, is_out in (("high", value > at_n[high].to_numpy()), ("low", value < at_n[low].to_numpy())):
            units.loc[is_out, ["beyond", "side"]] = [level, side]


def _expected(drawn: pd.DataFrame, limits: pd.DataFrame, item: Compared, centre: float) -> float:
    """Tails beyond the 95 % limits, added up over the units drawn: exact for shares, else their 5 % each."""
    if item.kind != "share":
        return 0.05 * len(drawn)
    from scipy import stats

    at_n = limits.set_index("n").loc[drawn["n"]]
    law = stats.binom(drawn["n"], centre)
    high, low = (np.round(at_n[name].to_numpy() * drawn["n"].to_numpy()) for name in reversed(NEAR))
    return float((law.sf(high) + law.cdf(low - 1)).sum())


def _phi(drawn: pd.DataFrame, limits: pd.DataFrame, item: Compared, centre: float) -> float:
    """Spiegelhalter's φ; the variance is that of the limits drawn."""
    if len(drawn) < 3 or not centre > 0:
        return float("nan")
    if item.kind == "share":
        # His z² is Poisson's; a proportion varies less by 1 - p.
        return (
            overdispersion(drawn["numerator"], drawn["n"] * centre) / (1 - centre)
            if centre < 1
            else float("nan")
        )
    at_n = limits.set_index("n").loc[drawn["n"]]
    sigma = (at_n[NEAR[1]] - at_n[NEAR[0]]).to_numpy() / (2 * 1.959964)
    z = np.divide(drawn["value"] - centre, sigma, out=np.zeros(len(drawn)), where=sigma > 0)
    pulled = np.clip(z, *np.quantile(z, [0.1, 0.9]))
    return float(np.mean(pulled**2))
