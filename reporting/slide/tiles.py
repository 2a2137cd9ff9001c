"""The tile grid where no native chart exists: a table of tiles, one cell a unit, editable like any table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED, PAPER
from analytics.charts.tiles import MAP_COLUMNS
from foundation.locales import Lang
from reporting.native.font import dress
from reporting.registry import renders
from reporting.slide.deck import add_plain_table
from reporting.type.numbers import shown

_TALLEST = 960_000  # EMU, about 2.7 cm: a part of the map keeps the height of its tiles


@dataclass(frozen=True)
class Tile:
    """One tile in words. value: `36.7%`, or the words in its place (then is_words)."""

    x: int
    y: int
    label: str
    value: str
    detail: str
    is_words: bool


def tiles(chart: Chart, lang: Lang) -> list[Tile]:
    """The tiles of a chart, in its order."""
    columns = (chart.shown(name, lang) for name in ("label", "note", "detail"))
    rows = zip(chart.frame.to_dict("records"), *columns, strict=True)
    return [
        Tile(
            x=int(row["x"]),
            y=int(row["y"]),
            label=label,
            value=note or shown(row["value"], chart.value_format),
            detail=detail,
            is_words=bool(note),
        )
        for row, label, note, detail in rows
    ]


@renders("slide", "tile_grid", is_table=True)
def add_tiles(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the grid as a table; `box` left, top, width, height in EMU. Returns its graphic frame."""
    placed = tiles(chart, lang)
    columns, rows = max(MAP_COLUMNS, max(t.x for t in placed) + 1), max(t.y for t in placed) + 1
    frame = add_plain_table(slide, rows, columns, box=(*box[:3], min(box[3], rows * _TALLEST)))
    for tile in placed:
        _fill(frame.table.cell(tile.y, tile.x), tile, colour=chart.series[0].colour)
    return frame


def _fill(cell: Any, tile: Tile, *, colour: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Inches, Pt

    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string((PAPER if tile.is_words else colour)[1:])
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left, cell.margin_top, cell.margin_bottom = Inches(0.14), Inches(0.02), Inches(0.02)
    value_ink = MUTED if tile.is_words else INK
    lines = ((tile.label, 13.0, INK), (tile.value, 16.0 if tile.is_words else 20.0, value_ink))
    for place, (words, size, ink) in enumerate((*lines, (tile.detail, 12.0, MUTED))):
        paragraph = cell.text_frame.paragraphs[0] if place == 0 else cell.text_frame.add_paragraph()
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.bold = Pt(size), size == 20.0
        dress(run.font, colour=ink)
    _borders(cell)


def _borders(cell: Any) -> None:
    """Thick white borders keep the tiles apart; neighbours share a border, so that no tile has its own."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    properties = cell._tc.get_or_add_tcPr()
    for place, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
        line = (
            f'<a:{side} {nsdecls("a")} w="63500"><a:solidFill>'
            f'<a:srgbClr val="{PAPER[1:]}"/></a:solidFill></a:{side}>'
        )
        properties.insert(place, parse_xml(line))
