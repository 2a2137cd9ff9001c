"""Names beside the points of a funnel that lie beyond a limit, clear of the others."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart
from analytics.charts.palette import ACCENT, INK, MUTED
from foundation.locales import Lang
from reporting.screen.canvas import Canvas, Size, plain
from reporting.type.lettering import text_width
from reporting.type.numbers import shown
from reporting.type.placing import LEFT, RIGHT, Box, Label, placed

_SIDES = (RIGHT[0], LEFT[0])
#: Beside the point, then a little higher or lower, then above and below its own height.
_SPOTS = tuple((side, up) for up in (0.0, 0.6, -0.6, 1.2, -1.2, 2.2, -2.2) for side in _SIDES)
_GAP, _MARK = 13, 8
_LONG = 2  # names of two lines


def write_names(
    canvas: Canvas, chart: Chart, lang: Lang, size: Size, *, blocked: Sequence[Box], height: int
) -> None:
    """Name, value, fraction and status. blocked: the words in the right margin; height: of the plot.

    Pixels are those of the narrowest block; in a wider one points lie further apart.
    """
    drawn = chart.frame[chart.frame["value"].notna()]
    at = _pixels(canvas, size, drawn, height=height)
    points = [Box(x - _MARK, x + _MARK, y - _MARK, y + _MARK) for x, y in at.values()]
    named = drawn[drawn["beyond"] != ""].sort_values(["beyond", "n"], ascending=False).index
    status = dict(zip(chart.frame.index, chart.shown("status", lang), strict=True))
    # The title says who is beyond what; beside many points it would cover the others.
    is_long = not size.is_narrow and len(named) <= _LONG
    texts = {i: _text(chart, lang, size, i, status=status[i] if is_long else "") for i in named}
    labels = []
    for i in named:
        (x, y), (wide, high) = at[i], _extent(texts[i], size)
        labels.append(Label(x, y, wide, high))
    room = Box(0, size.width, 0, height * 1.02)
    spots = placed(labels, _SPOTS, blocked=[*points, *blocked], room=room, gap=_GAP)
    for i, label, (side, up) in zip(named, labels, spots, strict=True):
        row = chart.frame.loc[i]
        canvas.write(
            "",
            x=math.log10(row["n"]),
            y=row["value"],
            dx=_GAP * side,
            dy=up * (label.height + _GAP) / 2,
            anchor="left" if side > 0 else "right",
            size=size.text,
            text=_marked_up(texts[i], is_far=row["beyond"] == "99_8"),
        )


def _pixels(canvas: Canvas, size: Size, drawn: pd.DataFrame, *, height: int) -> Mapping[Any, Any]:
    """Where each point is drawn, from the left edge of the block and the foot of the plot."""
    (left, right), (low, high) = (canvas.layout[axis]["range"] for axis in ("xaxis", "yaxis"))
    margin = canvas.layout["margin"]
    wide = size.width - margin["l"] - margin["r"]
    return {
        i: (
            margin["l"] + (math.log10(n) - left) / (right - left) * wide,
            (value - low) / (high - low) * height,
        )
        for i, n, value in zip(drawn.index, drawn["n"], drawn["value"], strict=True)
    }


def _text(chart: Chart, lang: Lang, size: Size, i: Any, *, status: str) -> tuple[str, str, str]:
    """Name with value, fraction where there is room, and the status under it."""
    row = chart.frame.loc[i]
    label = chart.shown("label", lang)[chart.frame.index.get_loc(i)]
    name = f"{label} {shown(row['value'], chart.value_format)}"
    fraction = f"{row['numerator']:g}/{row['denominator']:g}" if pd.notna(row["numerator"]) else ""
    if size.is_narrow and text_width(f"{name}  {fraction}", size.text) > size.width / 2:
        fraction = ""
    return name, fraction, status


def _extent(words: tuple[str, str, str], size: Size) -> tuple[float, float]:
    name, fraction, status = words
    wide = max(text_width(f"{name}  {fraction}", size.text), text_width(status, size.text))
    return wide, size.text * 1.3 * (2 if status else 1)


def _marked_up(words: tuple[str, str, str], *, is_far: bool) -> str:
    name, fraction, status = words
    text = f"<b><span style='color:{ACCENT if is_far else INK}'>{plain(name)}</span></b>  {fraction}"
    return text + (f"<br><span style='color:{MUTED}'>{plain(status)}</span>" if status else "")
