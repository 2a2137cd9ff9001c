"""The ledger is read once for a command, and again only after the command changed it."""

import pytest

from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from refresh import build_snapshot
from refresh.intake.ledger_state import read_state
from refresh.review.returns import write_returns
from tests.refresh.files import take, write


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    take(home, write(tmp_path / "in"))
    return home


@pytest.fixture
def readings(monkeypatch):
    """One entry for each time that all files of a ledger were read."""
    counted, read = [], ledger.files

    def files(home, *states):
        counted.append(states)
        return read(home, *states)

    monkeypatch.setattr(ledger, "files", files)
    return counted


def test_lineage_and_mappings_are_worked_out_once(home):
    state = read_state(home)
    assert state.lineage is state.lineage
    assert state.header_mappings is state.header_mappings
    assert state.files_in("in_force") == list(state.files) == ledger.files(home)


def test_a_build_without_new_files_reads_the_ledger_once(home, readings):
    build_snapshot(home)
    assert len(readings) == 1


def test_return_workbooks_read_the_ledger_once(home, readings, tmp_path):
    assert len(write_returns(home, tmp_path / "out", who="测试")) == 2
    assert len(readings) == 1


def test_a_load_reads_the_ledger_before_landing_before_reading_and_after(readings, tmp_path):
    take(Home(tmp_path / "new"), write(tmp_path / "in"))
    assert len(readings) == 3
