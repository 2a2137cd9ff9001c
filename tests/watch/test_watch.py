"""`liaison watch`: whole files are taken once, reported beside, never touched; half ones wait."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time

import pytest

from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from refresh.watch import AlreadyWatchedError, Watch, report_name
from tests.cli.running import LIAISON, liaison
from tests.refresh.files import DEMANDS, write


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def inbox(tmp_path):
    return write(tmp_path / "收件箱")


def watch(home, folder, **options):
    words = {"who": "测试", "settle_seconds": 0.2, "write_report": lambda file, report: file["status"]}
    return Watch(home, folder, **(words | options))


def reports(folder):
    return sorted(p.relative_to(folder / "报告").as_posix() for p in (folder / "报告").rglob("*.txt"))


def landings(home):
    return [line for line in ledger.audit(home) if line["action"] == "land"]


def test_dropped_files_are_taken_and_reported_and_stay_as_they_are(home, inbox, tmp_path):
    (inbox / "黄石市科协").mkdir()
    (inbox / "黄石市科协" / "补报.csv").write_text(
        DEMANDS.lstrip().replace("B-00", "B-01"), encoding="utf-8-sig"
    )
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in inbox.rglob("*") if p.is_file()}
    ran = liaison("watch", "收件箱", "--once", "--settle", "0.2", "--home", home.root, cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert reports(inbox) == ["名册.csv.报告.txt", "需求.csv.报告.txt", "黄石市科协/补报.csv.报告.txt"]
    words = (inbox / "报告" / "需求.csv.报告.txt").read_text(encoding="utf-8-sig")
    assert "读取 3 行 = 载入 2 行 + 隔离 1 行" in words
    assert "2052-01-01" in words
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in before} == before
    assert {f.name: f.folder for f in ledger.files(home)} == {
        "名册.csv": None, "需求.csv": None, "补报.csv": "黄石市科协",
    }  # fmt: skip


def test_nothing_is_done_twice(home, inbox):
    assert set(watch(home, inbox).once().files) == {"名册.csv", "需求.csv"}
    stamp = (inbox / "报告" / "名册.csv.报告.txt").stat().st_mtime_ns
    assert watch(home, inbox).once().files == {}
    assert len(landings(home)) == 2
    assert (inbox / "报告" / "名册.csv.报告.txt").stat().st_mtime_ns == stamp


def test_a_retracted_file_stays_retracted_until_it_is_dropped_anew(home, inbox):
    from refresh import retract

    watch(home, inbox).once()
    retract(home, "需求.csv", who="测试")
    assert watch(home, inbox).once().files == {}
    os.utime(inbox / "需求.csv")
    assert set(watch(home, inbox).once().files) == {"需求.csv"}
    assert {f.state for f in ledger.files(home)} == {"in_force"}


def test_half_files_wait(home, inbox):
    for name in ("甲.csv.tmp", "乙.xlsx.part", "~$名册.xlsx", ".丙.csv", "丁.crdownload", "空.csv"):
        (inbox / name).write_text("", encoding="utf-8")
    (inbox / "~$需求.csv").write_text("open", encoding="utf-8")
    assert set(watch(home, inbox).once().files) == {"名册.csv"}
    (inbox / "~$需求.csv").unlink()
    assert set(watch(home, inbox).once().files) == {"需求.csv"}


def test_a_file_that_grows_is_taken_when_it_has_stopped(home, tmp_path):
    inbox, whole = tmp_path / "in", DEMANDS.lstrip().encode("utf-8-sig")
    inbox.mkdir()

    def copy():
        with (inbox / "需求.csv").open("wb") as file:
            for at in range(0, len(whole), 40):
                file.write(whole[at : at + 40])
                file.flush()
                time.sleep(0.1)

    writer = threading.Thread(target=copy)
    writer.start()
    time.sleep(0.2)
    assert watch(home, inbox, settle_seconds=0.15).once().files == {}
    writer.join()
    assert watch(home, inbox).once().files["需求.csv"]["rows_read"] == 3


def test_a_file_that_cannot_be_read_says_so_and_costs_the_exit_code(home, inbox, tmp_path):
    (inbox / "扫描.pdf").write_bytes(b"%PDF-1.7")
    ran = liaison("watch", "收件箱", "--once", "--settle", "0.2", "--home", home.root, cwd=tmp_path)
    assert ran.code == 1
    words = (inbox / "报告" / "扫描.pdf.报告.txt").read_text(encoding="utf-8-sig")
    assert "怎么办" in words
    assert snapshots.current(home) is not None
    again = liaison("watch", "收件箱", "--once", "--settle", "0.2", "--home", home.root, cwd=tmp_path)
    assert (again.code, "没有新文件" in again.out) == (0, True)


def test_a_kill_in_the_middle_ends_the_same(home, inbox, tmp_path):
    words = [str(LIAISON), "watch", str(inbox), "--settle", "0.2", "--every", "0.5", "--home", str(home.root)]
    process = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    deadline = time.monotonic() + 60
    while not landings(home) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    watch(home, inbox).once()
    assert {f.state for f in ledger.files(home)} == {"in_force"}
    assert len(ledger.files(home)) == 2
    assert reports(inbox) == ["名册.csv.报告.txt", "需求.csv.报告.txt"]
    assert watch(home, inbox).once().files == {}


def test_one_watcher_a_folder(home, inbox):
    with watch(home, inbox).locked(), pytest.raises(AlreadyWatchedError), watch(home, inbox).locked():
        pass


def test_a_failed_build_is_tried_again(home, inbox):
    home.root.mkdir()
    home.rules.write_text("version = 3\n", encoding="utf-8")
    assert not watch(home, inbox).once().is_published
    home.rules.unlink()
    outcome = watch(home, inbox).once()
    assert outcome.is_published
    assert snapshots.current(home) is not None


def test_a_very_long_name_still_has_a_report():
    assert len(report_name("联" * 83 + ".xlsx").encode()) <= 255
