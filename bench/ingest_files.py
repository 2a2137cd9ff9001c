"""Files to ingest: a roster, and activities of its officers as a CSV and as a workbook. Seeded; 模拟数据."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import xlsxwriter

OFFICERS = 2_000
_HEADER = [
    "记录编号",
    "联络员编号",
    "日期",
    "类型",
    "形式",
    "是否催办后",
    "提交方式",
    "时长",
    "对象单位",
    "内容",
]
_KINDS = ["平台使用", "企业走访", "联络专家", "需求响应", "参加活动", "座谈交流", "调研走访", "走访企业"]
#: One row in a thousand cannot be loaded, three more have a cell that is wrong.
_WRONG = 1_000


def _number(place: int) -> str:
    return f"HB2023-{place:04d}"


def write_roster(path: Path) -> Path:
    """Officers with their terms in one table."""
    header = ["联络员编号", "姓名", "单位名称", "类别", "市州", "推荐单位", "聘期起", "聘期止"]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("联络员名册（模拟数据）")
        sheet.write_row(0, 0, header)
        for place in range(OFFICERS):
            name = "赵钱孙李周吴郑王"[place % 8] + chr(0x4E00 + place)
            unit = f"模拟企业B-{place % 300:03d}"
            row = [
                _number(place),
                name,
                unit,
                "AB"[place % 2],
                "武汉市",
                "武汉市科协",
                "2023-01-01",
                "2027-12-31",
            ]
            sheet.write_row(place + 1, 0, row)
    return path


def activities(rows: int) -> pd.DataFrame:
    """Texts as people write them: three date forms, synonyms, empty forms, and some that are wrong."""
    draw = np.random.default_rng(20260110)
    days = pd.Series(pd.Timestamp("2023-01-01") + pd.to_timedelta(draw.integers(0, 1080, rows), unit="D"))
    form = draw.integers(0, 3, rows)
    dates = np.select(
        [form == 0, form == 1],
        [days.dt.strftime("%Y-%m-%d"), days.dt.strftime("%Y.%m.%d")],
        days.dt.strftime("%Y/%m/%d"),
    )
    frame = pd.DataFrame(
        {
            "act_no": [f"JL{place:08d}" for place in range(rows)],
            "officer": [_number(place) for place in draw.integers(0, OFFICERS, rows)],
            "acted_on": dates,
            "kind": np.array(_KINDS)[draw.integers(0, len(_KINDS), rows)],
            "mode": np.array(["线上", "线下", "—"])[draw.integers(0, 3, rows)],
            "is_prompted": np.array(["是", "否", ""])[draw.integers(0, 3, rows)],
            "entered_by": np.array(["本人", "单位代报", "办公室代录"])[draw.integers(0, 3, rows)],
            "hours": (draw.integers(1, 17, rows) / 2).astype(str),
            "target_org": [f"模拟企业B-{place:04d}" for place in draw.integers(0, 4000, rows)],
            "content": [f"走访了解第{a}项技术需求，联系专家{b}" for a, b in draw.integers(0, 900, (rows, 2))],
        }
    )
    for name, wrong in (("acted_on", "待定"), ("mode", "空中"), ("is_prompted", "也许"), ("hours", "半天")):
        frame.loc[draw.integers(0, rows, rows // _WRONG), name] = wrong
    return frame.set_axis(_HEADER, axis=1)


def write_csv(path: Path, rows: int) -> Path:
    activities(rows).to_csv(path, index=False)
    return path


def write_xlsx(path: Path, rows: int) -> Path:
    """As a program exports it: numbers as numbers, dates as dates where they are ISO."""
    frame = activities(rows)
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("履职记录（模拟数据）")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, list(frame.columns))
        for place, row in enumerate(frame.itertuples(index=False), 1):
            for column, cell in enumerate(row):
                if column == 7 and cell != "半天":
                    sheet.write_number(place, column, float(cell))
                elif column == 2 and "-" in cell:
                    sheet.write_datetime(place, column, dt.datetime.fromisoformat(cell), day)
                elif cell:
                    sheet.write_string(place, column, cell)
    return path
