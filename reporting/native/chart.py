"""The native chart of a kind, for slides and, grafted into another file, for Word."""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from foundation.locales import Lang
from reporting.registry import renderer


def add_native(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the chart; `box` left, top, width, height in EMU. Returns its graphic frame."""
    frame = renderer(chart.kind, "native")(slide, chart, lang, box=box)
    _remove_border(frame.chart)
    return frame


def _remove_border(drawn: Any) -> None:
    """No border round the chart: Word draws one, rounded, unless told otherwise."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    space = drawn._chartSpace
    plain = parse_xml(f"<c:spPr {nsdecls('c', 'a')}><a:ln><a:noFill/></a:ln></c:spPr>")
    space.find("{*}chart").addnext(plain)
