"""Cities, counties and zones are found anywhere in a text, and nothing is guessed."""

import pytest

from foundation.reference.bodies import recommender_type_of
from foundation.reference.cities import CITIES, CITY_CODES, UNITS, tile_of, unit_label
from foundation.reference.counties import COUNTIES, ZONES
from foundation.reference.places import county_in, county_of, resolve_city

PLACES = """
武汉            | 420100
武汉市          | 420100
 武 汉 市       | 420100
湖北省武汉市    | 420100
襄樊市          | 420600
恩施州          | 422800
恩施土家族苗族自治州 | 422800
恩施州来凤县    | 422800
恩施市          | 422800
仙桃市          | 429004
神农架          | 429021
神农架林区      | 429021
林区            | 429021
汉阳区科协      | 420100
枝江市          | 420500
枝江市科协      | 420500
应城科协        | 420900
京山县          | 420800
东湖高新区      | 420100
武汉东湖新技术开发区 | 420100
葛店经开区      | 420700
江汉油田        | 429005
４２０５００     | 420500
420583          | 420500
Wuhan           | 420100
省科协          | -
长沙市          | -
公安局          | -
湖南省岳阳市华容区 | -
武汉东湖高新区襄阳园 | -
999999          | -
"""


def table(text: str) -> list[tuple[str, ...]]:
    rows = [line.split("|") for line in text.strip("\n").splitlines()]
    return [tuple(cell.strip() for cell in row) for row in rows]


@pytest.mark.parametrize(("text", "number"), table(PLACES))
def test_city_named_anywhere(text: str, number: str) -> None:
    assert (resolve_city(text) or "-") == number


@pytest.mark.parametrize("city", CITIES, ids=lambda c: c.short.en)
def test_every_name_of_a_city_is_read_as_that_city(city) -> None:
    for name in (city.code, city.short.zh, city.name.zh, city.short.en, city.name.en, *city.aliases):
        assert resolve_city(name) == city.code


def test_every_county_and_zone_belongs_to_its_city() -> None:
    assert len(COUNTIES) == 99  # 103 of the county level, less the four directly governed
    assert {n[:4] + "00" for n in COUNTIES} == {c for c in CITY_CODES if not c.startswith("4290")}
    for number, name in COUNTIES.items():
        assert resolve_city(name) == number[:4] + "00"
    for zone, city in ZONES.items():
        assert resolve_city(zone) == city


def test_official_order_and_tiles() -> None:
    assert list(CITY_CODES) == sorted(CITY_CODES)
    assert len(UNITS) == 18
    assert UNITS[-1] == "non_city"
    tiles = [tile_of(unit) for unit in UNITS]
    assert None not in tiles
    assert len(set(tiles)) == 18
    assert tile_of("unknown") is None
    assert [unit_label(u, "zh") for u in ("420100", "non_city", "unknown")] == ["武汉", "非市州推荐", "未填"]
    assert unit_label("422800", "en") == "Enshi"


BODIES = """
武汉大学科协           | 高校科协
武汉大学科学技术协会   | 高校科协
湖北省农业科学院科协   | 科研院所科协
模拟企业B-017有限公司科协 | 企业科协
宜昌市科协             | 市州科协
恩施州科协             | 市州科协
仙桃市科学技术协会     | 市州科协
神农架林区科协         | 市州科协
汉阳区科协             | 县市区科协
恩施市科协             | 县市区科协
枝江市科协             | 县市区科协
东湖高新区科协         | 县市区科协
省科协                 | -
某某科协               | -
"""


@pytest.mark.parametrize(("name", "kind"), table(BODIES))
def test_kind_of_a_recommending_body_is_told_from_its_name(name: str, kind: str) -> None:
    assert (recommender_type_of(name) or "-") == kind


def test_county_in_full() -> None:
    assert county_in("汉阳区科协") == "420105"
    assert county_in("武汉大学") is None


@pytest.mark.parametrize(
    ("county", "city", "number"),
    [
        ("来凤县", "422800", "422827"),
        ("监利县", "421000", "421088"),
        ("夷陵区", None, "420506"),
        ("宜昌市夷陵区", "420500", "420506"),
        (None, "429004", "429004"),
        (None, "420100", None),
        ("不知何处", "420100", None),
    ],
)
def test_counties_as_rosters_write_them(county: str | None, city: str | None, number: str | None) -> None:
    assert county_of(county, city) == number
