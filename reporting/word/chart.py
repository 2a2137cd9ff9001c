"""A native, editable chart in a Word document: the chart part that a slide would hold, grafted in.

python-docx has no charts; Word and PowerPoint hold the same chart part with the same workbook inside.
"""

from __future__ import annotations

from typing import Any

from analytics.charts.declaration import Chart
from foundation.locales import Lang
from reporting.native.chart import add_native
from reporting.type.words import words

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


def add_word_chart(document: Any, chart: Chart, lang: Lang, *, width: int, height: int) -> None:
    """Append a paragraph with the chart and its alt text; for kinds that are native.

    width, height in EMU.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    drawn, book = _drawn(chart, lang, width=width, height=height)
    package = document.part.package
    place = 1 + sum(str(part.partname).startswith("/word/charts/") for part in package.iter_parts())
    part = Part(PackURI(f"/word/charts/chart{place}.xml"), _CHART_TYPE, b"", package)
    inside = Part(PackURI(f"/word/embeddings/chart{place}.xlsx"), _XLSX_TYPE, book, package)
    link = part.relate_to(inside, RELATIONSHIP_TYPE.PACKAGE)
    # The part names its workbook by a relationship id; it is the new one from here on.
    part._blob = drawn.replace(b'externalData r:id="rId1"', f'externalData r:id="{link}"'.encode())
    drawing = parse_xml(_INLINE)
    frame = drawing.find(qn("wp:inline"))
    frame.find(qn("wp:extent")).attrib.update({"cx": str(width), "cy": str(height)})
    frame.find(qn("wp:docPr")).attrib.update(
        {"id": str(100 + place), "name": chart.id, "descr": words(chart, lang)}
    )
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    next(drawing.iter(qn("c:chart"))).set(qn("r:id"), relation)
    document.add_paragraph().add_run()._r.append(drawing)


def _drawn(chart: Chart, lang: Lang, *, width: int, height: int) -> tuple[bytes, bytes]:
    """XML of the chart part and its workbook, drawn on a slide that nobody sees."""
    from pptx import Presentation

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    part = add_native(slide, chart, lang, box=(0, 0, width, height)).chart.part
    return part.blob, part.chart_workbook.xlsx_part.blob
