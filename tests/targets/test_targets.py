"""Targets: the office's sheet first, by id or title, for the unit looked at; else the rules' example."""

from __future__ import annotations

import datetime as dt

import pytest

from analytics.meeting.targets import metric_named, targets
from analytics.rules import Rules
from analytics.scope import Scope
from tests.support.tables import warehouse

SHEET = """
year  metric           unit    value
2025  share_proactive  -       0.5
2025  share_proactive  420500  0.6
2024  share_proactive  -       0.3
2025  提醒响应率       -       0.65
2025  久未联系占比     -       0.07
2025  match_rate       -       45
"""
RULES = Rules.package()


@pytest.mark.parametrize(
    ("year", "unit", "metric", "expected"),
    [
        (2025, (), "share_proactive", 0.5),
        (2025, ("420500",), "share_proactive", 0.6),
        (2025, ("420500", "420100"), "share_proactive", 0.5),
        (2024, (), "share_proactive", 0.3),
        (2025, (), "reminder_answer_rate", 0.65),
        (2025, (), "share_lost", 0.07),
        (2025, (), "match_rate", RULES.targets["match_rate"]),
        (2023, (), "share_proactive", RULES.targets["share_proactive"]),
    ],
)
def test_the_target_that_holds(year, unit, metric, expected):
    con = warehouse(targets=SHEET)
    assert targets(con, rules=RULES, scope=Scope(dt.date(year, 12, 1), unit=unit))[metric] == expected


def test_a_name_that_fits_several_metrics_names_none():
    assert metric_named("有签约的联络员占比") is None
    assert metric_named("有签约的联络员占比（核验）") == "officers_with_contract_verified"
    assert metric_named("幸福指数") is None
