"""A chart on a slide: native where PowerPoint has an equivalent, else a formatted table."""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from foundation.locales import Lang
from reporting.native.bars import add_bars
from reporting.native.columns import add_columns
from reporting.native.plot import add_plot
from reporting.native.registry import PLANS
from reporting.slide.matrix import add_matrix
from reporting.slide.tiles import add_tiles
from reporting.type.matrix import MATRICES


def add_native(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the chart; `box` left, top, width, height in EMU. Returns its graphic frame (chart or table)."""
    if chart.kind == "tile_grid":
        return add_tiles(slide, chart, lang, box=box)
    if chart.kind in MATRICES:
        return add_matrix(slide, chart, lang, box=box)
    add = add_plot if chart.kind in PLANS else add_columns if chart.kind == "columns" else add_bars
    frame = add(slide, chart, lang, box=box)
    _without_frame(frame.chart)
    return frame


def _without_frame(drawn: Any) -> None:
    """No border round the chart: Word draws one, rounded, unless told otherwise."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    space = drawn._chartSpace
    plain = parse_xml(f"<c:spPr {nsdecls('c', 'a')}><a:ln><a:noFill/></a:ln></c:spPr>")
    space.find("{*}chart").addnext(plain)


def is_table(chart: Chart) -> bool:
    """Whether the office programs have no chart of this kind."""
    return chart.kind == "tile_grid" or chart.kind in MATRICES
