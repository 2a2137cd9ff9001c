"""One fixture server for the tests of this folder."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Fixture:
    url: str
    lists: list[str]
    broken: str
    home: Path


def start(home: Path, cwd: Path) -> tuple[subprocess.Popen[str], Fixture]:
    process = subprocess.Popen(
        [sys.executable, str(HERE / "fixture_server.py"), str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=cwd,
    )
    assert process.stdout is not None
    said = json.loads(process.stdout.readline())
    return process, Fixture(url=said["url"], lists=said["list"], broken=said["broken"], home=home)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fixture]:
    """A server started from a foreign folder, visited by nobody yet."""
    folder = tmp_path_factory.mktemp("served")
    process, fixture = start(folder / "home", folder)
    yield fixture
    process.terminate()
    process.wait(15)
