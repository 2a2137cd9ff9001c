"""What a metric, a sheet and a page cost a newcomer in files: CONTRIBUTING.md says so, and here it is counted.

For one of each kind: which files name it. Left out are what is written by `make docs` and `make golden`, and the
invented province, which needs a sheet only to have rows of it in the sample.
"""

from __future__ import annotations

import re

import pytest

from tests.house.places import ROOT, relative, tracked

GENERATED = ("docs/reference.md", "docs/GLOSSARY.md", "tests/golden/")
INVENTED = ("simulation/", "sample_data/", "tests/simulation/")
#: What is looked for → the files that may name it.
METRIC = {
    "push_read_rate": {
        "analytics/metrics/contact/pushes.py",
        "tests/metrics/opinion_standing.py",
        "pages/quality/numbers.py",  # the block that shows it
    },
    "training_places": {
        "analytics/metrics/quality/training.py",
        "tests/metrics/opinion_standing.py",
    },
}
SHEET = {
    "positive_list": {"data_ingest/sheets/positive_list.py", "tests/sheets/test_dictionary.py"},
    "honours": {
        "data_ingest/sheets/honours.py",
        "tests/sheets/test_dictionary.py",
    },
}
PAGE = {
    "quality": {
        "pages/catalogue.py",
        "tests/quality/test_numbers.py",  # its numbers; that it opens is tested for every page at once
        "tests/pages/test_cached.py",  # a line for each cached query of its own
    },
}


def naming(pattern: str) -> set[str]:
    """Files of code and tests in which it stands: as a text, a function, a table of a query, a line of a list."""
    thing = re.compile(rf"[\"']{pattern}[\"']|\b(def|from|join|import) {pattern}\b|^{pattern} ", re.MULTILINE)
    files = (file for file in tracked("*.py", "*.sql", "*.toml") if file.name != "test_newcomer.py")
    return {
        relative(file)
        for file in files
        if not relative(file).startswith((*GENERATED, *INVENTED))
        and thing.search(file.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("metric", METRIC)
def test_a_metric_on_a_known_source_is_at_most_four_files(metric: str) -> None:
    assert naming(metric) == METRIC[metric]
    assert len(METRIC[metric]) <= 4


@pytest.mark.parametrize("sheet", SHEET)
def test_a_sheet_is_at_most_four_files(sheet: str) -> None:
    assert naming(sheet) == SHEET[sheet]
    assert len(SHEET[sheet]) <= 4


@pytest.mark.parametrize("page", PAGE)
def test_a_page_is_at_most_five_files(page: str) -> None:
    folder = f"pages/{page}"
    beside = naming(page) | naming(rf"pages\.{page}\b.*") | naming(rf"pages\.{page}\.\w+\.\w+")
    assert {file for file in beside if not file.startswith(folder)} == PAGE[page]
    needed = ["pages/catalogue.py", f"{folder}/__init__.py", f"{folder}/page.py"]
    needed += [f"foundation/locales/{lang}/{page}.toml" for lang in ("zh", "en")]
    assert all((ROOT / file).is_file() for file in needed)
    assert len(needed) <= 5
