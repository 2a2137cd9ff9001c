"""A matrix as a PowerPoint table: editable cells, coloured as on screen."""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, LINE, MUTED
from foundation.locales import Lang
from reporting.native.font import dress
from reporting.registry import renders
from reporting.slide.deck import add_plain_table
from reporting.type.lettering import text_width
from reporting.type.matrices.cells import Cell, Matrix, matrix

_TEXT = 12.0  # points
_TALLEST = 430_000  # EMU, 1.2 cm


@renders("slide", via="matrix", is_table=True)
def add_matrix(slide: Any, chart: Chart, lang: Lang, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """Add the table; `box` left, top, width, height in EMU. Returns its graphic frame."""
    grid = matrix(chart, lang)
    _, _, width, height = box
    rows, columns = len(grid.rows) + 1, len(grid.heads) + 1
    widths = column_widths(grid)
    # A corner of two lines makes its row twice as high: the others give it room.
    is_folded = text_width(grid.corner, _TEXT) + 10 > widths[0] * width / 12_700
    table_height = int(min(height, rows * _TALLEST) * rows / (rows + is_folded))
    frame = add_plain_table(slide, rows, columns, box=(*box[:3], table_height))
    table = frame.table
    for at, part in enumerate(widths):
        table.columns[at].width = int(width * part)
    for at, words in enumerate((grid.corner, *grid.heads)):
        _write(table.cell(0, at), Cell(words, ink=MUTED), is_first=at == 0)
    for row, cells in enumerate(grid.rows, start=1):
        note = grid.notes[row - 1] if grid.notes else ""
        if note:
            # Merged before they are filled: a merger gathers the words of all its cells.
            table.cell(row, 2).merge(table.cell(row, columns - 1))
        for at, cell in enumerate(cells):
            is_note = bool(note) and at == 2
            shown_cell = Cell(note, ink=MUTED) if is_note else cell
            _write(table.cell(row, at), shown_cell, is_first=at == 0 or is_note)
    return frame


def column_widths(grid: Matrix) -> list[float]:
    """Parts of the width: the first column as wide as its labels need, the others alike."""
    labels = [str(row[0].value) for row in grid.rows]
    longest = max(*(text_width(words, _TEXT) for words in labels), text_width(grid.corner, _TEXT) / 2) + 24
    first = min(max(longest / (12.09 * 72), 0.08), 0.34)
    needs = [_needed(grid, at) for at in range(1, len(grid.heads) + 1)]
    return [first, *[(1 - first) * part / sum(needs) for part in needs]]


def _needed(grid: Matrix, at: int) -> float:
    """Points that a column needs: no word of its head broken, numbers on one line, words on two."""
    head = grid.heads[at - 1]
    tokens = [token for token in head.split(" ") if token.isascii()]
    needs = [text_width(head, _TEXT) / 1.6, *(text_width(token, _TEXT) for token in tokens), 24.0]
    for row in grid.rows:
        words = row[at].words(is_short=True)
        needs.append(text_width(words, _TEXT) / (1.9 if row[at].format == "text" and len(words) > 8 else 1))
    return max(needs) + 10


def _write(place: Any, cell: Cell, *, is_first: bool) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    place.fill.solid()
    place.fill.fore_color.rgb = RGBColor.from_string(cell.fill[1:])
    place.vertical_anchor = MSO_ANCHOR.MIDDLE
    place.margin_left = place.margin_right = Inches(0.06)
    place.margin_top = place.margin_bottom = Inches(0.01)
    paragraph = place.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT if is_first else PP_ALIGN.CENTER
    # Typefaces differ in height; exact lines keep the table on its slide.
    paragraph.line_spacing = Pt(_TEXT * 1.2)
    run = paragraph.runs[0] if paragraph.runs else paragraph.add_run()
    # An empty cell is as high as type of 18 points in some programs, whatever is said of it.
    run.text = cell.words(is_short=True) or "\u00a0"
    run.font.size, run.font.bold = Pt(_TEXT), cell.is_bold
    dress(run.font, colour=cell.ink or INK)
    _hairline(place)


def _hairline(place: Any) -> None:
    """A hairline under each row; no other border."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    line = f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{LINE[1:]}"/></a:solidFill></a:lnB>'
    place._tc.get_or_add_tcPr().insert(0, parse_xml(line))
