"""The models' SQL stays portable, headed, one select a file, and says what it needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analytics import sql
from analytics.rules import Rules
from analytics.sql import bound, query_names, query_text
from analytics.sql.build import model_inputs, models
from analytics.sql.inputs import INPUTS
from analytics.sql.syntax import parameters, tables
from data_ingest.sheets import SHEETS

MODELS = sorted(Path(sql.__file__).with_name("models").glob("*.sql"))
QUERIES = sorted(Path(sql.__file__).with_name("queries").rglob("*.sql"))

#: What DuckDB and Spark do not read alike (docs/definitions.md, The house).
FORBIDDEN = {
    "asof join": r"\basof\b",
    "union by name": r"union\s+(all\s+)?by\s+name",
    "star modifiers": r"\*\s*(replace|exclude)\b",
    "columns()": r"\bcolumns\s*\(",
    "table range()": r"\b(range|generate_series)\s*\(",
    "list lambdas": r"->|\blambda\b",
    "date_diff of months": r"date_?diff\s*\(",
    "log": r"\blog\s*\(",
    "mode": r"\bmode\s*\(",
    "hash": r"\bhash\s*\(",
    "bare date_trunc": r"(?<!cast\()date_trunc\s*\(",
    "bare sum": r"(?<!cast\()\bsum\s*\(",
    "casts by ::": r"::",
    "integer division": r"//",
    "filter clause": r"\)\s*filter\s*\(",
    "group by all": r"\bgroup\s+by\s+all\b",
    "qualify": r"\bqualify\b",
    "varchar without length": r"as\s+varchar\s*\)",
    "casts to integer": r"as\s+(integer|int)\s*\)",
}


def code(path: Path) -> str:
    return re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8")).lower()


@pytest.mark.parametrize("word", FORBIDDEN)
def test_models_keep_to_what_both_engines_read(word: str) -> None:
    found = [path.name for path in MODELS if re.search(FORBIDDEN[word], code(path))]
    assert found == []


def test_every_window_has_an_order() -> None:
    for path in MODELS:
        for window in re.findall(r"over\s*\(([^()]*)\)", code(path)):
            assert "order by" in window, f"{path.name}: {window}"


@pytest.mark.parametrize("path", MODELS, ids=lambda p: p.stem)
def test_a_model_is_one_select_with_a_header(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"-- model: {path.stem}\n-- grain: ")
    assert len(text.splitlines()) <= 60
    assert ";" not in code(path)
    assert not re.search(r"\b(insert|update|delete|create|drop)\b", code(path))


def test_headers_name_just_what_is_read() -> None:
    known = set(models()) | set(SHEETS) | set(INPUTS) | {"bodies"}
    for model in models().values():
        common = set(re.findall(r"([a-z_]+)\s+as\s*\(\s*(?:select|with)", model.sql.lower()))
        assert tables(model.sql) & known - common == set(model.needs), model.name


def test_models_come_after_what_they_need() -> None:
    order = list(models())
    for model in models().values():
        assert all(order.index(n) < order.index(model.name) for n in model.needs if n in order)
    assert model_inputs() <= set(SHEETS) | {"bodies"}


def test_headers_name_the_parameters() -> None:
    for path in MODELS:
        text = path.read_text(encoding="utf-8")
        header = re.search(r"^-- params: (.+)$", text, re.MULTILINE)
        named = set(header.group(1).split(", ")) if header else set()
        used = set(re.findall(r"\$([a-z_]+)", code(path)))
        assert named == used, path.name
        assert used <= set(Rules.package().parameters())


def test_queries_are_headed_short_and_bound() -> None:
    for path in QUERIES:
        if path.parent.name != "parts":
            assert path.read_text(encoding="utf-8").startswith(f"-- query: {path.stem}\n-- grain: ")
        assert ";" not in code(path)
        assert "{" not in code(path)
    asked = {"as_of", "months_apart", "person_id", "only_unit", "units"}
    known = set(Rules.package().parameters()) | set(Rules.package().version_days()) | asked
    assert {name: parameters(query_text(name)) - known for name in query_names()} == {
        n: set() for n in query_names()
    }


def test_only_the_parameters_that_a_text_mentions_are_bound() -> None:
    assert bound("select $as_of", {"as_of": 1, "open_days": 14}) == {"as_of": 1}
