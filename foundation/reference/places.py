"""Text → city or county: the city, one of its counties or one of its zones, named anywhere in the text.

Own table and matching: general address parsers misread 恩施 and the directly governed cities.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from foundation.reference.cities import CITIES, CITY_CODES
from foundation.reference.counties import (
    COUNTIES,
    COUNTY_ALIASES,
    DIRECT_PLACES,
    ZONES,
    city_of_county,
)
from foundation.reference.folding import fold, without_brackets

_OTHER_PROVINCES = re.compile(
    "^(中国)?(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)"
)
_SUFFIX = re.compile("(土家族自治县|区|县|市)$")
#: Short names that are ordinary words or other places as well: never read without 区, 县, 市.
_NEVER_SHORT = frozenset(["公安", "青山", "铁山", "江汉", "通城", "华容", "襄城", "兴山"])
#: Short names that also arise inside other words (适宜城市, 重点军工, 长沙市): read at the beginning only.
_WEAK = frozenset(["沙市", "保康", "通山", "下陆", "东宝", "点军", "应城", "宜城", "宜都", "利川", "张湾"])


def _short(county: str) -> str:
    return _SUFFIX.sub("", county)


def _names() -> dict[str, str]:
    """Every name that may stand anywhere in a text → city number."""
    cities = dict(ZONES)
    for number, county in COUNTIES.items():
        short = _short(county)
        cities[county] = city_of_county(number)
        if len(short) > 1 and short not in _NEVER_SHORT | _WEAK:
            cities[short] = city_of_county(number)
    cities |= {alias: city_of_county(number) for alias, number in COUNTY_ALIASES.items()}
    for city in CITIES:
        for name in (city.short.zh, city.name.zh, *(a for a in city.aliases if a != "林区")):
            cities[name] = city.code
    return cities


_NAMES = _names()
_PATTERN = re.compile("|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True)))
_WEAK_CITIES = {_short(name): city_of_county(n) for n, name in COUNTIES.items() if _short(name) in _WEAK}
_WEAK_START = re.compile("^(?:湖北省?)?(" + "|".join(_WEAK_CITIES) + ")")
#: Read only where they are the whole text.
_WHOLE = {fold(t): c.code for c in CITIES for t in (c.short.en, c.name.en)} | {"林区": "429021"}


@lru_cache(maxsize=100_000)
def resolve_city(text: str) -> str | None:
    """The GB/T number of the one city named in `text`, or None where none or several are.

    恩施州来凤县 → 422800; 汉阳区科协 → 420100; 枝江市 → 420500; 420500 and 420583 → 420500.
    A text that opens with another province is not ours. 武汉东湖高新区襄阳园 names two: None.
    """
    folded = fold(text)
    if re.fullmatch(r"42\d{4}(\d{6})?", folded):
        return _by_number(folded[:6])
    if folded in _WHOLE or _OTHER_PROVINCES.match(folded):
        return _WHOLE.get(folded)
    for candidate in (folded, without_brackets(folded)):
        cities = {_NAMES[name] for name in _PATTERN.findall(candidate)}
        if not cities and (weak := _WEAK_START.match(candidate)):
            cities = {_WEAK_CITIES[weak.group(1)]}
        if len(cities) == 1:
            return cities.pop()
    return None


def _by_number(number: str) -> str | None:
    if number in CITY_CODES:
        return number
    return city_of_county(number) if number in COUNTIES else None


def county_in(text: str) -> str | None:
    """The GB/T number of the one county that `text` writes in full (汉阳区科协 → 420105), or None."""
    folded = fold(text)
    numbers = {number for number, name in COUNTIES.items() if name in folded}
    numbers |= {number for alias, number in COUNTY_ALIASES.items() if alias in folded}
    # 沙市区 within 长沙市区 and the like: the longest name wins where one holds the other.
    numbers = {n for n in numbers if not any(COUNTIES[n] in COUNTIES[m] for m in numbers if m != n)}
    return numbers.pop() if len(numbers) == 1 else None


def county_of(county: Any, city: Any) -> str | None:
    """The GB/T number of the county in a roster's column of counties; None where it names no county.

    county: the cell, by name, short name or with the city before it; empty for directly governed places.
    city: the officer's, which decides between counties that fit alike.
    """
    if city in DIRECT_PLACES:
        return str(city)
    if not isinstance(county, str):
        return None
    written = county.strip()
    if written in COUNTY_ALIASES:
        return COUNTY_ALIASES[written]
    fits = [n for n, name in COUNTIES.items() if written.endswith(name) or name.startswith(written)]
    in_city = [number for number in fits if city_of_county(number) == city]
    return next(iter(in_city or fits), None)
