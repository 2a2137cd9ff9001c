"""The ledger keeps what was brought, decided and published; the past cannot be rewritten."""

import datetime as dt
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from foundation.warehouse import ledger
from foundation.warehouse.home import Home

SHA = "a" * 64
INPUTS = {"files": [{"sha256": SHA, "sender": None, "received_on": "2026-01-10"}]}


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def land(home, *, sha256=SHA, sender=None, day=dt.date(2026, 1, 10)):
    ledger.land(
        home,
        sha256=sha256,
        name="武汉.xlsx",
        suffix=".xlsx",
        size=3,
        sender=sender,
        received_on=day,
        who="测试",
    )


def test_reading_an_absent_home_creates_nothing(home):
    assert ledger.files(home) == []
    assert ledger.decisions(home) == []
    assert not home.root.exists()


def test_a_file_moves_through_its_states_and_audit_remembers_each(home):
    land(home)
    ledger.record_snapshot(home, "0" * 8, schema_version=1, inputs=INPUTS)
    assert [f.state for f in ledger.files(home)] == ["in_force"]
    ledger.move(home, SHA, state="retracted", who="测试")
    assert ledger.files(home, *ledger.IN_FORCE) == []
    assert [line["action"] for line in ledger.audit(home)] == ["land", "retracted"]


@pytest.mark.parametrize(
    ("state", "sender_afterwards"),
    [("in_force", "甲"), ("landed", "乙"), ("retracted", "乙"), ("refused", "乙")],
)
def test_only_a_content_not_in_force_takes_a_new_sender(home, state, sender_afterwards):
    land(home, sender="甲")
    ledger.move(home, SHA, state=state, who="测试")
    land(home, sender="乙")
    assert ledger.files(home)[0].sender == sender_afterwards


@pytest.mark.parametrize("statement", ["update {} set who = 'x'", "delete from {}"])
@pytest.mark.parametrize("table", ["decisions", "audit"])
def test_decisions_and_audit_are_append_only(home, table, statement):
    ledger.decide(home, "same_person", {"a": "1", "b": "2"}, who="测试")
    ledger.note(home, who="测试", action="reveal", detail={"officer": "p1"})
    con = sqlite3.connect(home.ledger)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        con.execute(statement.format(table))
    con.close()


def test_decisions_come_back_in_the_order_given(home):
    for number in range(3):
        ledger.decide(home, "mapping", {"列": number}, who="测试")
    assert [d.body["列"] for d in ledger.decisions(home)] == [0, 1, 2]


def test_many_first_visitors_at_once_make_one_ledger(home):
    home.root.mkdir()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: ledger.note(home, who=str(n), action="reveal", detail={}), range(24)))
    assert {line["who"] for line in ledger.audit(home)} == {str(n) for n in range(24)}


def test_a_snapshot_published_again_is_the_latest_and_keeps_its_meeting(home):
    for snapshot_id in ("aaaaaaaa", "bbbbbbbb"):
        ledger.record_snapshot(home, snapshot_id, schema_version=1, inputs=INPUTS)
    ledger.name_at_meeting(home, "aaaaaaaa", "2025年会")
    ledger.record_snapshot(home, "aaaaaaaa", schema_version=1, inputs=INPUTS)
    assert [(e.snapshot_id, e.meeting) for e in ledger.snapshots(home)] == [
        ("bbbbbbbb", None),
        ("aaaaaaaa", "2025年会"),
    ]
