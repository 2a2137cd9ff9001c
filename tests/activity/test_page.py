"""Every number on the page equals the list that it opens, and a name is shown only to whom may see it."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from analytics.activity import JOINED, LEFT, Thresholds, counted, retention
from analytics.activity.calls import by_body
from analytics.metrics import measure
from analytics.tiers import TIERS
from foundation.access import tickets
from foundation.access.names import guard
from foundation.access.viewer import LOWER_TIERS, OFFICE, Viewer
from foundation.locales import LANGUAGES, Lang
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.activity import lists as activity_lists
from pages.activity.download import build_call_files
from pages.activity.lists import activity_list
from pages.activity.queries import (
    calls_of,
    changed_by,
    cohorts_of,
    ladder_of,
    moves_of,
    officers_of,
    outlook_of,
)
from pages.lists.declaration import OpenList
from pages.lists.download import LIST_FILE, build_list_file

from .conftest import LEADER, SCOPE, YICHANG, LookAt, Show

CHINESE = re.compile(r"[\u4e00-\u9fff]")
VIEWERS = [OFFICE, LEADER, YICHANG, Viewer(name="ban", role="office", is_presenting=True)]
OWN = [
    "move.lost.left",
    "move.all.lost",
    "cohort.2022-06.30",
    "changed",
    "proactive.5",
    "officers.lost",
    "calls",
]


def opened(look_at: LookAt, own: str, **more) -> OpenList:
    open_list = activity_list(look_at(own, **more))
    assert open_list is not None
    return open_list


def words(app: AppTest) -> str:
    parts = [e.value for e in (*app.markdown, *app.caption, *app.title, *app.warning, *app.info)]
    parts += [b.label for b in app.button if not (b.key or "").startswith("other_language")]
    parts += [m.label for m in app.metric] + [s.label for s in app.slider]
    return "\n".join(str(part) for part in parts)


@pytest.mark.parametrize("unit", [(), ("420100",), ("non_city",)])
def test_every_band_of_the_flow_opens_its_people(look_at: LookAt, unit: tuple[str, ...]) -> None:
    scope = SCOPE.with_filter(unit=unit)
    rows = moves_of(*look_at(scope=scope).key)
    bands = rows.groupby(["from_group", "to_group"]).size()
    assert bands.sum() == counted(rows)["persons"].sum() == len(rows)
    for (before, after), persons in bands.items():
        assert len(opened(look_at, f"move.{before}.{after}", scope=scope).rows) == persons


@pytest.mark.parametrize("side", ["before", "after"])
def test_the_flow_begins_and_ends_with_the_tier_bar(
    look_at: LookAt, sample_snapshot: Snapshot, side: str
) -> None:
    scope = SCOPE if side == "after" else SCOPE.then()
    rows = moves_of(*look_at().key)
    for tier in TIERS:
        share = measure(sample_snapshot, f"share_{tier.id}", scope=scope, viewer=OFFICE)
        assert (rows[side] == tier.id).sum() == share["numerator"].iloc[0]


@pytest.mark.parametrize("metric", ["share_moved_up", "share_moved_down", "share_lost_back"])
def test_what_is_said_of_moves_opens_its_people(show: Show, sample_snapshot: Snapshot, metric: str) -> None:
    told = measure(sample_snapshot, metric, scope=SCOPE, viewer=OFFICE).iloc[0]
    app = show()
    button = app.button(key=f"opens_{metric}")
    assert button.label.endswith(f"{told['numerator']}/{told['denominator']}")
    button.click().run()
    assert len(app.dataframe[0].value) == told["numerator"]


def test_who_came_and_went_is_what_the_registry_says(look_at: LookAt, sample_snapshot: Snapshot) -> None:
    rows = moves_of(*look_at().key)
    for side, state, metric in (("before", JOINED, "officers_joined"), ("after", LEFT, "officers_left")):
        told = measure(sample_snapshot, metric, scope=SCOPE, viewer=OFFICE)["numerator"].iloc[0]
        assert (rows[side] == state).sum() == told


def test_every_cell_of_the_cohorts_opens_its_people(look_at: LookAt, sample_snapshot: Snapshot) -> None:
    frame = retention(cohorts_of(*look_at().key))
    for row in frame.itertuples():
        own = f"cohort.{row.batch}.{row.months}"
        assert len(opened(look_at, own).rows) == row.numerator
        assert len(opened(look_at, own, part="denominator").rows) == row.denominator
    ever = measure(sample_snapshot, "officers_cumulative", scope=SCOPE, viewer=OFFICE)["numerator"].iloc[0]
    assert frame.loc[frame["months"] == 0, "denominator"].sum() == ever


@pytest.mark.parametrize("quarters", [1, 2, 4])
def test_every_column_of_the_ladder_opens_its_people(look_at: LookAt, quarters: int) -> None:
    steps = ladder_of(*look_at().key, quarters=quarters)
    for acts, persons in zip(steps["acts"], steps["persons"], strict=True):
        assert len(opened(look_at, f"proactive.{acts}", tried=(4, quarters)).rows) == persons


@pytest.mark.parametrize("tried", [(1, 1), (4, 2), (6, 3), (10, 4)])
def test_who_changes_is_the_difference_of_the_tiers(look_at: LookAt, tried: tuple[int, int]) -> None:
    rows = changed_by(*look_at().key, tried=Thresholds(*tried))
    assert len(opened(look_at, "changed", tried=tried).rows) == len(rows)
    now = (officers_of(*look_at().key)["tier"] == "proactive").sum()
    then = len(opened(look_at, f"proactive.{tried[0]}", tried=tried).rows)
    lost, won = (rows["tier_now"] == "proactive").sum(), (rows["tier_tried"] == "proactive").sum()
    assert now - lost + won == then


@pytest.mark.parametrize("tier", [tier.id for tier in TIERS])
def test_every_pill_shows_its_people(
    show: Show, look_at: LookAt, sample_snapshot: Snapshot, tier: str
) -> None:
    share = measure(sample_snapshot, f"share_{tier}", scope=SCOPE, viewer=OFFICE)["numerator"].iloc[0]
    rows = opened(look_at, f"officers.{tier}").rows
    assert len(rows) == share
    assert all(rows["reason"])


def test_every_body_of_the_call_list_opens_its_people(look_at: LookAt) -> None:
    bodies = by_body(calls_of(*look_at().key))
    for row in bodies.itertuples():
        assert len(opened(look_at, f"calls.{row.recommender}").rows) == row.persons
    assert len(opened(look_at, "calls").rows) == bodies["persons"].sum()


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda v: f"{v.role}{v.is_presenting or ''}")
@pytest.mark.parametrize("own", OWN)
def test_names_of_lower_tiers_are_counted_where_they_are_withheld(
    look_at: LookAt, own: str, viewer: Viewer
) -> None:
    rows = opened(look_at, own, viewer=viewer, tried=(6, 3)).rows
    named, withheld = guard(rows, viewer)
    assert len(named) + withheld["count"].sum() == len(rows)
    if not viewer.may_see_lower_tier_names:
        assert not named["tier"].isin(LOWER_TIERS).any()
    if viewer.unit:
        assert set(named["unit"]) <= {viewer.unit}


def test_another_viewer_on_the_same_key_gets_other_rows(look_at: LookAt) -> None:
    sizes = [len(calls_of(*look_at(viewer=viewer).key)) for viewer in (OFFICE, YICHANG, OFFICE)]
    assert sizes[0] == sizes[2] > sizes[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_and_every_list_show(show: Show, lang: Lang) -> None:
    app = show(lang=lang)
    assert len(app.slider) == 2
    for own in (*OWN, "risk", "risk.all", "officers"):
        show(own=own, lang=lang, **{"try": "6.3"})


@pytest.mark.parametrize("query", [{}, {"try": "6.3"}, {"own": "calls"}, {"vs": "none"}])
def test_english_is_complete(show: Show, query: dict[str, str]) -> None:
    assert not CHINESE.search(words(show(lang="en", **query)).replace("中文", ""))


@pytest.mark.parametrize(
    "own", ["nonsense", "move.lost", "cohort.x.6", "calls.nobody", "officers.best", "cohort.2022-06"]
)
def test_a_list_that_nobody_knows_is_said(show: Show, own: str) -> None:
    assert own.split(".", maxsplit=1)[0] in show(own=own).warning[0].value


def test_where_reminders_are_not_recorded_the_page_says_so(show: Show) -> None:
    assert "潜江没有提醒记录" in words(show())


def test_a_slider_tries_a_threshold_and_the_way_back_forgets_it(show: Show) -> None:
    app = show()
    app.slider(key="thresholds_acts").set_value(6).run()
    assert app.query_params["try"] == "6.2"
    assert "试算" in words(app) or "门槛改为" in words(app)
    app.button(key="thresholds_list").click().run()
    assert app.query_params["own"] == "changed"
    app.button(key="crumb_0").click().run()
    app.button(key="thresholds_back").click().run()
    assert "try" not in app.query_params


def test_a_pill_stands_in_the_address(show: Show) -> None:
    app = show(tier="lost")
    assert set(app.dataframe[0].value["层级"]) == {"久未联系（待核实）"}


def test_an_officer_opened_from_a_list_leads_back_to_it(show: Show, look_at: LookAt) -> None:
    person = opened(look_at, "calls").rows["person_id"].iloc[0]
    app = show(own="calls", who=person)
    app.button(key="crumb_1").click().run()
    assert app.query_params["own"] == "calls"
    assert "who" not in app.query_params


def test_lapse_is_for_the_office_alone(show: Show, look_at: LookAt) -> None:
    assert "lapse_open" in [b.key for b in show().button]
    for role, unit in (("leader", None), ("city", "420500")):
        assert "lapse_open" not in [b.key for b in show(role, unit).button]
    assert "lapse_open" not in [b.key for b in show(present="1").button]
    for viewer in VIEWERS[1:]:
        assert activity_list(look_at("risk", viewer=viewer)) is None
        with pytest.raises(PermissionError):
            outlook_of(*look_at(viewer=viewer).key)


def test_lapse_lists_who_it_counts_and_never_leaves(look_at: LookAt, show: Show) -> None:
    said = outlook_of(*look_at().key)
    assert len(opened(look_at, "risk").rows) == (said.officers["chance"] >= 0.5).sum()
    assert len(opened(look_at, "risk.all").rows) == len(said.officers)
    with pytest.raises(PermissionError):
        build_list_file(OFFICE, context=look_at("risk"), read_list=activity_list)
    app = show(own="risk")
    # A dataframe would bring a download button of its own.
    assert not app.dataframe
    assert not app.get("link_button")
    columns = {c.id for name in OWN for c in opened(look_at, name).columns}
    assert not columns & {"points", "chance", "sentence"}


def rows_of(data: bytes) -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].values)


@pytest.mark.parametrize("viewer", [OFFICE, LEADER])
def test_the_call_list_leaves_by_ticket_and_is_logged(look_at: LookAt, tmp_path, viewer: Viewer) -> None:
    context = look_at("calls", viewer=viewer, home=Home(tmp_path / "home"))
    address = tickets.mint(viewer, LIST_FILE, context=context, read_list=activity_list)
    ticket = tickets.redeem(address.removeprefix(f"{tickets.ROUTE}/"))
    assert ticket is not None
    rows = rows_of(tickets.build_payload(ticket).data)
    text = "\n".join(str(cell) for row in rows for cell in row if cell)
    names = set(opened(look_at, "calls").rows["name"])
    assert all(name in text for name in names) == (viewer is OFFICE)
    assert not re.search(r"1\d{10}", text)
    last = ledger.audit(context.home)[-1]
    assert (last["action"], last["who"]) == ("export", viewer.name)


def test_one_sheet_for_each_body_ready_to_send(look_at: LookAt, tmp_path) -> None:
    context = look_at("calls", home=Home(tmp_path / "home"))
    payload = build_call_files(OFFICE, context=context)
    archive = zipfile.ZipFile(io.BytesIO(payload.data))
    bodies = by_body(calls_of(*context.key))
    assert len(archive.namelist()) == len(set(archive.namelist())) == len(bodies)
    persons = 0
    for name in archive.namelist():
        rows = rows_of(archive.read(name))
        header = next(place for place, row in enumerate(rows) if "姓名" in row)
        assert {"核实结果（请选）", "原因（请选）", "新的联系方式（请填）"} <= set(rows[header])
        assert not {"分", "平实的说法"} & set(rows[header])  # what is only estimated never leaves
        sheet = openpyxl.load_workbook(io.BytesIO(archive.read(name))).active
        assert len(sheet.data_validations.dataValidation) == 2
        persons += len(rows) - header - 1
    assert persons == bodies["persons"].sum()
    assert build_call_files(OFFICE, context=context).data == payload.data


def test_every_reader_says_what_it_reads() -> None:
    assert all(f"`{kind}" in (activity_lists.__doc__ or "") for kind in activity_lists._READERS)
