"""What leaves the office says no more of a demand than its enterprise agreed to."""

import pandas as pd
import pytest

from foundation.access.publicity import kept_back, without_amounts
from foundation.access.viewer import OFFICE, Viewer

LEADER = Viewer(name="ling", role="leader")
CITY = Viewer(name="yichang", role="city", unit="420500")
PRESENTED = Viewer(name="ban", role="office", is_presenting=True)
DEMANDS = pd.DataFrame({"title": ["A", "B", "C"], "is_public": [True, False, None]})


@pytest.mark.parametrize("viewer", [LEADER, CITY, PRESENTED])
def test_outside_the_office_only_what_was_agreed_to(viewer):
    assert kept_back(DEMANDS, viewer).tolist() == [False, True, True]
    assert list(without_amounts(DEMANDS.assign(amount_wan=1.0), viewer)) == ["title", "is_public"]


def test_the_office_keeps_all_that_it_knows():
    assert not kept_back(DEMANDS, OFFICE).any()
    assert "amount_wan" in without_amounts(DEMANDS.assign(amount_wan=1.0), OFFICE)


def test_a_list_without_demands_is_left_alone():
    assert not kept_back(pd.DataFrame({"title": ["C"]}), LEADER).any()
