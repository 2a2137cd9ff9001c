"""Blanks, counties, years and topics: what is counted as a gap, and what is merely not known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from analytics.evidence.duties import DUTIES, bands
from analytics.metrics import METRICS, members
from analytics.metrics.engine.source import MetricContext, everything
from analytics.quality.gaps import cells, outside, topics, years
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import OFFICE
from foundation.reference.counties import county_places
from tests.support.tables import built, warehouse

AS_OF = dt.date(2025, 12, 1)


def rows(*pairs: tuple[str | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["field", "city"])


def at(counted: pd.DataFrame, field: str, city: str) -> int:
    return int(counted[(counted["row"] == field) & (counted["column"] == city)]["value"].iloc[0])


def test_cells_hold_what_names_a_field_and_a_city() -> None:
    found = rows(("新材料", "420100"), ("新材料", "420100"), (None, "420100"), ("新材料", None))
    assert at(cells(found), "新材料", "420100") == 2
    assert len(cells(found)) == 8 * 17
    assert cells(found)["value"].sum() == 2


def test_cells_of_a_scope_and_the_rows_outside_it() -> None:
    found = rows(("新材料", "420100"), ("新材料", "420500"), (None, "420100"))
    counted = cells(found, cities=("420100",), fields=("新材料", "电子信息"))
    assert counted.to_dict("list") == {
        "row": ["电子信息", "新材料"],
        "column": ["420100", "420100"],
        "value": [0, 1],
    }
    assert outside(found, counted) == 2
    nowhere = cells(found, cities=("unknown",))
    assert nowhere.empty
    assert outside(found, nowhere) == 3


@pytest.mark.parametrize(
    ("kind", "tables"),
    [
        ("no_officer", ("demands", "achievements")),
        ("nothing", ()),
        ("no_demand", ("officers", "achievements")),
        ("no_supply", ("officers", "demands")),
        (None, ("officers", "demands", "achievements")),
    ],
)
def test_a_gap_stands_under_the_first_kind_that_fits(kind: str | None, tables: tuple[str, ...]) -> None:
    field = "新材料" if "officers" in tables else "航空航天"
    given = {
        "terms": f"person started_on ended_on field city\n zhao 2024-06-15 2026-06-14 {field} 420100",
        "demands": "submitted_on title enterprise field city\n 2025-03-01 甲 模拟企业 新材料 420100",
        "achievements": "person submitted_on title org field\n zhao 2025-03-01 乙 模拟单位 新材料",
    }
    con = built(
        warehouse(**{name: rows for name, rows in given.items() if name == "terms" or name in tables})
    )
    found = everything(MetricContext(con, Scope(AS_OF), OFFICE, Rules.package()), METRICS["field_gaps"])
    here = found[(found["field"] == "新材料") & (found["city"] == "420100")].iloc[0]
    assert (here["gap"] if pd.notna(here["gap"]) else None) == kind
    assert len(found) == 8 * 17


def empty(con: Any, **filters: tuple[str, ...]) -> set[str]:
    """Names of the counties that the metric lists."""
    scope = Scope(AS_OF).with_filter(**filters)
    rows = members(con, "counties_without_officer", scope=scope, viewer=OFFICE, rules=Rules.package())
    return set(rows["county"])


def test_counties_without_an_officer_in_scope() -> None:
    con = built(
        warehouse(
            terms="""
                person  started_on  ended_on    category  city
                zhao    2024-06-15  2026-06-14  A         420100
                qian    2024-06-15  2026-06-14  B         420100
                sun     2024-06-15  2026-06-14  A         429004
                li      2020-06-15  2022-06-14  A         420500
            """,
            officers="person county\n zhao 洪山区\n qian -\n li 夷陵区",
        )
    )
    assert len(county_places()) == 103
    every = {place.name for place in county_places()}
    assert every - empty(con) == {"洪山区", "仙桃"}
    assert every - empty(con, category=("B",)) == set()
    wuhan = {place.name for place in county_places(("420100",))}
    assert empty(con, city=("420100",)) == wuhan - {"洪山区"}
    assert empty(con, unit=("420100",)) <= wuhan


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
