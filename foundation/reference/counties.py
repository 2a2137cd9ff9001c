"""Counties and development zones of Hubei.

Counties: GB/T 2260 numbers of the county level, as in the Ministry of Civil Affairs' list of
administrative divisions in force since the changes of 2018–2020 (京山 and 监利 became cities): 39 districts,
26 cities, 37 counties and one forestry district, 103 in all. The first four digits name the prefecture.
The four directly governed places (仙桃 潜江 天门 神农架) stand in `cities.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foundation.locales import Lang
from foundation.reference.cities import CITIES, CITY_CODES, unit_label

#: A prefecture's number, then `number:name` with the last two digits of each of its counties' numbers.
_TABLE = """
420100 02:江岸区 03:江汉区 04:硚口区 05:汉阳区 06:武昌区 07:青山区 11:洪山区 12:东西湖区 13:汉南区
    14:蔡甸区 15:江夏区 16:黄陂区 17:新洲区
420200 02:黄石港区 03:西塞山区 04:下陆区 05:铁山区 22:阳新县 81:大冶市
420300 02:茅箭区 03:张湾区 04:郧阳区 22:郧西县 23:竹山县 24:竹溪县 25:房县 81:丹江口市
420500 02:西陵区 03:伍家岗区 04:点军区 05:猇亭区 06:夷陵区 25:远安县 26:兴山县 27:秭归县
    28:长阳土家族自治县 29:五峰土家族自治县 81:宜都市 82:当阳市 83:枝江市
420600 02:襄城区 06:樊城区 07:襄州区 24:南漳县 25:谷城县 26:保康县 82:老河口市 83:枣阳市 84:宜城市
420700 02:梁子湖区 03:华容区 04:鄂城区
420800 02:东宝区 04:掇刀区 22:沙洋县 81:钟祥市 82:京山市
420900 02:孝南区 21:孝昌县 22:大悟县 23:云梦县 81:应城市 82:安陆市 84:汉川市
421000 02:沙市区 03:荆州区 22:公安县 24:江陵县 81:石首市 83:洪湖市 87:松滋市 88:监利市
421100 02:黄州区 21:团风县 22:红安县 23:罗田县 24:英山县 25:浠水县 26:蕲春县 27:黄梅县 81:麻城市
    82:武穴市
421200 02:咸安区 21:嘉鱼县 22:通城县 23:崇阳县 24:通山县 81:赤壁市
421300 03:曾都区 21:随县 81:广水市
422800 01:恩施市 02:利川市 22:建始县 23:巴东县 25:宣恩县 26:咸丰县 27:来凤县 28:鹤峰县
"""


def _counties() -> dict[str, str]:
    counties, prefecture = {}, ""
    for word in _TABLE.split():
        number, _, name = word.partition(":")
        if name:
            counties[prefecture[:4] + number] = name
        else:
            prefecture = number
    return counties


#: GB/T 2260 number → name, in the order of the standard.
COUNTIES: dict[str, str] = _counties()

#: Former and spoken names of counties → number.
COUNTY_ALIASES: dict[str, str] = {
    "郧县": "420304",
    "京山县": "420882",
    "监利县": "421088",
    "襄阳县": "420607",
    "蒲圻": "421281",
    "广济": "421182",
    "长阳县": "420528",
    "五峰县": "420529",
}

#: Zones that govern themselves in practice, and places known by no county's name → city.
ZONES: dict[str, str] = {
    "东湖高新区": "420100",
    "东湖新技术开发区": "420100",
    "东湖高新": "420100",
    "东湖开发区": "420100",
    "光谷": "420100",
    "未来科技城": "420100",
    "东湖风景区": "420100",
    "东湖生态旅游风景区": "420100",
    "沌口": "420100",
    "车谷": "420100",
    "临空港": "420100",
    "长江新区": "420100",
    "吴家山": "420100",
    "大冶湖": "420200",
    "武当山": "420300",
    "三峡高新区": "420500",
    "东津新区": "420600",
    "隆中": "420600",
    "葛店": "420700",
    "鄂州临空经济区": "420700",
    "漳河新区": "420800",
    "屈家岭": "420800",
    "双峰山": "420900",
    "纪南": "421000",
    "龙感湖": "421100",
    "白莲河": "421100",
    "大别山": "421100",
    "大洪山": "421300",
    "江汉油田": "429005",
}


def city_of_county(number: str) -> str:
    """`"422827"` → `"422800"`."""
    return number[:4] + "00"


#: Directly governed places have no counties: the place itself stands for one. Number → name.
DIRECT_PLACES: dict[str, str] = {city.code: city.short.zh for city in CITIES if city.code.startswith("4290")}


@dataclass(frozen=True)
class CountyPlace:
    """A county, or a directly governed place. number, city: GB/T 2260."""

    number: str
    name: str
    city: str

    def label(self, lang: Lang) -> str:
        return self.name if self.number != self.city else unit_label(self.city, lang)


def county_places(cities: Sequence[str] = ()) -> tuple[CountyPlace, ...]:
    """All counties and directly governed places, of these cities or of the province, in official order."""
    wanted = set(cities) or set(CITY_CODES)
    every = [CountyPlace(number, name, city_of_county(number)) for number, name in COUNTIES.items()]
    every += [CountyPlace(city, name, city) for city, name in DIRECT_PLACES.items()]
    order = {city: at for at, city in enumerate(CITY_CODES)}
    return tuple(p for p in sorted(every, key=lambda p: (order[p.city], p.number)) if p.city in wanted)
