"""The commands over real files: exit codes, one JSON document, what stands afterwards."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.cli.running import liaison
from tests.refresh.files import write


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder in which `liaison ingest in` was run; the home is ./data."""
    place = tmp_path_factory.mktemp("cli")
    write(place / "in")
    ran = liaison("ingest", "in", "--received", "2026-01-10", "--json", cwd=place)
    assert ran.code == 0, ran.err
    (place / "first.json").write_text(ran.out)
    return place


def test_ingest_prints_one_document_on_stdout_and_progress_on_stderr(place):
    report = json.loads((place / "first.json").read_text())
    assert [f["status"] for f in report["files"]] == ["partly", "partly"]
    assert (place / "data" / "CURRENT").read_text().strip() == report["snapshot"]


def test_the_printed_report_accounts_for_every_row(place):
    ran = liaison("ingest", "in", cwd=place)
    assert ran.code == 0
    assert "读取" in ran.out
    assert "请" in ran.out  # what to do about the held rows


def test_a_refused_file_ends_with_1(place, tmp_path):
    write(tmp_path / "in")
    (tmp_path / "in" / "扫描件.pdf").write_bytes(b"%PDF-1.7")
    ran = liaison("ingest", tmp_path / "in", cwd=tmp_path)
    assert ran.code == 1
    assert "怎么办" in ran.out
    assert liaison("metric", "officers_serving", cwd=tmp_path).code == 0


def test_metric_gives_the_fixed_document(place):
    ran = liaison("metric", "officers_serving", "--json", cwd=place)
    document = json.loads(ran.out)
    assert set(document) == {"metric", "as_of", "snapshot", "rules", "rows"}
    assert set(document["metric"]) == {"id", "title_zh", "title_en", "unit", "direction"}
    (row,) = document["rows"]
    assert set(row) == {"group", "label", "numerator", "denominator", "value", "low", "high", "suppressed"}
    assert (document["as_of"], row["group"], row["numerator"], row["denominator"]) == (
        "2025-12",
        "all",
        2,
        None,
    )


@pytest.mark.parametrize("by", ["unit", "city", "category", "channel"])
def test_metric_by_group_adds_up(place, by):
    rows = json.loads(liaison("metric", "officers_serving", "--by", by, "--json", cwd=place).out)["rows"]
    assert sum(row["numerator"] or 0 for row in rows) == 2


@pytest.mark.parametrize("value", ["420100", "武汉", "武汉市,"])
def test_where_takes_codes_and_names(place, value):
    ran = liaison(
        "metric", "officers_serving", "--where", f"unit={value}", "--where", "category=A", "--json", cwd=place
    )
    assert json.loads(ran.out)["rows"][0]["numerator"] == 1


@pytest.mark.parametrize("clause", ["unit", "unit=上海", "colour=red", "category=Z", "channel=x"])
def test_a_where_that_means_nothing_is_wrong_usage(place, clause):
    assert liaison("metric", "officers_serving", "--where", clause, cwd=place).code == 2


def test_metric_at_another_month_and_for_people(place):
    ran = liaison("metric", "officers_serving", "--as-of", "2024-05", cwd=place)
    assert ran.code == 0
    assert "2024-05" in ran.out
    assert liaison("metric", "officers_serving", "--as-of", "2024", cwd=place).code == 2


def test_metric_list(place):
    listed = json.loads(liaison("metric", "--list", "--json", cwd=place).out)
    assert {"id", "title_zh", "title_en", "unit", "direction", "groups"} == set(listed[0])
    assert all({"unit", "city", "category", "channel"} <= set(m["groups"]) for m in listed)


def test_build_without_changes_keeps_the_snapshot(place):
    before = (place / "data" / "CURRENT").read_text().strip()
    assert json.loads(liaison("build", "--json", cwd=place).out)["snapshot"] == before


def test_doctor_finds_the_home_in_order(place):
    report = json.loads(liaison("doctor", "--json", cwd=place).out)
    wrong = [c for c in report["checks"] if not c["is_ok"] and c["check"] != "requirements.lock"]
    assert len(report["checks"]) == 5
    assert wrong == []


def test_doctor_finds_a_broken_snapshot_and_an_open_address(tmp_path):
    home = tmp_path / "data"
    (home / "snapshots").mkdir(parents=True)
    (home / "CURRENT").write_text("ab" * 16)
    (home / "snapshots" / f"{'ab' * 16}.duckdb").write_bytes(b"not a database")
    ran = liaison("doctor", "--address", "0.0.0.0", cwd=tmp_path)
    assert ran.code == 1
    assert "liaison build" in ran.out
    assert "users.toml" in ran.out


def test_retract_and_ingest_again(tmp_path):
    write(tmp_path / "in")
    before = json.loads(
        liaison("ingest", "in/名册.csv", "--received", "2026-01-10", "--json", cwd=tmp_path).out
    )
    liaison("ingest", "in/需求.csv", "--received", "2026-01-10", cwd=tmp_path)
    ran = liaison("retract", "需求.csv", "--json", cwd=tmp_path)
    assert ran.code == 0
    assert json.loads(ran.out)["snapshot"] == before["snapshot"]


def test_no_wait_is_told_so(tmp_path):
    from foundation.warehouse.home import Home
    from foundation.warehouse.lock import writer

    write(tmp_path / "in")
    with writer(Home(tmp_path / "data")):
        ran = liaison("ingest", "in", "--no-wait", cwd=tmp_path)
    assert ran.code == 1
    assert "没有执行" in ran.err


def test_two_ingests_at_once_take_turns(tmp_path):
    folder = write(tmp_path / "in")
    words = ["--received", "2026-01-10", "--json"]
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda f: liaison("ingest", f, *words, cwd=tmp_path), sorted(folder.iterdir())))
    assert [ran.code for ran in runs] == [0, 0]
    current = (tmp_path / "data" / "CURRENT").read_text().strip()
    assert current in {json.loads(ran.out)["snapshot"] for ran in runs}
    assert "在聘" in liaison("metric", "officers_serving", cwd=tmp_path).out
    assert json.loads(liaison("ingest", "in", *words, cwd=tmp_path).out)["snapshot"] == current
