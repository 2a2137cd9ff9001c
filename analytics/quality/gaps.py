"""Where the gaps are: fields and cities without officers, counties without anyone, topics never taught.

Pure functions over the rows that metrics list, so that every number here is the length of such a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from foundation.locales import Lang, Text
from foundation.reference.cities import CITIES, CITY_CODES, UNKNOWN, unit_label
from foundation.reference.codes import code_list
from foundation.reference.counties import COUNTIES, COUNTY_ALIASES, city_of_county

#: Directly governed places have no counties: the place itself stands for one.
_DIRECT = {city.code: city.short.zh for city in CITIES if city.code.startswith("4290")}
#: What may be blank where a field meets a city, in the order of asking.
BLANKS: dict[str, Text] = {
    "no_officer": Text(zh="有需求或成果，无在聘联络员", en="demands or achievements, but no officer"),
    "no_supply": Text(zh="有需求，无成果", en="demands, but no achievement"),
    "no_demand": Text(zh="有在聘联络员，无需求", en="officers, but no demand"),
    "nothing": Text(zh="需求、成果、联络员都没有", en="neither demands, achievements nor officers"),
}


def cells(rows: pd.DataFrame, *, cities: Sequence[str] = (), fields: Sequence[str] = ()) -> pd.DataFrame:
    """How many rows each field × city holds: row (field), column (city), value; every pair, zeros too.

    rows: of any metric, with `field` and `city`; what has no field or no city is in no cell.
    cities, fields: of these only, empty = all; both in official order.
    """
    columns = [city for city in CITY_CODES if not cities or city in cities]
    lines = [field for field in code_list("field").values if not fields or field in fields]
    inside = rows[rows["field"].isin(lines) & rows["city"].isin(columns)]
    counts = inside.groupby(["field", "city"]).size()
    pairs = pd.MultiIndex.from_product([lines, columns], names=["row", "column"])
    return counts.reindex(pairs, fill_value=0).rename("value").reset_index()


def outside(rows: pd.DataFrame, counted: pd.DataFrame) -> int:
    """How many rows are in none of the cells counted."""
    return len(rows) - int(counted["value"].sum())


@dataclass(frozen=True)
class Place:
    """A county, or a directly governed place. `number`: GB/T 2260."""

    number: str
    name: str
    city: str

    def label(self, lang: Lang) -> str:
        return self.name if self.number != self.city else unit_label(self.city, lang)


def places(cities: Sequence[str] = ()) -> tuple[Place, ...]:
    """All counties and directly governed places, of these cities or of the province, in official order."""
    wanted = set(cities) or set(CITY_CODES)
    found = [Place(number, name, city_of_county(number)) for number, name in COUNTIES.items()]
    found += [Place(city, name, city) for city, name in _DIRECT.items()]
    order = {city: at for at, city in enumerate(CITY_CODES)}
    return tuple(p for p in sorted(found, key=lambda p: (order[p.city], p.number)) if p.city in wanted)


def county_of(county: Any, city: Any) -> str | None:
    """GB/T 2260 number of the county that an officer's file names; None where it says none that is known."""
    if city in _DIRECT:
        return str(city)
    if not isinstance(county, str):
        return None
    name = county.strip()
    if name in COUNTY_ALIASES:
        return COUNTY_ALIASES[name]
    fits = [number for number, known in COUNTIES.items() if name.endswith(known) or known.startswith(name)]
    here = [number for number in fits if city_of_county(number) == city]
    return next(iter(here or fits), None)


def years(classes: pd.DataFrame, *, least: int = 1) -> pd.DataFrame:
    """The office's own duty (paper 3.2: at least one class a year).

    Columns: year, classes, places, invited, attended, is_met.

    classes: rows of `classes_held`. Every year from the first class to the last, those without one too.
    places: null where no class of the year says how many.
    """
    if classes.empty:
        return pd.DataFrame(columns=["year", "classes", "places", "invited", "attended", "is_met"])
    span = range(int(classes["year"].min()), int(classes["year"].max()) + 1)
    grouped = classes.groupby("year")
    sums = pd.DataFrame(
        {
            "classes": grouped.size(),
            "places": grouped["places"].sum(min_count=1),
            "invited": grouped["invited"].sum(),
            "attended": grouped["attended"].sum(),
        }
    ).reindex(span)
    counted = sums.fillna({"classes": 0, "invited": 0, "attended": 0})
    return counted.assign(is_met=counted["classes"] >= least).rename_axis("year").reset_index()


def topics(classes: pd.DataFrame) -> pd.DataFrame:
    """The mix of topics: topic, classes, attended; every topic of the list, those never taught too."""
    listed = code_list("training_topic").values
    known = classes.assign(topic=classes["topic"].fillna(UNKNOWN))
    grouped = known.groupby("topic")
    frame = pd.DataFrame({"classes": grouped.size(), "attended": grouped["attended"].sum()})
    order = [*listed, *(topic for topic in frame.index if topic not in listed)]
    return frame.reindex(order).fillna(0).astype("int64").rename_axis("topic").reset_index()
