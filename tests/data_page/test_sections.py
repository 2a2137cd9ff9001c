"""Every section in both languages for every role, over the sample province, without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.metrics import METRICS
from analytics.rules import LEAST
from foundation.access.viewer import OFFICE, Viewer
from foundation.locales import LANGUAGES, catalogue, say
from foundation.warehouse import ledger
from pages.data.page import SECTIONS
from refresh.intake import accounts

VIEWERS = {
    "office": OFFICE,
    "leader": Viewer("领导", "leader"),
    "city": Viewer("宜昌", "city", unit="420500"),
}


def _page(viewer):
    from foundation.warehouse.home import Home
    from pages.data.page import show as show_page
    from pages.shell.entry import page_context

    context = page_context(Home.find(), viewer)
    assert context is not None
    show_page(context)


@pytest.fixture
def visit(sample_home, monkeypatch):
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))

    def go(role: str = "office", **query: str) -> AppTest:
        app = AppTest.from_function(_page, default_timeout=120, kwargs={"viewer": VIEWERS[role]})
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, app.exception
        return app

    return go


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.caption])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("role", VIEWERS)
def test_every_section_opens(visit, role, section, lang):
    app = visit(role, own=section, lang=lang)
    assert say("data.page", lang) in app.title[0].value
    assert [app.segmented_control[0].value] == [section]


def test_the_accounting_is_the_snapshots(visit, sample_snapshot):
    read, loaded, held = (
        sample_snapshot.cursor()
        .execute("select sum(rows_read), sum(rows_loaded), sum(rows_quarantined) from loads")
        .fetchone()
    )
    assert f"读入 {read:,} = 载入 {loaded:,} + 隔离 {held:,}" in words(visit())


def test_a_leader_sees_counts_and_no_cell(visit, sample_snapshot):
    app = visit("leader", own="quarantine")
    (frame,) = [element.value for element in app.dataframe]
    assert list(frame.columns) == ["文件", "识别为", "问题", "处数"]
    assert not app.button or all("retract" not in (button.key or "") for button in app.button)
    with pytest.raises(PermissionError):
        accounts.cells(sample_snapshot, VIEWERS["leader"])


def test_a_city_sees_its_own_files_only(visit, sample_snapshot):
    found = accounts.cells(sample_snapshot, VIEWERS["city"])
    assert set(found["sender"]) == {"宜昌市科协"}
    app = visit("city", own="history")
    frame = app.dataframe[0].value
    assert len(frame) == 1
    assert "宜昌" in frame["文件"].iloc[0]
    assert "retract_file" not in [box.key for box in app.selectbox]


def test_nobody_but_the_office_can_put_files_in(visit):
    assert all(not visit(role).get("file_uploader") for role in ("leader", "city"))
    assert visit("office").get("file_uploader")


def test_every_rule_and_number_has_a_name(sample_snapshot):
    rules = {
        rule
        for (rule,) in sample_snapshot.cursor().execute("select distinct rule from quarantine").fetchall()
    }
    wanted = {f"data.rule_{rule}" for rule in rules}
    wanted |= {f"data.number_{name}" for names in LEAST.values() for name in names}
    wanted |= {f"data.section_{section}" for section in LEAST} | {
        f"data.section_of_{name}" for name in SECTIONS
    }
    wanted |= {f"data.unit_{metric.unit}" for metric in METRICS.values()}
    wanted |= {f"data.measure_{metric.measure}" for metric in METRICS.values()}
    wanted |= {f"data.direction_{metric.direction}" for metric in METRICS.values()}
    wanted |= {
        f"data.rule_{key.removeprefix('rules.remedy_')}"
        for key in catalogue("zh")
        if key.startswith("rules.remedy_")
    }
    assert wanted <= catalogue("zh").keys()


def test_a_phone_in_a_wrong_cell_is_masked(sample_snapshot):
    found = accounts.cells(sample_snapshot, OFFICE)
    phones = found.loc[found["column_name"].isin(["phone", "contact_phone"]), "value"].dropna()
    assert all("****" in phone for phone in phones)


def test_an_unknown_section_falls_back_to_the_first(visit):
    assert visit(own="nonsense").segmented_control[0].value == "upload"


def test_looking_writes_nothing(visit, sample_home):
    before = len(ledger.audit(sample_home))
    visit(own="quarantine")
    assert len(ledger.audit(sample_home)) == before
