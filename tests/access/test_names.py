"""Who sees which names; the rest are counted by body and add up."""

import io

import pandas as pd
import pytest

from foundation.access.names import guard
from foundation.access.viewer import Viewer

PERSONS = """
name  tier       unit     recommender
甲    proactive  420100   b1
乙    lost       420100   b1
丙    lost       420100   b2
丁    responsive 420200   b3
戊    regular    non_city b4
己    unverified non_city b4
庚    on_leave   420200   b3
"""
OFFICE, LEADER = Viewer("办", "office"), Viewer("领", "leader")
WUHAN = Viewer("汉", "city", "420100")


@pytest.fixture
def persons():
    return pd.read_csv(io.StringIO(PERSONS.strip()), sep=r"\s+", dtype=str)


@pytest.mark.parametrize(
    ("viewer", "named"),
    [
        (OFFICE, "甲乙丙丁戊己庚"),
        (LEADER, "甲戊庚"),
        (WUHAN, "甲乙丙"),
        (Viewer("办", "office", is_presenting=True), "甲戊庚"),
        (Viewer("汉", "city", "420100", is_presenting=True), "甲"),
    ],
)
def test_names_by_role(persons, viewer, named):
    seen, withheld = guard(persons, viewer)
    assert "".join(seen["name"]) == named
    assert len(seen) + withheld["count"].sum() == len(persons)


def test_withheld_rows_say_body_and_count_only(persons):
    _, withheld = guard(persons, LEADER)
    assert withheld.to_dict("records") == [
        {"unit": "420100", "recommender": "b1", "count": 1},
        {"unit": "420100", "recommender": "b2", "count": 1},
        {"unit": "420200", "recommender": "b3", "count": 1},
        {"unit": "non_city", "recommender": "b4", "count": 1},
    ]


def test_an_unknown_unit_is_nobodys_own_and_is_still_counted(persons):
    persons.loc[persons["name"] == "乙", "unit"] = None
    named, withheld = guard(persons, WUHAN)
    assert "".join(named["name"]) == "甲丙"
    assert withheld["count"].sum() == 5


def test_without_the_tier_nobody_is_named_by_omission(persons):
    with pytest.raises(KeyError):
        guard(persons.drop(columns="tier"), LEADER)


def test_an_empty_list_stays_empty(persons):
    named, withheld = guard(persons.iloc[:0], LEADER)
    assert (len(named), withheld["count"].sum()) == (0, 0)
