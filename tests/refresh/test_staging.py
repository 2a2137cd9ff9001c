"""What was read is written behind the build, which meanwhile works on with it."""

import datetime as dt
import hashlib

import pytest

from foundation.fast import write_behind
from foundation.warehouse import landing
from foundation.warehouse.home import Home
from refresh.intake.input_file import InputFile
from refresh.intake.staging import load_staged
from tests.refresh.files import DEMANDS


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def file(home, tmp_path):
    path = tmp_path / "需求.csv"
    path.write_text(DEMANDS.lstrip(), encoding="utf-8")
    landing.land(home, path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return InputFile(sha256=sha256, name=path.name, sender=None, received_on=dt.date(2026, 1, 10))


def test_all_that_was_read_lies_on_the_disk_when_the_block_ends(home, file, monkeypatch):
    with write_behind.writing_behind():
        loaded = load_staged(home, file)
    monkeypatch.setattr("refresh.intake.staging.load_file", None)
    assert load_staged(home, file).tables[0].frame.equals(loaded.tables[0].frame)


class WrittenMeanwhile(dict):
    """The writer finishes between "is it on its way?" and "then give it to me"."""

    def __contains__(self, key):
        return super().pop(key, None) is not None


def test_a_file_whose_writing_ends_just_now_is_read_from_the_disk(home, file, monkeypatch):
    load_staged(home, file)
    monkeypatch.setattr(write_behind, "_unwritten", WrittenMeanwhile())
    (folder,) = home.staging.glob("*/*")
    write_behind._unwritten[folder] = load_staged(home, file)
    assert load_staged(home, file).tables
