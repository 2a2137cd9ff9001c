"""The id follows from the inputs and from nothing else."""

import datetime as dt

import pytest

from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from refresh.build.inputs import in_force, of_record, snapshot_id
from refresh.intake.ledger_state import read_state

DAY = dt.date(2026, 1, 10)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def land(home, sha, *, name="a.csv", sender=None, day=DAY):
    ledger.land(
        home, sha256=sha * 64, name=name, suffix=".csv", size=1, sender=sender, received_on=day, who="测试"
    )


def other(tmp_path, *steps):
    home = Home(tmp_path / "other")
    for step in steps:
        step(home)
    return snapshot_id(home)


def test_order_names_and_clock_do_not_matter(home, tmp_path):
    land(home, "a")
    land(home, "b")
    assert snapshot_id(home) == other(tmp_path, lambda h: land(h, "b", name="x.csv"), lambda h: land(h, "a"))


@pytest.mark.parametrize(
    "change",
    [
        lambda h: land(h, "b"),
        lambda h: land(h, "a", sender="武汉市科协"),
        lambda h: land(h, "a", day=dt.date(2026, 1, 11)),
        lambda h: (land(h, "a"), ledger.decide(h, "same_person", {"a": 1}, who="x")),
        lambda h: (land(h, "a"), h.rules.write_text("version = '9'\n")),
    ],
)
def test_files_senders_days_decisions_and_rules_matter(home, tmp_path, change):
    land(home, "a")
    assert snapshot_id(home) != other(tmp_path, change)


def test_a_retracted_file_leaves_no_trace_in_the_id(home):
    land(home, "a")
    before = snapshot_id(home)
    land(home, "b")
    ledger.move(home, "b" * 64, state="retracted", who="测试")
    assert snapshot_id(home) == before


def test_recorded_inputs_come_back(home):
    land(home, "a", sender="甲")
    ledger.decide(home, "same_person", {"a": 1}, who="测试")
    inputs = in_force(home, read_state(home))
    ledger.decide(home, "same_person", {"b": 2}, who="测试")
    assert of_record(home, inputs.as_json()) == inputs


def test_the_id_may_stand_in_a_path(home):
    assert len(snapshot_id(home)) == 32
    int(snapshot_id(home), 16)
