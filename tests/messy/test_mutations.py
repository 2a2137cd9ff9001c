"""Files with bytes changed, cut and doubled: whatever comes of them, every row is accounted for."""

from __future__ import annotations

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.messy.hostile import honest, packed
from tests.messy.support import OFFICE, load, word
from tests.messy.xlsb import write_xlsb

CHANGE = st.tuples(
    st.floats(0, 1, exclude_max=True),
    st.sampled_from(["set", "cut", "insert", "double"]),
    st.binary(min_size=1, max_size=8)
    | st.sampled_from([b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x00"]),
)


def sources(folder) -> dict[str, bytes]:
    word(
        folder / "a.docx",
        "推荐表",
        [["姓名", "示例甲", "单位名称", "模拟大学"], ["手机", "13800000001", "类别", "A"]],
    )
    write_xlsb(folder / "a.xlsb", [["姓名", "单位名称"], ["示例甲", "模拟大学"]])
    made = {name: (folder / name).read_bytes() for name in ("a.docx", "a.xlsb")}
    office = {f"roster.{kind}": (OFFICE / f"roster.{kind}").read_bytes() for kind in ("xls", "ods", "xlsx")}
    page = "<html><table><tr><td>姓名<td>单位名称<tr><td>示例甲<td rowspan=2>模拟大学</table>".encode()
    text = "姓名,单位名称\n示例甲,模拟大学\n".encode("gb18030")
    return {**made, **office, "b.xlsx": honest(), "c.xls": page, "d.csv": text}


def changed(content: bytes, changes) -> bytes:
    data = bytearray(content)
    for where, how, what in changes:
        at = int(where * len(data))
        if how == "set":
            data[at : at + len(what)] = what
        elif how == "cut":
            del data[at : at + 16 * len(what)]
        elif how == "insert":
            data[at:at] = what
        else:
            data[at:at] = data[at : at + 32 * len(what)]
    return bytes(data)


def changed_within(content: bytes, changes, which: float) -> bytes:
    """One part of a zip container changed and packed anew: the damage lies behind the checksums."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(parts)[int(which * len(parts))]
    return packed({**parts, name: changed(parts[name], changes)})


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    place=st.integers(0, 7),
    changes=st.lists(CHANGE, min_size=1, max_size=6),
    which=st.floats(0, 1, exclude_max=True),
    is_within=st.booleans(),
)
def test_a_changed_file_is_read_or_refused_with_a_reason(tmp_path, place, changes, which, is_within):
    name, content = list(sources(tmp_path).items())[place]
    is_within = is_within and content.startswith(b"PK")
    path = tmp_path / f"changed-{name}"
    path.write_bytes(changed_within(content, changes, which) if is_within else changed(content, changes))
    loaded = load(path)  # checks that rows add up
    assert loaded.tables or (loaded.error is not None and loaded.remedy is not None)
