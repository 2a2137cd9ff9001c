"""`sample_data/` is what the generator writes, byte for byte, and says of itself that it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulation.workbooks.files import write_all
from simulation.world import World

SAMPLE = Path(__file__).parents[2] / "sample_data"
GENERATED = sorted(path.name for path in SAMPLE.iterdir() if path.suffix in (".xlsx", ".csv", ".txt"))


@pytest.fixture(scope="module")
def again(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_all(world, folder)
    return folder


def test_the_same_files(again: Path) -> None:
    assert sorted(path.name for path in again.iterdir()) == GENERATED


@pytest.mark.parametrize("name", GENERATED)
def test_the_same_bytes(name: str, again: Path) -> None:
    assert (again / name).read_bytes() == (SAMPLE / name).read_bytes()


def test_size_and_kinds() -> None:
    files = [path for path in SAMPLE.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 3_000_000
    assert {path.suffix for path in files} <= {".xlsx", ".csv", ".txt", ".md"}
