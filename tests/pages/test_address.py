"""The codec between the URL and what is looked at."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.scope import Scope
from pages.shell.address import Address, AddressValues, decode, decode_lang, encode

DECEMBER = dt.date(2025, 12, 1)
KNOWN = AddressValues(
    as_of=DECEMBER,
    months=tuple(dt.date(year, month, 1) for year in (2024, 2025) for month in range(1, 13)),
    values={
        "unit": ("420100", "420200", "non_city"),
        "city": ("420100", "420200"),
        "cat": ("A", "B"),
        "ch": ("local", "institution"),
        "field": ("电子信息", "新材料"),
        "rec": ("b1", "b2"),
    },
    bodies={"b1": "宜昌市科协", "b2": "武汉大学"},
    metrics=("share_proactive", "share_lost", "match_rate"),
)


def scope(**filters: tuple[str, ...]) -> Scope:
    return Scope(as_of=DECEMBER, versus=dt.date(2024, 12, 1), **filters)


def test_nothing_asked_is_the_default_month_a_year_earlier_and_everything() -> None:
    assert decode({}, KNOWN) == Address(scope=scope())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"unit": "420200,420100"}, {"unit": ("420100", "420200")}),
        ({"cat": "B"}, {"category": ("B",)}),
        ({"ch": "local", "field": "新材料"}, {"channel": ("local",), "field": ("新材料",)}),
        ({"rec": "b2,b2"}, {"recommender": ("b2",)}),
    ],
)
def test_filters_are_codes_in_the_order_of_their_list(query: dict, expected: dict) -> None:
    assert decode(query, KNOWN).scope == scope(**expected)


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"unit": "420100,武汉"}, ("unit", "武汉")),
        ({"m": "2031-01"}, ("m", "2031-01")),
        ({"vs": "2025-13"}, ("vs", "2025-13")),
        ({"m": "2025-03", "vs": "2025-06"}, ("vs", "2025-06")),
        ({"lang": "fr"}, ("lang", "fr")),
        ({"list": "share_proactive,nonsense"}, ("list", "nonsense")),
        ({"list": "share_lost", "grp": "421300"}, ("grp", "421300")),
        ({"untis": "420100"}, ("untis", "420100")),
    ],
)
def test_what_nobody_knows_is_reported_not_dropped(query: dict, ignored: tuple[str, str]) -> None:
    assert decode(query, KNOWN).ignored == (ignored,)


def test_streamlits_own_keys_are_not_ours_to_report() -> None:
    assert decode({"embed": "true", "embed_options": "light_theme"}, KNOWN).ignored == ()


def test_as_of_is_always_written_and_defaults_are_not() -> None:
    assert encode(decode({}, KNOWN)) == {"m": "2025-12"}


def test_no_comparison_can_be_asked_for() -> None:
    address = decode({"vs": "none"}, KNOWN)
    assert address.scope.versus is None
    assert encode(address) == {"m": "2025-12", "vs": "none"}


@pytest.mark.parametrize(
    ("before", "month", "after"),
    [
        ({}, dt.date(2025, 6, 1), dt.date(2024, 6, 1)),
        ({"vs": "2025-01"}, dt.date(2025, 6, 1), dt.date(2025, 1, 1)),
        ({"vs": "2025-06"}, dt.date(2025, 3, 1), dt.date(2024, 3, 1)),
        ({"vs": "none"}, dt.date(2025, 3, 1), None),
    ],
)
def test_the_comparison_moves_with_the_month(before: dict, month: dt.date, after: dt.date | None) -> None:
    assert decode(before, KNOWN).at_month(month).scope.versus == after


def test_a_drill_keeps_the_filters_and_going_back_closes_it() -> None:
    address = decode({"unit": "420100", "lang": "en"}, KNOWN)
    opened = address.open("share_lost", group="420100")
    assert encode(opened) == {
        "m": "2025-12", "unit": "420100", "lang": "en", "list": "share_lost", "grp": "420100",
    }  # fmt: skip
    assert opened.open() == address


@pytest.mark.parametrize(("query", "lang"), [({}, "zh"), ({"lang": "en"}, "en"), ({"lang": "de"}, "zh")])
def test_language(query: dict, lang: str) -> None:
    assert decode_lang(query) == lang


codes = {key: st.lists(st.sampled_from(values), unique=True) for key, values in KNOWN.values.items()}


@given(
    st.fixed_dictionaries(codes),
    st.sampled_from(KNOWN.months),
    st.sampled_from(["zh", "en"]),
    st.lists(st.sampled_from(KNOWN.metrics), unique=True),
    st.sampled_from(["numerator", "denominator"]),
)
def test_a_copied_address_shows_the_same(
    filters: dict, month: dt.date, lang: str, metrics: list, part: str
) -> None:
    query = {key: ",".join(values) for key, values in filters.items()}
    query |= {"m": f"{month:%Y-%m}", "lang": lang, "list": ",".join(metrics), "part": part, "who": "p-1"}
    address = decode(query, KNOWN)
    assert address.ignored == ()
    assert decode(encode(address), KNOWN) == address
