"""Type and page of every Word document: A4, Chinese typeface for Latin and Chinese letters alike."""

from __future__ import annotations

from typing import Any

from analytics.charts.palette import INK, LINE, MUTED
from foundation.locales import Lang
from reporting.type.lettering import TYPEFACE

_STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Footer", "Header")


def empty_document(lang: Lang) -> Any:
    """A4 with margins of 2.5 cm, styles in our typeface, proofing language set."""
    from docx import Document
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name in _STYLES:
        _dress_style(document.styles[name], lang)
    _no_rule_under(document.styles["Title"])
    return document


def _dress_style(style: Any, lang: Lang) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name = TYPEFACE
    style.font.color.rgb = RGBColor.from_string(INK[1:])
    properties = style.element.get_or_add_rPr()
    _name_typeface(properties)
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:eastAsia"), "zh-CN")
    if lang == "zh" and style.name == "Normal":
        style.paragraph_format.line_spacing = 1.25
    if style.name == "Normal":
        style.font.size = Pt(10.5)
        style.paragraph_format.space_after = Pt(4)


def _name_typeface(properties: Any) -> None:
    """One typeface for all scripts; theme fonts would win over it, so that they go."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), TYPEFACE)
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)
    fonts.attrib.pop(qn("w:cstheme"), None)


def _no_rule_under(style: Any) -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def dress_run(run: Any, *, size: float, colour: str, is_bold: bool = False) -> None:
    """Size, colour and typeface of a run."""
    from docx.shared import Pt, RGBColor

    run.font.size, run.font.bold = Pt(size), is_bold
    run.font.color.rgb = RGBColor.from_string(colour[1:])
    run.font.name = TYPEFACE
    _name_typeface(run._element.get_or_add_rPr())


def write_footer(document: Any, words: str) -> None:
    """The stamp and the page number at the foot of every page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    line = document.sections[0].footer.paragraphs[0]
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    dress_run(line.add_run(f"{words}\t"), size=8, colour=MUTED)
    number = line.add_run()
    dress_run(number, size=8, colour=MUTED)
    for kind, instruction in (("begin", ""), ("", "PAGE"), ("end", "")):
        _field(number, kind, instruction)


def _field(run: Any, kind: str, instruction: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        element.set(qn("w:fldCharType"), kind)
    else:
        element.text = instruction
    run._element.append(element)


def ground(cell: Any, fill: str | None = None) -> None:
    """A hairline under a cell and, if given, its ground; both in the order that Word asks for."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    properties = cell._element.get_or_add_tcPr()
    for tag in ("w:tcBorders", "w:shd"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    line = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"/>'
    properties.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{line}</w:tcBorders>"))
    if fill:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill[1:]}"/>'
        properties.append(parse_xml(shade))
