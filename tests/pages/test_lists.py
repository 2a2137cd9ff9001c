"""Every number opens exactly the list that it counts, and a name is shown only to whom may see it."""

from __future__ import annotations

import io

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from analytics.cities.neighbours import neighbours
from analytics.metrics import METRICS, default_as_of, measure, members
from analytics.scope import Scope
from analytics.tiers import TIERS
from foundation.access import tickets
from foundation.access.viewer import LOWER_TIERS, OFFICE
from foundation.locales import LANGUAGES, Lang
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.overview.page import CARDS

from .conftest import Visit


def scope_of(snapshot: Snapshot, **filters: tuple[str, ...]) -> Scope:
    return Scope(as_of=default_as_of(snapshot), **filters)


@pytest.mark.parametrize("metric", [*CARDS, "officers_serving", "officers_cumulative"])
def test_a_number_and_its_list_are_equal(visit: Visit, sample_snapshot: Snapshot, metric: str) -> None:
    row = measure(sample_snapshot, metric, scope=scope_of(sample_snapshot), viewer=OFFICE).iloc[0]
    app = visit(list=metric)
    assert len(app.dataframe[0].value) == row["numerator"]
    if METRICS[metric].denominator:
        assert len(visit(list=metric, part="denominator").dataframe[0].value) == row["denominator"]


@pytest.mark.parametrize("unit", ["420100", "429021", "non_city"])
def test_the_pieces_of_a_bar_add_up_to_the_unit(visit: Visit, sample_snapshot: Snapshot, unit: str) -> None:
    serving = measure(
        sample_snapshot, "officers_serving", scope=scope_of(sample_snapshot), viewer=OFFICE, by="unit"
    ).set_index("group")["numerator"]
    every = ",".join(f"share_{tier.id}" for tier in TIERS)
    assert len(visit(list=every, grp=unit).dataframe[0].value) == serving[unit]


def test_a_card_opens_its_list_and_the_breadcrumb_leads_back(visit: Visit) -> None:
    app = visit(unit="420100")
    app.button(key="opens_share_proactive").click().run()
    assert app.query_params["list"] == "share_proactive"
    assert set(app.dataframe[0].value["层级"]) == {"主动型"}
    app.button(key="crumb_0").click().run()
    assert "list" not in app.query_params
    assert app.query_params["unit"] == "420100"
    assert app.metric


def test_the_unit_of_a_list_can_be_changed_in_sight(visit: Visit) -> None:
    app = visit(list="officers_serving", grp="420100")
    app.selectbox(key="list_group").set_value("420500").run()
    assert app.query_params["grp"] == "420500"
    assert set(app.dataframe[0].value["责任单位"]) == {"宜昌"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("metric", sorted(METRICS))
def test_every_metric_shows_its_list(visit: Visit, metric: str, lang: Lang) -> None:
    visit(list=metric, lang=lang)


def lower_tier_person(snapshot: Snapshot, **filters: tuple[str, ...]) -> str:
    rows = members(snapshot, "officers_serving", scope=scope_of(snapshot, **filters), viewer=OFFICE)
    return str(rows.loc[rows["tier"].isin(LOWER_TIERS), "person_id"].iloc[0])


def test_a_leader_sees_counts_in_place_of_lower_tier_names(
    visit_as: Visit, sample_snapshot: Snapshot
) -> None:
    total = measure(sample_snapshot, "share_lost", scope=scope_of(sample_snapshot), viewer=OFFICE)[
        "numerator"
    ][0]
    app = visit_as("ling", list="share_lost")
    (withheld,) = app.dataframe
    assert "姓名" not in withheld.value
    assert withheld.value["人数"].sum() == total


def test_a_leader_cannot_open_the_panel_of_a_lower_tier(visit_as: Visit, sample_snapshot: Snapshot) -> None:
    app = visit_as("ling", who=lower_tier_person(sample_snapshot))
    assert not app.dataframe
    assert "没有这位联络员" in app.info[0].value


def test_a_city_sees_its_own_unit_whatever_the_address_says(visit_as: Visit) -> None:
    app = visit_as("yichang", list="officers_serving", unit="420100")
    assert set(app.dataframe[0].value["责任单位"]) == {"宜昌"}
    assert app.selectbox(key="scope_wide_unit").disabled
    assert "unit=420100" in app.warning[0].value


def test_a_city_sees_how_many_of_no_city_work_there_and_not_who(
    visit_as: Visit, sample_snapshot: Snapshot
) -> None:
    here = scope_of(sample_snapshot, unit=("non_city",), city=("420500",))
    count = measure(sample_snapshot, "officers_serving", scope=here, viewer=OFFICE)["value"].iloc[0]
    (said,) = [c.value for c in visit_as("yichang").caption if "非市州推荐单位" in c.value]
    assert count > 0
    assert f"在聘 {count:.0f} 人" in said
    whose = visit_as("yichang", list="officers_serving", city="420500").dataframe[0].value
    assert set(whose["责任单位"]) == {"宜昌"}


def test_only_a_city_has_neighbours(sample_snapshot: Snapshot) -> None:
    with pytest.raises(ValueError, match="city viewer"):
        neighbours(sample_snapshot, scope=scope_of(sample_snapshot), viewer=OFFICE)


def test_a_city_cannot_open_anothers_officer(visit_as: Visit, sample_snapshot: Snapshot) -> None:
    person = lower_tier_person(sample_snapshot, unit=("420100",))
    assert not visit_as("yichang", who=person).dataframe


def test_present_mode_names_no_lower_tier_even_to_the_office(visit: Visit) -> None:
    (withheld,) = visit(list="share_lost", present="1").dataframe
    assert "姓名" not in withheld.value


def test_nobody_gets_in_with_a_wrong_password(visit_as: Visit, guarded_home: Home) -> None:
    app = visit_as("nobody")
    assert app.error
    assert not app.metric
    assert [line["action"] for line in ledger.audit(guarded_home)] == ["sign_in_refused"]


def ticket_of(app: AppTest) -> tickets.Ticket:
    """What the list's download link stands for."""
    (link,) = app.get("link_button")
    ticket = tickets.redeem(str(link.proto.url).removeprefix(f"{tickets.ROUTE}/"))
    assert ticket is not None
    return ticket


@pytest.mark.parametrize(("name", "column"), [("ban", "姓名"), ("ling", "人数")])
def test_a_list_leaves_by_ticket_with_the_rights_of_who_asked_and_is_logged(
    visit_as: Visit, guarded_home: Home, name: str, column: str
) -> None:
    app = visit_as(name, list="share_lost")
    payload = tickets.build_payload(ticket_of(app))
    rows = list(openpyxl.load_workbook(io.BytesIO(payload.data)).worksheets[0].values)
    header = next(place for place, row in enumerate(rows) if "责任单位" in row)
    assert column in rows[header]
    assert len(rows) - header - 1 == len(app.dataframe[0].value)
    last = ledger.audit(guarded_home)[-1]
    assert (last["action"], last["who"]) == ("export", name)


def test_a_city_takes_no_title_away_that_was_not_agreed_to(
    visit_as: Visit, sample_snapshot: Snapshot
) -> None:
    app = visit_as("yichang", list="demands")
    book = openpyxl.load_workbook(io.BytesIO(tickets.build_payload(ticket_of(app)).data))
    here = scope_of(sample_snapshot, unit=("420500",))
    rows = members(sample_snapshot, "demands", scope=here, viewer=OFFICE)
    private = set(rows.loc[~rows["is_public"], "title"])
    public = set(rows.loc[rows["is_public"], "title"]) - private
    cells = {str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell}
    assert private
    assert not private & cells
    assert public <= cells
