"""Folders, names and imports keep the shape that CONTRIBUTING.md describes (docs/decisions/008)."""

from __future__ import annotations

import ast
import graphlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

import grimp

from tests.house.places import STOREYS, modules, relative, tracked

MOST_FILES = 20
#: Folders of declarations and of SQL: one file for each sheet, model or query, however many there are.
COLLECTIONS = {"data_ingest/sheets", "analytics/sql/models", "analytics/sql/queries"}
#: Tests are found by pytest as test_<what>.py, also where that is the folder's name.
NAMED_BY_PYTEST = "tests"


def house_files() -> list[PurePosixPath]:
    paths = (PurePosixPath(relative(path)) for path in tracked("*.py", "*.sql"))
    return [path for path in paths if path.parts[0] != NAMED_BY_PYTEST]


def test_no_folder_holds_more_than_twenty_files():
    counts = Counter(str(path.parent) for path in house_files())
    assert {
        folder: count for folder, count in counts.items() if count > MOST_FILES and folder not in COLLECTIONS
    } == {}


def test_no_file_name_repeats_its_folder():
    """`pages/data/data_tray.py` says no more than `pages/data/tray.py`."""

    def repeats(path: PurePosixPath) -> bool:
        folder = path.parent.name
        names = {folder, folder.removesuffix("s")} - {""}
        return any(
            path.stem == n or path.stem.startswith(f"{n}_") or path.stem.endswith(f"_{n}") for n in names
        )

    assert [str(path) for path in house_files() if repeats(path)] == []


def defined(kinds: type | tuple[type, ...]) -> dict[str, list[str]]:
    """Name → the modules that define it at their top."""
    places = defaultdict(list)
    for path, tree in modules().items():
        for node in tree.body:
            if isinstance(node, kinds):
                places[node.name].append(path)
    return places


def test_a_class_name_is_used_once_in_the_house():
    places = defined(ast.ClassDef)
    assert {n: places[n] for n in places if len(places[n]) > 1} == {}


def test_what_is_built_is_said():
    """`build` alone says nothing: `build_models`, `build_snapshot`. The terminal's command is called so."""
    places = defined((ast.FunctionDef, ast.AsyncFunctionDef))["build"]
    assert [p for p in places if not p.startswith("service/cli/")] == []


def imports() -> dict[str, set[str]]:
    """Module → modules it imports, local imports and those for types included."""
    graph = grimp.build_graph(*STOREYS, cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def test_no_import_circle_not_even_through_a_package():
    """import-linter looks at modules beside each other; a package and a module inside it count here, too."""
    try:
        graphlib.TopologicalSorter(imports()).prepare()
    except graphlib.CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from None


def local_imports(tree: ast.Module) -> Iterable[ast.ImportFrom]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (node for node in ast.walk(function) if isinstance(node, ast.ImportFrom))


def test_our_own_modules_are_imported_at_the_head():
    """A local import of our own hides what a module stands on. Service alone waits: `--help` answers at once."""
    assert [
        f"{path}:{node.lineno} {node.module}"
        for path, tree in modules().items()
        for node in local_imports(tree)
        if (node.module or "").partition(".")[0] in STOREYS and not path.startswith("service/")
    ] == []
