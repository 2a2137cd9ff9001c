"""How far work is, also within a step that cannot say so itself."""

from __future__ import annotations

import time

import pytest

from foundation.locales import Text
from refresh.progress import reading_seconds, step

STAGE = Text("读取表格", "Reading")


def test_a_long_step_is_told_of_while_it_goes_on():
    told: list[tuple[float, int]] = []
    with step(lambda _stage, done, total: told.append((done, total)), STAGE, 3, 8, seconds=2):
        time.sleep(1.3)
    shares = [done for done, _ in told]
    assert shares[0] == 3
    assert shares == sorted(shares)
    assert len(shares) >= 3
    assert all(total == 8 for _, total in told)
    # Half a step and a little: the page can say how long it will still take.
    assert 3.4 < shares[-1] < 3.96


def test_a_step_that_takes_longer_than_thought_never_seems_done():
    told: list[float] = []
    with step(lambda _stage, done, _total: told.append(done), STAGE, 0, 1, seconds=0.1):
        time.sleep(1.2)
    assert 0.9 < told[-1] < 1


def test_whoever_watches_can_end_it():
    def stop(_stage, done, _total):
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), step(stop, STAGE, 0, 1, seconds=1):
        time.sleep(0.8)


def test_what_the_step_itself_raises_is_what_is_raised():
    with pytest.raises(ValueError, match="wrong"), step(lambda *_: None, STAGE, 0, 1, seconds=1):
        raise ValueError("wrong")


def test_a_workbook_takes_longer_than_text_of_its_size():
    assert reading_seconds("a.xlsx", 10_000_000) > 3 * reading_seconds("a.CSV", 10_000_000)
    assert reading_seconds("a.csv", 0) > 0
