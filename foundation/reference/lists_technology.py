"""Code lists about what a technology is: field, industry, chain, maturity, rights.

field: the eight 国家重点支持的高新技术领域 (2016). industry: GB/T 4754-2017, sections A–T. trl: GB/T 22900;
小试, 中试 and 量产 are read as levels 4, 6 and 9 by the programme's own convention. chain: 湖北 五大优势产业.
"""

import re

from foundation.locales import Text
from foundation.reference.code import Code, CodeList, code

_INDUSTRIES = (
    ("A", "农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery", "农林牧渔业", "农业"),
    ("B", "采矿业", "Mining"),
    ("C", "制造业", "Manufacturing", "工业"),
    ("D", "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"),
    ("E", "建筑业", "Construction"),
    ("F", "批发和零售业", "Wholesale and retail", "批发零售业"),
    ("G", "交通运输、仓储和邮政业", "Transport, storage and post", "交通运输业"),
    ("H", "住宿和餐饮业", "Accommodation and catering"),
    (
        "I",
        "信息传输、软件和信息技术服务业",
        "Information, software and IT services",
        "软件和信息技术服务业",
        "信息技术",
    ),
    ("J", "金融业", "Finance"),
    ("K", "房地产业", "Real estate"),
    ("L", "租赁和商务服务业", "Leasing and business services"),
    ("M", "科学研究和技术服务业", "Scientific research and technical services", "科学研究", "技术服务业"),
    ("N", "水利、环境和公共设施管理业", "Water, environment and public facilities"),
    ("O", "居民服务、修理和其他服务业", "Household, repair and other services"),
    ("P", "教育", "Education"),
    ("Q", "卫生和社会工作", "Health and social work", "医疗卫生"),
    ("R", "文化、体育和娱乐业", "Culture, sports and entertainment"),
    ("S", "公共管理、社会保障和社会组织", "Public administration and social organisations"),
    ("T", "国际组织", "International organisations"),
)
_TRL = ("报告级", "方案级", "功能级", "仿真级", "初样级", "正样级", "环境级", "产品级", "系统级")
_TRL_ALIASES = {
    4: ("小试", "小试阶段", "实验室阶段"),
    6: ("中试", "中试阶段"),
    9: ("量产", "产业化", "批量生产", "产业化阶段"),
}


def _industry(folded: str) -> str | None:
    """`"c3562"`, `"c-制造业"`, `"(c)制造业"`: the section's letter, alone or before digits or Chinese."""
    match = re.match(r"^\(?([a-t])\)?(?![a-z])", folded)
    return match.group(1).upper() if match else None


def _level(folded: str) -> str | None:
    """`"trl6"`, `"第6级"`, `"trl-6级(正样级)"` → 6. Two levels (4-5) are none."""
    match = re.fullmatch(r"(?:trl)?[-:第]?([1-9])(?:\.0)?级?(?:\(.*\))?", folded)
    return match.group(1) if match else None


LISTS: tuple[CodeList, ...] = (
    CodeList(
        "field",
        Text(zh="领域", en="Field"),
        (
            code(
                "电子信息",
                "Electronics and IT",
                "光电子信息",
                "信息技术",
                "电子信息技术",
                "新一代信息技术",
                "人工智能",
                "集成电路",
                "光电子",
                "计算机",
            ),
            code(
                "生物与新医药",
                "Biology and new medicine",
                "生物医药",
                "生物与新医药技术",
                "医药",
                "生命健康",
                "生物技术",
                "大健康",
                "医疗器械",
                "农业生物技术",
            ),
            code("航空航天", "Aviation and space", "航空航天技术", "商业航天", "北斗"),
            code("新材料", "New materials", "新材料技术", "材料", "化工新材料"),
            code("高技术服务", "High-tech services", "高技术服务业", "科技服务", "技术服务", "现代服务业"),
            code(
                "新能源与节能",
                "New energy and energy saving",
                "新能源",
                "新能源与节能技术",
                "节能",
                "新能源及节能",
                "能源",
            ),
            code(
                "资源与环境",
                "Resources and environment",
                "资源与环境技术",
                "环保",
                "节能环保",
                "环境",
                "生态环保",
                "资源环境",
            ),
            code(
                "先进制造与自动化",
                "Advanced manufacturing and automation",
                "先进制造",
                "高端装备",
                "装备制造",
                "智能制造",
                "自动化",
                "先进制造技术",
                "高端装备制造",
                "机械制造",
                "汽车",
            ),
        ),
    ),
    CodeList(
        "industry",
        Text(zh="行业", en="Industry"),
        tuple(
            Code(letter, Text(zh=zh, en=en), (letter, *aliases)) for letter, zh, en, *aliases in _INDUSTRIES
        ),
        reader=_industry,
    ),
    CodeList(
        "chain",
        Text(zh="所属产业链", en="Industry chain"),
        (
            code("光电子信息", "Optoelectronics", "光电子", "光电子信息产业", "光芯屏端网"),
            code(
                "新能源与智能网联汽车",
                "New-energy and connected vehicles",
                "新能源汽车",
                "汽车",
                "智能网联汽车",
                "汽车制造与服务",
            ),
            code("生命健康", "Life and health", "大健康", "生物医药", "大健康和生物技术"),
            code("高端装备", "High-end equipment", "高端装备制造", "装备制造"),
            code("北斗", "BeiDou", "北斗产业", "北斗及应用"),
        ),
        is_open=True,
    ),
    CodeList(
        "trl",
        Text(zh="技术成熟度", en="Technology readiness level"),
        tuple(
            Code(str(n), Text(zh=f"{n}级", en=f"TRL {n}"), (name, *_TRL_ALIASES.get(n, ())))
            for n, name in enumerate(_TRL, start=1)
        ),
        reader=_level,
    ),
    CodeList(
        "ip",
        Text(zh="知识产权", en="Intellectual property"),
        (
            code("发明专利", "Invention patent", "发明", "专利", "国家发明专利"),
            code("实用新型", "Utility model", "实用新型专利"),
            code("外观设计", "Design patent", "外观设计专利", "外观专利"),
            code("软件著作权", "Software copyright", "软著", "软件著作", "计算机软件著作权"),
            code("植物新品种", "Plant variety", "新品种权", "植物新品种权"),
            code("集成电路布图", "Layout design", "集成电路布图设计", "布图设计"),
            code("技术秘密", "Trade secret", "专有技术", "商业秘密"),
            code("无", "None", "没有", "暂无"),
        ),
    ),
)
