"""Where an axis is marked, the same on screen, slide and sheet."""

from __future__ import annotations

import math

from analytics.charts.declaration import ValueFormat
from reporting.type.numbers import shown

_STEPS = (1, 2, 2.5, 5, 10)
_LOG = (1, 1.5, 2, 3, 5, 7)


def step(low: float, high: float, *, count: int = 5, is_whole: bool = False) -> float:
    """A round distance that gives about `count` marks: 1, 2, 2.5 or 5 times a power of ten."""
    rough = max(high - low, 1e-9) / count
    power = 10 ** math.floor(math.log10(rough))
    distance = next(s for s in _STEPS if s * power >= rough * 0.999) * power
    return max(1.0, math.ceil(distance)) if is_whole else float(distance)


def value_ticks(
    low: float, high: float, value_format: ValueFormat, *, count: int = 5
) -> list[tuple[float, str]]:
    """Marks from low to high; the per-cent sign stands on the last one only."""
    if high <= low:
        high = low + 1
    size = step(low, high, count=count, is_whole=value_format == "integer")
    first = math.ceil(low / size - 1e-9)
    places = [round((first + i) * size, 10) for i in range(math.floor(high / size + 1e-9) - first + 1)]
    is_fine = value_format == "percent" and size < 0.01
    words = [shown(at, value_format, is_short=not is_fine) for at in places]
    if value_format == "percent":
        words = [w.removesuffix("%") for w in words[:-1]] + words[-1:]
    return list(zip(places, words, strict=True))


def log_ticks(low: float, high: float) -> list[float]:
    """Round sizes between low and high: 10, 15, 20, 30, 50, 70, 100 …"""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    sizes = [m * 10**p for p in powers for m in _LOG if low <= m * 10**p <= high]
    return [n for n in sizes if n == round(n)] or [low]


def day_ticks(until: float, *, count: int) -> list[tuple[float, str]]:
    """Marks of an axis of days from 0: weeks, months, quarters, years, at most about `count`."""
    size = next((n for n in (1, 7, 30, 60, 90, 180, 360) if until / n <= count), 720)
    return [(float(at), f"{at}") for at in range(0, int(until) + 1, size)]
