"""The page: drill and way back with the scope bar in step, viewers, what cannot be compared in words."""

from __future__ import annotations

import pytest

from analytics.cities import COMPARED
from analytics.metrics import members
from analytics.rules import Rules
from foundation.access.viewer import OFFICE
from foundation.locales import LANGUAGES, Lang
from foundation.reference.cities import UNITS, unit_label
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.cities.blocks import channel_opens, unit_opens
from pages.cities.bodies import body_rows
from pages.shell.address import Address
from pages.shell.address_values import address_values
from pages.shell.caching import opening_key
from pages.shell.context import PageContext
from pages.shell.scope_words import scope_text
from tests.cities.test_words import BEYOND, CHINESE, DENIED, page_words

from .conftest import SCOPE, Compare, Show


@pytest.fixture
def look_at(sample_home: Home, sample_snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch):
    """`look_at(unit=("420500",))`: what the page is handed at that scope."""
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))

    def look(**scope) -> PageContext:
        at = SCOPE.with_filter(**scope)
        return PageContext(
            home=sample_home,
            snapshot=sample_snapshot,
            viewer=OFFICE,
            rules=Rules.of(sample_snapshot),
            address=Address(scope=at),
            address_values=address_values(*opening_key(sample_snapshot, OFFICE, "zh")),
            scope_text=scope_text(at, bodies={}),
            is_simulated=True,
        )

    return look


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("metric", list(COMPARED))
def test_the_page_opens_for_every_metric(show: Show, metric: str, lang: Lang) -> None:
    app = show(metric=metric, lang=lang)
    assert app.selectbox(key="cities_metric").value == metric
    assert len([m for m in app.markdown if m.value.startswith("####")]) >= 7
    if lang == "en":
        rows = [m.value for m in (*app.markdown, *app.caption)]
        assert not CHINESE.search("\n".join(rows))


def test_a_metric_is_chosen_and_stays_in_the_address(show: Show) -> None:
    app = show()
    app.selectbox(key="cities_metric").set_value("demands").run()
    assert app.query_params["metric"] == "demands"
    app.button(key="other_language_wide").click().run()
    assert app.query_params["metric"] == "demands"
    assert app.selectbox(key="cities_metric").value == "demands"


def test_a_click_on_a_unit_moves_the_scope_bar(look_at) -> None:
    address = unit_opens(look_at(recommender=("x",)))("420500", "value")
    assert address.scope.unit == ("420500",)
    assert address.scope.recommender == ()


def test_from_province_to_unit_to_body_and_back(show: Show) -> None:
    app = show(unit="420500")
    assert app.selectbox(key="scope_wide_unit").value == ("420500",)
    app.button(key="drill_numerator").click().run()
    assert app.query_params["list"] == "share_proactive"
    assert app.query_params["unit"] == "420500"
    app.button(key="crumb_0").click().run()
    assert "list" not in app.query_params
    app.button(key="crumb_0").click().run()
    assert "unit" not in app.query_params
    assert app.selectbox(key="scope_wide_unit").value == ()


def test_with_a_body_in_the_scope_the_way_back_has_three_steps(show: Show, look_at) -> None:
    rows = body_rows(look_at(unit=("420500",)), COMPARED["share_proactive"], is_unrecorded=False)
    app = show(unit="420500", rec=rows[0].codes[0])
    assert rows[0].label in page_words(app).replace("\\", "")
    app.button(key="crumb_1").click().run()
    assert app.query_params["unit"] == "420500"
    assert "rec" not in app.query_params


@pytest.mark.parametrize("metric", list(COMPARED))
@pytest.mark.parametrize("unit", ["420100", "420500", "non_city"])
def test_every_row_of_the_drill_opens_its_officers(
    look_at, sample_snapshot: Snapshot, unit: str, metric: str
) -> None:
    item = COMPARED[metric]
    rows = body_rows(look_at(unit=(unit,)), item, is_unrecorded=False)
    for row in rows:
        scope = SCOPE.with_filter(unit=(unit,), recommender=row.codes)
        listed = members(sample_snapshot, metric, scope=scope, viewer=OFFICE)
        assert listed["counted"].sum() == row.numerator
        base = ("officers_serving", "numerator") if item.kind == "count" else (metric, "denominator")
        listed = members(sample_snapshot, base[0], scope=scope, viewer=OFFICE, part=base[1])
        assert listed["counted"].sum() == row.denominator
    whole = members(sample_snapshot, metric, scope=SCOPE.with_filter(unit=(unit,)), viewer=OFFICE)
    assert sum(row.numerator for row in rows) == whole["counted"].sum()


def test_bodies_too_small_are_one_row(look_at) -> None:
    rows = body_rows(look_at(unit=("420500",)), COMPARED["demands"], is_unrecorded=False)
    assert all(row.denominator >= 10 for row in rows if len(row.codes) == 1)
    assert sum(len(row.codes) > 1 for row in rows) <= 1


def test_a_side_of_a_channel_row_is_a_scope_that_anybody_could_set(look_at, compared: Compare) -> None:
    found = compared("share_proactive").channels
    address = channel_opens(look_at(unit=("420500",)), found, "share_proactive")("420100", "institution")
    assert address.scope.filters() == {"city": ("420100",), "channel": ("institution",)}
    assert (address.list, address.part) == (("share_proactive",), "denominator")


def test_a_city_sees_no_other_unit(show: Show) -> None:
    words = page_words(show(role="city", own="420500"))
    assert "市州账号只看本单位" in words
    others = [unit_label(unit, "zh") for unit in UNITS if unit != "420500"]
    assert not [name for name in others if name in words]


def test_a_unit_without_records_is_told_so_in_its_drill(show: Show, look_at) -> None:
    rows = body_rows(look_at(unit=("429005",)), COMPARED["share_proactive"], is_unrecorded=True)
    assert {row.words for row in rows} == {"无提醒记录，不区分"}
    assert "潜江" in page_words(show(unit="429005"))


def test_what_cannot_be_compared_is_said(show: Show) -> None:
    assert "未选对比月份" in page_words(show(vs="none"))
    assert "无法比较" in page_words(show(ch="local"))
    # One city's officers of one field: too few everywhere.
    assert "没有可以比较的单位" in page_words(show(city="429021"))


#: One city of three people; one unit left; a month with hardly anybody; one field.
ODD = (
    {"city": "429021"},
    {"ch": "institution"},
    {"m": "2021-10", "vs": "2020-10"},
    {"field": "电子信息", "metric": "demands"},
    {"m": "2021-10", "vs": "2020-10", "metric": "reminder_answer_rate", "lang": "en"},
)


@pytest.mark.parametrize("query", ODD)
def test_odd_scopes_claim_nothing(show: Show, query: dict[str, str]) -> None:
    said = DENIED.sub("", "\n".join(m.value for m in show(**query).markdown if m.value.startswith("####")))
    assert not any(claim in said for claim in BEYOND.values())


def test_one_unit_alone_has_words_in_place_of_charts(show: Show) -> None:
    words = page_words(show(ch="institution"))
    assert "只有一个单位可画" in words
    assert "在随机波动内" not in words


@pytest.mark.parametrize("own", ["429021", "420500"])
def test_a_city_s_page_stands_for_small_and_large(show: Show, own: str) -> None:
    for metric in ("share_proactive", "reminder_answer_rate", "contracts"):
        assert "市州账号只看本单位" in page_words(show(role="city", own=own, metric=metric))
