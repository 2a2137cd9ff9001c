"""The empty Plotly figure that every chart is drawn on, its type, its template and its sizes."""

from __future__ import annotations

import html
import unicodedata
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analytics.charts.palette import INK, LINE, MUTED, PAPER

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


def _template() -> go.layout.Template:
    axis = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    return go.layout.Template(
        layout={
            "font": {"family": FONTS, "color": INK},
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "xaxis": axis,
            "yaxis": axis,
            "showlegend": False,
            "dragmode": False,
            "hoverlabel": {
                "bgcolor": PAPER,
                "bordercolor": LINE,
                "font": {"family": FONTS, "size": 14, "color": INK},
                "align": "left",
            },
        }
    )


TEMPLATE = _template()


def canvas(*, height: int, margin: dict[str, int]) -> go.Figure:
    """A white figure without axes, legend or drag; margins are what labels need, in pixels."""
    figure = go.Figure()
    figure.update_layout(template=TEMPLATE, height=height, margin={"pad": 0, "autoexpand": False} | margin)
    return figure


def write(
    figure: go.Figure,
    words: str,
    *,
    x: float,
    y: float,
    size: int,
    dx: float = 0,
    dy: float = 0,
    colour: str = INK,
    is_bold: bool = False,
    anchor: str = "left",
    valign: str = "middle",
    **more: Any,
) -> None:
    """Write words at a data position, moved by dx to the right and dy up (pixels).

    An annotation outside its axis vanishes without a word, so that labels beside the plot are
    anchored inside it and moved. `<` and `&` are text, not mark-up; a line break is `\\n`.
    """
    text = plain(words)
    figure.add_annotation(
        x=x,
        y=y,
        xshift=dx,
        yshift=dy,
        text=f"<b>{text}</b>" if is_bold else text,
        font={"size": size, "color": colour},
        xanchor=anchor,
        yanchor=valign,
        align=anchor,
        showarrow=False,
        **more,
    )


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


def muted(words: str) -> str:
    """A span in the muted colour, for a line of mixed weight (the words are already plain)."""
    return f"<span style='color:{MUTED}'>{words}</span>"
