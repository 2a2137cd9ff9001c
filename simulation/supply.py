"""Words for what was filed: enterprise demands, research achievements, experts."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from simulation.acts import say_whether_asked
from simulation.seasons import year_of
from simulation.words import (
    CITIES,
    FIELDS,
    GIVEN_LAST,
    RESULT_HEADS,
    RESULT_TAILS,
    SURNAMES,
    TOPICS,
    WISHES,
)
from simulation.world import World, where

DEMAND_TAILS = ("", "技术", "工艺改进", "解决方案", "装备升级", "可行性验证")
EXPERTS = 120


def make_supply(world: World) -> None:
    """Turn `_filed` into the sheets `demands`, `achievements`, `suggestions`; add `experts`."""
    rng = world.random("supply")
    filed = world.table("_filed")
    filed["officer"] = filed["officer"].astype("Int64")
    filed = filed.sort_values(["day", "officer"], kind="stable", na_position="last").reset_index(drop=True)
    demands = _demands(world, rng, filed[filed["what"] == "demand"].reset_index(drop=True))
    world.add("demands", demands)
    world.add("demands", _repeats(rng, demands))
    world.add(
        "achievements",
        _achievements(world, rng, filed[filed["what"] == "achievement"].reset_index(drop=True)),
    )
    world.add("experts", _experts(world, rng))
    _suggestions(world, rng, filed[filed["what"] == "suggestion"])


def _of_officer(world: World, officer: pd.Series, column: str, otherwise: Any) -> Any:
    """A person's attribute for each row, or a substitute where no officer stands behind it."""
    known = officer.map(world.persons[column])
    return where(officer.isna() | known.isna(), otherwise, known)


def _unused(rng: np.random.Generator, fields: Any, phrases: dict[str, list[str]]) -> list[str]:
    """A phrase of its field for each row, none twice before all have been used (then numbered)."""
    titles = [""] * len(fields)
    for field in FIELDS:
        rows = np.flatnonzero(fields == field)
        pool = rng.permutation(len(phrases[field]))
        for nth, row in enumerate(rows):
            again, at = divmod(nth, len(pool))
            titles[row] = phrases[field][pool[at]] + (f"（{again + 1}）" if again else "")
    return titles


def _cities(rng: np.random.Generator, size: int) -> Any:
    codes = list(CITIES)
    weights = np.array([5.0] + [2.0] * 12 + [1.0] * 3 + [0.3])
    return rng.choice(codes, size, p=weights / weights.sum())


def _enterprises(rng: np.random.Generator, cities: Any) -> list[str]:
    """Fourteen firms a city, 武汉 sixty more."""
    seats = {code: i for i, code in enumerate(CITIES)}
    small = rng.integers(1, 15, len(cities))
    large = rng.integers(0, 60, len(cities))
    is_large = (cities == "420100") & (rng.random(len(cities)) < 0.8)
    return [
        f"模拟企业B-{300 + big if use else seats[c] * 15 + nth:03d}"
        for c, nth, big, use in zip(cities, small, large, is_large, strict=True)
    ]


def _demands(world: World, rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    n = len(rows)
    city = where(
        rng.random(n) < 0.92, _of_officer(world, rows["officer"], "city", _cities(rng, n)), _cities(rng, n)
    )
    field = _of_officer(world, rows["officer"], "field", rng.choice(FIELDS, n))
    field = where(rng.random(n) < 0.7, field, rng.choice(FIELDS, n))
    things = {f: [(a, b, t) for a, b, t in product(TOPICS[f][2], TOPICS[f][3], DEMAND_TAILS)] for f in FIELDS}
    titles = _unused(rng, field, {f: [a + b + t for a, b, t in things[f]] for f in FIELDS})
    enterprise = _enterprises(rng, city)
    day = rows["day"].to_numpy()
    kind = rng.choice(["技术", "人才", "困难"], n, p=[0.84, 0.09, 0.07])
    industry = [TOPICS[f][0] for f in field]
    frame = pd.DataFrame(
        {
            "demand_no": [f"XQ{y}{i + 1:05d}" for i, y in enumerate(year_of(day))],
            "officer": rows["officer"].to_numpy(),
            "submitted_on": day,
            "enterprise": enterprise,
            "uscc": where(
                rng.random(n) < 0.35,
                [f"91{c}MAMN{int(e[-3:]):06d}" for c, e in zip(city, enterprise, strict=True)],
                None,
            ),
            "city": city,
            "kind": kind,
            "title": titles,
            "problem": [f"{t}尚未解决，影响产品合格率和交付" for t in titles],
            "goal": rng.choice(
                ["合格率达到99%以上", "成本下降15%", "一年内完成中试", "形成企业标准", "通过用户验证"], n
            ),
            "field": field,
            "industry": industry,
            "chain": [TOPICS[f][1] or None for f in field],
            "budget_wan": np.round(np.exp(rng.normal(3.4, 0.8, n)) / 5) * 5 + 5,
            "solution_mode": rng.choice(
                ["委托研发", "合作研发", "技术转让", "技术入股", "其他"], n, p=[0.34, 0.42, 0.14, 0.04, 0.06]
            ),
            "partner_wish": rng.choice([*WISHES, ""], n),
            "deadline_on": day + rng.integers(150, 700, n),
            "contact_name": [SURNAMES[i] + "工" for i in rng.integers(0, len(SURNAMES), n)],
            "contact_phone": [f"1380000{p:04d}" for p in rng.integers(0, 10_000, n)],
            "is_public": rng.choice(np.array([True, False, None], dtype=object), n, p=[0.55, 0.2, 0.25]),
            "is_bounty": rng.random(n) < 0.06,
            "verified": rng.choice(["已核验", "未核验", "不属实"], n, p=[0.66, 0.32, 0.02]),
        }
    )
    frame["is_prompted"] = say_whether_asked(world, rows, rows["is_prompted"], rng)
    return frame


def _repeats(rng: np.random.Generator, demands: pd.DataFrame) -> pd.DataFrame:
    """The same demand filed again some weeks later; half of them say so."""
    filed = demands[demands["officer"].notna() & (demands["submitted_on"] < pd.Timestamp("2025-11-01"))]
    again = filed.iloc[np.sort(rng.choice(len(filed), len(filed) // 90, replace=False))].copy()
    again["submitted_on"] = again["submitted_on"] + pd.to_timedelta(
        rng.integers(14, 45, len(again)), unit="D"
    )
    again["demand_no"] = again["demand_no"].str.replace("XQ", "XF")
    again["is_repeat"] = where(rng.random(len(again)) < 0.5, True, None)
    return again


def _achievements(world: World, rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    n = len(rows)
    field = _of_officer(world, rows["officer"], "field", rng.choice(FIELDS, n))
    phrases = {
        f: [h + a + b + t for h, a, b, t in product(RESULT_HEADS, TOPICS[f][2], TOPICS[f][3], RESULT_TAILS)]
        for f in FIELDS
    }
    titles = _unused(rng, field, phrases)
    category = _of_officer(world, rows["officer"], "category", "A")
    own = _of_officer(world, rows["officer"], "org", "模拟高校U-01")
    other = [f"模拟高校U-{i:02d}" for i in rng.integers(1, 31, n)]
    trl = rng.choice([3, 4, 5, 6, 7, 8, 9], n, p=[0.08, 0.17, 0.22, 0.22, 0.16, 0.1, 0.05])
    day = rows["day"].to_numpy()
    frame = pd.DataFrame(
        {
            "achievement_no": [f"CG{y}{i + 1:05d}" for i, y in enumerate(year_of(day))],
            "officer": rows["officer"].to_numpy(),
            "submitted_on": day,
            "org": where((category == "A") & (rng.random(n) < 0.75), own, other),
            "title": titles,
            "abstract": [f"{t}，已完成{s}" for t, s in zip(titles, _stages(trl), strict=True)],
            "field": field,
            "kind": rng.choice(
                ["新技术", "新产品", "新工艺", "新材料", "其他"], n, p=[0.4, 0.24, 0.2, 0.12, 0.04]
            ),
            "trl": trl,
            "ip": rng.choice(
                ["发明专利", "实用新型", "软件著作权", "技术秘密", "无"], n, p=[0.52, 0.18, 0.12, 0.08, 0.1]
            ),
            "willingness": rng.choice(["强", "一般", "暂无"], n, p=[0.5, 0.4, 0.1]),
            "transfer_mode": rng.choice(
                ["转让", "许可", "作价入股", "合作开发", "其他"], n, p=[0.2, 0.24, 0.08, 0.44, 0.04]
            ),
        }
    )
    frame["is_prompted"] = say_whether_asked(world, rows, rows["is_prompted"], rng)
    return frame


def _stages(trl: Any) -> list[str]:
    return [("实验室验证", "小试", "中试", "示范应用")[min(3, (int(t) - 3) // 2)] for t in trl]


def _experts(world: World, rng: np.random.Generator) -> pd.DataFrame:
    """University and institute experts, each known to an A-class officer."""
    officers = np.flatnonzero((world.persons["category"] == "A") & ~world.is_planted)
    field = rng.choice(FIELDS, EXPERTS)
    objects = [TOPICS[f][2][i] for f, i in zip(field, rng.integers(0, 8, EXPERTS), strict=True)]
    return pd.DataFrame(
        {
            "expert_no": [f"ZJ{i + 1:04d}" for i in range(EXPERTS)],
            "name": [
                SURNAMES[i % len(SURNAMES)] + "教" + GIVEN_LAST[i % len(GIVEN_LAST)] for i in range(EXPERTS)
            ],
            "org": [f"模拟高校U-{i:02d}" for i in rng.integers(1, 31, EXPERTS)],
            "field": field,
            "research": [f"{o}相关研究" for o in objects],
            "officer": rng.choice(officers, EXPERTS),
        }
    )


def _suggestions(world: World, rng: np.random.Generator, rows: pd.DataFrame) -> None:
    n = len(rows)
    said = (
        "建议增加技术合同登记培训",
        "希望平台推荐结果说明理由",
        "建议按产业链组织对接活动",
        "希望开放需求回访记录",
        "建议简化填报表格",
    )
    status = rng.choice(["已答复", "处理中", "待处理", "不采纳"], n, p=[0.6, 0.2, 0.15, 0.05])
    day = rows["day"].to_numpy()
    world.add(
        "suggestions",
        {
            "officer": rows["officer"].to_numpy(),
            "raised_on": day,
            "content": [f"{said[i]}（{k + 1}）" for k, i in enumerate(rng.integers(0, len(said), n))],
            "status": status,
            "answered_on": where(status == "已答复", day + rng.integers(5, 40, n), np.datetime64("NaT")),
        },
    )
