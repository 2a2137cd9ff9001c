"""Where the gaps are: cells of field and city that hold nothing, years without a class, topics never taught.

Pure functions over the rows that metrics list, so that every number here is the length of such a list.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from foundation.locales import Text
from foundation.reference.cities import CITY_CODES, UNKNOWN
from foundation.reference.codes import code_list

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
    with_topic = classes.assign(topic=classes["topic"].fillna(UNKNOWN))
    grouped = with_topic.groupby("topic")
    frame = pd.DataFrame({"classes": grouped.size(), "attended": grouped["attended"].sum()})
    order = [*listed, *(topic for topic in frame.index if topic not in listed)]
    return frame.reindex(order).fillna(0).astype("int64").rename_axis("topic").reset_index()
