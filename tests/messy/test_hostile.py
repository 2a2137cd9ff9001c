"""Hostile and broken files: one record each with its reason, none takes the others with it, none takes long."""

from __future__ import annotations

import time

import pytest

from data_ingest.readers import Limits
from foundation.warehouse.home import Home
from refresh import ingest
from tests.messy.hostile import files
from tests.messy.support import RECEIVED, load

FILES = files()
#: They hold rows, however strange: everything else is refused.
LOADED = {"outside.zip", "same_names.zip", "wild_records.xls"}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_costs_one_clear_refusal(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILES[name])
    begun = time.monotonic()
    loaded = load(path, limits=Limits(seconds=60))
    assert time.monotonic() - begun < 60
    if name in LOADED:
        assert loaded.error is None
        return
    assert loaded.error is not None, loaded
    assert loaded.remedy is not None
    assert all(
        word and "{" not in word
        for word in (loaded.error.zh, loaded.error.en, loaded.remedy.zh, loaded.remedy.en)
    )


def test_a_folder_of_them_gives_one_record_a_file_and_the_honest_one_its_rows(tmp_path):
    folder = tmp_path / "收到"
    folder.mkdir()
    chosen = {
        name: content
        for name, content in FILES.items()
        if not name.startswith(("bomb", "corners", "repeated"))
    }
    for name, content in chosen.items():
        (folder / name).write_bytes(content)
    (folder / "名册.csv").write_text("姓名,单位名称\n示例丙,模拟大学\n", encoding="gb18030")
    report = ingest(Home(tmp_path / "home"), [folder], received=RECEIVED, who="tests")
    assert len(report["files"]) == len(chosen) + 1
    assert report["snapshot"]
    by_name = {
        record["path"].rpartition("/")[2] if "path" in record else record["file"]: record
        for record in report["files"]
    }
    assert by_name["名册.csv"]["status"] == "loaded"
