"""The programme's own papers: meetings, targets, positive list, quarterly tables, other provinces."""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.reminders import SILENT_UNITS
from simulation.seasons import month_of, year_of
from simulation.words import CITIES
from simulation.world import World

ITEMS = {"需求征集": "demands", "成果报送": "achievements", "企业走访": "activities"}


def make_programme(world: World) -> None:
    """Fill `meetings`, `targets`, `positive_list`, `quarterly`, `benchmarks`."""
    _meetings(world)
    _targets(world)
    _positive_list(world)
    _quarterly(world)
    world.add(
        "benchmarks",
        [
            {"province": p, "year": 2024, "metric": m, "value": v, "source": "模拟数据，非真实统计"}
            for p, m, v in (
                ("模拟省甲", "在聘联络员数", 620.0),
                ("模拟省甲", "需求对接率", 0.44),
                ("模拟省乙", "在聘联络员数", 310.0),
            )
        ],
    )


def _meetings(world: World) -> None:
    """Held on, topic, kind, metric, money, decision, who, until when, how far."""
    lines = """
    2023-12-22 队伍动态管理 重点 久未联系占比 0 逐人核实久未联系人员 各推荐单位 2024-06 已完成
    2023-12-22 培训经费保障 难点 培训覆盖率 18 每年至少1场培训 办公室 2024-12 已完成
    2024-12-20 需求对接时效 重点 需求60日内对接率 20 需求60日内对接率达到45% 办公室 2025-12 进行中
    2024-12-20 培训 重点 培训覆盖率 18 年度培训不少于1场 办公室 2025-12 已完成
    2024-12-20 久未联系人员核实 难点 久未联系占比 0 久未联系者逐人核实 各推荐单位 2025-06 进行中
    2024-12-20 签约核验 重点 签约人数（核验） 5 签约逐份核验 办公室 2025-12 进行中
    2024-12-20 提醒台账 难点 提醒响应率 0 潜江补建提醒台账 潜江市科协 2025-09 进行中
    """
    names = (
        "held_on",
        "topic",
        "topic_kind",
        "metric",
        "budget_wan",
        "decision",
        "owner",
        "due_on",
        "status",
    )
    rows: list[dict[str, Any]] = []
    for line in lines.strip().splitlines():
        row: dict[str, Any] = dict(zip(names, line.split(), strict=True))
        row["held_on"], row["due_on"] = np.datetime64(row["held_on"]), np.datetime64(f"{row['due_on']}-28")
        rows.append({**row, "budget_wan": float(row["budget_wan"])})
    world.add("meetings", rows)


def _targets(world: World) -> None:
    goals = {
        "主动型占比": (0.35, 0.40), "需求对接率": (0.40, 0.45), "本地转化率（核验）": (0.55, 0.60),
        "签约人数（自报）": (50.0, 60.0), "提醒响应率": (0.60, 0.65), "久未联系占比": (0.10, 0.08),
    }  # fmt: skip
    world.add(
        "targets",
        [
            {"year": year, "metric": metric, "unit": None, "value": value}
            for metric, pair in goals.items()
            for year, value in zip((2024, 2025), pair, strict=True)
        ],
    )


def _positive_list(world: World) -> None:
    items = (
        ("“百名专家进园区”对接活动", "湖北省科协", "在干", "2025-03-10", "2025-11-30", 86),
        ("磷化工绿色转型专题对接", "宜昌市科协", "在干", "2025-04-01", "2025-12-20", 24),
        ("商用车产业链技术沙龙", "十堰市科协", "在干", "2025-05-12", "2025-10-31", 17),
        ("小龙虾精深加工成果路演", "潜江市科协", "在干", "2025-06-05", "2025-07-31", 11),
        ("光电子信息概念验证营", "湖北省科协", "将干", "2026-03-01", "2026-06-30", 40),
    )
    names = ("item", "host", "status", "from_on", "to_on", "officer_count")
    rows = [dict(zip(names, item, strict=True)) for item in items]
    for row in rows:
        row["from_on"], row["to_on"] = np.datetime64(str(row["from_on"])), np.datetime64(str(row["to_on"]))
    world.add("positive_list", rows)


def _quarterly(world: World) -> None:
    """What units count themselves each quarter of 2025: near the dated rows, not equal to them."""
    dates = {"demands": "submitted_on", "achievements": "submitted_on", "activities": "acted_on"}
    for item, sheet in ITEMS.items():
        frame = world.table(sheet)
        frame = frame[frame["officer"].notna()]
        unit = frame["officer"].astype(int).map(world.persons["unit"])
        day = frame[dates[sheet]].to_numpy().astype("datetime64[D]")
        quarter = (month_of(day) - 1) // 3 + 1
        for code in (c for c in CITIES if c not in SILENT_UNITS):
            counts = [
                int(((unit == code) & (year_of(day) == 2025) & (quarter == q)).sum()) for q in range(1, 5)
            ]
            world.add("quarterly", [_said(code, item, q, n) for q, n in enumerate(counts, start=1)])


def _said(code: str, item: str, quarter: int, count: int) -> dict[str, Any]:
    period = f"2025年第{'一二三四'[quarter - 1]}季度"
    counted = count + (1 if count > 4 else 0)
    return {"reporter": f"{CITIES[code][0]}科协", "period": period, "item": item, "count": counted}
