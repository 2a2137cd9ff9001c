"""The empty Plotly figure that every chart is drawn on, its type, its template and its sizes."""

from __future__ import annotations

import html
from collections.abc import Sequence
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
        # Unvalidated: checking every property of every mark took more than half of the drawing's time.
        # What is drawn is our own; tests/reporting puts each kind of chart through Plotly's checks.
        return go.Figure(data=self.traces, layout=self.layout | marks, _validate=False)

    def write(
        self,
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
        **more: Any,
    ) -> None:
        """Write words at a data position, moved by dx pixels to the right and dy up, centred in height.

        An annotation outside its axis vanishes without a word, so that labels beside the plot are
        anchored inside it and moved. `<` and `&` are text, not mark-up; a line break is `\n`.
        """
        text = plain(words)
        note = {"x": x, "y": y, "xshift": dx, "yshift": dy, "text": f"<b>{text}</b>" if is_bold else text}
        note |= {"xanchor": anchor, "yanchor": "middle", "align": anchor, "showarrow": False}
        self.annotations.append(note | {"font": {"size": size, "color": colour}} | more)

    def path(self, d: str, *, colour: str, **more: Any) -> None:
        """A filled outline in data positions (SVG path), below the marks."""
        self.shapes.append(
            {"type": "path", "path": d, "fillcolor": colour, "line": {"width": 0}, "layer": "below"} | more
        )

    def rule(self, *, x: tuple[float, float], y: tuple[float, float], **more: Any) -> None:
        """A straight thin line in data positions, below the marks."""
        line = {"color": LINE, "width": 1} | more.pop("line", {})
        self.shapes.append(
            {"type": "line", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "line": line, "layer": "below"}
            | more
        )

    def scale(
        self,
        axis: str,
        ticks: Sequence[tuple[float, str]],
        *,
        size: int,
        title: str = "",
        is_grid: bool = False,
    ) -> None:
        """Show an axis with its ticks: (position, words) each; a title, muted."""
        font = {"size": size, "color": MUTED}
        self.layout[f"{axis}axis"] |= {
            "visible": True,
            "tickmode": "array",
            "tickvals": [at for at, _ in ticks],
            "ticktext": [plain(words) for _, words in ticks],
            "tickfont": font,
            "ticks": "",
            "ticklabelstandoff": 6 if axis == "x" else 0,
            "showgrid": is_grid,
            "gridcolor": LINE,
            "title": {"text": plain(title), "font": font, "standoff": 6},
        }

    def frame(self, *, x: tuple[float, float], y: tuple[float, float], **more: Any) -> None:
        """A rectangle in data positions."""
        self.shapes.append({"type": "rect", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]} | more)


def plain(words: str) -> str:
    """Words as Plotly's own mark-up shows them: nothing in a label can become a tag or a link."""
    return html.escape(words, quote=False).replace("\n", "<br>")
