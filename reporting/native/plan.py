"""The plan of a native chart of points and lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from analytics.charts.declaration import ValueFormat

Side = Literal["right", "left", "above", "below"]
Marker = Literal["", "circle", "hollow", "diamond"]
#: x and y; y None opens a gap in the line.
Point = tuple[float, float | None]


@dataclass(frozen=True)
class Trace:
    """One series. points: (x, y); with categories x is the category's place, and gaps have no point.

    labels: words at the points ("" = none), in the order of the points; side: where they stand.
    is_helper: carries words or intervals only, and has no entry in the colour key.
    """

    name: str
    points: tuple[Point, ...]
    colour: str
    line: Literal["", "solid", "dash"] = ""
    width: float = 1.5  # points
    marker: Marker = ""
    labels: tuple[str, ...] = ()
    side: Side = "right"
    is_helper: bool = False


@dataclass(frozen=True)
class Axis:
    """Ends of an axis, its title, how its numbers are written, the distance of its marks."""

    low: float
    high: float
    title: str = ""
    number_format: str = "General"
    major: float | None = None
    is_shown: bool = True
    is_log: bool = False


@dataclass(frozen=True)
class Plot:
    """Traces over two axes. categories: names along x in place of numbers. left, right: room for labels
    beside the drawing, as parts of its width."""

    traces: tuple[Trace, ...]
    x: Axis
    y: Axis
    categories: tuple[str, ...] = ()
    left: float = 0.07
    right: float = 0.02
    has_key: bool = False
    rows: int = field(default=0)  # rows of a chart by row: it grows no taller than they need


def intervals(name: str, rows: Iterable[tuple[float, float, float]], colour: str) -> Trace:
    """Intervals (low, high, y) as one broken line: every program draws lines, not all draw error bars."""
    points: list[Point] = []
    for low, high, y in rows:
        points += [(low, y), (high, y), (high, None)]
    return Trace(name, tuple(points[:-1]), colour, "solid", 1.5, is_helper=True)


def number_shape(value_format: ValueFormat, major: float | None) -> str:
    """How an axis writes its numbers: as many decimals as its marks are apart by."""
    if value_format == "percent":
        return "0.0%" if major is not None and major < 0.01 else "0%"
    if value_format == "integer":
        return "#,##0"
    fine = major is not None and abs(major * 10 - round(major * 10)) > 1e-9
    return "0.00" if fine else "0.0"
