"""What exists for speed alone answers as the plain code does that its docstring names."""

from __future__ import annotations

import gc
import hashlib
import subprocess
import sys

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.fast import process
from foundation.fast.duplicates import may_repeat
from foundation.fast.threads import map_columns, map_on_two_threads, one_more_thread


@pytest.mark.parametrize("rows", [1, 1_000_000])
def test_columns_are_changed_in_their_order(rows):
    assert map_columns(str, [3, 1, 2], rows=rows) == ["3", "1", "2"]


@pytest.mark.parametrize("items", [[], ["3"], ["3", "1", "2"], ["4", "3", "2", "1"]])
def test_work_on_two_threads_comes_back_in_its_order(items):
    assert map_on_two_threads(int, items) == [int(item) for item in items]


@pytest.mark.parametrize("items", [["x", "1"], ["1", "x"]])
def test_an_error_on_either_of_two_threads_is_raised(items):
    with pytest.raises(ValueError, match="invalid literal"):
        map_on_two_threads(int, items)


def test_another_thread_gives_the_result_or_the_error_of_the_work():
    with one_more_thread() as begin:
        total = begin(sum, [1, 2], start=4)
        failed = begin(int, "x")
        assert total() == 7
        with pytest.raises(ValueError, match="invalid literal"):
            failed()


@given(st.lists(st.integers(0, 50), max_size=30))
def test_ids_that_repeat_are_never_missed(numbers):
    ids = pa.array([hashlib.md5(str(n).encode()).hexdigest()[:24] for n in numbers], pa.string())
    assert may_repeat(ids, length=24) == (len(ids) > len(ids.unique()))


def test_the_collector_rests_and_comes_back():
    try:
        process.pause_collector()
        assert not gc.isenabled()
        process.resume_collector()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.enable()
        gc.unfreeze()


def test_threads_take_turns_as_before_afterwards():
    usual = sys.getswitchinterval()
    with process.switching_threads(every_seconds=0.0005):
        assert sys.getswitchinterval() == pytest.approx(0.0005)
    assert sys.getswitchinterval() == pytest.approx(usual)


def test_arrow_allocates_as_the_system_does():
    code = "from foundation.fast.process import use_system_allocator as use; use(); import pyarrow as pa; "
    code += "print(pa.default_memory_pool().backend_name)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "system"
