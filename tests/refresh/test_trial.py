"""What a load would change, worked out before it: the same snapshot as the load's own, and nothing kept."""

from __future__ import annotations

import pytest

from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from refresh.review.row_diff import row_diff
from refresh.uploads import dry_run as trial
from refresh.uploads.preview import preview
from refresh.uploads.tray import fill_tray, in_tray, remove_tray
from tests.refresh.files import DEMANDS, RECEIVED, ROSTER, take, write

MENDED = DEMANDS.replace("2052-01-01", "2025-12-30").replace("铝合金车架", "镁合金车架")


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    take(home, *sorted(write(tmp_path / "in").iterdir()))
    return home


def tried(home, *files):
    tray = fill_tray(home, files)
    preview(home, tray, received=RECEIVED)
    return tray, trial.dry_run(home, tray, in_tray(tray), received=RECEIVED)


def uploads(home):
    return list((home.root / "uploads").iterdir())


def test_the_trial_is_the_load_to_come_and_changes_nothing(home):
    before, audit = snapshots.current_id(home), len(ledger.audit(home))
    tray, found = tried(home, ("补报.csv", MENDED.encode()))
    assert found.before == before == snapshots.current_id(home)
    assert {metric: (old, new) for metric, old, new in found.changed.figures}["demands"] == (2, 4)
    assert len(ledger.audit(home)) == audit
    assert len(ledger.files(home)) == 2

    report = trial.commit(home, tray, in_tray(tray), who="测试", received=RECEIVED)
    assert report["snapshot"] == found.snapshot_id == snapshots.current_id(home)
    again = row_diff(snapshots.open_snapshot(home, before), snapshots.current(home))
    assert again == found.rows
    remove_tray(tray)
    assert uploads(home) == []


def test_what_was_read_and_built_aside_is_not_done_again(home, monkeypatch):
    tray, _ = tried(home, ("补报.csv", MENDED.encode()))

    def again(*_args, **_kwargs):
        raise AssertionError("read or built twice")

    monkeypatch.setattr("refresh.intake.staging.load_file", again)
    monkeypatch.setattr("refresh.build.publish.assemble", again)
    report = trial.commit(home, tray, in_tray(tray), who="测试", received=RECEIVED)
    assert report["is_published"]


def test_rows_that_come_and_go_are_named(home):
    tray, found = tried(home, ("补报.csv", MENDED.encode()))
    (table,) = found.rows.tables
    # One row of the three stands in force already; the corrected line is a new row beside the old one.
    assert (table.table, table.before, table.after, table.added, table.gone) == ("demands", 2, 4, 2, 0)
    assert [(row.sign, row.file, row.row_number) for row in found.rows.rows] == [
        ("+", "补报.csv", 4),
        ("+", "补报.csv", 5),
    ]
    assert "镁合金车架" in found.rows.rows[0].cells
    remove_tray(tray)


def test_the_first_load_of_an_empty_home_has_no_before(tmp_path):
    home = Home(tmp_path / "empty")
    tray, found = tried(home, ("名册.csv", ROSTER.encode()), ("需求.csv", DEMANDS.encode()))
    assert found.before is None
    assert {metric: (old, new) for metric, old, new in found.changed.figures}["demands"] == (None, 2)
    assert {one.table: one.added for one in found.rows.tables} == {"terms": 2, "demands": 2}
    remove_tray(tray)


def test_a_load_that_came_in_between_leaves_nothing_behind(home, tmp_path):
    tray, found = tried(home, ("补报.csv", MENDED.encode()))
    take(home, write(tmp_path / "more", 名册=ROSTER.replace("模拟乙", "模拟丙")) / "名册.csv")
    report = trial.commit(home, tray, in_tray(tray), who="测试", received=RECEIVED)
    assert report["is_published"]
    assert report["snapshot"] != found.snapshot_id
    with pytest.raises(snapshots.SnapshotMissingError):
        snapshots.open_snapshot(home, found.snapshot_id)


def test_a_trial_that_nobody_waits_for_stops_and_goes(home):
    tray = fill_tray(home, [("补报.csv", MENDED.encode())])
    stages = []

    def give_up(stage, _done, _total):
        stages.append(stage.en)
        remove_tray(tray)

    found = trial.dry_run(home, tray, in_tray(tray), received=RECEIVED, progress=give_up)
    assert (found.snapshot_id, found.changed) == (None, None)
    assert len(stages) == 1
    assert uploads(home) == []


def test_rules_that_cannot_be_read_are_told_and_logged_in_the_home(home):
    home.rules.write_text("version = ")
    tray, found = tried(home, ("补报.csv", MENDED.encode()))
    assert found.error is not None
    assert "rules.toml" in found.error.en
    remove_tray(tray)
