"""Landing copies once, by content."""

import hashlib

import pytest

from foundation.warehouse import landing
from foundation.warehouse.home import Home


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def test_a_copy_is_named_by_its_hash_and_made_once(home, tmp_path):
    first, second = tmp_path / "一.XLSX", tmp_path / "二.csv"
    first.write_bytes(b"same")
    second.write_bytes(b"same")
    one, two = landing.land(home, first), landing.land(home, second)
    assert one == two
    assert one.path.name == hashlib.sha256(b"same").hexdigest() + ".xlsx"
    assert one.path.read_bytes() == b"same"
    assert [p.name for p in home.landing.iterdir()] == [one.path.name]


def test_the_original_may_vanish_and_nothing_is_left_of_a_failed_copy(home, tmp_path):
    with pytest.raises(FileNotFoundError):
        landing.land(home, tmp_path / "没有.xlsx")
    assert list(home.landing.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.xlsx", ".xlsx"), ("a.ET", ".et"), ("a", ""), ("a.x/y", ""), ("a.表格", ""), (".xlsx", "")],
)
def test_only_a_plain_suffix_is_kept(name, suffix):
    assert landing.suffix_of(name) == suffix


def test_sweep_removes_half_a_copy_and_nothing_else(home, tmp_path):
    source = tmp_path / "a.csv"
    source.write_bytes(b"x")
    kept = landing.land(home, source).path
    (home.landing / ".arriving-abc").write_bytes(b"half")
    landing.sweep(home)
    assert list(home.landing.iterdir()) == [kept]
