"""Chart → Plotly: for the page, for a phone, and stamped for the picture that people take away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED
from foundation.locales import Lang
from reporting.registry import renderer
from reporting.screen.canvas import LARGE, NARROW, WIDE, Size, plain
from reporting.type.lettering import wrapped
from reporting.type.safe import file_name
from reporting.type.stamp import stamp_line

#: Plotly's own configuration on the page: no tool bar, no zoom by double click.
CONFIG: Mapping[str, Any] = {"displayModeBar": False, "doubleClick": False, "showTips": False}
_SIDE = 40  # margin of the stamped picture, pixels


def figure(
    chart: Chart,
    lang: Lang,
    *,
    is_narrow: bool = False,
    selected: str | None = None,
    width: int | None = None,
) -> go.Figure:
    """The chart as the page shows it, without title (the page writes it); use with `theme=None`.

    is_narrow: the phone version, for blocks under 400 px. selected: group code to outline.
    width: the narrowest block that it must fit, in pixels, where that is more than half a page (580): a
    block over the whole page is at least 880 wide. Every mark that can be clicked carries
    `customdata = [group code, series column]`.
    """
    size = NARROW if is_narrow else WIDE
    return _drawn(chart, lang, replace(size, width=width or size.width), selected=selected)


def _drawn(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    return renderer(chart.kind, "screen")(chart, lang, size, selected=selected)


def stamped(fig: go.Figure, chart: Chart, lang: Lang) -> go.Figure:
    """A copy with title, subtitle and full stamp inside: nothing leaves without its stamp.

    fig: best from `picture`, whose letters are large enough for 1600 × 900.
    """
    out = go.Figure(fig)
    title = _lines(chart.title.get(lang), size=30)
    subtitle = _lines(chart.subtitle.get(lang), size=18)
    foot = [*(_lines(chart.note.get(lang), size=18) if chart.note else []), stamp_line(chart.stamp, lang)]
    margin = out.layout.margin
    head = len(title) * 40 + len(subtitle) * 26 + 24
    # Margins as they were, plus the words; the plot itself keeps its size.
    room = {"l": margin.l + _SIDE, "r": margin.r + _SIDE, "t": margin.t + head + 24, "b": margin.b + 54}
    room["b"] += 26 * (len(foot) - 1)
    out.update_layout(height=max(fig.layout.height + head + 78, 640), margin=room)
    at_left = {"xref": "paper", "xanchor": "left", "x": 0, "xshift": -room["l"] + _SIDE, "align": "left"}
    top = {"yref": "paper", "y": 1, "yanchor": "top", **at_left, "showarrow": False}
    out.add_annotation(
        text=f"<b>{plain(_br(title))}</b>", yshift=room["t"] - 20, font={"size": 30, "color": INK}, **top
    )
    out.add_annotation(
        text=plain(_br(subtitle)),
        yshift=room["t"] - 26 - 40 * len(title),
        font={"size": 18, "color": MUTED},
        **top,
    )
    out.add_annotation(
        text=plain(_br(foot)),
        yref="paper",
        y=0,
        yanchor="bottom",
        yshift=-room["b"] + 18,
        font={"size": 17, "color": MUTED},
        showarrow=False,
        **at_left,
    )
    return out


def picture(chart: Chart, lang: Lang) -> go.Figure:
    """The stamped picture for the download dialog, drawn large."""
    return stamped(_drawn(chart, lang, LARGE), chart, lang)


def camera(chart: Chart, lang: Lang, *, kind: Literal["png", "svg"] = "png") -> dict[str, Any]:
    """Plotly configuration of the dialog: one button, the reader's own browser makes the picture."""
    name = file_name(chart.title.get(lang), chart.stamp.as_of, suffix=kind).removesuffix(f".{kind}")
    return {
        "displayModeBar": True,
        "displaylogo": False,
        "doubleClick": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {
            "format": kind,
            "filename": name,
            "width": 1600,
            "height": 900,
            "scale": 2 if kind == "png" else 1,
        },
    }


def _lines(words: str, *, size: int) -> list[str]:
    """Lines of about 1,100 px, broken after punctuation."""
    for mark in ("；", "，", "; ", ", "):
        words = words.replace(mark, f"{mark}\u0000")
    lines = wrapped(words, size=size, width=1100, separator="\u0000")
    return [line.replace("\u0000", "").strip() for line in lines]


def _br(lines: list[str]) -> str:
    return "\n".join(lines)
