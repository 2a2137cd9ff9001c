"""Blanks, counties, years and topics: what is counted as a gap, and what is merely not known."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.duties import DUTIES, bands
from analytics.quality import blanks, cells, county_of, empty_places, places, topics, years


def rows(*pairs: tuple[str | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["field", "city"])


def at(counted: pd.DataFrame, field: str, city: str) -> int:
    return int(counted[(counted["row"] == field) & (counted["column"] == city)]["value"].iloc[0])


def test_cells_hold_what_names_a_field_and_a_city() -> None:
    found = rows(("新材料", "420100"), ("新材料", "420100"), (None, "420100"), ("新材料", None))
    assert at(cells(found), "新材料", "420100") == 2
    assert len(cells(found)) == 8 * 17
    assert cells(found)["value"].sum() == 2


def test_a_blank_stands_under_the_first_kind_that_fits() -> None:
    pair = ("新材料", "420100")
    none = rows()
    kinds = {
        "no_officer": (rows(pair), rows(pair), none),
        "nothing": (none, none, none),
        "no_demand": (none, rows(pair), rows(pair)),
        "no_supply": (rows(pair), none, rows(pair)),
    }
    for kind, (demands, achievements, officers) in kinds.items():
        found = blanks(cells(demands), cells(achievements), cells(officers))
        here = found[(found["field"] == pair[0]) & (found["city"] == pair[1])]
        assert here["kind"].tolist() == [kind]
    full = blanks(*[cells(rows(pair))] * 3)
    assert len(full) == 8 * 17 - 1


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


def test_counties_without_an_officer() -> None:
    assert len(places()) == 103
    wuhan = len(places(("420100",)))
    here = pd.DataFrame([("洪山区", "420100"), (None, "420100")], columns=["county", "city"])
    empty = empty_places(here, ("420100",))
    assert len(empty) == wuhan - 1
    assert "洪山区" not in {place.name for place in empty}


CLASSES = pd.DataFrame(
    [(2022, "概念验证", 100, 90, 80), (2024, "概念验证", None, 50, 40), (2024, None, 60, 50, 40)],
    columns=["year", "topic", "places", "invited", "attended"],
)


def test_a_year_without_a_class_is_said() -> None:
    found = years(CLASSES).set_index("year")
    assert found["classes"].astype(int).to_dict() == {2022: 1, 2023: 0, 2024: 2}
    assert found["is_met"].to_dict() == {2022: True, 2023: False, 2024: True}
    assert found.loc[2024, "places"] == 60
    assert years(CLASSES.iloc[:0]).empty


def test_topics_never_taught_stay_in_the_list() -> None:
    found = topics(CLASSES).set_index("topic")
    assert found.loc["概念验证", "attended"] == 120
    assert found.loc["技术合同认定", "classes"] == 0
    assert found["classes"].sum() == len(CLASSES)


def test_bands_hold_a_with_a_and_b_with_b() -> None:
    duties = {f"duty_{n}": [0, 1, 2, 3, 50] for n in range(1, 6)}
    found = bands(pd.DataFrame({"category": ["A", "A", "A", "A", "B"]} | duties))
    assert set(found["n"]) == {4, 1}
    assert found[found["category"] == "A"]["high"].max() <= 3
    assert len(found) == sum(len(d) for d in DUTIES.values())
