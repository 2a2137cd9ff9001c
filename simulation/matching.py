"""Demands meet achievements and experts: pairs that walk through stages, and what the platform suggests."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from simulation.seasons import YEARS, some_days_later, year_of
from simulation.world import World, where

#: Year of submission → share of demands that will meet somebody, sooner or later.
MEETS = {2021: 0.3, 2022: 0.42, 2023: 0.46, 2024: 0.48, 2025: 0.6}
NEXT = {
    "followed_on": (0.72, 22),
    "intent_on": (0.6, 40),
    "signed_on": (0.62, 45),
    "fulfilled_on": (0.45, 120),
}
STAGES = ("contacted_on", *NEXT)
LAST_DAY = pd.Timestamp("2025-12-31")
WHY_NOT = ("技术不匹配", "价格分歧", "企业放弃", "专家无暇", "需求不真实", "信息不全", "长期无进展", "其他")


def make_matches(world: World) -> None:
    """Fill `matches` and `recommendations`; close some demands that met nobody."""
    rng = world.random("matching")
    demands = world.table("demands")
    met = demands["submitted_on"].dt.year.map(MEETS).to_numpy() > rng.random(len(demands))
    met &= (demands["verified"] != "不属实").to_numpy() & demands["demand_no"].str.startswith("XQ").to_numpy()
    pairs = demands[met]
    pairs = pd.concat([pairs, pairs[rng.random(len(pairs)) < 0.18]]).sort_values(
        "submitted_on", kind="stable"
    )
    matches = _stage_dates(rng, pairs.reset_index(drop=True))
    _partners(world, rng, matches)
    _credit(world, rng, matches)
    world.add("matches", matches.drop(columns=["field"]))
    _recommend(world, rng, demands)
    _close(world, rng, demands, met)


def _stage_dates(rng: np.random.Generator, pairs: pd.DataFrame) -> pd.DataFrame:
    n = len(pairs)
    submitted = pairs["submitted_on"].to_numpy().astype("datetime64[D]")
    recommended = some_days_later(submitted, rng.integers(1, 14, n))
    frame = pd.DataFrame(
        {"demand": pairs["demand_no"], "officer_b": pairs["officer"], "field": pairs["field"]}
    )
    frame["recommended_on"] = recommended
    day, goes_on = some_days_later(recommended, (rng.exponential(20, n)).astype(int)), np.full(n, True)
    frame["contacted_on"] = day
    for stage, (share, mean) in NEXT.items():
        goes_on = goes_on & (rng.random(n) < share)
        day = some_days_later(day, 2 + rng.exponential(mean * 0.7, n).astype(int))
        frame[stage] = where(goes_on, day, np.datetime64("NaT"))
    for stage in STAGES:  # what would come after the sample's end has not happened
        frame[stage] = frame[stage].where(frame[stage] < LAST_DAY)
    frame = frame[frame["contacted_on"].notna()].reset_index(drop=True)
    frame["match_no"] = [f"DJ{y}{i + 1:05d}" for i, y in enumerate(frame["contacted_on"].dt.year)]
    _ends(rng, frame)
    return frame


def _ends(rng: np.random.Generator, frame: pd.DataFrame) -> None:
    last = frame[list(STAGES)].max(axis=1)
    open_still = frame["signed_on"].isna() & (last < LAST_DAY - pd.Timedelta(days=150))
    ended = open_still & (rng.random(len(frame)) < 0.6)
    frame["ended_on"] = (last + pd.to_timedelta(rng.integers(30, 120, len(frame)), unit="D")).where(ended)
    frame["end_reason"] = where(ended, rng.choice(WHY_NOT, len(frame)), None)
    fed_back_on = last + pd.to_timedelta(rng.integers(3, 25, len(frame)), unit="D")
    frame["fed_back_on"] = fed_back_on.where((fed_back_on < LAST_DAY) & (rng.random(len(frame)) < 0.5))
    frame["satisfaction"] = where(rng.random(len(frame)) < 0.3, rng.integers(3, 6, len(frame)), np.nan)
    frame["hours"] = where(rng.random(len(frame)) < 0.3, rng.integers(2, 30, len(frame)), np.nan)


def _partners(world: World, rng: np.random.Generator, matches: pd.DataFrame) -> None:
    """An achievement of the same field filed before (else an expert), and the A-class officer behind it."""
    achievements, experts = world.table("achievements"), world.table("experts")
    number: list[str | None] = []
    expert: list[str | None] = []
    officer: list[Any] = []
    by_field: dict[Any, Any] = {
        f: g.sort_values("submitted_on", kind="stable") for f, g in achievements.groupby("field")
    }
    row: Any
    for row in matches.itertuples():
        pool = by_field[row.field]
        earlier = int(pool["submitted_on"].searchsorted(row.recommended_on))
        if earlier and rng.random() < 0.82:
            pick = pool.iloc[int(rng.integers(max(0, earlier - 200), earlier))]
            number.append(pick["achievement_no"])
            expert.append(None)
        else:
            same = experts[experts["field"] == row.field]
            pick = same.iloc[int(rng.integers(len(same)))]
            number.append(None)
            expert.append(pick["expert_no"])
        officer.append(pick["officer"])
    matches["achievement"], matches["expert"] = number, expert
    matches["officer_a"] = pd.array(officer, dtype="Int64")


def _credit(world: World, rng: np.random.Generator, matches: pd.DataFrame) -> None:
    """Who made the pair: never somebody silent that year, and by hand only who starts by himself."""
    n = len(matches)
    able_a = _is_of_kind(world, matches, "officer_a", "PRA")
    able_b = _is_of_kind(world, matches, "officer_b", "PRA")
    starts_a = _is_of_kind(world, matches, "officer_a", "PR") & matches["officer_a"].notna().to_numpy()
    starts_b = _is_of_kind(world, matches, "officer_b", "PR") & matches["officer_b"].notna().to_numpy()
    wish = rng.choice(["A类联络员", "B类联络员", "双方", ""], n, p=[0.3, 0.4, 0.22, 0.08])
    may = np.select([wish == "A类联络员", wish == "B类联络员"], [starts_a, starts_b], starts_a & starts_b)
    by_hand = may & (rng.random(n) < 0.8)
    matches["source"] = where(by_hand, "人工", "智能")
    both_able = able_a & able_b
    matches["made_by"] = where(both_able, where(wish == "", None, wish), "办公室")
    matches.loc[~both_able, "source"] = "智能"


def _is_of_kind(world: World, matches: pd.DataFrame, side: str, kinds: str) -> Any:
    """Whether the officer behaves so in every year in which the pair moved (nobody: yes)."""
    keys = matches[side].fillna(-1).to_numpy(dtype=int)
    fits = np.full(len(matches), True)
    planted = np.append(world.is_planted, False)
    for stage in ("recommended_on", *STAGES):
        year = matches[stage].dt.year.to_numpy()
        for active_year in YEARS:
            here = (year == active_year) & (keys >= 0)
            fits[here] &= np.isin(world.kinds[active_year][keys[here]], list(kinds)) & ~planted[keys[here]]
    return fits


def _recommend(world: World, rng: np.random.Generator, demands: pd.DataFrame) -> None:
    """What the service platform itself suggested in 2025: three achievements a demand."""
    achievements = world.table("achievements")
    rows = demands[(demands["submitted_on"].dt.year == 2025) & demands["demand_no"].str.startswith("XQ")]
    numbers = {f: g["achievement_no"].to_numpy() for f, g in achievements.groupby("field")}
    # Only what was there before the year: a suggestion cannot know what is filed later.
    numbers = {f: a[[int(x[2:6]) < 2025 for x in a]] for f, a in numbers.items()}
    picks = np.array([rng.choice(numbers[f], 3, replace=False) for f in rows["field"]])
    score = np.sort(rng.uniform(0.35, 0.97, picks.shape), axis=1)[:, ::-1]
    day = some_days_later(
        rows["submitted_on"].to_numpy().astype("datetime64[D]"), rng.integers(1, 6, len(rows))
    )
    world.add(
        "recommendations",
        {
            "demand": np.repeat(rows["demand_no"].to_numpy(), 3),
            "achievement": picks.ravel(),
            "recommended_on": np.repeat(day, 3),
            "score": np.round(score.ravel(), 3),
            "position": np.tile([1, 2, 3], len(rows)),
        },
    )


def _close(world: World, rng: np.random.Generator, demands: pd.DataFrame, met: Any) -> None:
    """Some demands that met nobody are closed after half a year or so."""
    old = (demands["submitted_on"] < pd.Timestamp("2025-07-01")).to_numpy()
    closed = ~met & old & (rng.random(len(demands)) < 0.45)
    day = demands["submitted_on"] + pd.to_timedelta(rng.integers(90, 180, len(demands)), unit="D")
    demands["closed_on"] = day.where(closed)
    demands["close_reason"] = where(closed, rng.choice(WHY_NOT, len(demands)), None)
    visit = demands["submitted_on"] + pd.to_timedelta(rng.integers(10, 60, len(demands)), unit="D")
    demands["revisited_on"] = visit.where(
        (demands["verified"] == "已核验") & (visit < LAST_DAY) & (rng.random(len(demands)) < 0.6)
    )
    world.tables["demands"] = [demands]


__all__ = ["STAGES", "make_matches", "year_of"]
