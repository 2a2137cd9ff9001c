"""Files in, snapshot out: one record per file, rows accounted for, the same inputs the same snapshot."""

import zipfile

import duckdb
import pytest

from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from refresh import build_snapshot, ingest, rebuild, retract
from refresh.commands import UnknownFileError
from tests.refresh.files import DEMANDS, RECEIVED, ROSTER, statuses, take, write


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def rows(home, sql):
    return snapshots.current(home).cursor().execute(sql).fetchall()


def test_every_row_is_loaded_or_held_and_the_snapshot_says_so(home, tmp_path):
    report = take(home, write(tmp_path / "in"))
    assert statuses(report) == {"名册.csv": "partly", "需求.csv": "partly"}
    for file in report["files"]:
        assert file["rows_read"] == file["rows_loaded"] + file["rows_quarantined"]
    assert rows(home, "select count(*) from loads where rows_read <> rows_loaded + rows_quarantined") == [
        (0,)
    ]
    assert rows(home, "select count(*) from demands") == [(2,)]
    held = rows(home, "select file, row_number, column_name from quarantine where is_row_held order by 1, 2")
    assert ("需求.csv", 4, "submitted_on") in held
    assert rows(home, "select count(*) from persons") == [(2,)]


def test_every_row_says_where_it_came_from(home, tmp_path):
    take(home, write(tmp_path / "in"), sender="模拟科协")
    found = rows(home, "select distinct file, sender, received_on, sha256 = '' from demands")
    assert found == [("需求.csv", "模拟科协", RECEIVED, False)]
    assert rows(home, "select min(row_number), max(row_number) from demands") == [(2, 3)]


def test_the_snapshot_opens_with_plain_duckdb_and_knows_itself(home, tmp_path):
    report = take(home, write(tmp_path / "in"))
    path = home.snapshots / f"{home.current.read_text().strip()}.duckdb"
    with duckdb.connect(str(path), read_only=True) as con:
        meta = dict(con.execute("select key, value from meta").fetchall())
    assert meta["snapshot"] == report["snapshot"]
    assert (meta["as_of"], meta["is_simulated"]) == ("2025-12-01", "true")
    assert (meta["data_from"], meta["data_to"]) == ("2025-11-03", "2025-12-05")


def test_the_same_files_again_change_nothing(home, tmp_path):
    first = take(home, write(tmp_path / "in"))
    stamp = snapshots.current(home).path.stat().st_mtime_ns
    again = take(home, tmp_path / "in")
    assert set(statuses(again).values()) == {"unchanged"}
    assert (again["snapshot"], again["is_published"]) == (first["snapshot"], True)
    assert again["totals"] == first["totals"]
    assert snapshots.current(home).path.stat().st_mtime_ns == stamp


def test_order_and_batches_do_not_matter(home, tmp_path):
    folder = write(tmp_path / "in")
    together = take(home, folder)["snapshot"]
    other = Home(tmp_path / "other")
    take(other, folder / "需求.csv")
    assert take(other, folder / "名册.csv")["snapshot"] == together


def test_one_content_under_two_names_is_one_file(home, tmp_path):
    folder = write(tmp_path / "in")
    (folder / "名册（副本）.csv").write_bytes((folder / "名册.csv").read_bytes())
    report = take(home, folder)
    assert sorted(statuses(report).values()) == ["partly", "partly", "unchanged"]
    assert rows(home, "select count(*) from files") == [(2,)]


def test_a_file_that_cannot_be_read_is_refused_with_a_way_out_and_keeps_nobody_out(home, tmp_path):
    folder = write(tmp_path / "in")
    (folder / "扫描件.pdf").write_bytes(b"%PDF-1.7")
    report = take(home, folder, tmp_path / "没有.csv")
    refused = [f for f in report["files"] if f["status"] == "refused"]
    assert [f["file"] for f in refused] == ["扫描件.pdf", "没有.csv"]
    assert all(f["error_zh"] in f["error"] and f["remedy_en"] for f in refused)
    assert report["is_published"]
    assert len(report["files"]) == 4
    assert [f.name for f in ledger.files(home, "refused")] == ["扫描件.pdf"]


def test_a_zip_is_one_file_with_its_members_tables(home, tmp_path):
    folder = write(tmp_path / "in")
    with zipfile.ZipFile(tmp_path / "全部.zip", "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    report = take(home, tmp_path / "全部.zip")
    assert statuses(report) == {"全部.zip": "partly"}
    assert {t["table"] for t in report["files"][0]["tables"]} >= {"terms", "demands"}


def test_the_same_record_in_two_files_is_merged_and_counted(home, tmp_path):
    write(tmp_path / "one")
    write(tmp_path / "two", 需求=DEMANDS + "\n", 名册=ROSTER + "\n\n")
    take(home, tmp_path / "one")
    report = take(home, tmp_path / "two")
    assert rows(home, "select count(*) from demands") == [(2,)]
    assert rows(home, "select sum(rows_merged) from loads where \"table\" = 'demands'") == [(2,)]
    assert rows(home, "select count(*) from loads where rows_merged > rows_loaded") == [(0,)]
    assert report["is_published"]


def test_retracting_brings_the_former_state_back_exactly(home, tmp_path):
    folder = write(tmp_path / "in")
    before = take(home, folder / "名册.csv")["snapshot"]
    after = take(home, folder / "需求.csv")["snapshot"]
    report = retract(home, "需求.csv", who="测试")
    assert (report["previous"], report["snapshot"]) == (after, before)
    assert snapshots.current(home).id == before
    assert take(home, folder / "需求.csv")["snapshot"] == after


def test_retracting_the_last_file_is_as_before_the_first(home, tmp_path):
    take(home, write(tmp_path / "in") / "名册.csv")
    sha = ledger.files(home)[0].sha256
    assert retract(home, sha[:10], who="测试")["snapshot"] is None
    assert snapshots.current(home) is None
    assert build_snapshot(home) is None


@pytest.mark.parametrize("wanted", ["没有.csv", "abcdef", "名册"])
def test_retracting_what_is_not_there_says_so(home, tmp_path, wanted):
    take(home, write(tmp_path / "in"))
    with pytest.raises(UnknownFileError):
        retract(home, wanted, who="测试")


def test_a_build_that_fails_keeps_the_old_snapshot_and_the_files(home, tmp_path):
    folder = write(tmp_path / "in")
    before = take(home, folder / "名册.csv")["snapshot"]
    home.rules.write_text("version = 3\n", encoding="utf-8")
    report = take(home, folder / "需求.csv")
    assert not report["is_published"]
    assert "rules.toml" in report["error"]
    assert report["snapshot"] == before == snapshots.current(home).id
    assert [f.name for f in ledger.files(home, "landed")] == ["需求.csv"]
    home.rules.unlink()
    assert build_snapshot(home) != before
    assert [f.state for f in ledger.files(home)] == ["in_force"] * 2


def test_a_staging_cache_may_be_deleted_or_spoilt(home, tmp_path):
    folder = write(tmp_path / "in")
    take(home, folder / "名册.csv")
    for path in home.staging.rglob("*.parquet"):
        path.write_bytes(b"half")
    assert take(home, folder / "需求.csv")["is_published"]
    assert rows(home, "select count(*) from terms") == [(2,)]


def test_an_unsound_snapshot_file_is_built_anew(home, tmp_path):
    first = take(home, write(tmp_path / "in"))["snapshot"]
    (home.snapshots / f"{first}.duckdb").unlink()
    assert snapshots.current(home) is None
    assert build_snapshot(home) == first
    assert snapshots.current(home).id == first


def test_an_old_snapshot_is_rebuilt_from_its_recorded_inputs(home, tmp_path):
    folder = write(tmp_path / "in")
    old = take(home, folder / "名册.csv")["snapshot"]
    ledger.name_at_meeting(home, old, "2025年会")
    new = take(home, folder / "需求.csv")["snapshot"]
    (home.snapshots / f"{old}.duckdb").unlink()
    assert rebuild(home, old) == old  # the code is the same, so is the id
    assert snapshots.current(home).id == new
    assert snapshots.open_snapshot(home, old).cursor().execute("select count(*) from demands").fetchone() == (
        0,
    )


def test_an_empty_folder_has_an_empty_report(home, tmp_path):
    (tmp_path / "in").mkdir()
    report = ingest(home, [tmp_path / "in"], who="测试")
    assert (report["files"], report["snapshot"], report["is_published"]) == ([], None, False)
