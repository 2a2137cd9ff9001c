"""The empty Plotly figure that every chart is drawn on, its type, its template and its sizes."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analytics.charts.palette import INK, LINE, PAPER

#: Simplified forms first: browsers otherwise draw Japanese glyphs where the page does not say its language.
FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', "
    "'Hiragino Sans GB', 'WenQuanYi Micro Hei', sans-serif"
)


@dataclass(frozen=True)
class Size:
    """How large a chart is drawn. Pixels. `width` is the narrowest block that it must fit."""

    text: int  # labels; never below 13
    value: int  # numerals on tiles
    row: int  # height of one row of bars
    tile: int  # height of one tile
    width: int
    is_narrow: bool = False
    least_rows: int = 0


WIDE = Size(text=14, value=20, row=25, tile=96, width=580)
NARROW = Size(text=13, value=15, row=24, tile=58, width=310, is_narrow=True)
#: For the stamped picture, 1600 × 900.
LARGE = Size(text=19, value=28, row=36, tile=130, width=1100, least_rows=14)


_AXIS = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
TEMPLATE = {
    "layout": {
        "font": {"family": FONTS, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "xaxis": _AXIS,
        "yaxis": _AXIS,
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": LINE,
            "font": {"family": FONTS, "size": 14, "color": INK},
            "align": "left",
        },
    }
}


class Canvas:
    """A white drawing without axes, legend or drag, kept as plain dicts until `figure`.

    One check of the whole at the end takes 7 ms; adding annotations one by one to a Plotly figure
    copies all earlier ones each time and took 390.
    """

    def __init__(
        self, *, height: int, margin: dict[str, int], x: tuple[float, float], y: tuple[float, float]
    ) -> None:
        """height and margins in pixels; x, y: the ranges of the axes (y from bottom to top)."""
        self.layout: dict[str, Any] = {
            "template": TEMPLATE,
            "height": height,
            "margin": {"pad": 0, "autoexpand": False} | margin,
            "xaxis": {"range": list(x)},
            "yaxis": {"range": list(y)},
        }
        self.traces: list[dict[str, Any]] = []
        self.shapes: list[dict[str, Any]] = []
        self.annotations: list[dict[str, Any]] = []

    def figure(self) -> go.Figure:
        marks = {"shapes": self.shapes, "annotations": self.annotations}
        return go.Figure({"data": self.traces, "layout": self.layout | marks})

    def write(
        self,
        words: str,
        *,
        x: float,
        y: float,
        size: int,
        dx: float = 0,
        colour: str = INK,
        is_bold: bool = False,
        anchor: str = "left",
    ) -> None:
        """Write words at a data position, moved by dx pixels to the right, centred in height.

        An annotation outside its axis vanishes without a word, so that labels beside the plot are
        anchored inside it and moved. `<` and `&` are text, not mark-up; a line break is `\n`.
        """
        text = plain(words)
        note = {"x": x, "y": y, "xshift": dx, "text": f"<b>{text}</b>" if is_bold else text}
        note |= {"xanchor": anchor, "yanchor": "middle", "align": anchor, "showarrow": False}
        self.annotations.append(note | {"font": {"size": size, "color": colour}})

    def frame(self, *, x: tuple[float, float], y: tuple[float, float], **more: Any) -> None:
        """A rectangle in data positions."""
        self.shapes.append({"type": "rect", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]} | more)


def plain(words: str) -> str:
    """Words as Plotly's own mark-up shows them: nothing in a label can become a tag or a link."""
    return html.escape(words, quote=False).replace("\n", "<br>")


def text_width(words: str, size: int) -> float:
    """Estimated width of one line in pixels: an ideograph is one em wide, other letters about half."""
    return sum(_em(character) for character in words) * size


def _em(character: str) -> float:
    if character in "\u200a\u00a0 .,:;'il|":
        return 0.1 if character == "\u200a" else 0.27
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.57


def folded(words: str, *, size: int, width: float) -> list[str]:
    """Break a name into lines that fit the width: between words, Chinese between any two characters."""
    lines = [""]
    for token in re.findall(r"[!-~]+ *|.", words):
        if lines[-1] and text_width((lines[-1] + token).rstrip(), size) > width:
            lines.append("")
        lines[-1] += token
    return [line.rstrip() for line in lines]


def wrapped(words: str, *, size: int, width: float, separator: str = " · ") -> list[str]:
    """Break a list of phrases into lines that fit the width; a phrase is never split."""
    lines: list[str] = []
    for phrase in words.split(separator):
        longer = f"{lines[-1]}{separator}{phrase}" if lines else phrase
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(phrase)
    return lines
