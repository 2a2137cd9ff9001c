"""Two writings of one employer or body become comparable.

`unit_key` cuts a name into the institution and the department within it. Two keys are one employer when
their institutions are equal, or one is the other without its place or its last words, and the departments do
not contradict each other. Compared only between persons of the same name, so a little generosity is safe;
武汉大学 and 武汉大学珞珈学院 are two employers all the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from foundation.reference.cities import CITIES
from foundation.reference.folding import fold

_PLACES = "|".join(sorted((c.short.zh for c in CITIES), key=len, reverse=True))
_PROVINCE = re.compile(r"^湖北省")
_CITY = re.compile(rf"^(湖北)?({_PLACES})(市|林区|土家族苗族自治州|自治州|州)?")
_PLACE_PREFIX = re.compile(rf"^(湖北省|湖北)?(({_PLACES})(市|州)?)?")
_LEGAL = re.compile(
    r"(股份有限公司|有限责任公司|有限公司|股份公司|责任公司|集团公司|总公司|公司|集团|股份)+$"
)
_COMPANY = re.compile(r"^(.*(?:公司|集团))(.+)$")
_UNIVERSITY = re.compile(r"^(.*?大学)(.+)$")
_COLLEGE = re.compile(r"^(.*?(?:学院|科学院|研究院))(.+(?:学院|系|部|处|所|中心|院|室|科|办))$")
#: What follows a university's name and is an institution of its own.
_APART = re.compile(
    r"医院|分校|公司|集团|附属|附中|珞珈|江城|知行|文理学院|华夏|楚天|法商|外经贸|邮电与信息|工程技术学院|工商学院|传媒"
    r"|武汉学院|城市学院|新技术学院|药护|科技学院$|体育科技|文华|东湖学院|^(武汉|北京)$"
)
#: Long form → short form; applied in this order, so that both writings end alike.
_SHORTER: tuple[tuple[str, str], ...] = (
    ("科学技术协会", "科协"),
    ("社会科学院", "社科院"),
    ("农业科学院", "农科院"),
    ("林业科学研究院", "林科院"),
    ("科学技术", "科技"),
    ("科学研究院", "科研院"),
    ("职业技术学院", "职院"),
    ("职业学院", "职院"),
    ("师范学院", "师院"),
)
#: How people in Hubei write these for short.
_ALIASES: dict[str, str] = {
    "武大": "武汉大学",
    "华科": "华中科技大学",
    "华科大": "华中科技大学",
    "华中科大": "华中科技大学",
    "华中大": "华中科技大学",
    "华农": "华中农业大学",
    "华中农大": "华中农业大学",
    "华师": "华中师范大学",
    "华中师大": "华中师范大学",
    "华师大": "华中师范大学",
    "地大": "中国地质大学武汉",
    "武汉地大": "中国地质大学武汉",
    "中国地质大学": "中国地质大学武汉",
    "中国地大": "中国地质大学武汉",
    "武理工": "武汉理工大学",
    "武汉理工": "武汉理工大学",
    "中南财大": "中南财经政法大学",
    "财大": "中南财经政法大学",
    "中南民大": "中南民族大学",
    "民大": "中南民族大学",
    "湖大": "湖北大学",
    "湖工大": "湖北工业大学",
    "湖北工大": "湖北工业大学",
    "武科大": "武汉科技大学",
    "武汉科大": "武汉科技大学",
    "武工大": "武汉工程大学",
    "湖师大": "湖北师范大学",
    "湖北师大": "湖北师范大学",
    "湖中医": "湖北中医药大学",
    "湖北中医大": "湖北中医药大学",
    "湖北民大": "湖北民族大学",
    "江大": "江汉大学",
    "省农科院": "湖北农科院",
    "省林科院": "湖北林科院",
    "省社科院": "湖北社科院",
}


class UnitKey(NamedTuple):
    """`institution` is folded and shortened; `department` is empty where none is named."""

    institution: str
    department: str = ""


NOWHERE = UnitKey("")


@lru_cache(maxsize=500_000)
def unit_key(name: str) -> UnitKey:
    """`武汉大学（计算机学院）` → (武汉大学, 计算机学院); `湖北省华某新材料有限公司` → (湖北华某新材料, )."""
    text = re.sub(r"[()\"'·.,、。—_]", "", fold(name))
    institution, department = _parted(text)
    institution = _LEGAL.sub("", institution) or institution
    for long, short in _SHORTER:
        institution = institution.replace(long, short)
    institution = _without_rank(institution)
    return UnitKey(_ALIASES.get(institution, institution), department)


def _parted(text: str) -> tuple[str, str]:
    for head in (_COMPANY, _UNIVERSITY, _COLLEGE):
        match = head.match(text)
        if match:
            is_own = head is not _COMPANY and _APART.search(match.group(2))
            return (text, "") if is_own else (match.group(1), match.group(2))
    return text, ""


def _without_rank(text: str) -> str:
    """湖北省 and 武汉市 lose 省 and 市: half of all writers leave them out; 湖北武汉… is 武汉…."""
    text = _PROVINCE.sub("湖北", text)
    return _CITY.sub(lambda match: match.group(2), text)


def closeness(one: UnitKey, other: UnitKey) -> int:
    """How surely two are one employer: 3 the same, 2 the same but for a department that only one names,
    1 short and full form, 0 two employers (also where either is unknown)."""
    if not one.institution or not other.institution:
        return 0
    if one == other:
        return 3
    if one.department and other.department and one.department != other.department:
        return 0
    if one.institution == other.institution:
        return 2
    return 1 if _is_short_form(one.institution, other.institution) else 0


@lru_cache(maxsize=1_000_000)
def _is_short_form(one: str, other: str) -> bool:
    """华某新材料 and 湖北华某新材料, 宜昌华某某 and 宜昌华某某化工; never 武汉华某 and 宜昌华某."""
    short, long = sorted((one, other), key=len)
    if "大学" in short or "学院" in short:
        return False
    bare_short, bare_long = _PLACE_PREFIX.sub("", short), _PLACE_PREFIX.sub("", long)
    has_one_place = bare_short == short or bare_long == long
    if bare_short == bare_long:
        return has_one_place and len(bare_short) >= 2
    same_place = short[: len(short) - len(bare_short)] == long[: len(long) - len(bare_long)]
    return (same_place or has_one_place) and len(bare_short) >= 3 and bare_long.startswith(bare_short)
