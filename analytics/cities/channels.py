"""Does the recommending channel go with activity? Officers of cities' own bodies against 高校/院所/企业科协.

Compared within city, category and tenure, so that their mix does not decide (paper 6.1). An association,
never a cause: officers were not assigned to channels at random.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.stats import proportion_interval, stratified_ratio, within_strata_permutation
from analytics.stats.strata import Permutation, StratifiedRatio
from foundation.reference.cities import CITY_CODES

#: The first against the second: a positive difference speaks for the first.
LOCAL, INSTITUTION = "local", "institution"
SIDES = (LOCAL, INSTITUTION)
ALL, OTHERS = "all", "others"


@dataclass(frozen=True, eq=False)
class Channels:
    """rows: group (a city, "others", "all"), and for each side value, low, high, numerator, denominator.

    A side's value is standardised over the strata where both sides stand; its counts are the plain ones,
    of everybody. is_small: fewer than min_n of either side in such strata, so no value. members: group →
    its cities. strata: how many hold both sides. permutation: difference first less second, and its p.
    """

    rows: pd.DataFrame
    members: dict[str, tuple[str, ...]]
    strata: int
    permutation: Permutation
    ratio: StratifiedRatio

    @property
    def is_comparable(self) -> bool:
        return self.strata > 0 and not bool(self.rows.loc[self.rows["group"] == ALL, "is_small"].iloc[0])

    @property
    def beyond(self) -> str:
        """ "" within chance, "95" a hint, "99_8" beyond."""
        p = self.permutation.p
        return "99_8" if p <= 0.002 else "95" if p <= 0.05 else ""


def channels(
    frame: pd.DataFrame,
    *,
    min_n: int,
    side: str = "channel",
    sides: tuple[str, str] = SIDES,
    draws: int = 2_000,
) -> Channels:
    """Compare two kinds of officers within city × category × tenure. frame: `people` of a share of persons.

    Cities that hold min_n of both sides have a row of their own, in official order; all others together
    one, compared within each of them; "all" is first. Edges: no stratum with both sides → NaN.
    """
    kept = frame[(frame["s"] > 0) & frame[side].isin(sides) & frame["city"].notna()]
    stratum = kept["city"] + "|" + kept["category"].fillna("?") + "|" + kept["tenure"].fillna("?")
    table = _strata(kept.assign(stratum=stratum), side, sides)
    groups = _groups(table, min_n)
    rows = [_row(name, table[table["city"].isin(cities)], min_n) for name, cities in groups.items()]
    is_first = (kept[side] == sides[0]).to_numpy()
    both = table["stratum"][(table["n1"] > 0) & (table["n0"] > 0)]
    permutation = within_strata_permutation(kept["x"], is_first, stratum, draws=draws)
    counts = np.stack([[table["x1"], table["n1"] - table["x1"]], [table["x0"], table["n0"] - table["x0"]]])
    ratio = stratified_ratio(counts.transpose(2, 0, 1))
    return Channels(pd.DataFrame(rows), groups, len(both), permutation, ratio)


def _strata(kept: pd.DataFrame, side: str, sides: tuple[str, str]) -> pd.DataFrame:
    """One row a stratum: city, stratum, x1, n1 (first side), x0, n0 (second)."""
    first = (kept[side] == sides[0]).astype(float)
    parts = kept.assign(x1=kept["x"] * first, n1=first, x0=kept["x"] * (1 - first), n0=1 - first)
    return parts.groupby(["city", "stratum"], as_index=False)[["x1", "n1", "x0", "n0"]].sum()


def _groups(table: pd.DataFrame, min_n: int) -> dict[str, tuple[str, ...]]:
    sizes = table.groupby("city")[["n1", "n0"]].sum()
    large = [c for c in CITY_CODES if c in sizes.index and sizes.loc[c].min() >= min_n]
    rest = tuple(c for c in CITY_CODES if c in sizes.index and c not in large)
    groups = {ALL: tuple(c for c in CITY_CODES if c in sizes.index)} | {c: (c,) for c in large}
    return groups | ({OTHERS: rest} if large and rest else {})


def _row(name: str, table: pd.DataFrame, min_n: int) -> dict[str, object]:
    """Both sides over the same mix: strata weighted by n₁n₀/(n₁+n₀), as the permutation weighs them."""
    both = table[(table["n1"] > 0) & (table["n0"] > 0)]
    weight = (both["n1"] * both["n0"] / (both["n1"] + both["n0"])).to_numpy()
    is_small = bool(min(both["n1"].sum(), both["n0"].sum()) < min_n)
    row: dict[str, object] = {"group": name, "is_small": is_small, "strata": len(both)}
    for place, key in ((LOCAL, "1"), (INSTITUTION, "0")):
        value, low, high = (np.nan,) * 3 if is_small else _standardised(both, weight, key)
        row |= {f"{place}_value": value, f"{place}_low": low, f"{place}_high": high}
        row |= {f"{place}_numerator": table[f"x{key}"].sum(), f"{place}_denominator": table[f"n{key}"].sum()}
    return row


def _standardised(both: pd.DataFrame, weight: np.ndarray, key: str) -> tuple[float, float, float]:
    """Weighted share with Wilson's interval at the effective size (Σw)²/Σ(w²/n) (Kish 1965)."""
    n = both[f"n{key}"].to_numpy()
    share = float((weight * both[f"x{key}"].to_numpy() / n).sum() / weight.sum())
    size = float(weight.sum() ** 2 / (weight**2 / n).sum())
    low, high = proportion_interval(share * size, size)
    return share, float(low), float(high)


def recognisers(frame: pd.DataFrame, levels: pd.DataFrame, *, min_n: int) -> Channels | None:
    """认定机关: 市州、县市区科协 against 省科协, only within files that hold both; None where none does.

    levels: person_id, recognised_by, sha256 of the term in force (query `officers_recognised`).
    """
    rows = frame[frame["s"] > 0].merge(levels, on="person_id", how="inner")
    rows["level"] = np.where(rows["recognised_by"] == "省科协", INSTITUTION, LOCAL)
    kinds = rows.groupby("sha256")["level"].transform("nunique")
    held = rows[kinds == 2]
    if held.empty:
        return None
    return channels(held, min_n=min_n, side="level")
