"""联络员档案: search, counters, lines; the Word file leaves by ticket, with a native chart and no phone."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from analytics.metrics import default_as_of, members
from analytics.officer.timeline import COUNTERS
from analytics.scope import Scope
from foundation.access import tickets
from foundation.access.viewer import LOWER_TIERS, OFFICE
from foundation.locales import LANGUAGES, Lang, say
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from tests.pages.conftest import guarded_home
from tests.support.paging import visit_page

__all__ = ["guarded_home"]
Open = Callable[..., AppTest]


@pytest.fixture
def visit(sample_home: Home, monkeypatch: pytest.MonkeyPatch) -> Open:
    return lambda **query: visit_page(sample_home, monkeypatch, "officer", **query)


@pytest.fixture
def rows(sample_snapshot: Snapshot) -> pd.DataFrame:
    scope = Scope(as_of=default_as_of(sample_snapshot))
    return members(sample_snapshot, "officers_serving", scope=scope, viewer=OFFICE)


@pytest.fixture
def person(rows: pd.DataFrame, sample_snapshot: Snapshot) -> str:
    """A proactive officer with contracts and a phone on file."""
    asked = "select person_id from persons where phone is not null"
    phones = {p for (p,) in sample_snapshot.cursor().execute(asked).fetchall()}
    busy = rows[(rows["tier"] == "proactive") & rows["person_id"].isin(phones)]
    return str(busy.sort_values(["contracts_verified", "acts", "person_id"]).iloc[-1]["person_id"])


def lines_of(app: AppTest, lang: Lang = "zh") -> pd.DataFrame:
    """The table of lines in sight; empty where it says that there are none."""
    heading = say("officer.counts_as", lang)
    return next((d.value for d in app.dataframe if heading in d.value), pd.DataFrame())


def ticket_of(app: AppTest) -> tickets.Ticket:
    (link,) = app.get("link_button")
    ticket = tickets.redeem(str(link.proto.url).removeprefix(f"{tickets.ROUTE}/"))
    assert ticket is not None
    return ticket


def test_a_search_by_initials_opens_the_file(visit: Open, rows: pd.DataFrame) -> None:
    row = rows.iloc[0]
    app = visit()
    assert not app.dataframe
    initials = "".join(s[0] for s in row["name_sort"].split())
    app.text_input(key="dossier_search").set_value(initials).run()
    assert row["name"] in set(app.dataframe[0].value["姓名"])
    assert "dossier_search" not in app.query_params


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_shows_lights_counters_and_sources(visit: Open, person: str, lang: Lang) -> None:
    app = visit(who=person, lang=lang)
    lines = lines_of(app, lang)
    assert len(lines)
    assert lines.iloc[:, -3:].notna().all(axis=None)
    assert [m.label for m in app.metric] == [say(f"dossier.counter_{c}", lang) for c in COUNTERS]


@pytest.mark.parametrize("counter", COUNTERS)
def test_a_counter_opens_exactly_its_lines(visit: Open, person: str, counter: str) -> None:
    app = visit(who=person)
    count = int(next(m.value for m in app.metric if m.label == say(f"dossier.counter_{counter}", "zh")))
    app.button(key=f"opens_counter_{counter}").click().run()
    assert len(lines_of(app)) == count


def test_every_line_of_every_section_names_its_row(visit: Open, person: str) -> None:
    tables = [d.value for d in visit(who=person).dataframe if "行" in d.value and "怎样计" not in d.value]
    assert len(tables) >= 3
    assert all(table[["文件", "工作表", "行"]].notna().all(axis=None) for table in tables)


def test_the_word_file_holds_the_file_with_a_native_chart(
    guarded_home: Home, monkeypatch: pytest.MonkeyPatch, person: str, sample_snapshot: Snapshot
) -> None:
    app = visit_page(guarded_home, monkeypatch, "officer", signed_in="ban")
    app.query_params["who"] = person
    app.run()
    lines = len(lines_of(app))
    payload = tickets.build_payload(ticket_of(app))
    parts = zipfile.ZipFile(io.BytesIO(payload.data)).namelist()
    assert {"word/charts/chart1.xml", "word/embeddings/chart1.xlsx"} <= set(parts)
    document = Document(io.BytesIO(payload.data))
    text = "\n".join(p.text for p in document.paragraphs)
    phone = (
        sample_snapshot.cursor().execute("select phone from persons where person_id = ?", [person]).fetchone()
    )
    assert phone is not None
    assert phone[0] not in text
    assert "****" in text
    assert "模拟数据" in text
    assert "六个一" in text
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    place = next(i for i, head in enumerate(heads) if "怎样计" in head)
    assert len(document.tables[place].rows) == lines + 1
    last = ledger.audit(guarded_home)[-1]
    assert (last["action"], last["who"]) == ("export", "ban")


@pytest.mark.e2e
def test_the_word_file_opens(visit: Open, person: str, tmp_path: Path) -> None:
    """LibreOffice reads it, and draws the chart where it stands."""
    if shutil.which("soffice") is None:
        pytest.skip("no soffice on PATH: run `make machine`")
    path = tmp_path / "file.docx"
    path.write_bytes(tickets.build_payload(ticket_of(visit(who=person))).data)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(path)], check=True, timeout=120, capture_output=True
    )
    found = subprocess.run(
        ["pdftotext", str(tmp_path / "file.pdf"), "-"], check=True, capture_output=True, text=True
    )
    assert "工作纪实档案" in found.stdout


def test_a_leader_neither_finds_nor_opens_a_lower_tier(
    guarded_home: Home, monkeypatch: pytest.MonkeyPatch, rows: pd.DataFrame
) -> None:
    hidden = rows[rows["tier"].isin(LOWER_TIERS)].iloc[0]
    app = visit_page(guarded_home, monkeypatch, "officer", signed_in="ling")
    app.text_input(key="dossier_search").set_value(hidden["name"]).run()
    found = [d.value for d in app.dataframe]
    assert not found or hidden["org"] not in set(found[0]["单位"])
    app.query_params["who"] = hidden["person_id"]
    app.run()
    assert not app.metric
    assert not app.get("link_button")


def test_a_city_opens_only_its_own(
    guarded_home: Home, monkeypatch: pytest.MonkeyPatch, rows: pd.DataFrame
) -> None:
    other = str(rows[rows["unit"] == "420100"]["person_id"].iloc[0])
    app = visit_page(guarded_home, monkeypatch, "officer", signed_in="yichang")
    app.query_params["who"] = other
    app.run()
    assert not app.get("link_button")
