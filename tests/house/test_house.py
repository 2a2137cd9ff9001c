"""The house keeps its shape: what no linter sees."""

from __future__ import annotations

import ast
import re
import string
import tomllib

import pytest

from foundation.locales import LANGUAGES, catalogue
from tests.house.places import ROOT, STOREYS, tracked

#: The switch to Chinese says so in Chinese.
CHINESE_BY_NATURE = {"app.other_language", "app.other_language_how"}


def test_no_script_lies_directly_in_pages():
    """Streamlit would serve it past app.py and its access check (docs/decisions/001). The catalogue draws nothing."""
    assert sorted(p.name for p in (ROOT / "pages").glob("*.py")) == ["__init__.py", "catalogue.py"]


def test_every_storey_is_packaged():
    declared = set(
        tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"][
            "packages"
        ]
    )
    storeys = {p.parent.name for p in ROOT.glob("*/__init__.py")} - {"tests", "bench"}
    assert storeys == declared == set(STOREYS)


def test_app_imports_only_what_an_entry_needs():
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    rooms = {
        (node.module or "").split(".")[0]
        if isinstance(node, ast.ImportFrom)
        else node.names[0].name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert rooms <= {"__future__", "streamlit", "pages", "foundation", "pathlib", "os"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_interface_texts_have_the_same_ids_and_placeholders(language):
    def placeholders(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name}

    here, reference = catalogue(language), catalogue("zh")
    assert here.keys() == reference.keys()
    assert {k for k in here if placeholders(here[k]) != placeholders(reference[k])} == set()


def test_english_texts_are_english():
    """Only what names a Chinese thing may stay: the other language, and words to find in a Chinese file."""
    chinese = re.compile(r"[\u4e00-\u9fff]")
    held = {k for k, v in catalogue("en").items() if chinese.search(v)}
    assert {k for k in held if k not in CHINESE_BY_NATURE and not k.startswith("returns.")} == set()


def test_the_lock_names_no_registry():
    assert not re.search(
        r"https?://|--(extra-)?index-url|--find-links", (ROOT / "requirements.lock").read_text()
    )


def test_no_sql_in_pages_and_no_select_star_from_python():
    offenders = [
        str(p.relative_to(ROOT))
        for p in tracked("pages/*.py")
        if re.search(r"\bselect\b.+\bfrom\b", p.read_text(), re.I)
    ]
    assert offenders == []


def test_queries_bind_parameters():
    """User choices are bound, never pasted: nothing is formatted into what models and pages ask."""
    for path in tracked("analytics/*.sql"):
        assert "{" not in path.read_text(encoding="utf-8"), path


def test_no_empty_places():
    """No empty module stands in for something to come (package markers carry a docstring)."""
    empty = [
        str(p.relative_to(ROOT))
        for p in tracked("*.py")
        if not p.read_text().strip() and "tests" not in p.parts
    ]
    assert empty == []
