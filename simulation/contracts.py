"""Contracts: in 2025 52 officers with self-reported, 21 with verified ones; 15 of 27 verified are 省内."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from simulation.careers import Keys, in_service
from simulation.world import World, where


@dataclass(frozen=True)
class Year:
    """What one year's contracts add up to, in officers and rows; local of the verified rows."""

    reporting: int
    verified: int
    verified_rows: int
    local_rows: int


YEARLY = {
    2022: Year(14, 4, 5, 2),
    2023: Year(34, 9, 12, 6),
    2024: Year(44, 12, 16, 8),
    2025: Year(52, 21, 27, 15),
}
#: Share of the reporting officers with a row of their own; the others only say a number in 工作小结.
WITH_ROW = 0.7
#: Share of them who come from pairs signed that year in which both officers have a part.
WITH_PARTNER = 0.5
TYPES = ("技术开发", "技术转让", "技术许可", "技术咨询", "技术服务")


def make_contracts(world: World) -> None:
    """Fill `contracts`, and in `_reported` (officer, year, number) what summaries will say."""
    rng = world.random("matching").spawn(1)[0]
    for year, wanted in YEARLY.items():
        scale = len(world.persons) / 543
        reporting = _officers(world, rng, year, round(wanted.reporting * scale))
        self_reporting = reporting[: round(WITH_ROW * len(reporting))]
        both = round(0.66 * wanted.verified * scale)
        verified = np.concatenate(
            [
                self_reporting[:both],
                _officers(world, rng, year, round(wanted.verified * scale) - both, reporting),
            ]
        )
        _rows(world, rng, year, self_reporting, source="自报", local=round(0.55 * len(self_reporting)))
        extra = max(0, round(wanted.verified_rows * scale) - len(verified))
        twice = np.concatenate([verified, verified[:extra]])
        _rows(world, rng, year, twice, source="核验", local=round(wanted.local_rows * scale))
        world.add(
            "_reported",
            {"officer": reporting, "year": year, "number": 1 + (rng.random(len(reporting)) < 0.2)},
        )


def _officers(world: World, rng: np.random.Generator, year: int, size: int, others: Any = ()) -> Keys:
    """Active officers who serve at the year's end: couples of signed pairs, then who starts by himself."""
    kinds = world.kinds[year]
    keys = np.flatnonzero(np.isin(kinds, ["P", "R", "A"]) & ~world.is_planted)
    keys = keys[in_service(world, keys, np.full(len(keys), np.datetime64(f"{year}-12-31")))]
    keys = keys[~np.isin(keys, others)]
    matches = world.table("matches")
    signed = matches[matches["signed_on"].dt.year == year]
    couples = signed.loc[signed["officer_a"].isin(keys) & signed["officer_b"].isin(keys)]
    paired = couples[["officer_a", "officer_b"]].drop_duplicates().to_numpy(dtype=int).ravel()
    first = list(dict.fromkeys(paired.tolist()))[: round(WITH_PARTNER * size)]
    likely = np.array([{"P": 0.5, "R": 0.25, "A": 0.1}[k] for k in kinds[keys]])
    rest = keys[np.argsort(-(likely + rng.random(len(keys))), kind="stable")]
    return np.concatenate([np.array(first, dtype=int), rest[~np.isin(rest, first)]])[:size]


def _rows(world: World, rng: np.random.Generator, year: int, keys: Keys, *, source: str, local: int) -> None:
    n = len(keys)
    if not n:
        return
    signed = np.datetime64(f"{year}-01-15") + rng.integers(0, 330, n)
    is_local = where(rng.permutation(n) < local, "省内", "省外").astype(object)
    prefix = "HT" if source == "自报" else "HY"
    world.add(
        "contracts",
        pd.DataFrame(
            {
                "contract_no": [f"{prefix}{year}{i + 1:04d}" for i in range(n)],
                "match": None,
                "officer": keys,
                "kind": rng.choice(TYPES, n, p=[0.46, 0.1, 0.06, 0.12, 0.26]),
                "amount_wan": np.round(np.exp(rng.normal(3.3, 0.9, n)), 1) + 2,
                "signed_on": signed,
                "registered_no": [
                    f"{year}42{10000 + int(k)}" if source == "核验" else None for k in rng.permutation(n)
                ],
                "is_local": is_local,
                "source": source,
            }
        ),
    )


def link_contracts(world: World) -> None:
    """Name the pair behind a contract: signed that year, of a demand that the contract's officer filed.

    A pair credits both its officers, so the other one has a contract of that source that year too, or there
    is none: the programme's numbers of officers stay as they are.
    """
    contracts: Any = world.table("contracts")
    matches: Any = world.table("matches")
    signed = matches[matches["signed_on"].notna() & matches["officer_b"].notna()]
    free: dict[tuple[int, int], list[Any]] = {}
    for row in signed.itertuples():
        free.setdefault((int(row.officer_b), row.signed_on.year), []).append(row)
    having = set(zip(contracts["officer"], contracts["signed_on"].dt.year, contracts["source"], strict=True))
    for at, row in contracts.iterrows():
        year = row["signed_on"].year
        for pair in free.get((int(row["officer"]), year), []):
            if pd.isna(pair.officer_a) or (int(pair.officer_a), year, row["source"]) in having:
                contracts.loc[at, ["match", "signed_on"]] = [pair.match_no, pair.signed_on]
                free[int(row["officer"]), year].remove(pair)
                break
    world.tables["contracts"] = [contracts]
