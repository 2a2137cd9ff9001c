"""Whom the office called or wrote to, and who could not be reached."""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.careers import Keys, in_service
from simulation.seasons import draw_days, next_working_day, year_of
from simulation.world import World, where

#: On which channels the office tries in turn.
WAYS = np.array(
    [("电话", "微信", "电话"), ("电话", "QQ", "微信"), ("走访", "电话", "微信"), ("微信", "电话", "QQ")]
)


def make_contacts(world: World, rng: np.random.Generator, year: int) -> None:
    """Failures with the lost; some of the silent and a few of the others are reached."""
    kinds = world.kinds[year]
    _tries(world, rng, np.flatnonzero((kinds == "L") & ~world.is_planted), year)
    reached = np.flatnonzero((kinds == "Q") & (rng.random(len(kinds)) < 0.6) & ~world.is_planted)
    active = np.isin(kinds, ["P", "R", "A"]) & (rng.random(len(kinds)) < 0.14) & ~world.is_planted
    keys = np.concatenate([reached, np.flatnonzero(active)])
    first = max(np.datetime64(f"{year}-02-15"), np.datetime64("2021-10-08"))
    day = draw_days(rng, np.full(len(keys), first), np.full(len(keys), np.datetime64(f"{year}-12-20")))
    inside = in_service(world, keys, day)
    channel = rng.choice(["电话", "微信", "QQ"], inside.sum(), p=[0.6, 0.3, 0.1])
    outcome = where(channel == "电话", "接通", "已回复")
    _contact(world, rng, keys[inside], day[inside], channel=channel, outcome=outcome)


def _tries(world: World, rng: np.random.Generator, keys: Keys, year: int) -> None:
    """Two or three failures on at least two channels, the second 64 days or more after the first."""
    first = _first_try(world, rng, keys, year)
    second = next_working_day(first + rng.integers(64, 110, len(keys)))
    third = where(
        rng.random(len(keys)) < 0.75, next_working_day(second + rng.integers(30, 80, len(keys))), second
    )
    channels = WAYS[rng.integers(0, len(WAYS), len(keys))]
    for nth, day in enumerate((first, second, third)):
        inside = in_service(world, keys, day) & (year_of(day) == year)
        inside &= (third != second) | (nth < 2)
        channel = channels[inside, nth]
        outcome = where(np.isin(channel, ["电话", "走访"]), "未接", "未回复")
        _contact(world, rng, keys[inside], day[inside], channel=channel, outcome=outcome)


def _first_try(world: World, rng: np.random.Generator, keys: Keys, year: int) -> Any:
    """A day in spring, or in June and July for who was not yet (or not any more) in service then."""
    n = len(keys)
    start = np.datetime64(f"{year}-02-20") if year > 2021 else np.datetime64("2021-10-08")
    early = draw_days(rng, np.full(n, start), np.full(n, start + 75))
    late = draw_days(
        rng, np.full(n, np.datetime64(f"{year}-06-22")), np.full(n, np.datetime64(f"{year}-07-28"))
    )
    return where(in_service(world, keys, early), early, late)


def _contact(
    world: World, rng: np.random.Generator, keys: Keys, day: Any, *, channel: Any, outcome: Any
) -> None:
    cause = rng.choice(
        np.array(["任务繁重", "职能调整", "认识不足", "能力不足", "不明", None], dtype=object),
        len(keys),
        p=[0.2, 0.1, 0.1, 0.05, 0.15, 0.4],
    )
    world.add(
        "contacts",
        {
            "officer": keys,
            "contacted_on": day,
            "channel": channel,
            "outcome": outcome,
            "cause": where(np.isin(outcome, ["接通", "已回复"]), cause, None),
            "content": where(np.isin(outcome, ["接通", "已回复"]), "了解履职情况", None),
        },
    )
