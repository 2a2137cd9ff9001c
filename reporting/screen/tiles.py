"""The tile grid in Plotly: shapes and words, with unseen square markers that can be clicked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, LINE, MUTED, PAPER
from analytics.charts.tiles import MAP_COLUMNS
from foundation.locales import Lang
from reporting.registry import renders
from reporting.screen.bars import hover_value
from reporting.screen.canvas import Canvas, Size
from reporting.type.lettering import text_width
from reporting.type.numbers import shown

_PAD = 0.03  # half the gap between tiles, in tiles
#: Where a city's English name may break on a phone: between syllables of its pinyin.
_SYLLABLES = (
    *("Shen-nongjia", "Huang-gang", "Huang-shi", "Xiang-yang", "Jing-zhou", "Jing-men", "Qian-jiang"),
    *("Xian-ning", "Xian-tao", "Xiao-gan", "Yi-chang", "Tian-men", "Sui-zhou"),
)
_BREAKS = {name.replace("-", ""): name.replace("-", "-\n") for name in _SYLLABLES}


@renders("screen", "tile_grid")
def draw_tiles(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every tile: [group code, series column]."""
    frame = chart.frame
    columns, rows = max(MAP_COLUMNS, int(frame["x"].max()) + 1), int(frame["y"].max()) + 1
    margin = {"l": 0, "r": 0, "t": 4, "b": 4}
    canvas = Canvas(height=rows * size.tile + 8, margin=margin, x=(0, columns), y=(rows, 0))
    words = zip(*(chart.shown(c, lang) for c in ("label", "note", "detail")), strict=True)
    for row, (label, note, detail) in zip(frame.to_dict("records"), words, strict=True):
        _shape(canvas, chart, row, is_selected=row["group"] == selected)
        value = shown(row["value"], chart.value_format, is_short=size.is_narrow)
        if size.is_narrow:
            _write_narrow(canvas, row, label=label, value=note or value, size=size)
        else:
            _write_wide(canvas, row, label=label, value=note or value, detail=detail, size=size)
    canvas.traces.append(_markers(chart, lang, size))
    return canvas.figure()


def _shape(canvas: Canvas, chart: Chart, row: Mapping[Any, Any], *, is_selected: bool) -> None:
    """A filled tile where there is a value, an empty one where there are words; the selected one outlined."""
    line = {"color": INK, "width": 2} if is_selected else {"color": LINE, "width": 1}
    is_words = bool(row["note"])
    canvas.frame(
        x=(row["x"] + _PAD, row["x"] + 1 - _PAD),
        y=(row["y"] + _PAD, row["y"] + 1 - _PAD),
        layer="below",
        fillcolor=PAPER if is_words else chart.series[0].colour,
        line=line if is_words or is_selected else {"width": 0},
    )


def _write_wide(
    canvas: Canvas, row: Mapping[Any, Any], *, label: str, value: str, detail: str, size: Size
) -> None:
    """Name, value and fraction under each other; a name too long for the tile is drawn smaller, never cut."""
    at: dict[str, Any] = {"x": row["x"] + _PAD, "dx": 6}
    is_long = text_width(label, size.text) > size.width / MAP_COLUMNS - 18
    is_words = bool(row["note"])
    canvas.write(label, **at, y=row["y"] + 0.22, size=size.text - is_long)
    canvas.write(
        value,
        **at,
        y=row["y"] + 0.52,
        size=round(size.value * 0.8) if is_words else size.value,
        is_bold=not is_words,
        colour=MUTED if is_words else INK,
    )
    canvas.write(detail, **at, y=row["y"] + 0.82, size=max(13, size.text - 1), colour=MUTED)


def _write_narrow(canvas: Canvas, row: Mapping[Any, Any], *, label: str, value: str, size: Size) -> None:
    """Name and value, centred; a long name breaks between syllables."""
    middle: dict[str, Any] = {"x": row["x"] + 0.5, "anchor": "center"}
    is_words = bool(row["note"])
    name = _broken(label, size=size.text, width=size.width / MAP_COLUMNS - 6)
    is_broken = "\n" in name
    canvas.write(name, **middle, y=row["y"] + (0.33 if is_broken else 0.3), size=size.text)
    canvas.write(
        value,
        **middle,
        y=row["y"] + (0.79 if is_broken else 0.7),
        size=13 if is_words else size.value,
        is_bold=not is_words,
        colour=MUTED if is_words else INK,
    )


def _broken(label: str, *, size: int, width: float) -> str:
    if text_width(label, size) <= width:
        return label
    if label.isascii():
        return _BREAKS.get(label, label.replace("-", "-\n", 1))
    half = (len(label) + 1) // 2
    return f"{label[:half]}\n{label[half:]}"


def _markers(chart: Chart, lang: Lang, size: Size) -> dict[str, Any]:
    frame, series = chart.frame, chart.series[0]
    return {
        "type": "scatter",
        "name": series.title.get(lang),
        "mode": "markers",
        "x": (frame["x"] + 0.5).to_list(),
        "y": (frame["y"] + 0.5).to_list(),
        "marker": {"symbol": "square", "size": min(size.tile, size.width // MAP_COLUMNS) - 4, "opacity": 0},
        "unselected": {"marker": {"opacity": 0}},
        "selected": {"marker": {"opacity": 0}},
        "customdata": [[group, series.column] for group in frame["group"]],
        "hovertext": hover_value(chart, lang),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
