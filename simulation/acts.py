"""What officers do: acts on their own initiative in bursts, the December bulge, errands for others."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from simulation.careers import STARTS, in_service
from simulation.people import FULL_SIZE
from simulation.reminders import CAMPAIGN_YEARS, SAYS_ITSELF
from simulation.seasons import FIRST_DAY, LAST_DAY, YEARS, draw_days, month_of, some_days_later, year_of
from simulation.world import World, where

#: Rows a year: with the planted ones 320 and 600, less while the programme was being built up.
DEMANDS = {2021: 40, 2022: 220, 2023: 320, 2024: 320, 2025: 307}
ACHIEVEMENTS = {2021: 70, 2022: 400, 2023: 595, 2024: 596, 2025: 595}
FROM_PLATFORM = 0.09
HEAVY = 0.15
OWN_KINDS = ("企业走访", "联络专家", "需求响应", "座谈交流", "调研走访")
OTHER_KINDS = ("平台使用", "参加活动", "协办任务")


def make_acts(world: World, acts: float = 1.0) -> None:
    """Fill `activities`, and in `_filed` demands, achievements and suggestions still without words.

    acts: how many times the usual number per officer (for benches).
    """
    size = acts * len(world.persons) / FULL_SIZE
    rng = world.random("acts")
    own_acts = pd.concat([_own_acts(world, rng, year, acts) for year in YEARS], ignore_index=True)
    is_heavy = rng.random(len(world.persons)) < HEAVY
    own_acts["what"] = "activity"
    for year in YEARS:
        _allot(
            world,
            rng,
            own_acts,
            year=year,
            what="demand",
            is_heavy=is_heavy,
            total=round(DEMANDS[year] * size),
        )
        _allot(
            world,
            rng,
            own_acts,
            year=year,
            what="achievement",
            is_heavy=is_heavy,
            total=round(ACHIEVEMENTS[year] * size),
        )
    spare = (own_acts["what"] == "activity").to_numpy() & (rng.random(len(own_acts)) < 0.03)
    own_acts.loc[spare, "what"] = "suggestion"
    world.add("_filed", own_acts[own_acts["what"] != "activity"].assign(is_prompted=False, is_campaign=False))
    _activities(world, rng, own_acts[own_acts["what"] == "activity"])
    _other_activities(world, rng, acts)


def _own_acts(world: World, rng: np.random.Generator, year: int, acts: float) -> pd.DataFrame:
    """Self-initiated acts of one year: a few bursts in different quarters, each of some days."""
    kinds = world.kinds[year]
    n = len(kinds)
    often = 5 + rng.poisson(3.2, n)
    seldom = rng.choice([1, 2, 3], n, p=[0.5, 0.35, 0.15])
    count = np.select([kinds == "P", kinds == "R"], [often, seldom], 0) * ~world.is_planted
    count = np.floor(count * acts + rng.random(n)).astype(int) if acts != 1 else count
    keys = np.repeat(np.arange(n), count)
    nth = np.arange(len(keys)) - np.repeat(np.cumsum(count) - count, count)
    begins = _first_quarters(world, year)
    quarter = begins[keys] + (rng.integers(0, 4, n)[keys] + nth % where(kinds == "P", 4, 2)[keys]) % (
        4 - begins[keys]
    )
    centres = _centres(rng, n, year)
    day = some_days_later(centres[keys, quarter], rng.integers(0, 6, len(keys)))
    inside = in_service(world, keys, day) & (year_of(day) == year)
    return pd.DataFrame({"officer": keys[inside], "day": day[inside]})


def _first_quarters(world: World, year: int) -> Any:
    """The first quarter of the year (0 to 3) in which each officer is there to act."""
    started = np.array([np.datetime64(s) for _, s in STARTS])[world.persons["batch"].to_numpy()]
    return where(year_of(started) == year, (month_of(started) - 1) // 3, 0)


def _centres(rng: np.random.Generator, n: int, year: int) -> Any:
    """For each person and quarter the day on which a burst begins."""
    columns = []
    for quarter in range(4):
        first = max(np.datetime64(f"{year}-{quarter * 3 + 1:02d}-01"), FIRST_DAY)
        last = min((first.astype("datetime64[M]") + 3).astype("datetime64[D]") - 4, LAST_DAY)
        first = min(first, last)
        columns.append(draw_days(rng, np.full(n, first), np.full(n, last)))
    return np.stack(columns, axis=1)


def _allot(
    world: World,
    rng: np.random.Generator,
    own_acts: pd.DataFrame,
    *,
    year: int,
    what: str,
    is_heavy: Any,
    total: int,
) -> None:
    """Let so many of the year's own acts be demands (or achievements) that with the answers, the platform's
    and the December bulge the year has `total`. Never in the weeks when the topic is being asked for."""
    filed = world.table("_filed")
    answers = int(((filed["what"] == what) & (year_of(filed["day"].to_numpy()) == year)).sum())
    wanted = total - answers - round(total * FROM_PLATFORM if what == "demand" else total * 0.05)
    day = own_acts["day"].to_numpy()
    month = month_of(day)
    is_requested = np.isin(month, [3, 4, 9, 10] if what == "demand" else [6, 7, 12])
    free = np.flatnonzero(
        (year_of(day) == year) & (own_acts["what"] == "activity").to_numpy() & ~is_requested
    )
    category = world.persons["category"].to_numpy()[own_acts["officer"].to_numpy()[free]]
    weight = where(category == ("B" if what == "demand" else "A"), 1.6, 0.7)
    weight *= where(is_heavy[own_acts["officer"].to_numpy()[free]], 9.0 if what == "demand" else 0.7, 1.0)
    mine = min(max(0, wanted if what == "demand" else round(0.5 * wanted)), round(0.62 * len(free)))
    order = np.argsort(rng.exponential(size=len(free)) / weight, kind="stable")
    own_acts.loc[free[order[:mine]], "what"] = what
    if what == "achievement":
        _december(world, rng, year, wanted - mine)
    _platform(world, rng, year, what, total)


def _december(world: World, rng: np.random.Generator, year: int, size: int) -> None:
    """The bulge of achievements in a campaign; in other Decembers only self-starters file."""
    kinds = world.kinds[year]
    willing = ["P", "R", "A"] if year in CAMPAIGN_YEARS else ["P"]
    keys = np.flatnonzero(np.isin(kinds, willing) & ~world.is_planted)
    keys = keys[in_service(world, keys, np.full(len(keys), np.datetime64(f"{year}-12-15")))]
    if size <= 0 or not len(keys):
        return
    chosen = np.sort(keys[rng.integers(0, len(keys), size)])
    day = draw_days(
        rng, np.full(size, np.datetime64(f"{year}-12-08")), np.full(size, np.datetime64(f"{year}-12-29"))
    )
    world.add(
        "_filed",
        {
            "officer": chosen,
            "day": day,
            "what": "achievement",
            "is_prompted": False,
            "is_campaign": year in CAMPAIGN_YEARS,
        },
    )


def _platform(world: World, rng: np.random.Generator, year: int, what: str, total: int) -> None:
    """Demands or achievements filed on the platform, without an officer."""
    size = round(total * (FROM_PLATFORM if what == "demand" else 0.05))
    first = np.datetime64(f"{year}-01-05") if year > 2021 else FIRST_DAY + 20
    day = draw_days(rng, np.full(size, first), np.full(size, np.datetime64(f"{year}-12-20")))
    world.add("_filed", {"officer": pd.array([pd.NA] * size, dtype="Int64"), "day": day, "what": what})


def _activities(world: World, rng: np.random.Generator, own_acts: pd.DataFrame) -> None:
    """Own visits, talks and surveys as rows of `activities`; a few entered by somebody else."""
    n = len(own_acts)
    kind = rng.choice(OWN_KINDS, n, p=[0.42, 0.2, 0.14, 0.14, 0.1])
    firm = [f"模拟企业B-{i:03d}" for i in rng.integers(1, 240, n)]
    world.add(
        "activities",
        {
            "officer": own_acts["officer"].to_numpy(),
            "acted_on": own_acts["day"].to_numpy(),
            "kind": kind,
            "mode": rng.choice(["线下", "线上"], n, p=[0.74, 0.26]),
            "is_prompted": None,
            "entered_by": rng.choice(["本人", "单位代报", "办公室代录"], n, p=[0.88, 0.09, 0.03]),
            "hours": rng.choice([1.0, 2.0, 3.0, 4.0, 6.0, np.nan], n),
            "target_org": firm,
            "content": [_content(k, f) for k, f in zip(kind, firm, strict=True)],
            "evidence": rng.choice(np.array(["照片", "座谈纪要", "平台记录", None], dtype=object), n),
        },
    )


def _content(kind: str, firm: str) -> str:
    return {
        "企业走访": f"走访{firm}，了解技术难题和人才需求",
        "联络专家": f"联系高校专家，为{firm}问诊",
        "需求响应": f"回应{firm}提出的技术咨询",
        "座谈交流": f"与{firm}研发团队座谈",
        "调研走访": f"赴{firm}调研成果转化情况",
    }[kind]


def _other_activities(world: World, rng: np.random.Generator, acts: float) -> None:
    """Platform use, events, errands: no sign of initiative, by whoever is active that year."""
    for year in YEARS:
        kinds = world.kinds[year]
        count = rng.poisson(np.select([kinds == "P", kinds == "R", kinds == "A"], [1.3, 0.8, 0.7], 0) * acts)
        keys = np.repeat(np.arange(len(kinds)), count * ~world.is_planted)
        first = max(np.datetime64(f"{year}-01-03"), FIRST_DAY + 20)
        day = draw_days(rng, np.full(len(keys), first), np.full(len(keys), np.datetime64(f"{year}-12-26")))
        inside = in_service(world, keys, day)
        kind = rng.choice(OTHER_KINDS, inside.sum(), p=[0.4, 0.42, 0.18])
        world.add(
            "activities",
            {
                "officer": keys[inside],
                "acted_on": day[inside],
                "kind": kind,
                "mode": where(kind == "平台使用", "线上", "线下"),
                "is_prompted": None,
                "entered_by": "本人",
                "content": np.select(
                    [kind == "平台使用", kind == "参加活动"],
                    ["登录科创湖北平台查看匹配推荐", "参加科技成果对接活动"],
                    "协助办理区级科技活动",
                ),
            },
        )


def say_whether_asked(world: World, frame: pd.DataFrame, is_asked: Any, rng: np.random.Generator) -> Any:
    """是否催办后 as files have it: one unit without reminder records always says it, 襄阳 sometimes."""
    unit = frame["officer"].map(world.persons["unit"]).to_numpy()
    says = (unit == SAYS_ITSELF) | ((unit == "420600") & (rng.random(len(frame)) < 0.3))
    return where(says & pd.notna(is_asked), is_asked, None)


__all__ = ["make_acts", "say_whether_asked"]
