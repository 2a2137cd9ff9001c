"""A native, editable chart in a Word document: the chart part that a slide would hold, grafted in.

python-docx has no charts; Word and PowerPoint hold the same chart part with the same workbook inside.
"""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from foundation.locales import Lang
from reporting.native.chart import add_native
from reporting.registry import renders
from reporting.type.words import words

_WIDTH = 5_760_000  # EMU: 16 cm between the margins
_TALL, _PAGE, _ROW = 3_240_000, 7_900_000, 260_000  # EMU
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_INLINE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/>'
    "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
    'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


@renders("word", via="native")
def add_chart(document: Any, chart: Chart, lang: Lang) -> None:
    """A chart 9 cm high."""
    _graft(document, chart, lang, height=_TALL)


@renders("word", "bar", "stacked_share", "interval_bars", "dumbbell")
def add_chart_by_row(document: Any, chart: Chart, lang: Lang) -> None:
    """A chart as tall as its rows need, at most a page."""
    _graft(document, chart, lang, height=min(_ROW * (len(chart.frame) + 4), _PAGE))


@renders("word", "tier_bar")
def add_tier_bar(document: Any, chart: Chart, lang: Lang) -> None:
    """A chart by row whose bars are twice as thick."""
    _graft(document, chart, lang, height=_ROW * (2 * len(chart.frame) + 4))


def _graft(document: Any, chart: Chart, lang: Lang, *, height: int) -> None:
    """Append a paragraph with the chart and its alt text; height in EMU."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    drawn, book = _drawn(chart, lang, height=height)
    package = document.part.package
    place = 1 + sum(str(part.partname).startswith("/word/charts/") for part in package.iter_parts())
    part = Part(PackURI(f"/word/charts/chart{place}.xml"), _CHART_TYPE, b"", package)
    inside = Part(PackURI(f"/word/embeddings/chart{place}.xlsx"), _XLSX_TYPE, book, package)
    link = part.relate_to(inside, RELATIONSHIP_TYPE.PACKAGE)
    # The part names its workbook by a relationship id; it is the new one from here on.
    part._blob = drawn.replace(b'externalData r:id="rId1"', f'externalData r:id="{link}"'.encode())
    drawing = parse_xml(_INLINE)
    frame = drawing.find(qn("wp:inline"))
    frame.find(qn("wp:extent")).attrib.update({"cx": str(_WIDTH), "cy": str(height)})
    frame.find(qn("wp:docPr")).attrib.update(
        {"id": str(100 + place), "name": chart.id, "descr": words(chart, lang)}
    )
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    next(drawing.iter(qn("c:chart"))).set(qn("r:id"), relation)
    document.add_paragraph().add_run()._r.append(drawing)


def _drawn(chart: Chart, lang: Lang, *, height: int) -> tuple[bytes, bytes]:
    """XML of the chart part and its workbook, drawn on a slide that nobody sees."""
    from pptx import Presentation

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    part = add_native(slide, chart, lang, box=(0, 0, _WIDTH, height)).chart.part
    return part.blob, part.chart_workbook.xlsx_part.blob
