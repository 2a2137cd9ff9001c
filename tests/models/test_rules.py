"""The rule file: what ships, what is refused and how it says so, versions and what-ifs."""

from __future__ import annotations

import datetime as dt

import pytest

from analytics.rules import LEAST, PACKAGE_RULES, Rules, RulesError

TEXT = PACKAGE_RULES.read_text(encoding="utf-8")


def test_the_package_rules_are_those_of_the_definitions() -> None:
    rules = Rules.package()
    expected = {
        "grace_months": 6,
        "open_days": 14,
        "records_months": 3,
        "case_days": 30,
        "new_days": 90,
        "gap_months": 6,
        "proactive_acts": 4,
        "proactive_quarters": 2,
        "short_exposure": 6,
        "lost_contacts": 2,
        "lost_channels": 2,
        "lost_days": 60,
        "min_n": 10,
        "min_contracts": 3,
    }
    assert {name: rules[name] for name in expected} == expected
    assert (rules.version, rules.keep_snapshots) == ("2025.2", 20)
    assert rules.targets["share_lost"] == 0.08
    assert hash(rules) == hash(Rules.parse(TEXT))


def test_every_number_says_that_it_is_an_example() -> None:
    lines = [
        line for line in TEXT.splitlines() if "=" in line and not line.startswith(("#", "title", "version"))
    ]
    numbers = [line for line in lines if not line.startswith(("valid_", "name"))]
    assert [line for line in numbers if "示例" not in line] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("grace_months = 6", "grace_months = -1", "[service] grace_months"),
        ("grace_months = 6", "grace_months = 6.5", "[service] grace_months"),
        ("grace_months = 6", "grace_month = 6", "[service] no such threshold: grace_month"),
        ("proactive_acts = 4", "proactive_acts = 0", "[tiers] proactive_acts"),
        ("share_lost = 0.08", 'share_lost = "8%"', "[targets] share_lost"),
        ('version = "2025.2"', "version = 2025.2", "version"),
        ("valid_to = 2024-12-31", "valid_to = 2020-12-31", "2021.1: valid_to"),
        ("[tiers]", "[tiers", "line"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(old: str, new: str, told: str) -> None:
    assert old in TEXT
    with pytest.raises(RulesError) as refused:
        Rules.parse(TEXT.replace(old, new, 1))
    assert told in str(refused.value)


def test_versions_cover_days() -> None:
    early, current = Rules.package().versions
    assert early.covers(dt.date(2024, 12, 31))
    assert not early.covers(dt.date(2025, 1, 1))
    assert current.covers(dt.date(2025, 1, 1))
    assert current.covers(dt.date(2052, 1, 1))


def test_a_what_if_changes_only_what_it_names() -> None:
    changed = Rules.package().with_numbers(proactive_acts=6)
    assert changed["proactive_acts"] == 6
    assert set(changed.parameters()) == {name for names in LEAST.values() for name in names}
    with pytest.raises(RulesError):
        changed.with_numbers(proactive=1)
