"""Where the bands and the ribbons of a flow lie, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.charts.declaration import Chart, Series
from analytics.charts.flow import JOINED, LEFT

_GAP = 14.0  # between bands


@dataclass(frozen=True)
class Ribbon:
    """One move: pair of states, persons, its upper edge at both ends and its thickness, in pixels."""

    before: str
    after: str
    persons: int
    left: float
    right: float
    thick: float


@dataclass(frozen=True)
class Band:
    """One state at one date: upper edge and thickness in pixels, persons."""

    state: Series
    persons: int
    top: float
    thick: float


def lay_out(chart: Chart, *, height: float) -> tuple[list[Band], list[Band], list[Ribbon]]:
    """Bands of both dates and the ribbons between them, in pixels from the top, one scale for both."""
    moves = {(r["group"], r["column"]): int(r["value"]) for r in chart.frame.to_dict("records") if r["value"]}
    states = list(chart.series)
    sides = [[s for s in states if s.column != LEFT], [s for s in states if s.column != JOINED]]
    total = sum(moves.values()) or 1
    scale = (height - _GAP * (max(len(side) for side in sides) - 1)) / total
    bands: list[list[Band]] = []
    for at, side in enumerate(sides):
        top, placed = 0.0, []
        for state in side:
            persons = sum(n for pair, n in moves.items() if pair[at] == state.column)
            placed.append(Band(state, persons, top, persons * scale))
            top += persons * scale + _GAP
        bands.append(placed)
    edges = [{band.state.column: band.top for band in side} for side in bands]
    ribbons: list[Ribbon] = []
    starts: dict[tuple[str, str], float] = {}
    for before in sides[0]:
        for after in sides[1]:
            pair = (before.column, after.column)
            starts[pair] = edges[0][before.column]
            edges[0][before.column] += moves.get(pair, 0) * scale
    for after in sides[1]:
        for before in sides[0]:
            pair = (before.column, after.column)
            persons = moves.get(pair, 0)
            if persons:
                ribbons.append(Ribbon(*pair, persons, starts[pair], edges[1][after.column], persons * scale))
            edges[1][after.column] += persons * scale
    return bands[0], bands[1], ribbons
