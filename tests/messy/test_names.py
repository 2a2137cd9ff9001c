"""Files whose names other systems wrote, in a folder that is ingested as a whole."""

from __future__ import annotations

import json
import os

from foundation.warehouse.home import Home
from refresh import ingest
from tests.messy.support import RECEIVED, load, rows

NAMES = [
    b"\xff\xfe\x81.csv",
    "武汉.csv".encode("gbk"),
    b"new\nline.csv",
    b'a"b{x}%s.csv',
    "😀.csv".encode(),
    b"-rf.csv",
]


def test_names_in_gbk_and_stranger_ones_are_names(tmp_path):
    folder = os.fsencode(tmp_path / "收到")
    os.mkdir(folder)
    for place, name in enumerate(NAMES):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(f"姓名,单位名称\n王甲,模拟大学{place}\n".encode())
    report = ingest(Home(tmp_path / "home"), [tmp_path / "收到"], received=RECEIVED, who="tests")
    assert json.loads(json.dumps(report, ensure_ascii=False).encode())["snapshot"]
    assert {record["status"] for record in report["files"]} == {"loaded"}
    names = {record["file"] for record in report["files"]}
    assert len(names) == len(NAMES)
    assert {"武汉.csv", "new\nline.csv", "😀.csv"} <= names


def test_a_stray_zero_byte_does_not_make_a_text_utf16(tmp_path):
    path = tmp_path / "a.csv"
    for encoding in ("utf-8", "gb18030"):
        path.write_bytes("姓名,单位名称\n王\x00甲,模拟大学\n".encode(encoding))
        assert rows(load(path), "name", "org") == [("王甲", "模拟大学")]
