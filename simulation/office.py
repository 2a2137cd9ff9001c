"""What the office itself writes down: classes, attendance, contacts, pushes, summaries, tickets, honours."""

from __future__ import annotations

import numpy as np
import pandas as pd

from simulation.careers import Keys, in_service
from simulation.contacts import make_contacts
from simulation.programme import make_programme
from simulation.seasons import YEARS, draw_days, next_working_day, year_of
from simulation.world import World, where

#: Year → (day, title, topic) of the two-day class of 120 and of the online one of 180.
CLASSES = {
    2022: (("2022-07-20", "企业需求挖掘与分析"), ("2022-11-03", "科技创新与知识产权")),
    2023: (("2023-06-27", "技术转移与成果转化"), ("2023-10-31", "技术合同认定")),
    2024: (("2024-07-09", "技术合同认定"), ("2024-11-05", "概念验证")),
    2025: (("2025-06-24", "企业需求挖掘与分析"), ("2025-10-30", "技术转移与成果转化")),
}
SIZES = (120, 180)
PUSHED = {
    "政策": "科技成果转化政策汇编",
    "活动": "科技成果对接活动预告",
    "案例": "典型案例学习",
    "部署": "年度重点工作部署",
}
READS = {"P": 0.7, "R": 0.55, "A": 0.45, "Q": 0.15, "L": 0.0}
COMES = {"P": 0.88, "R": 0.8, "A": 0.6, "Q": 0.0, "L": 0.0}


def make_office(world: World) -> None:
    rng = world.random("office")
    for year, both in CLASSES.items():
        for (held, topic), places in zip(both, SIZES, strict=True):
            _class(world, rng, year=year, held=held, topic=topic, places=places)
    _summaries(world, rng)
    for year in YEARS:
        make_contacts(world, rng, year)
    for year in (2024, 2025):
        _pushes(world, rng, year)
    for year in (2023, 2024, 2025):
        _tickets_and_honours(world, rng, year)
    make_programme(world)


def training_title(year: int, topic: str, *, is_online: bool) -> str:
    return f"{year}年湖北省科创联络员{'线上' if is_online else ''}培训班（{topic}）"


def _class(world: World, rng: np.random.Generator, *, year: int, held: str, topic: str, places: int) -> None:
    is_online = places == SIZES[1]
    number = f"PX{held.replace('-', '')}"
    row = {
        "training_no": number,
        "held_on": np.datetime64(held),
        "title": training_title(year, topic, is_online=is_online),
        "topic": topic,
        "lecturer": "模拟讲师" + "甲乙丙丁"[year % 4],
        "lecturer_org": "模拟高校U-02",
        "mode": "线上" if is_online else "线下",
        "hours": 8.0 if is_online else 16.0,
        "host": "湖北省科协科创联络员办公室",
        "city": None if is_online else "420100",
        "places": places,
    }
    world.add("trainings", [row])
    keys = _serving(world, held)
    keys = np.sort(
        rng.choice(keys, min(len(keys), round(places * 1.2 * len(world.persons) / 543)), replace=False)
    )
    world.add("attendances", _attendance(world, rng, keys, year=year, number=number, held=held))


def _serving(world: World, day: str) -> Keys:
    keys = np.flatnonzero(~world.is_planted)
    return keys[in_service(world, keys, np.full(len(keys), np.datetime64(day)))]


def _attendance(
    world: World, rng: np.random.Generator, keys: Keys, *, year: int, number: str, held: str
) -> pd.DataFrame:
    n = len(keys)
    came = rng.random(n) < np.array([COMES[k] for k in world.kinds[year][keys]])
    chosen = came & (rng.random(n) < 0.14)
    certified = chosen & (rng.random(n) < 0.55)
    day = np.datetime64(held) + rng.integers(40, 60, n)
    return pd.DataFrame(
        {
            "training": number,
            "officer": keys,
            "is_invited": True,
            "is_excused": ~came & (rng.random(n) < 0.35),
            "is_attended": came,
            "performance": where(
                came, rng.choice(["优", "良", "中", "差"], n, p=[0.3, 0.5, 0.17, 0.03]), None
            ),
            "is_selected": where(came, chosen, None),
            "is_certified": where(chosen, certified, None),
            "certified_on": where(
                certified & (day <= np.datetime64("2025-12-31")), day, np.datetime64("NaT")
            ),
        }
    )


def _summaries(world: World, rng: np.random.Generator) -> None:
    """Yearly summaries filed in answer to November's reminder; those who report contracts say how many."""
    filed, reported = world.table("_filed"), world.table("_reported")
    filed = filed[filed["what"] == "summary"].copy()
    filed["year"] = year_of(filed["day"].to_numpy())
    filed = filed.drop_duplicates(["officer", "year"])
    rows = filed[["officer", "year", "day", "due"]].astype({"officer": int})
    rows = rows.merge(reported, on=["officer", "year"], how="outer").sort_values(
        ["year", "officer"], kind="stable"
    )
    missing = rows["day"].isna().to_numpy()
    substitute = pd.to_datetime(rows["year"].astype(str) + "-12-10")
    day = rows["day"].where(~missing, substitute)
    n = len(rows)
    world.add(
        "summaries",
        {
            "officer": rows["officer"].to_numpy(),
            "period": [f"{y}年度" for y in rows["year"]],
            "due_on": rows["due"].to_numpy(),
            "submitted_on": day.to_numpy(),
            "contracts_reported": where(
                rows["number"].notna(), rows["number"], where(rng.random(n) < 0.5, 0, np.nan)
            ),
            "digest": rng.choice(
                ["走访企业并收集需求", "推荐成果、参加对接活动", "联系专家，跟踪对接进展"], n
            ),
            "advice": rng.choice(["建议多办对接活动", "建议加强培训", ""], n, p=[0.2, 0.2, 0.6]),
        },
    )


def _pushes(world: World, rng: np.random.Generator, year: int) -> None:
    """Monthly pushes to all; two a year with a note of who read them."""
    kinds = list(PUSHED)
    monthly = [(month, kinds[month % 4]) for month in range(1, 13)]
    world.add(
        "pushes",
        [
            {
                "push_no": f"TS{year}{month:02d}00",
                "audience": "全省",
                "pushed_on": np.datetime64(f"{year}-{month:02d}-20"),
                "kind": kind,
                "title": f"{year}年第{month}期：{PUSHED[kind]}",
            }
            for month, kind in monthly
        ],
    )
    for pushed, kind in ((f"{year}-04-15", "案例"), (f"{year}-10-14", "政策")):
        keys = _serving(world, pushed)
        is_read = rng.random(len(keys)) < np.array([READS[k] for k in world.kinds[year][keys]])
        read_on = np.datetime64(pushed) + rng.integers(0, 12, len(keys))
        rows = pd.DataFrame({"officer": keys, "pushed_on": np.datetime64(pushed), "kind": kind})
        rows["title"] = f"{year}年{PUSHED[kind]}专刊"
        rows["read_on"] = where(is_read, read_on, np.datetime64("NaT"))
        world.add("pushes", rows)


def _tickets_and_honours(world: World, rng: np.random.Generator, year: int) -> None:
    keys = _serving(world, f"{year}-12-01")
    active = keys[np.isin(world.kinds[year][keys], ["P", "R"])]
    asking = rng.choice(active, min(len(active), 36), replace=False)
    opened = draw_days(
        rng,
        np.full(len(asking), np.datetime64(f"{year}-02-20")),
        np.full(len(asking), np.datetime64(f"{year}-11-28")),
    )
    world.add(
        "tickets",
        {
            "officer": asking,
            "opened_on": opened,
            "kind": rng.choice(["政策解读", "项目申报", "服务协调"], len(asking)),
            "closed_on": where(
                rng.random(len(asking)) < 0.85, next_working_day(opened + 9), np.datetime64("NaT")
            ),
            "satisfaction": rng.integers(3, 6, len(asking)),
        },
    )
    best = active[world.kinds[year][active] == "P"]
    best = rng.choice(best, min(len(best), 16), replace=False)
    world.add(
        "honours",
        {
            "officer": best,
            "honoured_on": np.datetime64(f"{year}-12-18"),
            "kind": where(np.arange(len(best)) < 12, "优秀联络员", "典型案例"),
            "title": [
                f"{year}年度优秀科创联络员" if i < 12 else f"需求对接典型案例{i - 11}"
                for i in range(len(best))
            ],
        },
    )
