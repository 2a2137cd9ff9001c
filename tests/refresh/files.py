"""Small real files for these tests. Every name is invented (模拟数据)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from foundation.warehouse.home import Home
from refresh import ingest

RECEIVED = dt.date(2026, 1, 10)

ROSTER = """
序号,姓名,单位名称,类别,市州,推荐单位,聘期起
1,模拟甲,武汉模拟大学,A,武汉,武汉市科协,2024-06-01
2,模拟乙,黄石模拟园区,B,黄石,黄石市科协,2024-06-01
3,,黄石模拟园区,B,黄石,黄石市科协,2024-06-01
合计,3,,,,,
"""
DEMANDS = """
提交日期,联络员姓名,联络员单位,企业名称,需求名称,市州
2025-11-03,模拟甲,武汉模拟大学,模拟企业B-001,硅光芯片低损耗耦合（模拟数据）,武汉
2025-12-05,模拟乙,黄石模拟园区,模拟企业B-002,铝合金车架焊接变形控制（模拟数据）,黄石
2052-01-01,模拟乙,黄石模拟园区,模拟企业B-003,未来的需求（模拟数据）,黄石
"""
FILES = {"名册.csv": ROSTER, "需求.csv": DEMANDS}


def write(folder: Path, **changes: str) -> Path:
    """A folder with the roster and the demands; changes: file stem → other content."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        text = changes.get(name.removesuffix(".csv"), content)
        (folder / name).write_text(text.lstrip(), encoding="utf-8-sig")
    return folder


def take(home: Home, *paths: Path, **values: object) -> dict:
    """Ingest as received on one fixed day."""
    return ingest(home, paths, who="测试", **({"received": RECEIVED} | values))  # type: ignore[arg-type]  # values of any option


def statuses(report: dict) -> dict[str, str]:
    return {f["file"]: f["status"] for f in report["files"]}
