"""The sample data gives the numbers that were last reviewed (`make golden` writes them anew)."""

from __future__ import annotations

import pytest

from tests.golden.results import FOLDER, RESULTS, as_csv


@pytest.mark.parametrize("name", RESULTS)
def test_results_are_as_reviewed(sample_snapshot, name):
    expected = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    found = as_csv(RESULTS[name](sample_snapshot)).splitlines()
    different = [(e, f) for e, f in zip(expected, found, strict=False) if e != f]
    assert different == []
    assert len(found) == len(expected)
