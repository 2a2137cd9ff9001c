"""Texts held as codes read as the same texts held plainly; spaces go from both ends, of whatever kind."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pyarrow.compute as pc
from hypothesis import given, settings
from hypothesis import strategies as st

from data_ingest.load import load_file
from foundation.fast import coded
from foundation.fast.trimming import _AROUND, trim

TEXT = st.none() | st.text("a张 　\t\n\u200b\ufeff\xa0，é", max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=40))
def test_trimming_a_long_column_is_trimming_each_text(texts):
    column = pa.array(texts * 60, pa.string())
    assert trim(column).equals(pc.utf8_trim(column, characters=_AROUND))
    assert trim(column.slice(7)).equals(pc.utf8_trim(column.slice(7), characters=_AROUND))


def test_codes_and_texts_go_through_the_same_operations():
    column = pa.chunked_array([["a ", None, "b"], ["a", " "]])
    codes = column.dictionary_encode()
    is_a = coded.over(codes, lambda texts: pc.equal(texts, "a"))
    assert is_a.to_pylist() == [False, None, False, True, False]
    blank = coded.changed(codes, lambda texts: pc.if_else(pc.equal(texts, " "), None, trim(texts)))
    assert blank.to_pylist() == ["a", None, "b", "a", None]
    assert blank.is_valid().to_pylist() == [True, False, True, True, False]
    assert blank.dictionary.to_pylist() == ["a", "b"]
    mixed = coded.concat([pa.table({"x": codes}), pa.table({"x": column})])
    assert mixed["x"].to_pylist() == column.to_pylist() * 2


def test_a_long_file_loads_as_a_short_one_does(tmp_path):
    """Beyond twenty thousand rows the readers hand on codes: the same rows, issues and totals."""
    lines = [
        "张三,2025-3-1,企业走访,3",
        " 李四 ,待定,同上,x",
        "王五,2025年4月,空中,",
        "合计,,,",
        "无,2025-3-1,座谈交流,1",
    ]
    outcomes = []
    for times in (2, 6000):
        path = tmp_path / f"{times}.csv"
        path.write_text("\n".join(["姓名,日期,类型,时长", *lines * times]), encoding="utf-8")
        loaded = load_file(path, name="a.csv", sha256="0" * 64, received_on=dt.date(2026, 1, 10))
        (table,) = loaded.tables
        assert table.rows_read == 4 * times == table.rows_loaded + table.rows_quarantined
        rows = [
            {k: v for k, v in row.items() if k != "content_id"} for row in table.frame.slice(0, 2).to_pylist()
        ]
        held = len(set(table.issues.filter(pc.field("is_row_held"))["row_number"].to_pylist()))
        outcomes.append((rows, table.issues.slice(0, 5).to_pylist(), held / times))
    assert outcomes[0] == outcomes[1]


def test_a_few_words_are_found_among_texts_of_any_length():
    words = frozenset(["无", "—", ""])
    column = pa.chunked_array([["无", None, "无此需求，另行说明"], ["", "张三"]])
    found = [True, False, False, True, False]
    assert coded.among(column, words).to_pylist() == found
    assert coded.among(column.dictionary_encode(), words).to_pylist() == found
    assert coded.among(pa.array(["无此需求", None]), words) is None
    assert coded.among(pa.array(["是", "无无"]), words) is None
