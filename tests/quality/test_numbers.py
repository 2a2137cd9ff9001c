"""Every number equals the sum of the list that it opens: over the whole registry, and on the page itself."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.evidence.six_ones import SIX
from analytics.metrics import METRICS, default_as_of, measure, members
from analytics.quality.bodies import CHANNELS, bodies
from analytics.quality.bodies import METRICS as OF_BODIES
from analytics.quality.charts import FUNNEL, LIGHTS, SIDES
from analytics.quality.gaps import cells
from analytics.scope import Scope
from foundation.access.viewer import OFFICE, Viewer
from foundation.locales import LANGUAGES, Lang
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.quality.numbers import IDS
from tests.pages.conftest import guarded_home
from tests.support.paging import visit_page

__all__ = ["guarded_home"]
Open = Callable[..., AppTest]
GROUPS = ("420100", "429021", "non_city", "unknown")


@pytest.fixture
def scope(sample_snapshot: Snapshot) -> Scope:
    return Scope(as_of=default_as_of(sample_snapshot))


@pytest.fixture
def visit(sample_home: Home, monkeypatch: pytest.MonkeyPatch) -> Open:
    return lambda **query: visit_page(sample_home, monkeypatch, "quality", **query)


@pytest.mark.parametrize("part", ["numerator", "denominator"])
@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_equals_its_list(
    sample_snapshot: Snapshot, scope: Scope, metric: str, part: str
) -> None:
    whole = measure(sample_snapshot, metric, scope=scope, viewer=OFFICE)
    by_unit = measure(sample_snapshot, metric, scope=scope, viewer=OFFICE, by="unit")
    for group, row in [(None, whole.iloc[0]), *((r["group"], r) for _, r in by_unit.iterrows())]:
        if pd.isna(row[part]) or group not in (None, *GROUPS):
            continue
        by = "unit" if group else None
        listed = members(sample_snapshot, metric, scope=scope, viewer=OFFICE, by=by, group=group, part=part)
        assert listed["counted"].sum() == pytest.approx(row[part]), (metric, group)


def test_those_who_name_no_field_stand_in_no_cell_of_the_matrix(visit: Open) -> None:
    app = visit(field="unknown")  # fails on any exception
    assert len(app.metric) == len(IDS)
    assert "supply_side" not in [control.key for control in app.segmented_control]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_its_blocks(visit: Open, lang: Lang) -> None:
    app = visit(lang=lang)
    assert len(app.metric) == len(IDS)
    assert len(app.dataframe) >= 8


@pytest.mark.parametrize("metric", [*(f"missing_{one.id}" for one in SIX), "missing_county", *IDS])
def test_a_button_opens_the_list_that_it_counts(visit: Open, metric: str) -> None:
    app = visit()
    button = app.button(key=f"opens_{metric}")
    digits = "".join(c for c in button.label.replace("，", " ").replace(",", "") if c.isdigit() or c in " /")
    count = int(digits.replace("/", " ").split()[0])
    if count == 0:
        return
    button.click().run()
    assert app.query_params["list"] == metric
    rows = app.dataframe[0].value
    # A rate counts contacts, of which one officer can have several; all others count rows.
    assert (rows["联系上"].sum() if METRICS[metric].measure == "rate" else len(rows)) == count


@pytest.mark.parametrize("metric", [*LIGHTS.values(), *FUNNEL, *(f"duty_{n}" for n in range(1, 6))])
def test_a_mark_opens_the_list_that_it_counts(
    visit: Open, sample_snapshot: Snapshot, scope: Scope, metric: str
) -> None:
    wuhan = (
        measure(sample_snapshot, metric, scope=scope, viewer=OFFICE, by="unit")
        .set_index("group")
        .loc["420100"]
    )
    assert len(visit(list=metric, grp="420100").dataframe[0].value) == wuhan["numerator"]


def test_the_lights_turn_from_unit_to_city_and_open_everyone(
    visit: Open, sample_snapshot: Snapshot, scope: Scope
) -> None:
    app = visit()
    app.segmented_control(key="lights_by").set_value("city").run()
    assert not app.exception
    people = measure(sample_snapshot, "officers_serving", scope=scope, viewer=OFFICE).iloc[0]["numerator"]
    app.button(key="opens_lights_each").click().run()
    assert len(app.dataframe[0].value) == people
    assert {"认定文件", "考核结果"} <= set(app.dataframe[0].value)


@pytest.mark.parametrize("metric", SIDES)
def test_a_cell_of_field_and_city_opens_its_rows(
    visit: Open, sample_snapshot: Snapshot, scope: Scope, metric: str
) -> None:
    counted = cells(members(sample_snapshot, metric, scope=scope, viewer=OFFICE))
    busiest = counted.loc[counted["value"].idxmax()]
    app = visit(list=metric, field=busiest["row"], city=busiest["column"])
    assert len(app.dataframe[0].value) == busiest["value"]


@pytest.mark.parametrize("viewer", [OFFICE, Viewer(name="yichang", role="city", unit="420500")])
def test_bodies_add_up_to_everyone_and_open_their_people(
    sample_snapshot: Snapshot, scope: Scope, viewer: Viewer
) -> None:
    told = [bodies(sample_snapshot, scope=scope, viewer=viewer, channel=c, lang="zh") for c in CHANNELS]
    for metric in OF_BODIES:
        whole = measure(sample_snapshot, metric, scope=scope, viewer=viewer).iloc[0]["numerator"]
        assert sum(b.frame.loc[b.frame["id"] == metric, "numerator"].sum() for b in told) == whole
    for body in told:
        for row in body.frame[body.frame["id"] == OF_BODIES[0]].to_dict("records"):
            within = scope.with_filter(recommender=body.members_of(row["group"]), channel=(body.channel,))
            listed = members(sample_snapshot, OF_BODIES[0], scope=within, viewer=viewer)
            assert len(listed) == row["numerator"]


def test_institutions_stand_apart_from_the_cities(sample_snapshot: Snapshot, scope: Scope) -> None:
    found = bodies(sample_snapshot, scope=scope, viewer=OFFICE, channel="institution", lang="zh")
    people = members(
        sample_snapshot, OF_BODIES[0], scope=scope.with_filter(channel=("institution",)), viewer=OFFICE
    )
    assert set(people["unit"]) == {"non_city"}
    assert found.frame.loc[found.frame["id"] == OF_BODIES[0], "numerator"].sum() == len(people)


def test_a_leader_sees_counts_where_names_are_guarded(
    guarded_home: Home, monkeypatch: pytest.MonkeyPatch, sample_snapshot: Snapshot, scope: Scope
) -> None:
    total = measure(sample_snapshot, "missing_archive", scope=scope, viewer=OFFICE).iloc[0]["numerator"]
    app = visit_page(guarded_home, monkeypatch, "quality", signed_in="ling")
    app.query_params["list"] = "missing_archive"
    app.run()
    tables = [d.value for d in app.dataframe]
    named = sum(len(t) for t in tables if "姓名" in t)
    assert named + sum(int(t["人数"].sum()) for t in tables if "人数" in t) == total
