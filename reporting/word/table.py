"""Tables of a Word document: the header repeats on every page, no row is torn, numbers stand at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, PAPER, SURFACE
from foundation.locales import Lang
from reporting.registry import renders
from reporting.type.lettering import text_width
from reporting.type.matrices.cells import Cell, matrix
from reporting.type.table import table as chart_table
from reporting.word.style import dress_run, ground

_WIDTH = 16.0  # cm between the margins
_SIZE = 9.0  # points
_TOGETHER = 24  # rows


def add_frame(document: Any, frame: pd.DataFrame, *, widths: Sequence[float] | None) -> None:
    """A data frame; missing cells stay empty, days are written as days, numbers as they stand."""
    cells = [[_words(value) for value in row] for row in frame.itertuples(index=False, name=None)]
    heads = [str(column) for column in frame.columns]
    is_number = [bool(pd.api.types.is_numeric_dtype(frame.iloc[:, at])) for at in range(len(heads))]
    parts = list(widths) if widths else _needs(heads, cells)
    table = _table(document, rows=len(cells), heads=heads, widths=parts)
    for row, words in zip(table.rows[1:], cells, strict=True):
        for at, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            _write(cell, Cell(text), side="right" if is_number[at] else "left")


@renders("word", "tile_grid", is_table=True)
def add_tiles(document: Any, chart: Chart, lang: Lang) -> None:
    """The tiles as lines of a table."""
    add_frame(document, chart_table(chart, lang), widths=None)


@renders("word", via="matrix", is_table=True)
def add_matrix(document: Any, chart: Chart, lang: Lang) -> None:
    """A matrix, coloured as on screen; words in place of a row's numbers over all its columns."""
    grid = matrix(chart, lang)
    heads = [grid.corner, *grid.heads]
    words = [[cell.words(is_short=True) for cell in row] for row in grid.rows]
    table = _table(document, rows=len(words), heads=heads, widths=_needs(heads, words))
    for at, cells in enumerate(grid.rows):
        places = table.rows[at + 1].cells
        for column, (place, cell) in enumerate(zip(places, cells, strict=True)):
            _write(place, cell, side="left" if column == 0 else "center", is_short=True)
        if grid.notes and grid.notes[at]:
            _write(places[2].merge(places[-1]), Cell(grid.notes[at]), side="left")


def _table(document: Any, *, rows: int, heads: list[str], widths: Sequence[float]) -> Any:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=rows + 1, cols=len(heads))
    table.autofit = False
    _slim_margins(table)
    total = sum(widths)
    for column, part in zip(table.columns, widths, strict=True):
        column.width = Cm(_WIDTH * part / total)
        for cell in column.cells:
            cell.width = column.width
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _write(cell, Cell(head, fill=SURFACE, is_bold=True), side="left")
    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        # A table of a chart stays on one page; longer ones break between rows.
        for cell in row.cells if place < rows <= _TOGETHER else ():
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        if place == 0:
            properties.append(OxmlElement("w:tblHeader"))
    return table


def _slim_margins(table: Any) -> None:
    """1 mm beside the words of a cell."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    sides = "".join(f'<w:{side} w:w="57" w:type="dxa"/>' for side in ("left", "right"))
    table._tbl.tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))


def _write(place: Any, cell: Cell, *, side: str, is_short: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    sides = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
    }
    for extra in place.paragraphs[1:]:
        extra._element.getparent().remove(extra._element)
    paragraph = place.paragraphs[0]
    for run in list(paragraph.runs):
        run._element.getparent().remove(run._element)
    paragraph.alignment = sides[side]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.line_spacing = 1.0
    run = paragraph.add_run(cell.words(is_short=is_short))
    dress_run(run, size=_SIZE, colour=cell.ink or INK, is_bold=cell.is_bold)
    ground(place, None if cell.fill == PAPER else cell.fill)


def _needs(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Width that each column needs: its longest cell, at most a third of the page, its head on two lines."""
    most = _WIDTH / 2.54 * 72 / 3
    needs = []
    for at, head in enumerate(heads):
        longest = max((text_width(row[at], _SIZE) for row in rows), default=0.0)
        tokens = max((text_width(token, _SIZE) for token in head.split(" ") if token.isascii()), default=0.0)
        needs.append(min(max(longest * 1.06, text_width(head, _SIZE) / 2, tokens, 18.0), most) + 8)
    return needs


def _words(value: Any) -> str:
    if value is None or value is pd.NaT or (not isinstance(value, (str, list, tuple)) and pd.isna(value)):
        return ""
    if isinstance(value, (dt.datetime, pd.Timestamp)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return str(value)
