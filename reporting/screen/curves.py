"""What lines and steps share in Plotly: upright axis, bands, names at the right end."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.charts.declaration import Chart, Series
from analytics.charts.palette import INK, LINE, PAPER, ink_of, mixed
from foundation.locales import Lang
from reporting.screen.canvas import Canvas, Size
from reporting.type.lettering import spread, text_width
from reporting.type.numbers import shown
from reporting.type.ticks import value_ticks

#: A place on the drawing: x, y.
Place = tuple[float, float]


def value_scale(chart: Chart) -> tuple[float, list[tuple[float, str]]]:
    """Top of the upright axis from 0, and its marks."""
    values = [float(v) for v in chart.frame[["value", "high"]].max().dropna() if v > 0]
    levels = [float(mark.at) for mark in chart.references if mark.axis == "y"]
    largest = max([*values, *levels], default=1.0)
    ticks = value_ticks(0, largest, chart.value_format)
    return max(largest, ticks[-1][0]), ticks


def grid(canvas: Canvas, ticks: Sequence[tuple[float, str]], *, across: tuple[float, float]) -> None:
    for at, _ in ticks:
        canvas.rule(x=across, y=(at, at), line={"color": LINE})


def band(canvas: Canvas, lower: Sequence[Place], upper: Sequence[Place], *, colour: str) -> None:
    """A pale area between two lines."""
    if len(lower) < 2:
        return
    points = [*upper, *reversed(lower)]
    words = " L ".join(f"{x:.5g},{y:.6g}" for x, y in points)
    canvas.path(f"M {words} Z", colour=mixed(PAPER, colour, 0.16))


def ends(
    canvas: Canvas,
    chart: Chart,
    lang: Lang,
    size: Size,
    lasts: Sequence[tuple[Series, Place]],
    *,
    height: int,
    top: float,
) -> None:
    """Name and last value of every line at its right end, moved apart."""
    order = sorted(lasts, key=lambda item: item[1][1])
    pixels = [place[1] / top * height for _, place in order]
    lines = 1 if len(order) == 1 else 2
    spots = spread(pixels, [size.text * 1.3 * lines] * len(order), low=0, high=height)
    for (series, (x, y)), at in zip(order, spots, strict=True):
        value = shown(y, chart.value_format)
        words = value if lines == 1 else f"{series.title.get(lang)}\n{value}"
        where = min(max(at / height * top, 0), top)
        canvas.write(
            words, x=x, y=where, dx=8, size=size.text, colour=ink_of(series.colour) if lines == 2 else INK
        )


def room_right(chart: Chart, lang: Lang, size: Size) -> int:
    """Pixels that the words at the right end need."""
    names = [series.title.get(lang) for series in chart.series] if len(chart.series) > 1 else []
    return round(max(text_width(words, size.text) for words in [*names, "100.0%"])) + 14
