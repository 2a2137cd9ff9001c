"""Which function draws which kind of chart in which medium.

A renderer declares itself where it is defined: `@renders("screen", "heatmap")`. Nothing lists the renderers:
the first lookup in a medium imports the modules of that medium's folder.

What leaves the program: a figure on "screen", a "slide", a "sheet" of a workbook and its "data" sheet, a
block of a "word" document, alt text in "words", a "table" for the page and for CSV. Three media stand in
between and are drawn by several of these: "plan" (points and lines), "native" (a chart part of PowerPoint,
which Word holds too) and "matrix" (coloured cells). A renderer declared `via` one of them serves every kind
that has it.

Arguments and result of a renderer, by medium:

- screen: (chart, lang, size, *, selected) → Plotly figure
- native, slide: (slide, chart, lang, *, box) → graphic frame; box left, top, width, height in EMU
- sheet: (book, sheet, chart, lang) → None; sheet: the workbook's first, empty
- word: (document, chart, lang) → None
- words: (chart, lang) → sentences that read out the values
- table: (chart, lang) → data frame
- data: (chart, lang) → list of `DataColumn`
- plan: (chart, lang, room) → `Plot`; room: letters that fit side by side
- matrix: (chart, lang) → `Matrix`
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from analytics.charts.declaration import Kind

Medium = Literal["screen", "slide", "sheet", "word", "words", "table", "data", "native", "plan", "matrix"]
Function = TypeVar("Function", bound=Callable[..., Any])

#: Medium → the folder of `reporting` whose modules declare its renderers.
FOLDERS: Mapping[Medium, str] = {
    "screen": "screen",
    "slide": "slide",
    "sheet": "sheet",
    "word": "word",
    "words": "type",
    "table": "type",
    "data": "sheet",
    "native": "native",
    "plan": "native",
    "matrix": "type",
}


@dataclass(frozen=True)
class Renderer:
    """A function that draws; is_table: a formatted table, because the medium has no such chart."""

    function: Callable[..., Any]
    is_table: bool


_BY_KIND: dict[tuple[Medium, Kind], Renderer] = {}
_BY_MEDIUM: dict[tuple[Medium, Medium], Renderer] = {}
_OTHERWISE: dict[Medium, Renderer] = {}


def renders(
    medium: Medium, *kinds: Kind, via: Medium | None = None, is_table: bool = False
) -> Callable[[Function], Function]:
    """Declare the function as the renderer of these kinds in the medium.

    via: of every kind that has a renderer there and none of its own here. Neither kinds nor via: of every
    kind that is left. Raises ValueError where a kind would be drawn by two functions.
    """

    def declare(function: Function) -> Function:
        renderer = Renderer(function, is_table)
        for kind in kinds:
            _put(_BY_KIND, (medium, kind), renderer)
        if via:
            _put(_BY_MEDIUM, (medium, via), renderer)
        if not kinds and not via:
            _put(_OTHERWISE, medium, renderer)
        return function

    return declare


def _put(declared: dict[Any, Renderer], key: Any, fresh: Renderer) -> None:
    names = [f"{r.function.__module__}.{r.function.__qualname__}" for r in (declared.get(key, fresh), fresh)]
    if names[0] != names[1]:
        raise ValueError(f"two renderers for {key}: {names}")
    declared[key] = fresh


def renderer(kind: Kind, medium: Medium) -> Callable[..., Any]:
    """The function that draws the kind in the medium. Raises LookupError where none is declared."""
    return _declared(kind, medium).function


def is_table(kind: Kind, medium: Medium) -> bool:
    """Whether the medium has no such chart, so that a formatted table stands in its place."""
    return _declared(kind, medium).is_table


def has_renderer(kind: Kind, medium: Medium) -> bool:
    """Whether the kind can be drawn in the medium; only the media in between lack some."""
    return _find(kind, medium) is not None


def _declared(kind: Kind, medium: Medium) -> Renderer:
    match = _find(kind, medium)
    if match is None:
        raise LookupError(f"no renderer of {kind} in {medium}: see reporting.registry")
    return match


@cache
def _find(kind: Kind, medium: Medium) -> Renderer | None:
    _import_folder(FOLDERS[medium])
    if match := _BY_KIND.get((medium, kind)):
        return match
    sources = [source for target, source in _BY_MEDIUM if target == medium]
    matches = [_BY_MEDIUM[medium, source] for source in sources if _find(kind, source)]
    if len(matches) > 1:
        raise ValueError(f"{kind} reaches {medium} in two ways")
    return matches[0] if matches else _OTHERWISE.get(medium)


def _import_folder(folder: str) -> None:
    """Import every module of a folder, so that its renderers are declared."""
    package = importlib.import_module(f"reporting.{folder}")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
