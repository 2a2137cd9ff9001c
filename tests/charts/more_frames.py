"""Small invented frames for the kinds of chart beside those by unit."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from analytics.charts import (
    Chart,
    Reference,
    TableColumn,
    columns,
    dumbbell,
    flow,
    funnel_plot,
    heatmap,
    interval_bars,
    line,
    slope,
    small_multiples,
    step,
    tier_bar,
    timeline,
)
from analytics.stats import cumulative_incidence, funnel_limits, xmr
from foundation.locales import Text
from tests.charts.frames import STAMP, proactive_frame, row

TIERS = """
    month   proactive regular responsive undetermined unverified on_leave new lost
    2025-12 132       95      74         7            25         9        4   39
    2024-12 108       98      86         6            28         6        0   48
"""
MOVES = """
    before        proactive regular responsive undetermined unverified on_leave new lost left
    proactive     78        10      6          0            2          1        0   1    10
    regular       16        52      8          2            3          2        0   6    9
    responsive    12        14      40         0            4          1        0   9    6
    undetermined  0         1       0          5            0          0        0   0    0
    unverified    3         4       6          0            8          0        0   4    3
    on_leave      1         1       1          0            0          2        0   0    1
    lost          1         3       3          0            1          3        0   13   24
    joined        21        10      10         0            7          0        4   6    12
"""


def say(zh: str, en: str) -> Text:
    return Text(zh=zh, en=en)


def table(text: str) -> pd.DataFrame:
    head, *lines = (line.split() for line in text.strip().splitlines())
    return pd.DataFrame(lines, columns=head).set_index(head[0])


def tier_counts() -> pd.DataFrame:
    long = table(TIERS).astype(int).reset_index().melt("month", var_name="tier", value_name="persons")
    return long.sample(frac=1, random_state=3)


def moves() -> pd.DataFrame:
    return table(MOVES).astype(int).reset_index().melt("before", var_name="after", value_name="persons")


def tier_bars() -> Chart:
    return tier_bar(tier_counts(), stamp=STAMP)


def flows() -> Chart:
    return flow(moves(), before="2024-12", after="2025-12", stamp=STAMP)


def thresholds() -> Chart:
    counts = [204, 186, 157, 132, 109, 88, 70, 57]
    frame = pd.DataFrame(
        {"group": [str(i) for i in range(1, 9)], "label": [f"≥{i}" for i in range(1, 9)], "value": counts}
    )
    return columns(
        frame,
        id="threshold",
        title=say(
            "门槛改为 5 次：主动型由 132 人变 109 人", "With 5 acts instead of 4, 109 of 132 stay proactive"
        ),
        subtitle=say(
            "试算，不改规则文件；现行规则 2025.2（示例）为 4 次", "A trial; the rules in force ask for 4"
        ),
        stamp=STAMP,
        value_title=say("主动型人数", "Proactive officers"),
        axis_title=say(
            "近 12 个月自发履职次数门槛（且不少于 2 个季度）", "Self-initiated acts asked for in 12 months"
        ),
        current="4",
        tried="5",
    )


def cohorts() -> Chart:
    sizes = {"2021-09": 118, "2022-06": 136, "2023-05": 121, "2024-06": 98, "2025-05": 7}
    shares = [
        [1, 0.99, 0.97, 0.95, 0.66, 0.65, 0.65, 0.64, 0.43],
        [1, 0.99, 0.98, 0.96, 0.68, 0.66, 0.65, 0.65],
        [1, 0.98, 0.97, 0.97, 0.68, 0.66],
        [1, 0.99, 0.98, 0.98],
        [1, 1],
    ]
    cells = [
        {"row": batch, "column": 6 * i, "value": v if n > 10 else np.nan, "numerator": round(v * n), "denominator": n,
         "note": "" if n > 10 else "n<10"}
        for (batch, n), row in zip(sizes.items(), shares, strict=True)
        for i, v in enumerate(row)
    ]  # fmt: skip
    end = say("聘期届满", "end of term")
    return heatmap(
        pd.DataFrame(cells),
        rows=pd.DataFrame({"row": list(sizes), "label": list(sizes), "n": list(sizes.values())}),
        columns=pd.DataFrame({"column": range(0, 54, 6), "label": range(0, 54, 6)}),
        id="cohorts",
        title=say(
            "各批首聘期满后留下约三分之二", "About two thirds of each batch stay on after the first term"
        ),
        subtitle=say(
            "各认定批次在聘人数占认定人数的百分比，按认定后月数", "Still serving, % of those recognised"
        ),
        stamp=STAMP,
        row_title=say("认定批次", "Batch"),
        column_title=say("认定后月数", "Months since recognition"),
        value_title=say("仍在聘", "Still serving"),
        value_format="percent",
        n_title=say("认定人数", "Recognised"),
        blank=say("空白：尚未满该月数。", "Blank: not yet that many months."),
        marks=(Reference(at="24", title=end), Reference(at="48", title=end)),
    )


FIELDS = (
    ("e", "电子信息", "电子", "Electronics"),
    ("b", "生物与新医药", "生物", "Biology and medicine"),
    ("a", "航空航天", "航空", "Aerospace"),
    ("m", "新材料", "材料", "New materials"),
    ("s", "高技术服务", "服务", "High-tech services"),
    ("n", "新能源与节能", "能源", "New energy and saving"),
    ("r", "资源与环境", "环境", "Resources, environment"),
    ("p", "先进制造与自动化", "制造", "Advanced manufacturing and automation"),
)
PAIRS = """
    f e  b  a m  s n  r  p
    e 21 0  0 0  3 0  0  4
    b 0  13 0 0  1 0  6  0
    a 0  0  1 0  0 0  0  3
    m 4  0  0 18 0 0  5  5
    s 2  0  0 0  9 0  0  2
    n 0  0  0 2  0 13 1  2
    r 0  3  0 2  0 2  11 0
    p 6  0  0 11 0 0  0  18
"""


def mismatch() -> Chart:
    cells = (
        table(PAIRS).astype(int).reset_index(names="row").melt("row", var_name="column", value_name="value")
    )
    codes, names, short, english = zip(*FIELDS, strict=True)
    rows = pd.DataFrame({"row": codes, "label": names, "label_en": english})
    rows["ratio"] = [2.8, 3.2, 2.8, 0.8, 2.5, 1.7, 1.4, 1.5]
    rows["unmet"] = [18, 14, 3, 29, 9, 13, 15, 20]
    return heatmap(
        cells,
        rows=rows,
        columns=pd.DataFrame({"column": codes, "label": short, "label_en": [e.split()[-1] for e in english]}),
        id="mismatch",
        title=say("新材料最缺供给：67 项需求对 52 项成果", "New materials lack supply most"),
        subtitle=say(
            "168 对初步对接按需求与成果的领域；点一格看清单", "168 pairs in first contact, by field"
        ),
        stamp=STAMP,
        row_title=say("需求的领域", "Field of the demand"),
        column_title=say("成果的领域", "Field of the achievement"),
        value_title=say("初步对接", "First contacts"),
        blank=say("空白：没有对接。", "Blank: no contact."),
        is_zero_blank=True,
        sides=(
            TableColumn("ratio", say("成果÷需求", "supply ÷ demand"), "decimal"),
            TableColumn("unmet", say("未对接", "unmet"), "integer"),
        ),
    )


def funnel() -> Chart:
    frame = proactive_frame()
    many = frame["group"] == "420500"
    frame.loc[many, ["numerator", "value"]] = [22, 22 / 26]
    return funnel_plot(
        frame,
        funnel_limits(np.arange(10, 93), 0.347),
        centre=0.347,
        title=say("只有宜昌越过 99.8% 界限", "Only Yichang is beyond the 99.8% limit"),
        subtitle=say(
            "主动型占在聘人数，近 12 个月。每点一个单位，仅越线者直接标名", "Share proactive, one dot a unit"
        ),
        stamp=STAMP,
        value_title=say("主动型占比", "Share proactive"),
        centre_title=say("全省", "Province"),
        unrecorded={"429005"},
        expected=0.4,
    )


PAIRED = """
    row        local  institution
    武汉·A·首聘  4/11   6/22
    武汉·A·续聘  6/13   9/26
    武汉·B·首聘  5/17   2/10
    武汉·B·续聘  7/19   4/10
    其他市州·A   38/106 4/14
    其他市州·B   45/130 2/7
"""
ENGLISH = (
    "Wuhan A first",
    "Wuhan A renewed",
    "Wuhan B first",
    "Wuhan B renewed",
    "Other cities A",
    "Other cities B",
)


def channels() -> Chart:
    rows = []
    for (code, cells), english in zip(table(PAIRED).iterrows(), ENGLISH, strict=True):
        for side, fraction in cells.items():
            part, whole = (int(n) for n in fraction.split("/"))
            made = row(str(side), part, whole, metric="m")
            rows.append(made | {"row": code, "label": code, "label_en": english, "side": side})
    return dumbbell(
        pd.DataFrame(rows)
        .sample(frac=1, random_state=1)
        .sort_values("row", key=lambda s: s.map(list(table(PAIRED).index).index)),
        id="channels",
        title=say("推荐渠道之间的差异未超出随机波动", "Recommending channels do not differ beyond chance"),
        subtitle=say("同一城市组、类别与聘期之内", "Within city group, category and term"),
        stamp=STAMP,
        value_title=say("主动型占比", "Share proactive"),
        row_title=say("城市组·类别·聘期", "City group, category, term"),
        note=say("是相关，不是因果。", "Association, not cause."),
    )


def ranges() -> Chart:
    return interval_bars(
        proactive_frame(),
        id="ranges",
        title=say("各单位主动型占比与区间", "Share proactive with intervals"),
        subtitle=say("官方次序", "Official order"),
        stamp=STAMP,
        value_title=say("主动型占比", "Share proactive"),
        reference=Reference(at=0.35, title=say("全省", "Province")),
    )


def ranks() -> Chart:
    frame = proactive_frame()
    few = frame["denominator"] < 10
    frame["low"] = (1.0 + frame.index % 5).where(~few)
    frame["high"] = (10.0 + frame.index % 8).where(~few)
    return interval_bars(
        frame,
        id="ranks",
        title=say("名次的可能范围互相重叠", "Ranges of rank overlap"),
        subtitle=say("联合 95% 区间；官方次序", "Simultaneous 95% ranges; official order"),
        stamp=STAMP,
        value_title=say("名次范围", "Range of rank"),
        is_rank=True,
    )


def slopes() -> Chart:
    frame = proactive_frame()
    draw = np.random.default_rng(4)
    frame["after_value"], frame["after_n"] = frame["value"], frame["denominator"]
    frame["before_value"] = (frame["value"] + draw.normal(0, 0.05, len(frame))).clip(0.02)
    frame["before_n"] = frame["denominator"] - 1
    frame["is_beyond"] = frame["group"] == "420500"
    frame.loc[frame["is_beyond"], "before_value"] = 0.36
    return slope(
        frame,
        before="2024-12",
        after="2025-12",
        id="slopes",
        title=say("只有宜昌的变化超出随机波动", "Only Yichang changed beyond chance"),
        subtitle=say("主动型占在聘人数", "Share proactive of officers serving"),
        stamp=STAMP,
        value_title=say("主动型占比", "Share proactive"),
        unrecorded={"429005"},
    )


def histories() -> Chart:
    units = proactive_frame()[["group", "label", "denominator"]].rename(columns={"denominator": "n"})
    periods = [f"{year}Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]
    draw = np.random.default_rng(2)
    rows = []
    for group in units["group"]:
        values = 0.44 + draw.normal(0, 0.04, 12)
        if group == "420500":
            values[8:] = [0.62, 0.66, 0.69, 0.73]
        if group == "420200":
            values[3] = np.nan
        rows.append(xmr(values, baseline=8).assign(group=group, period=periods))
    return small_multiples(
        pd.concat(rows, ignore_index=True),
        units,
        id="histories",
        title=say("逐季看：只有宜昌近四季越过自身的控制限", "Only Yichang has left its own control limits"),
        subtitle=say(
            "每季有自发履职者占在聘人数，2023Q1–2025Q4", "Share with a self-initiated act, by quarter"
        ),
        stamp=STAMP,
        value_title=say("有自发履职者占比", "Share self-initiating"),
        unrecorded={"429005"},
    )


def history() -> Chart:
    months = pd.period_range("2024-12", periods=13, freq="M").astype(str)
    draw = np.random.default_rng(8)
    value = 0.3 + np.arange(13) * 0.004 + draw.normal(0, 0.01, 13)
    frame = pd.DataFrame(
        {"group": months, "label": months, "value": value, "low": value - 0.05, "high": value + 0.05}
    )
    frame.loc[4, ["value", "low", "high"]] = np.nan
    return line(
        frame,
        id="history",
        title=say("主动型占比逐月缓升", "The share proactive rises slowly"),
        subtitle=say("占在聘人数；带为 95% 区间", "Of officers serving; band: 95% interval"),
        stamp=STAMP,
        value_title=say("主动型占比", "Share proactive"),
        references=(Reference(at=0.4, title=say("目标 40%（示例）", "Target 40% (example)"), axis="y"),),
    )


def waits() -> Chart:
    parts = []
    for code, scale, seed in (("2025", 55, 1), ("2024", 80, 2)):
        draw = np.random.default_rng(seed)
        time = np.ceil(draw.exponential(scale, 150) + 3)
        event = np.where(draw.random(150) < 0.3, 0, np.where(draw.random(150) < 0.25, 2, 1))
        found = cumulative_incidence(time, event)
        parts.append(found[found["cause"] == 1].assign(series=code))
    return step(
        pd.concat(parts, ignore_index=True),
        series=(("2025", say("2025 年", "2025")), ("2024", say("2024 年", "2024"))),
        id="waits",
        title=say("60 天内等到初步对接的需求变多", "More demands meet a first contact within 60 days"),
        subtitle=say("累计比例（Aalen–Johansen），带为 95% 区间", "Cumulative share (Aalen–Johansen)"),
        stamp=STAMP,
        value_title=say("已初步对接", "In contact"),
        time_title=say("提出后天数", "Days since submission"),
        until=180,
        mark=60,
    )


DONE = """
    date       kind      mark
    2024-07-20 demand    self_initiated
    2024-09-28 demand    other
    2024-10-25 class     other
    2025-01-05 contract  contract
    2025-03-14 demand    self_initiated
    2025-06-20 demand    other
    2025-09-09 visit     self_initiated
    2025-11-06 visit     self_initiated
    2025-12-18 summary   other
    2023-01-01 demand    other
"""


def file() -> Chart:
    frame = (
        table(DONE)
        .reset_index()
        .assign(title=lambda f: "模拟企业B-017：" + f["kind"], title_en="Simulated firm")
    )
    return timeline(
        frame,
        kinds=(
            ("demand", say("企业需求", "Demands")),
            ("visit", say("企业走访", "Visits to firms")),
            ("class", say("参训", "Classes")),
            ("summary", say("工作小结", "Summaries")),
            ("contract", say("签约", "Contracts")),
        ),
        start=dt.date(2024, 1, 1),
        end=dt.date(2025, 12, 31),
        window=(dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        stamp=STAMP,
        title=say("两年里的每一次履职", "Every act of two years"),
        terms=(Reference(at="2024-06-15", title=say("首聘起 2024-06-15", "First term 2024-06-15")),),
    )


FIRST = (tier_bars, flows, thresholds, cohorts, mismatch, funnel)
ALL = (*FIRST, channels, ranges, ranks, slopes, histories, history, waits, file)
