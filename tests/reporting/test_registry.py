"""Every kind of chart can be drawn in every medium, and no module asks for the kind to choose how."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

import reporting
from analytics.charts.declaration import Kind
from reporting.registry import has_renderer, is_table, renderer, renders

KINDS = get_args(Kind)
LEAVES = ("screen", "slide", "sheet", "word", "words", "table", "data")
OFFICE = ("slide", "sheet", "word")
TABLES = {"tile_grid", "flow", "heatmap", "small_multiples"}


@pytest.mark.parametrize("medium", LEAVES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_renderer_in_every_medium(kind, medium):
    assert callable(renderer(kind, medium))


@pytest.mark.parametrize("kind", KINDS)
def test_what_office_programs_cannot_draw_is_a_formatted_table_in_all_of_them(kind):
    assert {is_table(kind, medium) for medium in OFFICE} == {kind in TABLES}
    assert has_renderer(kind, "native") is (kind not in TABLES)
    assert not (has_renderer(kind, "plan") and has_renderer(kind, "matrix"))


def test_an_unknown_kind_says_where_to_declare_it():
    with pytest.raises(LookupError, match="no renderer of pie in screen"):
        renderer("pie", "screen")


def test_a_kind_is_never_drawn_by_two_functions():
    renderer("bar", "screen")
    with pytest.raises(ValueError, match="two renderers for"):
        renders("screen", "bar")(test_a_kind_is_never_drawn_by_two_functions)


def test_no_module_chooses_by_comparing_the_kind():
    """A further kind would have to be added there, too: declare a renderer instead."""
    choosing = [
        f"{path}:{node.lineno}"
        for path in Path(reporting.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and any(isinstance(n, ast.Attribute) and n.attr == "kind" for n in ast.walk(node))
    ]
    assert choosing == []
