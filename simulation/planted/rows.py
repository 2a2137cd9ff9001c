"""One row of each kind for the planted cases, with words written by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

Row = dict[str, Any]

#: Demands of the planted officers: title, enterprise, city, field.
SUPPLY = (
    ("商用车铝合金车架焊接变形控制（示例）", "模拟企业B-031", "420300", "先进制造与自动化"),
    ("专用汽车罐体自动焊缝跟踪", "模拟企业B-032", "420300", "先进制造与自动化"),
    ("车桥壳体铸造缩孔预测", "模拟企业B-033", "420300", "先进制造与自动化"),
    ("金刚石锯片胎体配方优化", "模拟企业B-076", "420700", "新材料"),
    ("生物滴丸自动分拣", "模拟企业B-077", "420700", "生物与新医药"),
    ("香菇菌棒自动接种", "模拟企业B-166", "421300", "生物与新医药"),
    ("苎麻纤维生物脱胶", "模拟企业B-151", "421200", "资源与环境"),
    ("岩盐卤水综合利用", "模拟企业B-106", "420900", "资源与环境"),
    ("淡水鱼糜凝胶强度提升", "模拟企业B-121", "421000", "生物与新医药"),
    ("富硒茶多酚高值化利用（平台直报）", "模拟企业B-181", "422800", "生物与新医药"),
    ("硅光芯片与光纤阵列低损耗耦合（平台直报）", "模拟企业B-301", "420100", "电子信息"),
    ("航空座椅骨架轻量化（平台直报）", "模拟企业B-061", "420600", "航空航天"),
    ("电子级磷酸杂质深度去除（平台直报）", "模拟企业B-046", "420500", "新材料"),
)
#: Results of research of the planted cases, five for each bulge and four for the pairs.
RESULTS = (
    "量子级联激光器封装", "水下焊接机器人", "脑电信号降噪芯片", "长江豚类声学监测浮标",
    "高浓度有机废水催化氧化", "磷石膏低成本无害化改性", "车用镁合金半固态成形", "油菜秸秆制备生物炭",
    "汽车尾门电动撑杆检测台", "智能矿卡路径规划", "茶叶低温真空干燥", "低损耗光纤阵列研磨",
    "碳纤维座椅骨架铺层设计", "电子级磷酸结晶提纯",
)  # fmt: skip


def visit(officer: int, day: str, **more: Any) -> Row:
    row = {
        "officer": officer,
        "acted_on": np.datetime64(day),
        "kind": "企业走访",
        "mode": "线下",
        "entered_by": "本人",
    }
    return {
        **row,
        "target_org": "模拟企业B-200",
        "content": "走访模拟企业B-200，了解技术难题",
        "is_prompted": None,
        **more,
    }


def demand(officer: int | None, day: str, which: int, nth: int = 0) -> Row:
    title, enterprise, city, field = SUPPLY[which]
    return {
        "demand_no": f"XP2025{which:03d}{nth}",
        "officer": officer,
        "submitted_on": np.datetime64(day),
        "enterprise": enterprise,
        "city": city,
        "kind": "技术",
        "title": title,
        "problem": f"{title}尚未解决",
        "field": field,
        "budget_wan": 30.0,
        "solution_mode": "合作研发",
        "is_public": True,
        "verified": "已核验",
    }


def result(officer: int | None, day: str, which: int) -> Row:
    return {
        "achievement_no": f"CP{day[:4]}{which:03d}{'P' if officer is None else 'L'}",
        "officer": officer,
        "submitted_on": np.datetime64(day),
        "org": "模拟高校U-09" if officer is None else "模拟高校U-08",
        "title": RESULTS[which],
        "abstract": f"{RESULTS[which]}，已完成中试",
        "field": "先进制造与自动化",
        "kind": "新技术",
        "trl": 6,
        "ip": "发明专利",
        "willingness": "强",
        "transfer_mode": "合作开发",
    }


def reminder(
    officer: int,
    day: str,
    topic: str,
    due: str | None,
    *,
    answered_on: str | None = None,
    is_delivered: bool = True,
) -> Row:
    return {
        "officer": officer,
        "sent_on": np.datetime64(day),
        "topic": topic,
        "channel": "QQ群",
        "is_chaser": False,
        "due_on": np.datetime64(due or "NaT"),
        "is_delivered": is_delivered,
        "answered_on": np.datetime64(answered_on or "NaT"),
    }


def match(nth: int, source: str, officer_a: int | None, officer_b: int, *, made_by: str | None) -> Row:
    """A pair of the nth platform demand with the nth result for pairs."""
    return {
        "match_no": f"DJP2025{nth:03d}",
        "demand": f"XP2025{9 + nth:03d}0",
        "achievement": f"CP2024{10 + nth:03d}P",
        "officer_a": officer_a,
        "officer_b": officer_b,
        "source": source,
        "made_by": made_by,
    }
