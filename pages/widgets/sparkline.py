"""The line in a KPI card: thirteen months as one small SVG, the same in every browser and in print."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.charts.palette import MUTED, PAPER, QUIET

_WIDTH, _HEIGHT, _EDGE = 200.0, 44.0, 5.0


def sparkline(values: Sequence[float | None], *, target: float | None = None) -> str:
    """SVG of a series, oldest first: solid dot = latest, hollow dot = first (last year), dashes = target.

    None breaks the line (too few to show). Fewer than two values: only what there is.
    """
    numbers = [value for value in values if value is not None]
    bounds = [*numbers, *([target] if target is not None else [])]
    low, high = (min(bounds), max(bounds)) if bounds else (0.0, 1.0)
    span = (high - low) or 1.0
    step = (_WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)

    def y_of(value: float) -> float:
        return _HEIGHT - _EDGE - (value - low) / span * (_HEIGHT - 2 * _EDGE)

    points = [None if v is None else (_EDGE + i * step, y_of(v)) for i, v in enumerate(values)]
    parts = [_dashes(y_of(target))] if target is not None else []
    parts += [_path(run) for run in _runs(points)]
    parts += [_dot(points[0], is_hollow=True)] if len(points) > 1 and points[0] else []
    parts += [_dot(points[-1], is_hollow=False)] if points and points[-1] else []
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}"'
    return f'{head} width="{_WIDTH:.0f}" height="{_HEIGHT:.0f}">{"".join(parts)}</svg>'


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The stretches of at least two neighbouring points."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def _path(run: list[tuple[float, float]]) -> str:
    joined = " L".join(f"{x:.1f} {y:.1f}" for x, y in run)
    return f'<path d="M{joined}" fill="none" stroke="{MUTED}" stroke-width="1.6" stroke-linejoin="round"/>'


def _dot(point: tuple[float, float], *, is_hollow: bool) -> str:
    fill = PAPER if is_hollow else MUTED
    place = f'cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="3.2"'
    return f'<circle {place} fill="{fill}" stroke="{MUTED}" stroke-width="1.4"/>'


def _dashes(y: float) -> str:
    return f'<path d="M0 {y:.1f} H{_WIDTH:.0f}" stroke="{QUIET}" stroke-width="1" stroke-dasharray="3 3"/>'
