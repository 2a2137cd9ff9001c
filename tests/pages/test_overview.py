"""The overview over the sample province, in both languages."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from analytics.metrics import METRICS, default_as_of, measure
from analytics.scope import Scope
from foundation.access.viewer import OFFICE
from foundation.locales import LANGUAGES, Lang, say
from foundation.warehouse.snapshots import Snapshot
from pages.overview.page import CARDS

from .conftest import Visit

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def words(app: AppTest) -> str:
    """Everything written on the page, but for the switch to the other language."""
    parts = [e.value for e in (*app.markdown, *app.caption, *app.title, *app.warning, *app.info)]
    parts += [b.label for b in app.button if not (b.key or "").startswith("other_language")]
    parts += [m.label for m in app.metric] + [o for s in app.selectbox for o in s.options]
    return "\n".join(str(part) for part in parts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_six_cards_with_value_and_last_year(visit: Visit, lang: Lang) -> None:
    app = visit(lang=lang)
    assert [m.label for m in app.metric] == [say(f"overview.card_{id}", lang) for id in CARDS]
    assert all(m.value.endswith("%") for m in app.metric)
    assert all(say("overview.last_year", lang) in m.delta for m in app.metric)


def test_a_card_shows_what_the_metric_says(visit: Visit, sample_snapshot: Snapshot) -> None:
    scope = Scope(as_of=default_as_of(sample_snapshot))
    shown = {m.label: m.value for m in visit().metric}
    for id in CARDS:
        value = measure(sample_snapshot, id, scope=scope, viewer=OFFICE)["value"].iloc[0]
        assert shown[say(f"overview.card_{id}", "zh")] == f"{value:.1%}"


def test_no_word_on_chance_and_no_arrow_before_there_is_a_comparison(visit: Visit) -> None:
    app = visit()
    assert {m.proto.color for m in app.metric} == {app.metric[0].proto.MetricColor.GRAY}
    assert "随机波动" not in words(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_stamp_says_month_snapshot_rules_and_simulated(
    visit: Visit, sample_snapshot: Snapshot, lang: Lang
) -> None:
    stamp = visit(lang=lang).caption[-1].value
    for part in ("2025-12", sample_snapshot.id[:7], "2025.2", say("report.simulated", lang)):
        assert part in stamp


def test_english_is_complete(visit: Visit) -> None:
    assert not CHINESE.search(words(visit(lang="en")).replace("中文", ""))


def test_the_month_is_written_into_the_address(visit: Visit) -> None:
    assert visit().query_params["m"] == "2025-12"


def test_what_the_address_says_and_nobody_knows_is_shown(visit: Visit) -> None:
    app = visit(unit="420100,999999", nonsense="1")
    assert "unit=999999" in app.warning[0].value
    assert "nonsense=1" in app.warning[0].value


def test_a_filter_goes_into_the_address_and_a_copied_address_shows_the_same(visit: Visit) -> None:
    app = visit()
    app.selectbox(key="scope_wide_unit").set_value(("420100",)).run()
    assert app.query_params["unit"] == "420100"
    again = visit(**app.query_params)
    assert [m.value for m in again.metric] == [m.value for m in app.metric]


def test_the_language_changes_and_the_filters_stay(visit: Visit) -> None:
    app = visit(unit="420100", cat="A")
    app.button(key="other_language_wide").click().run()
    assert app.query_params["lang"] == "en"
    assert app.selectbox(key="scope_wide_unit").value == ("420100",)
    assert app.selectbox(key="scope_wide_category").value == ("A",)


def test_nobody_left_says_which_filter_would_have_to_go(visit: Visit) -> None:
    app = visit(unit="429021", ch="institution")
    assert not app.metric
    assert app.button(key="without_channel").label.startswith("不限推荐渠道")
    app.button(key="without_channel").click().run()
    assert app.metric
    assert "ch" not in app.query_params


def test_an_unknown_snapshot_is_said_and_the_one_in_force_shown(visit: Visit) -> None:
    app = visit(snap="0123456789abcdef")
    assert "0123456789ab" in app.warning[0].value
    assert app.metric


def test_every_card_is_a_metric() -> None:
    assert set(CARDS) <= set(METRICS)
