"""One writer at a time, also after a process was killed."""

import subprocess
import sys
import time

import pytest

from foundation.warehouse.home import Home
from foundation.warehouse.lock import BusyError, writer

HOLD = """
import sys, time
from pathlib import Path
from foundation.warehouse.home import Home
from foundation.warehouse.lock import writer
with writer(Home(Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(home, seconds):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home.root), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    return process


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def test_the_second_is_told_so_at_once(home):
    process = hold(home, 30)
    with pytest.raises(BusyError), writer(home, is_waiting=False):
        pass
    process.kill()
    process.wait()


def test_the_second_waits_with_a_message(home):
    process, said = hold(home, 1), []
    started = time.monotonic()
    with writer(home, on_wait=lambda: said.append("等待")):
        assert time.monotonic() - started > 0.3
    assert said == ["等待"]
    process.wait()


def test_a_killed_writer_leaves_the_way_free(home):
    process = hold(home, 30)
    process.kill()
    process.wait()
    with writer(home, is_waiting=False):
        pass
