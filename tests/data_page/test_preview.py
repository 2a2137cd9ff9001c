"""A look before anything lands: files in a tray, counts as they would load, nothing kept."""

from __future__ import annotations

import zipfile

import pytest

from data_ingest.readers.column_letters import column_letter, column_number
from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from refresh import retract
from refresh.review.number_diff import what_changed
from refresh.uploads.preview import preview
from refresh.uploads.tray import fill_tray, in_tray, remove_tray, safe_name
from tests.refresh.files import DEMANDS, RECEIVED, ROSTER, take, write


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def seen(home, *files, **options):
    tray = fill_tray(home, files)
    found = preview(home, tray, received=RECEIVED, **options)
    remove_tray(tray)
    return found


def test_a_preview_counts_as_the_load_will_and_keeps_nothing(home):
    roster, demands = seen(home, ("名册.csv", ROSTER.encode()), ("需求.csv", DEMANDS.encode("gb18030")))
    assert (roster.status, demands.status) == ("partly", "partly")
    (table,) = demands.loaded.tables
    assert (table.rows_read, table.rows_loaded, table.rows_quarantined) == (3, 2, 1)
    assert ledger.files(home) == []
    assert not home.landing.exists()
    assert list((home.root / "uploads").iterdir()) == []


def test_the_header_and_the_mapping_are_shown(home):
    text = "填报单位：模拟市科协\n序号,姓名,单位名称,类别,市州,推荐单位,聘期起,备用列\n1,模拟甲,武汉模拟大学,A,武汉,武汉市科协,2024-06-01,x\n"
    (one,) = seen(home, ("名册.csv", text.encode()))
    layout = one.layouts[0]
    assert layout.header_rows == (2, 2)
    named = {column.header: (column.letter, column.column) for column in layout.columns}
    assert named["聘期起"] == ("G", "started_on")
    assert named["备用列"] == ("", None)
    assert 0.8 < layout.confidence < 1


def test_what_is_in_force_or_cannot_be_read_is_said(home, tmp_path):
    folder = write(tmp_path / "in")
    take(home, folder / "名册.csv")
    again, scan = seen(home, ("名册.csv", (folder / "名册.csv").read_bytes()), ("扫描.pdf", b"%PDF-1.7"))
    assert (again.status, scan.status) == ("unchanged", "refused")
    assert scan.loaded.error


def test_a_zip_shows_the_tables_of_its_files(home, tmp_path):
    with zipfile.ZipFile(tmp_path / "全部.zip", "w") as archive:
        archive.writestr("名册.csv", ROSTER)
        archive.writestr("需求.csv", DEMANDS)
    (one,) = seen(home, ("全部.zip", (tmp_path / "全部.zip").read_bytes()))
    assert {layout.file for layout in one.layouts} == {"全部.zip › 名册.csv", "全部.zip › 需求.csv"}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\来件\\名册.xlsx", "名册.xlsx"),
        ("a\x00b?.csv", "a_b_.csv"),
        ("..", "_"),
    ],
)
def test_names_from_a_browser_are_only_names(given, kept):
    assert safe_name(given) == kept


def test_long_names_keep_their_ending():
    name = safe_name("名" * 300 + ".xlsx")
    assert name.endswith(".xlsx")
    assert len(name.encode()) <= 180


def test_two_files_of_one_name_stay_two(home):
    tray = fill_tray(home, [("名册.csv", b"a")])
    fill_tray(home, [("名册.csv", b"b")], tray)
    assert [path.read_bytes() for path in in_tray(tray)] == [b"a", b"b"]


def test_what_a_file_changed_and_that_retracting_changes_it_back(home, tmp_path):
    folder = write(tmp_path / "in")
    take(home, folder / "名册.csv")
    before = snapshots.current(home)
    take(home, folder / "需求.csv")
    after = snapshots.current(home)
    changed = what_changed(before, after)
    counts = {metric: (old, new) for metric, old, new in changed.figures}
    assert counts["demands"] == (0, 2)
    assert counts["officers_serving"] == (2, 2)
    assert (changed.moved, changed.joined, changed.gone) == (2, 0, 0)
    retract(home, "需求.csv", who="测试")
    back = what_changed(after, snapshots.current(home))
    assert {metric: (new, old) for metric, old, new in back.figures}["demands"] == (0, 2)


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_called_as_the_table_program_calls_them(number, letters):
    assert column_letter(number) == letters
    assert column_number(letters) == number
