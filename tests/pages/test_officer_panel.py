"""An officer's panel: why this tier, every line with its source row, contacts masked until asked for."""

from __future__ import annotations

import pytest

from analytics.metrics import default_as_of, members
from analytics.officer.head import timeline
from analytics.scope import Scope
from foundation.access.viewer import OFFICE
from foundation.locales import LANGUAGES, Lang, say
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.lists.officer.lines import CLASSES, DECIDES, chosen_lines

from .conftest import Visit


@pytest.fixture
def person(sample_snapshot: Snapshot) -> str:
    """A proactive officer whose phone is on file."""
    scope = Scope(as_of=default_as_of(sample_snapshot))
    rows = members(sample_snapshot, "share_proactive", scope=scope, viewer=OFFICE)
    cursor = sample_snapshot.cursor()
    phones = {
        p for (p,) in cursor.execute("select person_id from persons where phone is not null").fetchall()
    }
    return next(str(p) for p in rows["person_id"] if p in phones)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_names_file_sheet_and_row(visit: Visit, person: str, lang: Lang) -> None:
    lines = visit(list="share_proactive", who=person, lang=lang).dataframe[0].value
    assert len(lines) > 0
    assert lines.iloc[:, -3:].notna().all(axis=None)


def test_the_breadcrumb_leads_back_to_the_list(visit: Visit, person: str) -> None:
    app = visit(list="share_proactive", grp="420100", who=person)
    app.button(key="crumb_1").click().run()
    assert "who" not in app.query_params
    assert app.query_params["grp"] == "420100"


def test_the_phone_is_masked_until_asked_for_and_asking_is_logged(
    visit_as: Visit, guarded_home: Home, person: str
) -> None:
    app = visit_as("ban", who=person)
    assert any(r"\*\*\*\*" in m.value for m in app.markdown)
    app.button(key="reveal").click().run()
    assert not any(r"\*\*\*\*" in m.value for m in app.markdown)
    last = ledger.audit(guarded_home)[-1]
    assert last["action"] == "reveal"
    assert person in str(last["detail"])


def test_a_phone_shown_is_masked_again_after_signing_out(visit_as: Visit, person: str) -> None:
    app = visit_as("ban", who=person)
    app.button(key="reveal").click().run()
    next(b for b in app.button if str(b.key).startswith("sign_out")).click().run()
    app.text_input[0].set_value("ban")
    app.text_input[1].set_value("ban")
    app.button[0].click().run()
    assert any(r"\*\*\*\*" in m.value for m in app.markdown)
    assert [b for b in app.button if b.key == "reveal"]


def test_a_leader_cannot_ask_for_a_phone(visit_as: Visit, person: str) -> None:
    app = visit_as("ling", who=person)
    assert not [b for b in app.button if b.key == "reveal"]


def test_an_unknown_officer_is_said_to_be_unknown(visit: Visit) -> None:
    app = visit(who="nobody")
    assert "没有这位联络员" in app.info[0].value


@pytest.mark.parametrize("name", CLASSES)
def test_a_count_opens_exactly_its_lines(visit: Visit, person: str, name: str) -> None:
    app = visit(list="share_proactive", who=person)
    count = int(next(m.value for m in app.metric if m.label == say(f"officer.{name}", "zh")))
    app.button(key=f"opens_class_{name}").click().run()
    assert (len(app.dataframe[0].value) if app.dataframe else 0) == count


def test_what_a_reason_counts_is_what_its_lines_say(sample_snapshot: Snapshot) -> None:
    as_of = default_as_of(sample_snapshot)
    rows = members(sample_snapshot, "officers_serving", scope=Scope(as_of=as_of), viewer=OFFICE)
    for row in rows.groupby("tier").head(3).to_dict("records"):
        lines = timeline(sample_snapshot, row["person_id"], as_of, OFFICE)
        told = {name: len(chosen_lines(lines, name)) for name in CLASSES}
        assert told == {name: row[name] for name in CLASSES}, row["person_id"]
        assert len(chosen_lines(lines, DECIDES)) >= sum(told.values()) + row["answers"]


def test_a_match_is_told_by_what_it_is_about(sample_snapshot: Snapshot) -> None:
    as_of = default_as_of(sample_snapshot)
    asked = """
        select m.person_id_a, d.title from matches m join demand_facts d on d.demand_no = m.demand
        where m.source = '人工' and m.made_by <> '办公室' and m.contacted_on < '2025-12-31'
          and m.person_id_a is not null and d.demand_no = d.canonical_no
        order by m.content_id limit 1
    """
    found = sample_snapshot.cursor().execute(asked).fetchone()
    assert found is not None
    lines = timeline(sample_snapshot, found[0], as_of, OFFICE)
    assert found[1] in {title.zh for title in lines.loc[lines["group"] == "matches", "title"]}
