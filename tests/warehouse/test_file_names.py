"""Names that every system takes for a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.warehouse.file_names import MOST_BYTES, file_stem


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("甲/乙*", "甲_乙_"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("..", "_"),
        ("", "_"),
        (" 需求 12月. ", "需求 12月"),
    ],
)
def test_words_become_a_stem(words, stem):
    assert file_stem(words) == stem


@given(st.text())
def test_any_words_make_a_stem_that_fits(words):
    stem = file_stem(words)
    assert stem == stem.strip(" .") != ""
    assert len(stem.encode(errors="replace")) <= MOST_BYTES
    assert not set(stem) & set('\\/:*?"<>|\n\0')
