"""The seventeen cities of Hubei (GB/T 2260), the eighteenth unit, and the tile grid.

Names: GB/T 2260 in its order. Tile grid: 32 of the 37 real borders between them are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from foundation.locales import Lang, Text

NON_CITY = "non_city"
UNKNOWN = "unknown"
#: 非市州推荐 stands apart from the map.
NON_CITY_TILE = (5, 0)


@dataclass(frozen=True)
class City:
    """A prefecture, directly governed city or forestry district. `tile` is (x, y), y downwards."""

    code: str
    name: Text
    short: Text
    tile: tuple[int, int]
    aliases: tuple[str, ...] = ()


def _city(code: str, short: str, english: str, tile: tuple[int, int], *aliases: str) -> City:
    name = Text(zh=f"{short}市", en=f"{english} City")
    return City(code, name, Text(zh=short, en=english), tile, aliases)


CITIES: tuple[City, ...] = (
    _city("420100", "武汉", "Wuhan", (4, 3), "汉口"),
    _city("420200", "黄石", "Huangshi", (5, 4)),
    _city("420300", "十堰", "Shiyan", (0, 0)),
    _city("420500", "宜昌", "Yichang", (1, 2)),
    _city("420600", "襄阳", "Xiangyang", (1, 1), "襄樊"),
    _city("420700", "鄂州", "Ezhou", (5, 3)),
    _city("420800", "荆门", "Jingmen", (2, 2)),
    _city("420900", "孝感", "Xiaogan", (4, 2)),
    _city("421000", "荆州", "Jingzhou", (3, 4)),
    _city("421100", "黄冈", "Huanggang", (5, 2)),
    _city("421200", "咸宁", "Xianning", (4, 4)),
    _city("421300", "随州", "Suizhou", (3, 1)),
    City(
        "422800",
        Text(zh="恩施土家族苗族自治州", en="Enshi Tujia and Miao Autonomous Prefecture"),
        Text(zh="恩施", en="Enshi"),
        (0, 2),
        ("恩施州", "恩施自治州"),
    ),
    _city("429004", "仙桃", "Xiantao", (3, 3)),
    _city("429005", "潜江", "Qianjiang", (2, 3)),
    _city("429006", "天门", "Tianmen", (3, 2)),
    City(
        "429021",
        Text(zh="神农架林区", en="Shennongjia Forestry District"),
        Text(zh="神农架", en="Shennongjia"),
        (0, 1),
        ("林区",),
    ),
)
CITY_CODES: tuple[str, ...] = tuple(c.code for c in CITIES)
#: Responsible units in their fixed order: the cities, then 非市州推荐.
UNITS: tuple[str, ...] = (*CITY_CODES, NON_CITY)

_BY_CODE = {c.code: c for c in CITIES}
_SPECIAL = {
    NON_CITY: Text(zh="非市州推荐", en="Non-city"),
    UNKNOWN: Text(zh="未填", en="Not given"),
}


def city(code: str) -> City:
    return _BY_CODE[code]


def unit_label(code: str, lang: Lang) -> str:
    """Short name of a city, 非市州推荐, 未填; what is none of them is shown as it is."""
    if code in _BY_CODE:
        return _BY_CODE[code].short.get(lang)
    return _SPECIAL[code].get(lang) if code in _SPECIAL else code


def tile_of(code: str) -> tuple[int, int] | None:
    """Place of a unit on the tile grid; None for what has no place (未填)."""
    if code == NON_CITY:
        return NON_CITY_TILE
    return _BY_CODE[code].tile if code in _BY_CODE else None
